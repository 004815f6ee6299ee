#pragma once

#include <QWidget>

namespace idscope {

/// A node by name, with a cross that takes it out.
class NodeChip final : public QWidget {
    Q_OBJECT
public:
    NodeChip(const QString& name, QString type, QWidget* parent);

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString type_;
};

} // namespace idscope
