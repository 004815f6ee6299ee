#pragma once

#include "models/connection/connectionfault.h"
#include "views/sidebar/navigation.h"
#include "views/sidebar/snapshotmenu.h"

#include <QWidget>

#include <expected>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace idscope {

class IconNote;

/// What one sees before anything is open: connect, explore the sample, open files, or go on with a recent snapshot.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Newest first; at most a handful are listed. The keyboard stays with its snapshot; what is shown already is left
    /// as it is. `warning`: what is wrong with the library, or empty.
    void showSnapshots(const std::vector<SnapshotLine>& lines, const QString& folder, const QString& warning);

    /// Whether the secret of a connection can be kept.
    void showKeychain(std::expected<void, KeychainFault> state);
    /// A tenant that one has worked with: to go on there is the first thing to do.
    void showTenant(const QString& id, const QString& name);

Q_SIGNALS:
    void connectRequested();
    void tenantRequested(const QString& id);
    void sampleRequested();
    void openFilesRequested();
    void snapshotActionRequested(const QString& id, idscope::SnapshotAction action);
    /// To see the library's folder.
    void folderRequested();

private:
    QPushButton* connect_;
    QPushButton* tenant_;
    QString tenantId_;
    IconNote* keychain_;
    QWidget* snapshots_ = nullptr;
    std::vector<SnapshotLine> lines_; ///< listed in it
    QString folder_;
    QString warning_;
    QVBoxLayout* column_;
};

} // namespace idscope
