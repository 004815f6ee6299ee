#pragma once

#include "models/items/facetboard.h"
#include "models/relations/graphquestion.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace idscope {

class FacetHead;
class FacetList;
class HistogramView;
class PlainLabel;

/// One facet of the panel: its head, and below it values or a histogram.
class FacetSection final : public QWidget {
    Q_OBJECT
public:
    FacetSection(FacetBoard& board, Facet& facet, QWidget* parent);

    [[nodiscard]] Facet& facet() const { return facet_; }
    [[nodiscard]] FacetHead& head() const { return *head_; }
    [[nodiscard]] FacetList& list() const { return *list_; }
    [[nodiscard]] HistogramView& histogram() const { return *histogram_; }
    [[nodiscard]] QLineEdit& searchField() const { return *search_; }

    /// The values or the histogram, whichever is shown.
    [[nodiscard]] QWidget* contents() const;
    /// Gives it the keyboard.
    void focusContents();
    void openSearch();
    /// Without, its menu can't remove it.
    void setRemovable(bool removable) { isRemovable_ = removable; }
    /// Forgets what it waits for: the facet goes, and the section lives until the event loop comes round.
    void retire();
    /// The menu of a value. The caller owns it.
    [[nodiscard]] QMenu* valueMenu(const QModelIndex& index);
    /// The menu of the facet. The caller owns it.
    [[nodiscard]] QMenu* facetMenu();

Q_SIGNALS:
    /// The graph is to be asked about a BRN.
    void graphRequested(idscope::GraphQuestionKind kind, const QString& brn);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void showAnswer();
    void showFilter();
    void closeSearch();
    void brush(std::optional<std::size_t> low, std::optional<std::size_t> high);
    void describeHistogram();
    [[nodiscard]] QString fact() const;

    FacetBoard& board_;
    Facet& facet_;
    FacetHead* head_;
    QWidget* body_;
    QLineEdit* search_;
    PlainLabel* noMatch_;
    FacetList* list_;
    HistogramView* histogram_;
    PlainLabel* range_;
    PlainLabel* far_; ///< what lies at the ends of the histogram, away from all others
    bool isRemovable_ = true;
    QTimer pause_; ///< of typing
    bool focusWhenShown_ = false;
};

} // namespace idscope
