#include "models/items/facetchoices.h"

#include "models/items/displaytext.h"
#include "models/query/jsonpaths.h"
#include "models/query/query.h"
#include "models/words/words.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

OperandName below(const OperandName& column, JsonPath steps) {
    return {.column = column.column, .steps = std::move(steps), .span = {}};
}

} // namespace

FacetChoices::~FacetChoices() {
    job_.cancel();
}

void FacetChoices::setTable(const TablePtr& table, const std::vector<OperandName>& taken, Offer offer) {
    job_.cancel();
    taken_ = taken;
    choices_.clear();
    refusal_.clear();
    std::vector<std::pair<ColumnId, OperandName>> jsonColumns;
    for (std::uint32_t i = 0; i < table->columnCount(); ++i) {
        const ColumnId id{i};
        const Column& column = table->column(id);
        const bool hasParts = column.type == ColumnType::Brn || column.type == ColumnType::Json;
        if (offer == Offer::WithinColumns && !hasParts) continue;
        const OperandName name = operandName(Operand(id), *table);
        if (offer == Offer::All) add(name, column.isDerived() ? tr("derived column") : tr("column"));
        if (column.type == ColumnType::Brn)
            for (const char* part : {"type", "tenant", "key"})
                add(below(name, {JsonPathKey{part}}), tr("part of the BRN"));
        if (column.type == ColumnType::Json) jsonColumns.emplace_back(id, name);
    }
    list();
    if (jsonColumns.empty()) return;
    job_.start(
        [this, table, jsonColumns](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
            std::vector<std::pair<OperandName, std::uint32_t>> found;
            for (const auto& [id, name] : jsonColumns)
                if (const auto paths = foundPaths(*table, id, stop))
                    for (const FoundPath& path : *paths)
                        found.emplace_back(below(name, path.path), path.rows);
            return [this, found] {
                for (const auto& [name, rows] : found)
                    if (!name.steps.empty()) add(name, tr("JSON path, in %n rows", nullptr, static_cast<int>(rows)));
                list();
                Q_EMIT searched();
            };
        });
}

void FacetChoices::refuse() {
    refusal_ = tr("JSON paths can't be listed: there is not enough memory.");
    Q_EMIT searched();
}

void FacetChoices::add(const OperandName& name, const QString& kind) {
    if (std::ranges::find(taken_, name) != taken_.end()) return;
    const std::string text = canonicalText(name);
    choices_.push_back({.name = name, .text = displayText(text).text, .kind = kind});
}

void FacetChoices::setSearch(const QString& text) {
    search_ = text;
    list();
}

void FacetChoices::list() {
    beginResetModel();
    listed_.clear();
    for (std::size_t i = 0; i < choices_.size(); ++i)
        if (choices_[i].text.contains(search_, Qt::CaseInsensitive)) listed_.push_back(i);
    endResetModel();
}

const OperandName& FacetChoices::at(const QModelIndex& index) const {
    return choices_[listed_[static_cast<std::size_t>(index.row())]].name;
}

int FacetChoices::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(listed_.size());
}

QVariant FacetChoices::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Choice& choice = choices_[listed_[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return choice.text;
    case Qt::AccessibleDescriptionRole:
        return choice.kind;
    case Qt::ToolTipRole:
        return toolTipMarkup(choice.text + u'\n' + choice.kind);
    default:
        return {};
    }
}

} // namespace idscope
