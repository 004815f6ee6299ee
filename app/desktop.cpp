#include "app/desktop.h"

#include "app/credentials/keychainstore.h"
#include "app/session/desk.h"

#include <QApplication>

namespace idscope {

int runDesktop(QApplication& application, const DesktopOptions& options) {
    QApplication::setApplicationDisplayName(QStringLiteral("Idscope"));
    const DeskSetup setup{.library = Library::defaultFolder(),
                          .settings = SettingsFile::defaultPath(),
                          .profiles = Profiles::defaultFile(),
                          .keychain = std::make_shared<KeychainStore>(),
                          .keepsTabs = !options.sample && options.files.isEmpty()};
    const SettingsFile settings(setup.settings);
    ThemeController themes(application, settings.load().theme);
    DialogFilePicker picker(settings.folders(),
                            [&settings](const PickedFolders& folders) { settings.saveFolders(folders); });
    Desk desk(setup, themes, picker);
    desk.window().show();
    if (options.sample) desk.openSample();
    if (!options.files.isEmpty()) desk.openFiles(options.files);
    if (setup.keepsTabs) desk.reopenTabs();
    return QApplication::exec();
}

} // namespace idscope
