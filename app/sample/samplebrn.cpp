#include "app/sample/samplebrn.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace idscope {

std::string sampleBrn(std::string_view type, std::string_view name) {
    std::string hashed;
    hashed.append(sampleTenantId).append(":").append(type).append(":").append(name);
    const QByteArray key =
        QCryptographicHash::hash(QByteArrayView(hashed.data(), qsizetype(hashed.size())), QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    std::string brn = "brn:bid:balkanid:::";
    brn.append(sampleTenantId).append(":").append(type).append(":").append(key.constData(), std::size_t(key.size()));
    return brn;
}

} // namespace idscope
