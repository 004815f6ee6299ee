#pragma once

#include <QDialog>

namespace idscope {

/// Asks before a snapshot is removed for good. Cancel is the default. Open it with open(); accepted() means: remove.
class RemoveSnapshotDialog final : public QDialog {
    Q_OBJECT
public:
    /// `what`: the snapshot in words. `fetched`: it can perhaps be fetched again; otherwise it is the copy of a file.
    RemoveSnapshotDialog(const QString& what, bool fetched, QWidget* parent = nullptr);
};

} // namespace idscope
