#include "models/items/suggestionmodel.h"

#include "models/items/displaytext.h"
#include "models/words/words.h"

#include <QPoint>

namespace idscope {

namespace {

constexpr qsizetype longest = 120;

QString shownText(const Suggestion& suggestion) {
    return displayText(suggestion.shown, longest).text;
}

QPoint shownMatch(const Suggestion& suggestion) {
    const auto begin = displayPosition(suggestion.shown, suggestion.match.begin, longest);
    const auto end = displayPosition(suggestion.shown, suggestion.match.end(), longest);
    return {static_cast<int>(begin), static_cast<int>(end - begin)};
}

} // namespace

void SuggestionModel::show(Suggestions suggestions) {
    beginResetModel();
    suggestions_ = std::move(suggestions);
    endResetModel();
}

QString SuggestionModel::title() const {
    const CompletionContext& context = suggestions_.context;
    if (context.valuesOf) return tr("Values of %1").arg(words::fromUtf8(canonicalText(*context.valuesOf)));
    if (context.stepsOf) return tr("In %1").arg(words::fromUtf8(canonicalText(*context.stepsOf)));
    return {};
}

QString SuggestionModel::foot() const {
    const auto matching = words::number(suggestions_.matching);
    const auto inAll = words::number(suggestions_.inAll);
    if (suggestions_.context.valuesOf) return tr("%1 of %2 values, counted over all rows").arg(matching, inAll);
    if (suggestions_.context.stepsOf && suggestions_.inAll > 0)
        return tr("%1 of %2 names, counted over all rows").arg(matching, inAll);
    return {};
}

int SuggestionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(suggestions_.list.size());
}

QVariant SuggestionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Suggestion& suggestion = suggestions_.list[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return shownText(suggestion);
    case Qt::AccessibleTextRole:
        return suggestion.rows
                   ? tr("%1, %n rows", nullptr, static_cast<int>(*suggestion.rows)).arg(shownText(suggestion))
                   : shownText(suggestion);
    case TextRole:
        return words::fromUtf8(suggestion.text);
    case MatchRole:
        return shownMatch(suggestion);
    case CountRole:
        return suggestion.rows ? words::number(*suggestion.rows) : QString();
    case NoteRole:
        return suggestion.caseDiffers ? tr("case differs") : QString();
    default:
        return {};
    }
}

} // namespace idscope
