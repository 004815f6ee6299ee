#include "models/items/conditionmodel.h"

#include "models/items/displaytext.h"
#include "models/words/insightwords.h"

#include <QStringList>

#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostValues = 50; ///< of a condition

QString valueText(const InsightValue& value) {
    const QString text = displayText(value.text).text;
    return value.kind == JsonKind::String && !value.secret ? u'"' + text + u'"' : text;
}

/// A list may hold a million: the first are told, and that there are more.
QStringList valuesOf(const InsightCondition& condition) {
    QStringList texts;
    for (const InsightValue& value : condition.values) {
        if (texts.size() == mostValues) return texts << u"…"_s;
        texts += valueText(value);
    }
    return texts;
}

bool isTest(const InsightCondition& condition) {
    return condition.kind == InsightCondition::Kind::Test || condition.kind == InsightCondition::Kind::Odd;
}

} // namespace

void ConditionModel::show(InsightTranslation translation) {
    beginResetModel();
    lines_.assign(1, Line{});
    translation_ = std::move(translation);
    add(translation_.conditions, 0);
    endResetModel();
}

void ConditionModel::clear() {
    beginResetModel();
    lines_.assign(1, Line{});
    endResetModel();
}

std::size_t ConditionModel::append(const InsightCondition& condition, bool isReason, std::size_t parent) {
    const std::size_t at = lines_.size();
    lines_.push_back({.condition = &condition,
                      .isReason = isReason,
                      .parent = parent,
                      .row = static_cast<int>(lines_[parent].children.size()),
                      .children = {}});
    lines_[parent].children.push_back(at);
    return at;
}

/// As deep as JSON may be nested.
void ConditionModel::add(const InsightCondition& condition, std::size_t parent) {
    const std::size_t at = append(condition, false, parent);
    if (condition.problem) append(condition, true, isTest(condition) ? parent : at);
    for (const InsightCondition& part : condition.parts)
        add(part, at);
}

const ConditionModel::Line& ConditionModel::line(const QModelIndex& index) const {
    return lines_[index.isValid() ? index.internalId() : 0];
}

QModelIndex ConditionModel::index(int row, int column, const QModelIndex& parent) const {
    const Line& above = line(parent);
    if (row < 0 || column != 0 || static_cast<std::size_t>(row) >= above.children.size()) return {};
    return createIndex(row, 0, quintptr{above.children[static_cast<std::size_t>(row)]});
}

QModelIndex ConditionModel::parent(const QModelIndex& child) const {
    if (!child.isValid()) return {};
    const std::size_t above = line(child).parent;
    return above == 0 ? QModelIndex() : createIndex(lines_[above].row, 0, quintptr{above});
}

int ConditionModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(line(parent).children.size());
}

int ConditionModel::columnCount(const QModelIndex& /*parent*/) const {
    return 1;
}

QString ConditionModel::textOf(const Line& line) {
    const InsightCondition& condition = *line.condition;
    if (line.isReason) return words::sentence(condition);
    if (condition.kind == InsightCondition::Kind::Odd) return valuesOf(condition).join(u' ');
    if (condition.kind != InsightCondition::Kind::Test) return words::conditionHead(condition.kind);
    return QStringList{displayText(condition.field).text, words::conditionVerb(condition),
                       valuesOf(condition).join(tr(", ", "between the values of a condition"))}
        .join(u' ');
}

QVariant ConditionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Line& line = this->line(index);
    const InsightCondition& condition = *line.condition;
    const bool test = condition.kind == InsightCondition::Kind::Test && !line.isReason;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(line);
    case Qt::ToolTipRole:
        return toolTipMarkup(textOf(line));
    case ConditionFieldRole:
        return test ? displayText(condition.field).text : QString();
    case ConditionVerbRole:
        return test ? words::conditionVerb(condition) : QString();
    case ConditionValuesRole:
        return test ? valuesOf(condition) : QStringList();
    case ConditionStateRole:
        if (line.isReason) return QVariant::fromValue(ConditionState::Reason);
        if (!isTest(condition)) return QVariant::fromValue(ConditionState::Head);
        return QVariant::fromValue(condition.carried ? ConditionState::Carried : ConditionState::LeftOut);
    default:
        return {};
    }
}

} // namespace idscope
