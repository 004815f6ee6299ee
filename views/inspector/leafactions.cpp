#include "views/inspector/leafactions.h"

#include "models/items/jsontreemodel.h"
#include "views/parts/label.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <optional>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QPushButton* button(const QString& icon, const QString& text, const QString& tip, QWidget* parent) {
    QPushButton* made = flatButton(text, parent);
    made->setIcon(bundledIcon(icon, Ink::Muted));
    made->setAccessibleName(text);
    made->setToolTip(tip);
    return made;
}

std::expected<OperandName, QueryError> parsed(const QString& operand) {
    const QByteArray text = operand.toUtf8();
    return parseOperand({text.constData(), static_cast<std::size_t>(text.size())});
}

/// What a value is to a filter; nothing for what equals nothing.
std::optional<ChosenValue> chosen(const QModelIndex& value) {
    auto found = chosenValue(static_cast<JsonKind>(value.data(JsonKindRole).toInt()),
                             value.data(JsonTextRole).toString().toStdString());
    return found ? std::optional(*std::move(found)) : std::nullopt;
}

} // namespace

LeafActions::LeafActions(QWidget* parent)
    : QWidget(parent), filter_(button(u"filter"_s, tr("Filter"), tr("Only rows with this value"), this)),
      exclude_(button(u"exclude"_s, tr("Exclude"), tr("No rows with this value"), this)),
      column_(button(u"column"_s, tr("Column"), tr("This path as a column of the table"), this)),
      facet_(button(u"facet"_s, tr("Facet"), tr("The values under this path, counted"), this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::unit, metrics::unit, metrics::unit, metrics::unit);
    layout->setSpacing(0);
    for (QPushButton* each : {filter_, exclude_, column_, facet_})
        layout->addWidget(each);
    layout->addStretch();
    connect(filter_, &QPushButton::clicked, this, [this] { request(FilterUse::And); });
    connect(exclude_, &QPushButton::clicked, this, [this] { request(FilterUse::AndNot); });
    connect(column_, &QPushButton::clicked, this, [this] { Q_EMIT columnRequested(operand()); });
    connect(facet_, &QPushButton::clicked, this, [this] {
        if (const auto name = parsed(operand())) Q_EMIT facetRequested(*name);
    });
    setValue({}, false);
}

void LeafActions::setValue(const QModelIndex& value, bool broken) {
    value_ = value;
    const auto name = parsed(operand());
    const bool askable = name && !broken && !value.data(JsonSecretRole).toBool();
    const bool equals = askable && !name->steps.empty() && chosen(value).has_value();
    filter_->setEnabled(equals);
    exclude_->setEnabled(equals);
    column_->setEnabled(askable && !name->steps.empty());
    facet_->setEnabled(askable);
}

QString LeafActions::operand() const {
    return value_.data(JsonPathRole).toString();
}

void LeafActions::request(FilterUse use) {
    const auto name = parsed(operand());
    const auto value = chosen(value_);
    if (name && value) Q_EMIT filterRequested(*name, *value, use);
}

void LeafActions::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (hasWords_) widthOfWords_ = sizeHint().width();
    const bool hasRoom = width() >= widthOfWords_;
    if (hasRoom == hasWords_) return;
    hasWords_ = hasRoom;
    for (QPushButton* each : {filter_, exclude_, column_, facet_})
        each->setText(hasWords_ ? each->accessibleName() : QString());
}

void LeafActions::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.window);
    painter.fillRect(0, 0, width(), 1, t.line);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
}

} // namespace idscope
