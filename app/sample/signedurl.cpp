#include "app/sample/signedurl.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

namespace {

constexpr QByteArrayView signaturePart = "&X-Amz-Signature=";
QString dateFormat() {
    return u"yyyyMMdd'T'HHmmss'Z'"_s;
}

} // namespace

QByteArray UrlSigner::query(const QByteArray& method, const QByteArray& path, const QDateTime& now) const {
    const QByteArray query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + now.toUTC().toString(dateFormat()).toLatin1() +
        "&X-Amz-Expires=" + QByteArray::number(qlonglong(life_.count())) + "&X-Amz-SignedHeaders=host";
    return query + signaturePart.toByteArray() + signature(method, path, query);
}

UrlSigner::Verdict UrlSigner::check(const QByteArray& method, const QByteArray& path, const QByteArray& query,
                                    const QDateTime& now) const {
    const qsizetype at = query.indexOf(signaturePart);
    if (at < 0) return Verdict::NotSigned;
    const QByteArray signedQuery = query.left(at);
    if (query.sliced(at + signaturePart.size()) != signature(method, path, signedQuery)) return Verdict::DoesNotMatch;
    const QUrlQuery parts(QString::fromLatin1(signedQuery));
    QDateTime made = QDateTime::fromString(parts.queryItemValue(u"X-Amz-Date"_s), dateFormat());
    made.setTimeSpec(Qt::UTC);
    return made.secsTo(now) > parts.queryItemValue(u"X-Amz-Expires"_s).toLongLong() ? Verdict::Expired : Verdict::Valid;
}

QByteArray UrlSigner::signature(const QByteArray& method, const QByteArray& path, const QByteArray& query) const {
    return QMessageAuthenticationCode::hash(method + '\n' + path + '\n' + query, key_, QCryptographicHash::Sha256)
        .toHex();
}

} // namespace idscope
