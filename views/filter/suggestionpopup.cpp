#include "views/filter/suggestionpopup.h"

#include "models/items/suggestionmodel.h"
#include "views/parts/label.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace idscope {

namespace {

constexpr int mostRows = 10;
constexpr int narrowest = 280;
constexpr int widest = 520;

/// A suggestion: what is typed in bold, how many rows have it at the end.
class SuggestionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const QFontMetrics mono(fontFor(FontRole::MonoBold));
        const QFontMetrics small(fontFor(FontRole::Small));
        const QString note = index.data(SuggestionModel::NoteRole).toString();
        return {2 * metrics::padding + mono.horizontalAdvance(index.data().toString()) + metrics::blockGap +
                    small.horizontalAdvance(index.data(SuggestionModel::CountRole).toString()) +
                    (note.isEmpty() ? 0 : metrics::gap + small.horizontalAdvance(note)),
                metrics::row(small)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = tokensOf(option.palette);
        painter->fillRect(option.rect, option.state.testFlag(QStyle::State_Selected) ? t.sel : t.base);
        QRect place = option.rect.adjusted(metrics::padding, 0, -metrics::padding, 0);
        const QString count = index.data(SuggestionModel::CountRole).toString();
        painter->setFont(fontFor(FontRole::Small));
        painter->setPen(t.text);
        // From right to left the line is turned round, but not the text within: it is of the filter language, and
        // drawn in pieces.
        painter->drawText(seen(option, place), Qt::AlignRight | Qt::AlignVCenter, count);
        place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(count) - metrics::gap);
        const QFont plain = fontFor(FontRole::Mono);
        const QFont bold = fontFor(FontRole::MonoBold);
        const QString text = QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, place.width());
        const QPoint match = index.data(SuggestionModel::MatchRole).toPoint();
        const auto widthOf = [](QStringView piece, const QFont& font) {
            return QFontMetrics(font).horizontalAdvance(piece.toString());
        };
        const qsizetype begin = std::clamp<qsizetype>(match.x(), 0, text.size());
        const qsizetype end = std::clamp<qsizetype>(match.x() + match.y(), begin, text.size());
        const std::array pieces{std::pair(QStringView(text).left(begin), plain),
                                std::pair(QStringView(text).mid(begin, end - begin), bold),
                                std::pair(QStringView(text).mid(end), plain)};
        int width = 0;
        for (const auto& [piece, font] : pieces)
            width += widthOf(piece, font);
        QRect rest = seen(option, QRect(place.left(), place.top(), width, place.height()));
        for (const auto& [piece, font] : pieces) {
            painter->setFont(font);
            painter->drawText(rest,
                              static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine |
                                  Qt::TextDontClip | Qt::TextForceLeftToRight,
                              piece.toString());
            rest.setLeft(rest.left() + widthOf(piece, font));
        }
        const QString note = index.data(SuggestionModel::NoteRole).toString();
        if (note.isEmpty()) return;
        painter->setPen(t.muted);
        place.setLeft(place.left() + width + metrics::gap);
        painter->setFont(fontFor(FontRole::Small));
        painter->drawText(seen(option, place), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, note);
    }
};

QWidget* labelledRow(PlainLabel* left, PlainLabel* right, QWidget* parent) {
    auto* row = new QWidget(parent);
    row->setBackgroundRole(QPalette::Window);
    row->setAutoFillBackground(true);
    left->setParent(row);
    right->setParent(row);
    left->setMuted();
    right->setMuted();
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::padding, metrics::unit, metrics::padding, metrics::unit);
    layout->addWidget(left, 1);
    layout->addWidget(right);
    return row;
}

} // namespace

SuggestionPopup::SuggestionPopup(SuggestionModel& model, QWidget* parent)
    : QFrame(parent, Qt::ToolTip | Qt::FramelessWindowHint), model_(model), title_(new PlainLabel(FontRole::Small)),
      list_(new QListView(this)), foot_(new PlainLabel(FontRole::Small)) {
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Completions"));
    head_ = labelledRow(title_, new PlainLabel(tr("rows"), FontRole::Small), this);
    footRow_ = labelledRow(foot_, new PlainLabel(tr("Tab", "the key"), FontRole::Small), this);
    list_->setAccessibleName(tr("Completions"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setUniformItemSizes(true);
    list_->setFrameShape(NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setItemDelegate(new SuggestionDelegate(list_));
    list_->setModel(&model_);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(list_, 1);
    layout->addWidget(footRow_);
}

void SuggestionPopup::openAt(QPoint place, bool marked) {
    title_->setText(model_.title());
    head_->setVisible(!title_->text().isEmpty());
    foot_->setText(model_.foot());
    list_->setCurrentIndex(marked ? model_.index(0, 0) : QModelIndex());
    list_->scrollToTop();

    const int rows = std::min(model_.rowCount(), mostRows);
    int width = std::max({narrowest, head_->sizeHint().width(), footRow_->sizeHint().width()});
    for (int row = 0; row < rows; ++row)
        width = std::max(width, list_->sizeHintForIndex(model_.index(row, 0)).width() + metrics::scrollBar);
    list_->setFixedHeight(rows * list_->sizeHintForRow(0));
    const int height =
        list_->height() + (head_->isHidden() ? 0 : head_->sizeHint().height()) + footRow_->sizeHint().height() + 2;
    resize(std::min(width, widest), height);
    place.rx() -= metrics::padding + 1;
    if (const QScreen* on = parentWidget()->screen()) {
        const QRect room = on->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - this->width())));
    }
    move(place);
    show();
    raise();
}

void SuggestionPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(palette()).border);
}

int SuggestionPopup::current() const {
    return list_->currentIndex().row();
}

void SuggestionPopup::step(int by) {
    const int rows = model_.rowCount();
    const int from = current() < 0 && by < 0 ? 0 : current(); // up from none: to the last
    if (rows > 0) list_->setCurrentIndex(model_.index((from + by + rows) % rows, 0));
}

void SuggestionPopup::stepPage(int by) {
    const int rows = model_.rowCount();
    if (rows > 0) list_->setCurrentIndex(model_.index(std::clamp(current() + by * mostRows, 0, rows - 1), 0));
}

} // namespace idscope
