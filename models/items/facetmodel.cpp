#include "models/items/facetmodel.h"

#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/items/facetwords.h"
#include "models/relations/brn.h"
#include "models/words/words.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 512; ///< more than fits into a panel
constexpr qsizetype toolTipLimit = 1024;

bool isBrnCell(const FacetAnswer& answer) {
    const Operand& operand = answer.question.operand;
    return operand.kind == Operand::Kind::Cell && answer.table->column(operand.column).type == ColumnType::Brn;
}

} // namespace

void FacetModel::setAnswer(FacetAnswerPtr answer) {
    const bool sameList = answer && answer_ && answer->counts && answer_->counts && answer->listed == answer_->listed &&
                          answer->counts->values == answer_->counts->values && !answer->bars == !answer_->bars;
    if (sameList) {
        answer_ = std::move(answer);
        if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    answer_ = std::move(answer);
    endResetModel();
}

void FacetModel::setChoice(const ValueChoice& choice) {
    if (choice == choice_) return;
    choice_ = choice;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int FacetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !answer_ || !answer_->counts ? 0 : static_cast<int>(answer_->listed.size());
}

std::uint32_t FacetModel::value(const QModelIndex& index) const {
    return answer_->listed[static_cast<std::size_t>(index.row())];
}

QModelIndex FacetModel::find(std::uint32_t value) const {
    if (rowCount() == 0) return {};
    const auto found = std::ranges::find(answer_->listed, value);
    return found == answer_->listed.end() ? QModelIndex() : index(static_cast<int>(found - answer_->listed.begin()));
}

std::optional<ChosenValue> FacetModel::chosen(const QModelIndex& index) const {
    const OperandValues& values = *answer_->counts->values;
    const std::uint32_t number = value(index);
    if (number == values.empty()) return ChosenValue{.kind = ChosenValue::Kind::Empty, .text = {}};
    if (number == values.invalid()) return ChosenValue{.kind = ChosenValue::Kind::Invalid, .text = {}};
    std::string text(values.text(number));
    switch (values.kind(number)) {
    case ValueKind::Text:
        return ChosenValue{.kind = ChosenValue::Kind::Text, .text = std::move(text)};
    case ValueKind::Number:
        return ChosenValue{.kind = ChosenValue::Kind::Number, .text = std::move(text)};
    case ValueKind::Constant:
        return ChosenValue{.kind = ChosenValue::Kind::Constant, .text = std::move(text)};
    case ValueKind::Container:
    case ValueKind::Secret:
        break;
    }
    return std::nullopt;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return chosen(index) ? all | Qt::ItemIsUserCheckable : all;
}

/// To the filter language, a path leads to nothing where there is no JSON.
bool FacetModel::isPart(std::uint32_t value) const {
    return value == answer_->counts->values->invalid() && answer_->question.operand.kind == Operand::Kind::Path;
}

std::string_view FacetModel::text(std::uint32_t value) const {
    const std::string_view text = answer_->counts->values->text(value);
    const auto brn = isBrnCell(*answer_) ? parseBrn(text) : std::nullopt;
    return brn ? brn->key : text;
}

QString FacetModel::shown(std::uint32_t value) const {
    if (value == answer_->counts->values->empty()) return tr("no value");
    if (value == answer_->counts->values->invalid()) return invalidText();
    const std::string_view bytes = text(value);
    return bytes.empty() ? u"\"\""_s : displayText(bytes, longestShown).text;
}

QString FacetModel::invalidText() const {
    switch (answer_->table->column(answer_->question.operand.column).type) {
    case ColumnType::Instant:
        return tr("not an instant");
    case ColumnType::Number:
        return tr("not a number");
    default: // under a path
        return tr("of these not JSON", "of the rows with no value");
    }
}

double FacetModel::share(std::uint32_t value) const {
    const FacetCounts& counts = *answer_->counts;
    return counts.rowsWithin == 0 ? 0 : static_cast<double>(answer_->withinOf(value)) / counts.rowsWithin;
}

FacetState FacetModel::state(const QModelIndex& index) const {
    if (choice_.values.empty()) return FacetState::Off;
    const auto own = chosen(index);
    if (!own || !isChosen(choice_, *own, answer_->question.operand, *answer_->table)) return FacetState::Off;
    return choice_.excluded ? FacetState::Excluded : FacetState::Included;
}

QVariant FacetModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const std::uint32_t number = value(index);
    const FacetCounts& counts = *answer_->counts;
    switch (role) {
    case Qt::DisplayRole:
        return shown(number);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case Qt::CheckStateRole:
        if (!flags(index).testFlag(Qt::ItemIsUserCheckable)) return {};
        return static_cast<int>(state(index) == FacetState::Included ? Qt::Checked : Qt::Unchecked);
    case MarksRole:
        return QVariant::fromValue(isValue(number) ? displayText(text(number), longestShown).marks
                                                   : QList<DisplayMark>());
    case RawTextRole:
        return isValue(number) ? words::fromUtf8(text(number)) : QString();
    case BrnTypeRole:
        if (!isValue(number) || !isBrnCell(*answer_)) return {};
        return words::fromUtf8(brnType(counts.values->text(number)));
    case FacetCountRole:
        return static_cast<quint64>(answer_->withinOf(number));
    case FacetAllRole:
        return static_cast<quint64>(answer_->allOf(number));
    case FacetShareRole:
        return share(number);
    case FacetShareTextRole:
        // The shares that are seen add up.
        return isPart(number) ? QString() : words::shareText(answer_->withinOf(number), counts.rowsWithin);
    case FacetStateRole:
        return static_cast<int>(state(index));
    case FacetIsWordRole:
        return !isValue(number);
    case FacetIsPartRole:
        return isPart(number);
    default:
        return {};
    }
}

QString FacetModel::countsText(std::uint32_t value) const {
    const FacetCounts& counts = *answer_->counts;
    const QString inAll = tr("%1 of %2 rows").arg(words::number(answer_->allOf(value)), words::number(counts.rows));
    if (counts.within == counts.all) return inAll;
    return tr("%1 of %2 rows in the filter, %3")
        .arg(words::number(answer_->withinOf(value)), words::number(counts.rowsWithin), tr("in all %1").arg(inAll));
}

QString FacetModel::toolTip(const QModelIndex& index) const {
    const std::uint32_t number = value(index);
    QStringList lines;
    lines << (isValue(number) && !text(number).empty()
                  ? displayText(answer_->counts->values->text(number), toolTipLimit).text
                  : shown(number));
    lines << countsText(number);
    if (isPart(number)) lines << tr("These rows are among those with no value, too.");
    if (!flags(index).testFlag(Qt::ItemIsUserCheckable)) lines << tr("No filter can be made of it.");
    return toolTipMarkup(lines.join(u'\n'));
}

QString FacetModel::accessibleText(const QModelIndex& index) const {
    const std::uint32_t number = value(index);
    QStringList parts{shown(number), tr("%n rows", nullptr, static_cast<int>(answer_->withinOf(number)))};
    if (!isPart(number)) parts << words::shareText(answer_->withinOf(number), answer_->counts->rowsWithin);
    if (state(index) == FacetState::Included) parts << tr("included");
    if (state(index) == FacetState::Excluded) parts << tr("excluded");
    return words::list(parts);
}

} // namespace idscope
