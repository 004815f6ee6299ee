#pragma once

#include "views/sidebar/navigation.h"
#include "views/sidebar/snapshotmenu.h"

#include <QAbstractButton>

namespace idscope {

/// A snapshot in one line: what, of whom, how many rows, when, how large. Pressed to open it; what else can be done is
/// in its context menu.
class SnapshotButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit SnapshotButton(const SnapshotLine& line, QWidget* parent = nullptr);
    /// The snapshot's id.
    [[nodiscard]] const QString& id() const { return line_.id; }

Q_SIGNALS:
    void chosen(idscope::SnapshotAction action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    SnapshotLine line_;
};

} // namespace idscope
