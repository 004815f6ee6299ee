#pragma once

#include <QTabWidget>

namespace idscope {

/// Tabs as documents: on the ground of data the current one, icons in the colour of their words, closed by a cross or
/// the middle button. Says what to do when there is none.
class DocumentTabs final : public QTabWidget {
    Q_OBJECT
public:
    explicit DocumentTabs(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace idscope
