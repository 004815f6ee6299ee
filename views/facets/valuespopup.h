#pragma once

#include "models/items/facetboard.h"

#include <QFrame>

namespace idscope {

class FacetSection;

/// The values of one operand as a checklist below a column: with search, counts, blanks, all or none of what is
/// searched. What is ticked becomes a part of the filter at once.
class ValuesPopup final : public QFrame {
    Q_OBJECT
public:
    /// `session` must outlive the popup.
    ValuesPopup(TableSession& session, const OperandName& name, QWidget* parent);
    ~ValuesPopup() override;

    /// Opens with its upper left corner at a place on the screen, or as near as there is room.
    void openAt(QPoint place);
    [[nodiscard]] FacetSection& section() const { return *section_; }

Q_SIGNALS:
    /// No filter can be made of what was chosen.
    void refused(idscope::CellFilterProblem problem);
    /// See FacetBoard::unanswered().
    void unanswered();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void includeListed();

    TableSession& session_;
    FacetBoard board_;
    Facet& facet_;
    FacetSection* section_;
};

} // namespace idscope
