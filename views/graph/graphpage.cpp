#include "views/graph/graphpage.h"

#include "models/relations/neighbours.h"
#include "models/words/graphwords.h"
#include "models/words/words.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphview.h"
#include "views/graph/nodefield.h"
#include "views/graph/pathpanel.h"
#include "views/graph/questionbar.h"
#include "views/graph/resultsplitter.h"
#include "views/inspector/inspector.h"
#include "views/inspector/recordpane.h"
#include "views/parts/focuslead.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/parts/strip.h"
#include "views/parts/taborder.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int revealMs = 100; ///< of standing still in the table until the drawing follows

/// A place in the history: a question, what was done to its drawing, and where people were.
struct GraphPlace {
    GraphSession::State state;
    std::optional<NodeId> current;
};

} // namespace

GraphPage::GraphPage(GraphSession& session, QWidget* parent)
    : Page(parent), session_(session), questions_(new QuestionBar(session, this)),
      sentence_(new Strip(u"graph"_s, Ink::Muted, &Tokens::window, this)), view_(new GraphView(this)),
      resultHead_(new PanelHead(tr("Result"), this)), result_(new ResourcePage(session.result(), this)),
      dock_(new GraphDock(session, this)) {
    build();
    connectParts();
    showMissing();
    useAsFilter_->hide();
}

void GraphPage::build() {
    useAsFilter_ = sentence_->addButton(u"filter"_s, tr("Use as filter"));
    auto* below = new QWidget(this);
    auto* inBelow = new QVBoxLayout(below);
    inBelow->setContentsMargins(0, 0, 0, 0);
    inBelow->setSpacing(0);
    listAnswer_ = flatButton(tr("List all that was found"), resultHead_);
    listLeftOut_ = flatButton(tr("List what is left out"), resultHead_);
    filterRows_ = flatButton(tr("Filter"), resultHead_);
    filterRows_->setIcon(bundledIcon(u"filter"_s, Ink::Text));
    saveRows_ = flatButton(tr("Save as CSV…"), resultHead_);
    saveRows_->setIcon(bundledIcon(u"download"_s, Ink::Text));
    resultHead_->setTitleElided();
    for (QPushButton* tool : {listAnswer_, listLeftOut_, filterRows_, saveRows_}) {
        resultHead_->addTool(tool);
        tool->hide(); // until there are rows
    }
    inBelow->addWidget(resultHead_);
    inBelow->addWidget(result_, 1);
    // Room for rows: what filters them comes when it is asked for.
    result_->filterBar().hide();
    result_->keepFacetsAside();
    result_->setWithoutRows(tr("Ask a question above."));
    // Long words and many chips are cut; they widen no window.
    questions_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    sentence_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(questions_);
    layout->addWidget(sentence_);
    layout->addWidget(new ResultSplitter(*view_, *below, this), 1);
    tabThrough({questions_, sentence_, view_, resultHead_, result_, dock_});
    FocusLead::set(*this, *view_);
    connect(listAnswer_, &QPushButton::clicked, this, [this] { session_.list({}); });
    connect(listLeftOut_, &QPushButton::clicked, this,
            [this] { session_.list({.kind = GraphListing::Kind::LeftOut}); });
    connect(filterRows_, &QPushButton::clicked, this, [this] {
        result_->filterBar().show();
        result_->filterBar().focusField();
    });
    connect(saveRows_, &QPushButton::clicked, this, &GraphPage::saveTableRequested);
}

void GraphPage::connectParts() {
    connect(questions_, &QuestionBar::asked, this, &GraphPage::ask);
    connect(questions_, &QuestionBar::changed, this, &GraphPage::showMissing);
    connect(questions_, &QuestionBar::said, this, &Page::said);
    connect(questions_, &QuestionBar::cancelRequested, &session_, &GraphSession::cancel);
    connect(questions_, &QuestionBar::left, view_, [this] { view_->setFocus(Qt::OtherFocusReason); });
    connect(useAsFilter_, &QPushButton::clicked, this, [this] { Q_EMIT filterWanted(expression()); });
    connect(&session_, &GraphSession::answered, this, &GraphPage::showAnswer);
    connect(&session_, &GraphSession::drawn, this, &GraphPage::showDrawing);
    connect(&session_, &GraphSession::wayFound, this,
            [this](NodeId node, const std::vector<NodeId>& way, GraphSession::WayUse use) {
                if (use == GraphSession::WayUse::Mark)
                    showWay(node, way);
                else
                    revealAlong(node, way);
            });
    connect(&session_, &GraphSession::listingChanged, this, [this] {
        showListing();
        selectRow();
    });
    connect(&session_, &GraphSession::refused, this, &Page::said);
    connect(&session_, &GraphSession::failed, this, [this](const QString& sentence) {
        questions_->setAsking(false);
        restoring_ = false;
        failure_ = sentence;
        sentence_->setWords(tr("No answer."), sentence);
        useAsFilter_->hide();
        Q_EMIT factsChanged();
    });
    connect(&session_, &GraphSession::found, this,
            [this](const GraphSession::State& state, std::optional<NodeId> current, const QStringList& missing) {
                if (!restoring_) return;
                const GraphQuestion& question = state.question;
                const bool about = question.kind != GraphQuestionKind::Cycles;
                if ((about && question.from.empty()) ||
                    (question.kind == GraphQuestionKind::Paths && question.to.empty())) {
                    restoring_ = false;
                    return showUnknown(missing.value(0));
                }
                if (!missing.isEmpty())
                    Q_EMIT said(
                        tr("These relations lack %n names of the view.", nullptr, static_cast<int>(missing.size())));
                goTo(state, current);
            });
    connect(view_, &GraphView::currentChanged, this, [this] {
        if (!following_) stopRevealing();
        showCurrent();
        selectRow();
    });
    connect(view_, &GraphView::activated, this, &GraphPage::activate);
    connect(view_, &GraphView::listRequested, this, &GraphPage::openFold);
    connect(view_, &GraphView::foldRequested, this, &GraphPage::collapse);
    connect(view_, &GraphView::copyRequested, this, &GraphPage::copyCurrent);
    connect(view_, &GraphView::menuRequested, this, &GraphPage::openMenu);
    connect(&result_->table(), &TableView::currentCellChanged, this, &GraphPage::rowSelected);
    connect(&result_->table(), &TableView::selectedRowsChanged, this, &GraphPage::rowSelected);
    // What is current when rows change hands was chosen by nobody: the drawing stays where it is.
    const TableModel* rows = session_.result().model();
    connect(rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] { following_ = true; });
    connect(rows, &QAbstractItemModel::modelReset, this, [this] {
        following_ = false;
        if (!session_.isShowing()) selectRow();
    });
    // Whatever made a filter, it is seen.
    connect(&session_.result(), &TableSession::filterChanged, this, [this](const FilterStatus& status) {
        if (!status.text.isEmpty()) result_->filterBar().show();
    });
    connect(result_, &Page::factsChanged, this, &Page::factsChanged);
    connect(result_, &Page::said, this, &Page::said);
    connect(dock_, &GraphDock::relationWanted, this, &GraphPage::relationWanted);
    connect(dock_, &GraphDock::said, this, &Page::said);
    connect(dock_, &GraphDock::nodeChosen, this, [this](NodeId node) {
        if (const auto at = view_->drawing()->picture.holding(node)) view_->setCurrent(*at);
    });
    revealing_.setSingleShot(true);
    revealing_.setInterval(revealMs);
    connect(&revealing_, &QTimer::timeout, this, &GraphPage::reveal);
}

QWidget* GraphPage::dock() {
    return dock_;
}

QList<QWidget*> GraphPage::panes() {
    return {&questions_->from(),         view_, &result_->table(), &dock_->path().list(), &dock_->inspector(),
            &dock_->inspector().record()};
}

void GraphPage::setSource(const QString& source) {
    source_ = source;
    Q_EMIT factsChanged();
}

void GraphPage::focusSearch() {
    questions_->focusSearch();
}

void GraphPage::askAbout(GraphQuestionKind kind, const QString& brn) {
    restore({.kind = kind, .from = {brn}});
}

void GraphPage::ask(const GraphQuestion& question) {
    restoring_ = false;
    if (session_.answer()) Q_EMIT leaving();
    own_ = {};
    revealed_.clear();
    wanted_.reset();
    toReveal_.reset();
    failure_.clear();
    questions_->show(question);
    questions_->setAsking(true);
    session_.ask({question, {}});
}

QVariant GraphPage::place() const {
    if (!session_.answer()) return {};
    return QVariant::fromValue(GraphPlace{{session_.answer()->question, own_}, currentNode()});
}

void GraphPage::goToPlace(const QVariant& place) {
    if (!place.canConvert<GraphPlace>()) return;
    const auto there = place.value<GraphPlace>();
    travelling_ = true;
    goTo(there.state, there.current);
}

void GraphPage::goTo(const GraphSession::State& state, std::optional<NodeId> current) {
    own_ = state.changes;
    wanted_ = current;
    toReveal_.reset();
    revealed_.clear();
    failure_.clear();
    questions_->show(state.question);
    questions_->setAsking(true);
    session_.ask(state);
}

GraphState GraphPage::state() const {
    return session_.stateOf(own_, currentNode());
}

void GraphPage::restore(const GraphState& state) {
    if (session_.answer()) Q_EMIT leaving();
    restoring_ = true;
    questions_->setAsking(true);
    session_.find(state);
}

PageFacts GraphPage::facts() const {
    PageFacts facts = result_->facts();
    if (!session_.answer()) facts.shown.clear();
    facts.source = source_;
    return facts;
}

std::optional<NodeId> GraphPage::currentNode() const {
    const auto at = view_->current();
    if (!at || view_->drawing()->picture.nodes[*at].key.isFold()) return std::nullopt;
    return view_->drawing()->picture.nodes[*at].node();
}

/// What is to be done for a first answer; there, the strip is about that.
void GraphPage::showMissing() {
    const QString missing = questions_->missing();
    if (!session_.answer() && !missing.isEmpty()) sentence_->setWords({}, missing);
}

void GraphPage::showUnknown(const QString& brn) {
    questions_->setAsking(false);
    sentence_->setWords(tr("No answer."), words::sentence(RelationError{.kind = RelationErrorKind::UnknownName,
                                                                        .text = brn.toUtf8().toStdString()}));
}

void GraphPage::showAnswer() {
    questions_->setAsking(false);
    result_->setWithoutRows(tr("Nothing found."));
    view_->markWay({}); // of the answer before
    dock_->show({}, {});
    questions_->show(session_.answer()->question); // with names, now that they are known
    const GraphFindings& found = session_.findings();
    const words::GraphSentence said =
        words::graphSentence(*session_.answer(), found, session_.startNames(), session_.endNames());
    sentence_->setWords(said.lead, said.rest, expression());
    useAsFilter_->setVisible(!expression().isEmpty());
    answerTitle_ = said.title;
    anew_ = true;
    title_ = said.tab;
    Q_EMIT titleChanged(title_);
    if (!std::exchange(travelling_, false)) Q_EMIT arrived();
    if (std::exchange(restoring_, false)) Q_EMIT stateShown();
}

void GraphPage::showDrawing() {
    const GraphDrawingPtr& drawing = session_.drawing();
    const Picture& picture = drawing->picture;
    view_->show(drawing, std::exchange(anew_, false));
    showListing();
    if (wanted_ && !revealing_.isActive()) {
        const auto at = picture.holding(*wanted_);
        wanted_.reset();
        if (at) view_->setCurrent(*at);
    }
    showCurrent();
    selectRow();
    Q_EMIT factsChanged();
}

void GraphPage::showListing() {
    if (!session_.drawing()) return;
    const GraphListing& listing = session_.listing();
    const std::size_t rows = session_.listed().nodes.size();
    using enum GraphListing::Kind;
    resultHead_->setTitle(listing.kind == Answer    ? answerTitle_
                          : listing.kind == Counted ? words::countedTitle(listing.counted, rows, listing.anchor)
                                                    : words::leftOutTitle(rows));
    const GraphDrawing& drawing = *session_.drawing();
    resultHead_->setFact(words::drawnFact(rows, drawing.picture, drawing.leftOut.size()));
    listAnswer_->setVisible(listing.kind != Answer);
    listLeftOut_->setVisible(listing.kind != LeftOut && !drawing.leftOut.empty());
    for (QPushButton* tool : {filterRows_, saveRows_})
        tool->setVisible(rows > 0);
}

QString GraphPage::expression() const {
    return session_.answer() ? words::graphExpression(*session_.answer()) : QString();
}

} // namespace idscope
