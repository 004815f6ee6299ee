#pragma once

#include "views/sidebar/navigation.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace idscope {

/// What one sees before anything is open: connect, explore the sample, open files, or go on with a recent snapshot.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Newest first; at most a handful are listed.
    void showSnapshots(const std::vector<SnapshotLine>& lines, const QString& folder);

Q_SIGNALS:
    void connectRequested();
    void sampleRequested();
    void openFilesRequested();
    void snapshotActivated(const QString& id);

private:
    QWidget* snapshots_ = nullptr;
    QVBoxLayout* column_;
};

} // namespace idscope
