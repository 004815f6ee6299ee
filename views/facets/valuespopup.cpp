#include "views/facets/valuespopup.h"

#include "models/items/tablesession.h"
#include "views/facets/facetsection.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

namespace {

constexpr int popupWidth = 300;

Facet& onlyFacet(FacetBoard& board, const OperandName& name) {
    board.setNames({name});
    return *board.facets().front();
}

} // namespace

ValuesPopup::ValuesPopup(TableSession& session, const OperandName& name, QWidget* parent)
    : QFrame(parent, Qt::Popup), session_(session), board_(session), facet_(onlyFacet(board_, name)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(StyledPanel);
    setAccessibleName(tr("Values of %1").arg(facet_.title()));
    board_.setAsList(facet_, true);
    section_ = new FacetSection(board_, facet_, this);
    section_->setRemovable(false); // it is all there is
    auto* all = flatButton(tr("All of these"), this);
    auto* none = flatButton(tr("None"), this);
    connect(all, &QPushButton::clicked, this, &ValuesPopup::includeListed);
    connect(none, &QPushButton::clicked, this, [this] { board_.clear(facet_); });
    connect(&board_, &FacetBoard::refused, this, &ValuesPopup::refused);
    connect(&board_, &FacetBoard::unanswered, this, &ValuesPopup::unanswered);
    // It grows and shrinks with what is found.
    connect(&board_, &FacetBoard::settled, this, [this] { adjustSize(); });

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(all);
    buttons->addWidget(none);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->addWidget(section_);
    layout->addLayout(buttons);
    setFixedWidth(popupWidth);
}

ValuesPopup::~ValuesPopup() {
    delete section_; // it looks at the board's facet
}

void ValuesPopup::openAt(QPoint place) {
    adjustSize();
    if (const QScreen* on = parentWidget()->screen()) {
        const QRect room = on->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    }
    move(place);
    show();
    section_->openSearch();
}

void ValuesPopup::includeListed() {
    const TablePtr& table = session_.filter().table();
    const auto operand = facet_.operand();
    if (!table || !operand) return;
    ValueChoice choice;
    FacetModel& model = facet_.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        auto value = model.chosen(index);
        if (!value || index.data(FacetIsPartRole).toBool()) continue; // of another, which is in
        choice.values.push_back(*std::move(value));
        if (choice.values.size() > maximumFilterValues) return Q_EMIT refused(CellFilterProblem::TooMany);
    }
    const auto parts = withChoice(session_.filter().parts(), choice, *operand, *table);
    if (parts)
        session_.filter().setParts(*parts);
    else
        Q_EMIT refused(parts.error());
}

void ValuesPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace idscope
