#pragma once

#include "models/items/conditionmodel.h"
#include "models/items/jsoncell.h"
#include "models/items/labelgallerymodel.h"
#include "models/table/table.h"

#include <QStringList>
#include <QWidget>

#include <cstddef>
#include <vector>

class QHBoxLayout;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace idscope {

class FilterHighlighter;
class IconNote;
class PanelHead;
class PlainLabel;
class RawView;

/// An insight: what it is called and says, its conditions as a tree (or as the JSON they are), and what they come to as
/// a filter on relations. Shows what it is handed.
class InsightPanel final : public QWidget {
    Q_OBJECT
public:
    explicit InsightPanel(QWidget* parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

    /// Nothing is shown until setTranslation() or a sentence says what its conditions come to.
    void showInsight(const TablePtr& insights, RowId row);
    void clear();
    void setTranslation(InsightTranslation translation);
    /// In place of a translation: why there is none (yet).
    void setReason(const QString& sentence);
    /// The labels that the insight names, as chips that lead to them, and what is to be said about them.
    struct NamedLabel {
        QString name;
        ChipLook light;
        ChipLook dark;
    };
    static constexpr std::size_t mostLabels = 20; ///< that are shown
    void setLabels(const std::vector<NamedLabel>& labels, const QString& note);
    /// The relations that the filter may be applied to, the current one first in force.
    void setTargets(const QStringList& names, int current);

Q_SIGNALS:
    void targetChosen(int index);
    void applyRequested(const QString& filter);
    /// One of setLabels().
    void labelChosen(int index);
    void said(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showRaw(bool raw);
    void setFilter(const QString& text);

    ConditionModel model_;
    KeptText json_;
    PanelHead* head_;
    QPushButton* asTree_;
    QPushButton* asRaw_;
    PlainLabel* name_;
    PlainLabel* description_;
    PlainLabel* changed_;
    QWidget* labels_;
    QHBoxLayout* labelRow_;
    QStackedWidget* pages_;
    QTreeView* tree_;
    RawView* raw_;
    PanelHead* filterHead_;
    QPlainTextEdit* filter_;
    FilterHighlighter* highlighter_;
    IconNote* note_;
    QPushButton* apply_;
    QPushButton* target_;
    QMenu* targets_;
};

} // namespace idscope
