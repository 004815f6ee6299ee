#pragma once

#include <QTabWidget>

namespace idscope {

class EmptyWorkspace;

/// Tabs as documents: on the ground of data the current one, icons in the colour of their words, closed by a cross or
/// the middle button. Says what to do when there is none.
class DocumentTabs final : public QTabWidget {
    Q_OBJECT
public:
    explicit DocumentTabs(QWidget* parent = nullptr);

    [[nodiscard]] EmptyWorkspace& emptyWorkspace() const { return *empty_; }
    /// Puts the buttons of these actions before the tabs.
    void setLeadingActions(const QList<QAction*>& actions);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void tabInserted(int index) override;
    void tabRemoved(int index) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    EmptyWorkspace* empty_;
};

/// The title of a tab, longer than `width`, cut at its end; in its middle where another begins alike.
QString cutTitle(const QString& title, const QStringList& others, const QFontMetrics& fm, int width);

} // namespace idscope
