#include "views/graph/questionbar.h"

#include "models/words/words.h"
#include "views/filter/filtermessage.h"
#include "views/graph/nodefield.h"
#include "views/graph/relationfilter.h"
#include "views/parts/label.h"
#include "views/parts/taborder.h"
#include "views/style/controls.h"
#include "views/style/metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace idscope {

using namespace Qt::StringLiterals;

QuestionBar::QuestionBar(GraphSession& session, QWidget* parent)
    : QWidget(parent), session_(session), row_(new QWidget(this)), menu_(new QPushButton(this)),
      first_(new QHBoxLayout), second_(new QHBoxLayout), nodes_(new QWidget(this)),
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
    buildKinds();
    menu_->hide();
    first_->addWidget(row_);
    first_->addWidget(menu_);
    first_->addStretch(0);
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
        connect(field, &NodeField::edited, this, &QuestionBar::changed);
        connect(field, &NodeField::edited, this, &QuestionBar::askIfComplete);
        connect(field, &NodeField::accepted, this, &QuestionBar::askIfComplete);
    }
    connect(from_, &NodeField::added, this, &QuestionBar::goOn);
    connect(from_, &NodeField::accepted, this, &QuestionBar::goOn);
    connect(only_, &RelationFilter::accepted, this, &QuestionBar::askIfComplete);
    connect(only_, &RelationFilter::verdictChanged, this, [this] { message_->show(only_->verdict()); });
    connect(only_, &RelationFilter::said, this, &QuestionBar::said);
    connect(only_, &RelationFilter::left, this, &QuestionBar::left);
    connect(message_, &FilterMessage::cureRequested, only_, &RelationFilter::applyCure);
    connect(ask_, &QPushButton::clicked, this, [this] {
        if (asking_)
            Q_EMIT cancelRequested();
        else
            askIfComplete();
    });
    choose(GraphQuestionKind::ReachedFrom, false);
    arrange();
}

void QuestionBar::buildKinds() {
    const std::pair<QString, QString> kinds[] = {
        {tr("What can … reach"), tr("Everything that these nodes have access to, however far")},
        {tr("Who can reach …"), tr("Everyone who has access to these nodes, however far")},
        {tr("Paths from … to …"), tr("The shortest ways of access")},
        {tr("Cycles"), tr("Groups that are nested in themselves")},
        {tr("Shared access"), tr("What all of these nodes have access to")}};
    auto* inRow = new QHBoxLayout(row_);
    inRow->setContentsMargins(1, 0, 1, 0); // the edge around them
    inRow->setSpacing(0);
    auto* menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (const auto& [text, tip] : kinds) {
        auto* button = new QPushButton(text, row_);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setAutoDefault(false);
        button->setFlat(true);
        button->setToolTip(tip);
        button->setMinimumHeight(metrics::field(fontMetrics()));
        const auto kind = static_cast<GraphQuestionKind>(kinds_.size());
        connect(button, &QPushButton::clicked, this, [this, kind] { choose(kind, true); });
        inRow->addWidget(button);
        kinds_.push_back(button);
        QAction* action = menu->addAction(text);
        action->setToolTip(tip);
        connect(action, &QAction::triggered, this, [this, kind] { choose(kind, true); });
    }
    menu_->setMenu(menu);
    menu_->setAutoDefault(false);
    menu_->setMinimumHeight(metrics::field(fontMetrics()));
}

int QuestionBar::widthOf(const QWidget& kinds, bool withNodes) const {
    constexpr int roomForNodes = 260; ///< each
    const int nodes = kind_ == GraphQuestionKind::Cycles ? 0 : kind_ == GraphQuestionKind::Paths ? 2 : 1;
    return kinds.sizeHint().width() + only_->minimumWidth() + ask_->sizeHint().width() + 4 * metrics::gap +
           2 * metrics::padding + (withNodes ? nodes * roomForNodes : 0);
}

QSize QuestionBar::minimumSizeHint() const {
    return {widthOf(*menu_, false), QWidget::minimumSizeHint().height()};
}

/// The nodes beside the questions where there is room for both.
void QuestionBar::arrange() {
    const bool isRow = width() >= widthOf(*row_, false);
    if (isRow == row_->isHidden()) {
        const QWidget* focus = window()->focusWidget();
        const bool hasFocus = focus != nullptr && (focus == menu_ || row_->isAncestorOf(focus));
        row_->setVisible(isRow);
        menu_->setVisible(!isRow);
        if (hasFocus) (isRow ? kinds_[static_cast<std::size_t>(kind_)] : menu_)->setFocus(Qt::OtherFocusReason);
    }
    const bool fits = width() >= widthOf(*(isRow ? row_ : menu_), true);
    QBoxLayout* wanted = fits ? first_ : second_;
    if (wanted->indexOf(nodes_) >= 0) return;
    (fits ? second_ : first_)->removeWidget(nodes_);
    constexpr int afterKinds = 2;
    if (fits) {
        first_->insertWidget(afterKinds, nodes_, 3);
        tabThrough({row_, menu_, nodes_, only_, ask_, message_});
    } else {
        second_->addWidget(nodes_);
        tabThrough({row_, menu_, only_, ask_, nodes_, message_});
    }
    updateGeometry();
}

void QuestionBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void QuestionBar::choose(GraphQuestionKind kind, bool ask) {
    kind_ = kind;
    QPushButton& chosen = *kinds_[static_cast<std::size_t>(kind)];
    chosen.setChecked(true);
    menu_->setText(chosen.text());
    menu_->setAccessibleName(tr("Question: %1").arg(chosen.text()));
    const bool paths = kind == GraphQuestionKind::Paths;
    arrow_->setVisible(paths);
    to_->setVisible(paths);
    nodes_->setVisible(kind != GraphQuestionKind::Cycles);
    arrange();
    if (!ask) return;
    Q_EMIT changed();
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
    Q_EMIT changed();
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

QString QuestionBar::missing() const {
    if (isComplete()) return {};
    const bool paths = kind_ == GraphQuestionKind::Paths;
    if (from_->nodes().empty())
        return paths && !to_->nodes().empty() ? tr("Where from?")
                                              : tr("Search for a name, a BRN or a key, or ask for cycles.");
    return paths ? tr("Where to?") : tr("Shared with which other node?");
}

void QuestionBar::askIfComplete() {
    if (isComplete() && only_->verdict().state != FilterVerdict::State::Wrong) Q_EMIT asked(question());
}

/// To where the rest of the question is entered, unless people went elsewhere.
void QuestionBar::goOn() {
    if (!isComplete() && from_->edit().hasFocus()) focusSearch();
}

void QuestionBar::focusSearch() {
    const bool second = kind_ == GraphQuestionKind::Paths && !from_->nodes().empty();
    (second ? to_ : from_)->edit().setFocus(Qt::OtherFocusReason);
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
    if (row_->isHidden()) return;
    // One edge around the questions, as they are one choice.
    controls::drawBox(painter, row_->geometry(), t.base, t.border, 1, metrics::radius);
    for (std::size_t i = 1; i < kinds_.size(); ++i)
        painter.fillRect(row_->x() + kinds_[i]->x(), row_->y() + 1, 1, row_->height() - 2, t.line);
}

} // namespace idscope
