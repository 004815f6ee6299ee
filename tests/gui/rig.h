#pragma once

#include "app/session/desk.h"
#include "views/dialogs/filepicker.h"
#include "views/resourcepage/resourcepage.h"

#include <QTemporaryDir>

#include <memory>

class QAction;

namespace idscope::test {

/// Answers file dialogs at once, through the event loop as they do.
class ScriptedPicker final : public FilePicker {
public:
    QString saveTo;
    QStringList opened;
    QString certificate;
    QString viewFile;   ///< exported to, or imported
    QString suggested;  ///< the name offered last
    int patienceMs = 0; ///< how long choosing where to save takes

    void askSave(QWidget* parent, const QString& title, const QString& name,
                 std::function<void(const QString&)> answer) override;
    void askOpen(QWidget* parent, const QString& title, std::function<void(const QStringList&)> answer) override;
    void askCertificate(QWidget* parent, const QString& title, std::function<void(const QString&)> answer) override;
    void askSaveView(QWidget* parent, const QString& title, const QString& name,
                     std::function<void(const QString&)> answer) override;
    void askOpenView(QWidget* parent, const QString& title, std::function<void(const QString&)> answer) override;
};

/// The real window over its own folders, settings and sample service.
struct Rig {
    explicit Rig(Theme theme = Theme::Light, SampleService::Options sample = {.readyAfterMs = 150},
                 ExportSettings exports = {});

    /// Fetches the whole sample tenant, until every transfer has ended and Okta's relations are open and loaded.
    [[nodiscard]] bool fetchSample();
    [[nodiscard]] bool waitForLoad(ResourcePage& page) const;
    /// Connects to a tenant as people do, in the dialog; its name is new.
    [[nodiscard]] bool connectTo(const QString& name, const QUrl& base, const QByteArray& keyId,
                                 const QByteArray& secret) const;
    /// Opens a table in the active window, loaded, the keys going to its cells.
    [[nodiscard]] bool openTable(const QString& name, const QByteArray& csv) const;
    /// Puts a text into the filter as typing does, and waits for its rows.
    [[nodiscard]] bool filter(ResourcePage& page, const QString& text) const;
    [[nodiscard]] ResourcePage* page() const { return desk->window().currentTable(); }
    /// A file of the rig's own.
    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    /// The menu action of this text, without its mnemonic.
    [[nodiscard]] QAction& action(const QString& text) const;
    /// The transfer of a resource, or of an integration's by its name.
    [[nodiscard]] TransferStatus transferOf(std::string_view resource, std::string_view integration = {}) const;
    /// Opens a resource of the side bar, or what an integration has of it.
    [[nodiscard]] bool openResource(const std::string& resource, std::string_view integration = {}) const;
    void closePages() const;

    /// Closes the window and opens it anew over the same folders, as another run would.
    void restart();
    /// Every file the rig's program has written.
    [[nodiscard]] QStringList files() const;

    DeskSetup setup;
    QTemporaryDir folder;
    ScriptedPicker picker;
    ThemeController themes;
    std::unique_ptr<Desk> desk;
};

} // namespace idscope::test
