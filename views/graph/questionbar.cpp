#include "views/graph/questionbar.h"

#include "models/words/words.h"
#include "views/filter/filtermessage.h"
#include "views/graph/nodefield.h"
#include "views/graph/relationfilter.h"
#include "views/parts/label.h"
#include "views/style/controls.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace idscope {

using namespace Qt::StringLiterals;

QuestionBar::QuestionBar(GraphSession& session, QWidget* parent)
    : QWidget(parent), session_(session), first_(new QHBoxLayout), second_(new QHBoxLayout), nodes_(new QWidget(this)),
      from_(new NodeField(session, tr("Nodes the question is about"), nodes_)),
      arrow_(new PlainLabel(tr("to", "paths from … to …"), FontRole::Body, nodes_)),
      to_(new NodeField(session, tr("Nodes the paths lead to"), nodes_)),
      only_(new RelationFilter(session.relations(), this)), message_(new FilterMessage(this)),
      ask_(new QPushButton(tr("Ask"), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::padding, metrics::gap, metrics::padding, metrics::gap + 1);
    layout->setSpacing(metrics::gap);
    layout->addLayout(first_);
    layout->addLayout(second_);
    layout->addWidget(message_);
    first_->setSpacing(metrics::gap);
    buildKinds(*first_);
    auto* inNodes = new QHBoxLayout(nodes_);
    inNodes->setContentsMargins(0, 0, 0, 0);
    inNodes->setSpacing(metrics::gap);
    inNodes->addWidget(from_, 1);
    inNodes->addWidget(arrow_);
    inNodes->addWidget(to_, 1);
    only_->setMinimumWidth(140);
    first_->addWidget(only_, 1);
    ask_->setDefault(true);
    ask_->setMinimumHeight(metrics::field(fontMetrics()));
    first_->addWidget(ask_);
    for (NodeField* field : {from_, to_}) {
        connect(field, &NodeField::edited, this, &QuestionBar::askIfComplete);
        connect(field, &NodeField::accepted, this, &QuestionBar::askIfComplete);
    }
    connect(only_, &RelationFilter::accepted, this, &QuestionBar::askIfComplete);
    connect(only_, &RelationFilter::verdictChanged, this, [this] { message_->show(only_->verdict()); });
    connect(message_, &FilterMessage::cureRequested, only_, &RelationFilter::applyCure);
    connect(ask_, &QPushButton::clicked, this, [this] {
        if (asking_)
            Q_EMIT cancelRequested();
        else
            askIfComplete();
    });
    choose(GraphQuestionKind::ReachedFrom, false);
    placeNodes();
}

void QuestionBar::buildKinds(QBoxLayout& line) {
    const std::pair<QString, QString> kinds[] = {
        {tr("What can … reach"), tr("Everything that these nodes have access to, however far")},
        {tr("Who can reach …"), tr("Everyone who has access to these nodes, however far")},
        {tr("Paths from … to …"), tr("The shortest ways of access")},
        {tr("Cycles"), tr("Groups that are nested in themselves")},
        {tr("Shared access"), tr("What all of these nodes have access to")}};
    auto* inKinds = new QHBoxLayout;
    inKinds->setSpacing(0);
    for (const auto& [text, tip] : kinds) {
        auto* button = new QPushButton(text, this);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setAutoDefault(false);
        button->setFlat(true);
        button->setToolTip(tip);
        button->setMinimumHeight(metrics::field(fontMetrics()));
        const auto kind = static_cast<GraphQuestionKind>(kinds_.size());
        connect(button, &QPushButton::clicked, this, [this, kind] { choose(kind, true); });
        inKinds->addWidget(button);
        kinds_.push_back(button);
    }
    line.addLayout(inKinds);
}

/// Beside the questions where there is room for both.
void QuestionBar::placeNodes() {
    constexpr int roomForNodes = 260; ///< each
    int needed = only_->minimumWidth() + ask_->sizeHint().width() + 4 * metrics::gap + 2 * metrics::padding;
    for (const QPushButton* kind : kinds_)
        needed += kind->sizeHint().width();
    needed += kind_ == GraphQuestionKind::Paths ? 2 * roomForNodes : roomForNodes;
    const bool fits = width() >= needed;
    QBoxLayout* wanted = fits ? first_ : second_;
    if (wanted->indexOf(nodes_) >= 0) return;
    (fits ? second_ : first_)->removeWidget(nodes_);
    if (fits)
        first_->insertWidget(1, nodes_, 3);
    else
        second_->addWidget(nodes_);
    updateGeometry();
}

void QuestionBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeNodes();
}

void QuestionBar::choose(GraphQuestionKind kind, bool ask) {
    kind_ = kind;
    kinds_[static_cast<std::size_t>(kind)]->setChecked(true);
    const bool paths = kind == GraphQuestionKind::Paths;
    arrow_->setVisible(paths);
    to_->setVisible(paths);
    nodes_->setVisible(kind != GraphQuestionKind::Cycles);
    placeNodes();
    if (!ask) return;
    if (isComplete())
        askIfComplete();
    else
        focusSearch();
}

void QuestionBar::show(const GraphQuestion& question) {
    choose(question.kind, false);
    const auto chosen = [this](const std::vector<NodeId>& nodes, const NodeField& field) {
        std::vector<NodeField::Chosen> all;
        for (const NodeId node : nodes) {
            const auto known = std::ranges::find(field.chosen(), node, &NodeField::Chosen::node);
            const QString name = session_.nameOf(node);
            all.push_back(name.isEmpty() && known != field.chosen().end()
                              ? *known
                              : NodeField::Chosen{node, name, session_.typeOf(node)});
        }
        return all;
    };
    if (question.kind != GraphQuestionKind::Cycles) from_->setChosen(chosen(question.from, *from_));
    if (question.kind == GraphQuestionKind::Paths) to_->setChosen(chosen(question.to, *to_));
    only_->setText(words::fromUtf8(question.only));
}

GraphQuestion QuestionBar::question() const {
    GraphQuestion question{.kind = kind_, .only = only_->text().trimmed().toUtf8().toStdString()};
    if (kind_ != GraphQuestionKind::Cycles) question.from = from_->nodes();
    if (kind_ == GraphQuestionKind::Paths) question.to = to_->nodes();
    return question;
}

bool QuestionBar::isComplete() const {
    if (kind_ == GraphQuestionKind::Cycles) return true;
    const std::size_t least = kind_ == GraphQuestionKind::Shared ? 2 : 1;
    return from_->nodes().size() >= least && (kind_ != GraphQuestionKind::Paths || !to_->nodes().empty());
}

void QuestionBar::askIfComplete() {
    if (isComplete() && only_->verdict().state != FilterVerdict::State::Wrong) Q_EMIT asked(question());
}

void QuestionBar::focusSearch() {
    const bool second = kind_ == GraphQuestionKind::Paths && !from_->nodes().empty();
    (second ? to_ : from_)->setFocus(Qt::OtherFocusReason);
}

void QuestionBar::setAsking(bool asking) {
    asking_ = asking;
    ask_->setText(asking ? tr("Cancel") : tr("Ask"));
}

void QuestionBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.base);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
    // One edge around the questions, as they are one choice.
    const QRect kinds = kinds_.front()->geometry() | kinds_.back()->geometry();
    controls::drawBox(painter, kinds.adjusted(-1, 0, 1, 0), t.base, t.border, 1, metrics::radius);
    for (std::size_t i = 1; i < kinds_.size(); ++i)
        painter.fillRect(kinds_[i]->x(), kinds.top() + 1, 1, kinds.height() - 2, t.line);
}

} // namespace idscope
