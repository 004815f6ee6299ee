#include "translations/install.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace idscope {

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication& application, const QLocale& locale) {
    auto* const own = new QTranslator(&application);
    const QLocale english(QLocale::English);
    if (own->load(locale, u"idscope"_s, u"_"_s, u":/i18n"_s) || own->load(english, u"idscope"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(own);

    // Not the user's language but the one found: half a dialog in another would be odd.
    auto* const qt = new QTranslator(&application);
    if (qt->load(QLocale(own->language()), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

} // namespace idscope
