#include "views/facets/facetspanel.h"

#include "models/items/tablesession.h"
#include "views/facets/facetchooser.h"
#include "views/facets/facetsection.h"
#include "views/parts/focuslead.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/parts/taborder.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

FacetsPanel::FacetsPanel(TableSession& session, QWidget* parent)
    : QWidget(parent), session_(session), board_(session), head_(new PanelHead(tr("Facets"), this)),
      plus_(iconButton(u"plus"_s, tr("Add a facet"), head_)), area_(new QScrollArea(this)),
      none_(new PlainLabel(tr("None. + adds one."), FontRole::Small)) {
    head_->addTool(plus_);
    setAccessibleName(tr("Facets"));
    auto* contents = new QWidget;
    column_ = new QVBoxLayout(contents);
    column_->setContentsMargins(0, metrics::gap, 0, metrics::gap);
    column_->setSpacing(0);
    none_->setMuted();
    none_->setContentsMargins(metrics::padding, metrics::unit, metrics::padding, 0);
    column_->addWidget(none_);
    column_->addStretch();
    area_->setWidget(contents);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setFocusPolicy(Qt::NoFocus);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setBackgroundRole(QPalette::Window);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(area_, 1);
    connect(plus_, &QToolButton::clicked, this, &FacetsPanel::openChooser);
    connect(&board_, &FacetBoard::added, this, &FacetsPanel::add);
    connect(&board_, &FacetBoard::removing, this, &FacetsPanel::remove);
    connect(&board_, &FacetBoard::settled, this, &FacetsPanel::showState);
    for (const auto& facet : board_.facets())
        add(*facet);
    board_.setActive(false);
    showState();
}

FacetsPanel::~FacetsPanel() {
    delete area_; // its sections look at the board's facets
}

void FacetsPanel::add(Facet& facet) {
    auto* section = new FacetSection(board_, facet, area_->widget());
    column_->insertWidget(column_->count() - 1, section);
    tabThrough({sections_.empty() ? static_cast<QWidget*>(plus_) : sections_.back(), section});
    sections_.push_back(section);
    connect(section, &FacetSection::graphRequested, this, &FacetsPanel::graphRequested);
    showState();
}

void FacetsPanel::remove(Facet& facet) {
    FacetSection* section = sectionOf(facet);
    const bool hadFocus = section->isAncestorOf(window()->focusWidget());
    std::erase(sections_, section);
    // Its menu may be the one that asked for this.
    section->retire();
    section->disconnect();
    facet.disconnect(section);
    section->deleteLater();
    if (hadFocus) plus_->setFocus(Qt::OtherFocusReason);
    showState();
}

FacetSection* FacetsPanel::sectionOf(const Facet& facet) const {
    const auto found =
        std::ranges::find_if(sections_, [&](const FacetSection* section) { return &section->facet() == &facet; });
    return found == sections_.end() ? nullptr : *found;
}

void FacetsPanel::showState() {
    none_->setVisible(sections_.empty());
    const TablePtr table = session_.selection().table;
    plus_->setEnabled(table != nullptr);
    FocusLead::set(*this, sections_.empty() ? static_cast<QWidget&>(*plus_) : *sections_.front()->contents());
    head_->setFact(table && !table->isComplete() ? tr("so far", "counts while rows arrive") : QString());
}

void FacetsPanel::open(const OperandName& name) {
    FacetSection* section = sectionOf(board_.add(name));
    area_->ensureWidgetVisible(section);
    section->focusContents();
}

void FacetsPanel::openChooser() {
    const TablePtr table = session_.selection().table;
    if (!table) return;
    auto* chooser = new FacetChooser(this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &FacetChooser::chosen, this, &FacetsPanel::open);
    std::vector<OperandName> taken;
    for (const auto& facet : board_.facets())
        taken.push_back(facet->name());
    chooser->openAt(*plus_, table, taken);
}

void FacetsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    board_.setActive(true);
}

void FacetsPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    board_.setActive(false);
}

void FacetsPanel::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokensOf(palette()).window);
}

} // namespace idscope
