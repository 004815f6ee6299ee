#pragma once

#include <QVariant>
#include <QWidget>

namespace idscope {

class ResourcePage;

/// What the status bar says about a page.
struct PageFacts {
    QString shown;  ///< "Shown 14,864 of 1,000,000 · filter 3 ms"
    QString sorted; ///< "Sorted by timestamp, then parent"; empty in file order
    QString selected;
    QString notices; ///< "5 notices": what loading noticed about the file; empty when there are none
    QString alarm;   ///< "Filter not applied…"; empty when all is well
    QString hidden;  ///< "4 columns hidden"
    QString source;  ///< "Snapshot 18 Jun 2024 09:41", or the file
};

/// What a tab holds.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual PageFacts facts() const = 0;
    /// The table that commands about rows and columns mean; null: there is none on this page.
    [[nodiscard]] virtual ResourcePage* tablePage() { return nullptr; }
    /// What stands at the right while the page is in front; null: the inspector. It is the page's own, and lives as
    /// long.
    [[nodiscard]] virtual QWidget* dock() { return nullptr; }
    /// Whether it holds conditions, which need more room than values.
    [[nodiscard]] virtual bool isDockWide() const { return false; }
    /// The parts between which F6 steps; what is null or hidden is left out.
    [[nodiscard]] virtual QList<QWidget*> panes() { return {this}; }

    /// Where one is on the page, to come back to.
    [[nodiscard]] virtual QVariant place() const { return {}; }
    /// Goes back to what place() gave.
    virtual void goToPlace(const QVariant& /*place*/) {}

Q_SIGNALS:
    void factsChanged();
    /// dock() is another now.
    void dockChanged();
    /// A sentence for the status bar.
    void said(const QString& sentence);
    /// Before and after a step to another place of this page, so that there is a way back.
    void leaving();
    void arrived();
};

} // namespace idscope
