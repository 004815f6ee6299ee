#include "views/facets/facetsection.h"

#include "models/items/displaytext.h"
#include "models/items/facetwords.h"
#include "models/items/tablesession.h"
#include "models/words/words.h"
#include "views/facets/facethead.h"
#include "views/facets/facetlist.h"
#include "views/facets/histogramview.h"
#include "views/parts/label.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace idscope {

namespace {

constexpr std::uint32_t manyValues = 8; ///< beyond, they can be searched at once
constexpr int pauseMs = 60;

} // namespace

FacetSection::FacetSection(FacetBoard& board, Facet& facet, QWidget* parent)
    : QWidget(parent), board_(board), facet_(facet), head_(new FacetHead(this)), body_(new QWidget(this)),
      search_(new QLineEdit(body_)), noMatch_(new PlainLabel(tr("No value matches."), FontRole::Small, body_)),
      list_(new FacetList(facet.model(), body_)), histogram_(new HistogramView(body_)),
      range_(new PlainLabel(FontRole::Small, body_)), far_(new PlainLabel(FontRole::Small, body_)) {
    layOut();
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    connect(&pause_, &QTimer::timeout, this, [this] { board_.setSearch(facet_, search_->text()); });
    connect(search_, &QLineEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
    connect(head_, &FacetHead::toggled, body_, &QWidget::setVisible);
    connect(head_, &FacetHead::clearRequested, this, [this] {
        board_.clear(facet_);
        focusContents();
    });
    connect(&head_->more(), &QToolButton::clicked, this, [this] {
        QMenu* menu = facetMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(head_->more().mapToGlobal(QPoint(0, head_->more().height())));
    });
    connect(list_, &FacetList::chosen, this,
            [this](const QModelIndex& index, FacetBoard::Use use) { board_.choose(facet_, index, use); });
    connect(list_, &FacetList::clearRequested, this, [this] { board_.clear(facet_); });
    connect(list_, &FacetList::searchRequested, this, &FacetSection::openSearch);
    connect(list_, &FacetList::menuRequested, this, [this](const QModelIndex& index, const QPoint& place) {
        QMenu* menu = valueMenu(index);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
    connect(histogram_, &HistogramView::brushed, this, &FacetSection::brush);
    connect(histogram_, &HistogramView::clearRequested, this, [this] { board_.clear(facet_); });
    connect(&facet_, &Facet::answered, this, &FacetSection::showAnswer);
    connect(&facet_, &Facet::filterChanged, this, &FacetSection::showFilter);
    showAnswer();
}

void FacetSection::layOut() {
    search_->setPlaceholderText(tr("Find a value"));
    search_->setClearButtonEnabled(true);
    search_->setFont(fontFor(FontRole::Small));
    search_->installEventFilter(this);
    noMatch_->setMuted();
    noMatch_->setContentsMargins(metrics::padding, 0, metrics::padding, 0);
    noMatch_->hide();
    search_->hide();
    range_->setContentsMargins(metrics::padding, 0, metrics::padding, 0);
    far_->setContentsMargins(metrics::padding, 0, metrics::padding, 0);
    far_->setMuted();
    for (PlainLabel* label : {range_, far_})
        label->setWordWrap(true); // their numbers may be long, the panel is narrow
    auto* inSearch = new QHBoxLayout;
    inSearch->setContentsMargins(metrics::padding, 0, metrics::padding, 0);
    inSearch->addWidget(search_);
    auto* inBody = new QVBoxLayout(body_);
    inBody->setContentsMargins(0, 0, 0, metrics::gap);
    inBody->setSpacing(metrics::unit);
    inBody->addLayout(inSearch);
    inBody->addWidget(noMatch_);
    inBody->addWidget(histogram_);
    inBody->addWidget(far_);
    inBody->addWidget(range_);
    inBody->addWidget(list_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(body_);
}

QString FacetSection::fact() const {
    const FacetAnswerPtr& answer = facet_.answer();
    if (!answer || !answer->counts || answer->bars) return {};
    return words::number(answer->counts->distinct);
}

void FacetSection::showAnswer() {
    const FacetAnswerPtr& answer = facet_.answer();
    const bool isHistogram = answer && answer->bars;
    head_->setWords(facet_.title(), facet_.isPath(), fact());
    list_->setAccessibleName(tr("Values of %1").arg(facet_.title()));
    search_->setAccessibleName(tr("Find a value of %1").arg(facet_.title()));
    if (!isHistogram) histogram_->forget(); // hiding takes the keyboard away, which would apply it
    histogram_->setVisible(isHistogram);
    list_->setVisible(list_->model()->rowCount() > 0);
    noMatch_->setVisible(answer && !isHistogram && list_->model()->rowCount() == 0 && !answer->question.search.empty());
    const bool many = answer && answer->counts && answer->counts->distinct > manyValues;
    if (isHistogram)
        search_->hide();
    else if (many)
        search_->show();
    if (isHistogram) histogram_->setBars(answer->bars);
    far_->setText(isHistogram ? words::farText(*answer->bars) : QString());
    far_->setVisible(!far_->text().isEmpty());
    showFilter();
    if (focusWhenShown_ && !contents()->isHidden()) focusContents();
}

void FacetSection::showFilter() {
    head_->setActive(facet_.isActive());
    const FacetAnswerPtr& answer = facet_.answer();
    const bool isHistogram = answer && answer->bars;
    range_->setVisible(isHistogram && !facet_.range().isEverything());
    if (!isHistogram) return;
    const auto place = [&](const std::optional<ValueRange::Bound>& bound) {
        return bound ? answer->bars->bins->placeOf(bound->value, answer->now) : std::nullopt;
    };
    range_->setText(words::rangeText(facet_.range(), answer->bars->bins->axis, answer->now));
    if (!histogram_->isBrushing()) histogram_->setBrush(place(facet_.range().low), place(facet_.range().high));
    describeHistogram();
}

/// In words for those who can't see it.
void FacetSection::describeHistogram() {
    const HistogramBins& bins = *facet_.answer()->bars->bins;
    histogram_->setAccessibleName(tr("Histogram of %1").arg(facet_.title()));
    QStringList parts{tr("%1 to %2").arg(words::axisBegin(bins), words::axisEnd(bins))};
    if (!range_->text().isEmpty()) parts << tr("brushed: %1").arg(range_->text());
    if (!far_->text().isEmpty()) parts << far_->text();
    histogram_->setAccessibleDescription(words::list(parts));
}

void FacetSection::brush(std::optional<std::size_t> low, std::optional<std::size_t> high) {
    if (!facet_.answer() || !facet_.answer()->bars) return;
    const auto& edges = facet_.answer()->bars->bins->edges;
    if ((low && *low >= edges.size()) || (high && *high >= edges.size())) return;
    const auto bound = [&](std::size_t edge, bool inclusive) {
        return ValueRange::Bound{.value = {.text = edges[edge].literal, .quoted = false, .span = {}},
                                 .inclusive = inclusive};
    };
    ValueRange range;
    if (low) range.low = bound(*low, true);
    if (high) range.high = bound(*high, false);
    board_.setRange(facet_, range);
}

QWidget* FacetSection::contents() const {
    const bool isHistogram = facet_.answer() && facet_.answer()->bars;
    return isHistogram ? static_cast<QWidget*>(histogram_) : list_;
}

void FacetSection::focusContents() {
    head_->setChecked(true);
    focusWhenShown_ = contents()->isHidden(); // nothing is known yet
    if (!focusWhenShown_) contents()->setFocus(Qt::OtherFocusReason);
}

void FacetSection::openSearch() {
    if (facet_.answer() && facet_.answer()->bars) return;
    head_->setChecked(true);
    search_->show();
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void FacetSection::closeSearch() {
    search_->clear();
    const FacetAnswerPtr& answer = facet_.answer();
    if (answer && answer->counts && answer->counts->distinct <= manyValues) search_->hide();
    list_->setFocus(Qt::OtherFocusReason);
}

bool FacetSection::eventFilter(QObject* watched, QEvent* event) {
    if (watched != search_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<const QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape: {
        const bool searched = !search_->text().isEmpty();
        closeSearch();
        return searched; // otherwise it closes what the section stands in
    }
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        list_->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return false;
    }
}

QMenu* FacetSection::valueMenu(const QModelIndex& index) {
    constexpr qsizetype longestTitle = 64;
    auto* menu = new QMenu(this);
    const QString expression = board_.expressionOf(facet_, index);
    const QByteArray utf8 = expression.toUtf8();
    QString title = expression.isEmpty()
                        ? tr("No filter can be made of it.")
                        : displayText({utf8.constData(), static_cast<std::size_t>(utf8.size())}, longestTitle).text;
    QAction* head = menu->addAction(title.replace(u'&', QStringLiteral("&&")));
    head->setEnabled(false);
    if (!expression.isEmpty()) head->setFont(fontFor(FontRole::Mono));
    const auto state = static_cast<FacetState>(index.data(FacetStateRole).toInt());
    const QPersistentModelIndex kept(index);
    const auto use = [&](const QString& text, const QString& keys, FacetBoard::Use how) {
        QAction* action = menu->addAction(keys.isEmpty() ? text : text + u'\t' + keys, this, [this, kept, how] {
            if (kept.isValid()) board_.choose(facet_, kept, how);
        });
        action->setEnabled(!expression.isEmpty());
    };
    use(state == FacetState::Included ? tr("Don’t &filter by it any more") : tr("&Filter by it"), tr("Space"),
        FacetBoard::Use::Include);
    use(state == FacetState::Excluded ? tr("Don’t e&xclude it any more") : tr("E&xclude it"), tr("X"),
        FacetBoard::Use::Exclude);
    use(tr("&Only this value"), {}, FacetBoard::Use::Only);
    menu->addSeparator();
    menu->addAction(tr("&Copy as filter"), this, [expression] { QApplication::clipboard()->setText(expression); })
        ->setEnabled(!expression.isEmpty());
    if (!index.data(BrnTypeRole).isValid()) return menu;
    menu->addSeparator();
    const QString brn = index.data(RawTextRole).toString();
    menu->addAction(tr("What can it &reach"), this,
                    [this, brn] { Q_EMIT graphRequested(GraphQuestionKind::ReachedFrom, brn); });
    menu->addAction(tr("&Who can reach it"), this,
                    [this, brn] { Q_EMIT graphRequested(GraphQuestionKind::Reaching, brn); });
    return menu;
}

void FacetSection::retire() {
    hide();
    histogram_->forget();
    pause_.stop();
    for (QObject* part : {static_cast<QObject*>(search_), static_cast<QObject*>(list_), static_cast<QObject*>(head_),
                          static_cast<QObject*>(&head_->more()), static_cast<QObject*>(histogram_)})
        disconnect(part, nullptr, this, nullptr);
}

QMenu* FacetSection::facetMenu() {
    auto* menu = new QMenu(this);
    const FacetAnswerPtr& answer = facet_.answer();
    const bool isList = !answer || !answer->bars;
    if (isList) {
        menu->addAction(tr("&Find a value") + u'\t' + u'/', this, &FacetSection::openSearch);
        menu->addSeparator();
        auto* orders = new QActionGroup(menu);
        const auto order = [&](const QString& text, FacetOrder by) {
            QAction* action = menu->addAction(text, this, [this, by] { board_.setOrder(facet_, by); });
            action->setCheckable(true);
            action->setChecked(facet_.question().order == by);
            orders->addAction(action);
        };
        order(tr("Sort by &count"), FacetOrder::ByCount);
        order(tr("Sort by &value"), FacetOrder::ByValue);
        menu->addSeparator();
    }
    if (answer && answer->axis) {
        const bool asList = facet_.question().asList;
        menu->addAction(asList ? tr("Show as &histogram") : tr("Show as &list"), this,
                        [this, asList] { board_.setAsList(facet_, !asList); });
        menu->addSeparator();
    }
    menu->addAction(tr("C&lear its part of the filter"), this, [this] { board_.clear(facet_); })
        ->setEnabled(facet_.isActive());
    if (isRemovable_) menu->addAction(tr("&Remove this facet"), this, [this] { board_.remove(facet_); });
    return menu;
}

} // namespace idscope
