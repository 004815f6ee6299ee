#pragma once

class QCoreApplication;
class QLocale;

namespace idscope {

/// Makes the program speak the first language of `locale` that it knows, else English (whose translation holds the
/// plural forms), and Qt's own dialogs the same one. The translators live as long as the application. GUI thread.
void installTranslations(QCoreApplication& application, const QLocale& locale);

} // namespace idscope
