#include "models/items/facetboard.h"

#include "models/items/tablesession.h"
#include "models/words/words.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace idscope {

namespace {

using Clock = std::chrono::steady_clock;

/// While rows arrive, facets count anew so often, and never take more than about a fifth of the time.
constexpr std::chrono::milliseconds growthPace{200};
constexpr double growthShare = 4;

} // namespace

FacetBoard::FacetBoard(TableSession& session, QObject* parent) : QObject(parent), session_(session) {
    growth_.setSingleShot(true);
    connect(&growth_, &QTimer::timeout, this, &FacetBoard::ask);
    connect(&session_, &TableSession::selectionChanged, this, &FacetBoard::showSelection);
    connect(&session_, &TableSession::loaded, this, &FacetBoard::showSelection);
    connect(&session_.filter(), &FilterState::changed, this, &FacetBoard::readFilter);
    showSelection();
}

FacetBoard::~FacetBoard() {
    job_.cancel();
}

Facet* FacetBoard::find(const OperandName& name) const {
    const auto found = std::ranges::find_if(facets_, [&](const auto& facet) { return facet->name() == name; });
    return found == facets_.end() ? nullptr : found->get();
}

Facet& FacetBoard::add(const OperandName& name) {
    if (Facet* known = find(name)) return *known;
    Facet& facet = insert(name);
    Q_EMIT namesChosen();
    ask();
    return facet;
}

Facet& FacetBoard::insert(const OperandName& name) {
    Facet& facet = *facets_.emplace_back(std::make_unique<Facet>(name, this));
    if (const TablePtr table = session_.selection().table) {
        facet.bind(*table);
        facet.readFilter(session_.filter().parts(), *table);
    }
    Q_EMIT added(facet);
    return facet;
}

void FacetBoard::remove(Facet& facet) {
    drop(facet);
    Q_EMIT namesChosen();
    ask();
}

void FacetBoard::drop(Facet& facet) {
    Q_EMIT removing(facet);
    const auto at = std::ranges::find_if(facets_, [&](const auto& one) { return one.get() == &facet; });
    at->release()->deleteLater(); // what shows it goes no sooner
    facets_.erase(at);
}

void FacetBoard::setNames(const std::vector<OperandName>& names) {
    namesAreGiven_ = true;
    while (!facets_.empty())
        drop(*facets_.back());
    for (const OperandName& name : names)
        if (find(name) == nullptr) insert(name);
    Q_EMIT namesChosen();
    ask();
}

QStringList FacetBoard::names() const {
    QStringList names;
    for (const auto& facet : facets_)
        names << words::fromUtf8(canonicalText(facet->name()));
    return names;
}

void FacetBoard::setActive(bool active) {
    isActive_ = active;
    if (active ? isBehind_ : job_.isActive()) ask();
}

void FacetBoard::setSearch(Facet& facet, const QString& text) {
    facet.question_.search = text.toStdString();
    ask();
}

void FacetBoard::setOrder(Facet& facet, FacetOrder order) {
    facet.question_.order = order;
    ask();
}

void FacetBoard::setAsList(Facet& facet, bool asList) {
    facet.question_.asList = asList;
    ask();
}

void FacetBoard::choose(Facet& facet, const QModelIndex& index, Use use) {
    const auto value = facet.model().chosen(index);
    if (!value) return Q_EMIT refused(CellFilterProblem::HoldsSecret);
    const bool excluded = use == Use::Exclude;
    ValueChoice choice = facet.model().choice();
    if (use == Use::Only || choice.excluded != excluded) {
        // A click on an excluded value takes that back; on any other it begins anew.
        const bool takesBack =
            use == Use::Include && isChosen(choice, *value, *facet.operand(), *facet.answer()->table);
        if (!takesBack) choice = {.excluded = excluded, .values = {}};
    }
    this->use(facet, toggled(std::move(choice), *value, *facet.operand(), *facet.answer()->table));
}

void FacetBoard::use(Facet& facet, const ValueChoice& choice) {
    auto parts = withChoice(session_.filter().parts(), choice, *facet.operand(), *facet.answer()->table);
    if (!parts) return Q_EMIT refused(parts.error());
    session_.filter().setParts(*parts);
}

void FacetBoard::setRange(Facet& facet, const ValueRange& range) {
    session_.filter().setParts(withRange(session_.filter().parts(), range, *facet.operand(), *facet.answer()->table));
}

void FacetBoard::clear(Facet& facet) {
    if (!facet.operand() || !facet.answer()) return;
    const Table& table = *facet.answer()->table;
    auto parts = withChoice(session_.filter().parts(), {}, *facet.operand(), table);
    if (!parts) return;
    if (facet.answer()->bars) parts = withRange(*parts, {}, *facet.operand(), table);
    session_.filter().setParts(*parts);
}

QString FacetBoard::expressionOf(Facet& facet, const QModelIndex& index) const {
    const auto value = facet.model().chosen(index);
    if (!value) return {};
    const auto expression =
        choiceExpression({.excluded = false, .values = {*value}}, *facet.operand(), *facet.answer()->table);
    return expression && *expression ? words::fromUtf8(canonicalText(**expression)) : QString();
}

void FacetBoard::showSelection() {
    const auto selection = session_.selection();
    if (!selection.table) return;
    bind();
    readFilter();
    // Growth alone stops no work: what is under way is good for now.
    const bool onlyGrew = asked_ && selection.filter.selectsAs(askedFilter_) && !selection.table->isComplete();
    if (!onlyGrew || !session_.isLoading()) return ask();
    isBehind_ = true;
    if (!job_.isActive() && !growth_.isActive())
        growth_.start(std::max(growthPace, std::chrono::milliseconds(std::lround(growthShare * milliseconds_))));
}

void FacetBoard::bind() {
    const TablePtr table = session_.selection().table;
    if (!std::exchange(namesAreGiven_, true) && table->schema() != nullptr)
        for (const std::string_view text : table->schema()->facets)
            if (const auto name = parseOperand(text); name && bindOperand(*name, *table)) {
                auto& facet = *facets_.emplace_back(std::make_unique<Facet>(*name, this));
                facet.isFirst_ = true;
                facet.bind(*table);
                Q_EMIT added(facet);
            }
    for (const auto& facet : facets_)
        facet->bind(*table);
}

void FacetBoard::readFilter() {
    const TablePtr table = session_.selection().table;
    if (!table) return;
    for (const auto& facet : facets_)
        facet->readFilter(session_.filter().parts(), *table);
}

void FacetBoard::ask() {
    growth_.stop();
    const auto selection = session_.selection();
    isBehind_ = !isActive_;
    if (!isActive_ || !selection.table) return job_.cancel(); // its answers are to facets of before
    asked_ = selection.table;
    askedFilter_ = selection.filter;
    std::vector<Facet*> asked; // none is gone when its answer comes: whatever drops one asks anew
    std::vector<FacetQuestion> questions;
    std::vector<FacetAnswerPtr> before;
    for (const auto& facet : facets_) {
        if (!facet->operand()) continue;
        asked.push_back(facet.get());
        questions.push_back(facet->question());
        before.push_back(facet->answer());
    }
    FacetScope scope{.table = selection.table,
                     .filter = selection.filter.expression,
                     .now = selection.filter.now,
                     .selected = selection.rows};
    job_.start([this, asked = std::move(asked), scope = std::move(scope), questions = std::move(questions),
                before = std::move(before)](const std::stop_token& stop,
                                            const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        const auto begin = Clock::now();
        auto answers = answerFacets(scope, questions, before, stop);
        const double milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
        return [this, asked, answers = std::move(answers), milliseconds] { take(asked, answers, milliseconds); };
    });
}

void FacetBoard::take(const std::vector<Facet*>& asked, const std::optional<std::vector<FacetAnswerPtr>>& answers,
                      double milliseconds) {
    milliseconds_ = milliseconds;
    if (answers) {
        // Facets may have been bound to another table meanwhile.
        for (std::size_t i = 0; i < asked.size(); ++i)
            if (asked[i]->operand() == (*answers)[i]->question.operand) asked[i]->take((*answers)[i]);
    }
    dropEmptyFirst();
    if (isBehind_) return showSelection();
    Q_EMIT settled();
}

void FacetBoard::dropEmptyFirst() {
    if (!asked_->isComplete()) return;
    std::vector<Facet*> empty;
    for (const auto& facet : facets_)
        if (std::exchange(facet->isFirst_, false) && facet->answer() && facet->answer()->counts &&
            facet->answer()->counts->distinct == 0)
            empty.push_back(facet.get());
    if (empty.empty()) return;
    for (Facet* facet : empty)
        drop(*facet);
    ask();
}

} // namespace idscope
