#include "models/items/graphsession.h"

#include "models/items/displaytext.h"
#include "models/items/graphtable.h"
#include "models/query/query.h"
#include "models/relations/neighbours.h"
#include "models/schema/graphresult.h"
#include "models/words/words.h"

namespace idscope {

namespace {

constexpr std::size_t mostHits = 200;

std::string utf8(const QString& text) {
    return text.toUtf8().toStdString();
}

/// The relations that a filter selects; null: all.
std::expected<RowSetPtr, QString> relationsOf(const Table& table, const std::string& only,
                                              const std::stop_token& stop) {
    if (only.find_first_not_of(" \t") == std::string::npos) return nullptr;
    const auto expression = parseExpression(only);
    if (!expression) return std::unexpected(words::sentence(expression.error(), only));
    const auto rows = select(table, *expression, {.now = currentInstant()}, stop);
    if (!rows) return std::unexpected(words::sentence(rows.error(), only));
    return std::make_shared<const RowSet>(*rows, table.rowCount());
}

} // namespace

struct GraphSession::Found {
    GraphAnswerPtr answer;
    GraphFindings findings;
    TablePtr table;
    GraphDrawingPtr drawing;
    std::shared_ptr<GraphNames> names;
};

GraphSession::GraphSession(TablePtr relations, GraphMeasure measure, QObject* parent)
    : QObject(parent), relations_(std::move(relations)), measure_(std::move(measure)),
      privileges_(std::make_shared<RelationPrivileges>(relations_)), result_(schemas::graphResultList) {
    relationRows_.show(relations_, ShownRows::all(relations_->rowCount()), RowsChange::Replaced);
}

GraphSession::~GraphSession() {
    asking_.cancel(); // all at once, so that they stop together
    redrawing_.cancel();
    listingJob_.cancel();
    marking_.cancel();
    revealing_.cancel();
    searching_.cancel();
    finding_.cancel();
}

void GraphSession::setNames(EntityNamesPtr names) {
    names_ = std::move(names);
    relationRows_.setNames(names_);
    if (asking_.isActive())
        ask(asked_);
    else if (answer_)
        ask({answer_->question, changes_});
}

std::expected<GraphSession::Found, QString>
GraphSession::findOut(const TablePtr& relations, const EntityNamesPtr& names, const RelationPrivilegesPtr& privileges,
                      const GraphMeasure& measure, const State& state, const std::stop_token& stop) {
    const auto graph = relationGraph(*relations, stop);
    if (!graph) return std::unexpected(words::sentence(graph.error()));
    auto only = relationsOf(*relations, state.question.only, stop);
    if (!only) return std::unexpected(only.error());
    const auto found = idscope::answer(*graph, state.question, std::move(*only), stop);
    if (!found) return std::unexpected(words::sentence(found.error()));
    GraphNames worker(relations, *graph, names, privileges);
    Found result{.answer = *found, .findings = {}, .table = nullptr, .drawing = nullptr, .names = nullptr};
    const std::vector<AnswerNode> nodes = answerNodes(**found, stop);
    result.findings = idscope::findings(**found, nodes, stop);
    result.table = graphTable(**found, nodes, worker, stop);
    if (!result.table) return std::unexpected(words::sentence(RelationError{.kind = RelationErrorKind::Cancelled}));
    result.drawing = makeDrawing(makePicture(**found, state.changes, stop), **found, result.findings.nodes, worker,
                                 measure, nullptr);
    result.names = std::make_shared<GraphNames>(std::move(worker));
    return result;
}

void GraphSession::failForMemory() {
    Q_EMIT failed(words::noMemory());
}

void GraphSession::refuseForMemory() {
    Q_EMIT refused(words::noMemory());
}

void GraphSession::ask(State state) {
    redrawing_.cancel();
    listingJob_.cancel();
    marking_.cancel(); // in the answer of before
    revealing_.cancel();
    asked_ = state;
    asking_.start(
        [this, relations = relations_, names = names_, privileges = privileges_, measure = measure_,
         state = std::move(state)](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
            auto found = findOut(relations, names, privileges, measure, state, stop);
            return [this, found = std::move(found), state] {
                if (found)
                    take(*found, state);
                else
                    Q_EMIT failed(found.error());
            };
        });
}

void GraphSession::take(const Found& found, const State& state) {
    // The same question again, with names or another drawing: its table is looked at as it was.
    const bool same = answer_ && answer_->question == found.answer->question;
    if (listing_.kind == GraphListing::Kind::Answer) keepLook();
    answer_ = found.answer;
    findings_ = found.findings;
    drawing_ = found.drawing;
    shownNames_ = found.names;
    changes_ = state.changes;
    answerTable_ = found.table;
    show(found.table, {}, found.findings);
    if (same) restoreLook();
    Q_EMIT answered();
    Q_EMIT drawn();
}

void GraphSession::show(const TablePtr& table, GraphListing listing, GraphFindings listed) {
    showing_ = true;
    listing_ = std::move(listing);
    listed_ = std::move(listed);
    result_.show(table);
    showing_ = false;
}

void GraphSession::list(const GraphListing& listing) {
    using enum GraphListing::Kind;
    if (!answer_ || asking_.isActive()) return;
    if (listing.kind == Answer) return listAnswer();
    if (listing_.kind == Answer) keepLook();
    listingJob_.start([this, relations = relations_, answer = answer_, names = names_, privileges = privileges_,
                       drawing = drawing_,
                       listing](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        std::vector<NodeId> chosen = drawing->leftOut;
        std::optional<NodeId> beside;
        if (listing.kind == Counted) {
            const auto at = drawing->picture.find(listing.counted);
            if (at) chosen = drawing->picture.nodes[*at].members;
            beside = listing.counted.node;
        }
        const std::vector<AnswerNode> nodes = answerNodes(*answer, chosen, beside, stop);
        GraphNames worker(relations, answer->graph, names, privileges);
        const TablePtr table = graphTable(*answer, nodes, worker, stop);
        GraphFindings listed = idscope::findings(*answer, nodes, stop);
        return [this, table, listing, listed = std::move(listed)] {
            if (!table) return;
            show(table, listing, listed);
            Q_EMIT listingChanged();
        };
    });
}

void GraphSession::listAnswer() {
    listingJob_.cancel();
    if (listing_.kind == GraphListing::Kind::Answer) return;
    show(answerTable_, {}, findings_);
    restoreLook();
    Q_EMIT listingChanged();
}

void GraphSession::keepLook() {
    answerFilter_ = result_.filterStatus().text;
    answerSort_ = result_.sort();
}

void GraphSession::restoreLook() {
    if (!answerFilter_.isEmpty()) result_.setFilter(answerFilter_);
    if (!answerSort_.empty()) result_.setSort(answerSort_);
}

void GraphSession::cancel() {
    if (!isAsking()) return;
    asking_.cancel();
    finding_.cancel();
    Q_EMIT failed(words::sentence(RelationError{.kind = RelationErrorKind::Cancelled}));
}

void GraphSession::change(PictureChanges changes, bool anew) {
    if (!answer_ || asking_.isActive()) return;
    changes_ = changes;
    redrawing_.start([this, relations = relations_, answer = answer_, found = findings_.nodes, names = names_,
                      privileges = privileges_, measure = measure_, changes = std::move(changes),
                      before = anew ? nullptr : drawing_](const std::stop_token& stop,
                                                          const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        auto worker = std::make_shared<GraphNames>(relations, answer->graph, names, privileges);
        auto drawing = makeDrawing(makePicture(*answer, changes, stop), *answer, found, *worker, measure, before.get());
        return [this, drawing, worker] {
            drawing_ = drawing;
            shownNames_ = worker;
            Q_EMIT drawn();
        };
    });
}

void GraphSession::findWay(NodeId node, WayUse use) {
    if (!answer_) return;
    BackgroundJob& job = use == WayUse::Mark ? marking_ : revealing_;
    job.start([this, answer = answer_, node, use](const std::stop_token& stop,
                                                  const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        return [this, answer, node, use, way = wayTo(*answer, node, stop)] {
            if (answer == answer_) Q_EMIT wayFound(node, way, use);
        };
    });
}

void GraphSession::search(const QString& text) {
    searching_.start([this, relations = relations_, names = names_, privileges = privileges_,
                      text](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        std::vector<Hit> hits;
        quint64 total = 0;
        if (const auto graph = relationGraph(*relations, stop)) {
            if (const auto found = searchNodes(**graph, names.get(), utf8(text), mostHits, stop)) {
                GraphNames worker(relations, *graph, names, privileges);
                worker.shorten(found->best);
                for (const NodeId node : found->best)
                    hits.push_back({.node = node,
                                    .name = displayText(worker.name(node), 80).text,
                                    .kind = worker.kind(node),
                                    .brn = words::fromUtf8((*graph)->name(node)),
                                    .type = words::fromUtf8((*graph)->type(node))});
                total = found->total;
            }
        }
        return [this, text, hits = std::move(hits), total] { Q_EMIT searched(text, hits, total); };
    });
}

QString GraphSession::nameOf(NodeId node) const {
    return shownNames_ ? displayText(shownNames_->name(node), 80).text : QString();
}

QString GraphSession::anchorOf(const PictureKey& counted) const {
    const Picture& picture = drawing_->picture;
    const auto at = picture.find(counted);
    const bool single = at && !picture.nodes[picture.nodes[*at].anchor].key.isFold();
    return single ? nameOf(counted.node) : QString();
}

namespace {

QStringList namesOf(const GraphSession& session, const std::vector<NodeId>& nodes) {
    QStringList names;
    for (const NodeId node : nodes)
        names.append(session.nameOf(node));
    return names;
}

} // namespace

QStringList GraphSession::startNames() const {
    return answer_ ? namesOf(*this, answer_->question.from) : QStringList();
}

QStringList GraphSession::endNames() const {
    return answer_ ? namesOf(*this, answer_->question.to) : QStringList();
}

QString GraphSession::privilegeBetween(NodeId parent, NodeId child) const {
    if (!answer_) return {};
    return privilegeText(shownNames_->privileges().of(relationsOf(*answer_, parent, child)));
}

QByteArray GraphSession::saved(GraphText format) const {
    return drawing_ ? graphText(*drawing_, *answer_->graph, format) : QByteArray();
}

QString GraphSession::typeOf(NodeId node) const {
    return answer_ ? words::fromUtf8(answer_->graph->type(node)) : QString();
}

QString GraphSession::brnOf(NodeId node) const {
    return answer_ ? words::fromUtf8(answer_->graph->name(node)) : QString();
}

} // namespace idscope
