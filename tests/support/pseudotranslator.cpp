#include "tests/support/pseudotranslator.h"

#include <QRegularExpression>

namespace idscope::test {

using namespace Qt::StringLiterals;

QString PseudoTranslator::translate(const char* /*context*/, const char* source, const char* /*disambiguation*/,
                                    int n) const {
    auto text = pseudo(QString::fromUtf8(source));
    if (n >= 0) // a translator has to put in the number itself
        text.replace(QRegularExpression(u"%L?n"_s), QString::number(n));
    return text;
}

QString PseudoTranslator::pseudo(const QString& source) {
    static const QString plain = u"AEIOUaeiouCcDdNnSsYyZz"_s;
    static const QString accented = u"ÅËÎØÜåëîøüÇçÐðÑñŠšÝýŽž"_s;
    QString text(opening);
    for (qsizetype i = 0; i < source.size(); ++i) {
        const bool placeholder = source[i] == u'%' || (i > 0 && source[i - 1] == u'%') ||
                                 (i > 1 && source[i - 2] == u'%' && source[i - 1] == u'L');
        const auto place = placeholder ? -1 : plain.indexOf(source[i]);
        text += place < 0 ? source[i] : accented[place];
    }
    return text + QString(source.size() * 3 / 10, u'·') + closing;
}

} // namespace idscope::test
