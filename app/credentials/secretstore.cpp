#include "app/credentials/secretstore.h"

#include "app/network/urlpolicy.h"

using namespace Qt::StringLiterals;

namespace idscope {

QString secretName(const Profile& profile) {
    // Neither of the first two holds a blank, so that no two profiles share a name.
    return originOf(profile.base) + u' ' + QString::fromLatin1(QUrl::toPercentEncoding(profile.keyId)) + u' ' +
           profile.id;
}

} // namespace idscope
