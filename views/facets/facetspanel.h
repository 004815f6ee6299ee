#pragma once

#include "models/items/facetboard.h"
#include "models/relations/graphquestion.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace idscope {

class FacetChooser;
class FacetSection;
class PanelHead;
class PlainLabel;

/// The facets of a table one below the other; each can be removed, others added.
class FacetsPanel final : public QWidget {
    Q_OBJECT
public:
    /// `session` must outlive the panel.
    explicit FacetsPanel(TableSession& session, QWidget* parent = nullptr);
    ~FacetsPanel() override;

    [[nodiscard]] FacetBoard& board() { return board_; }
    [[nodiscard]] const std::vector<FacetSection*>& sections() const { return sections_; }
    /// Shows a facet, a new one where there is none, and gives it the keyboard.
    void open(const OperandName& name);
    /// Opens the list of what can be added.
    void openChooser();

Q_SIGNALS:
    /// The graph is to be asked about a BRN.
    void graphRequested(idscope::GraphQuestionKind kind, const QString& brn);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void add(Facet& facet);
    void remove(Facet& facet);
    void showState();
    [[nodiscard]] FacetSection* sectionOf(const Facet& facet) const;

    TableSession& session_;
    FacetBoard board_;
    PanelHead* head_;
    QToolButton* plus_;
    QScrollArea* area_;
    QVBoxLayout* column_;
    PlainLabel* none_;
    std::vector<FacetSection*> sections_;
};

} // namespace idscope
