#include "models/filter/suggestions.h"

#include "models/base/casefold.h"
#include "models/base/wordstart.h"
#include "models/filter/exacttext.h"
#include "models/filter/valuechoice.h"
#include "models/query/facetcounts.h"
#include "models/query/fold.h"
#include "models/query/jsonpaths.h"
#include "models/query/lexer.h"
#include "models/relations/relationgraph.h"
#include "models/schema/recognise.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

namespace idscope {

namespace {

/// Longer values are no words that anybody completes.
constexpr std::size_t longestValue = 1000;

/// Keeps what matches the typed word, in the order it comes: what begins with it first, then paths.
class Collector {
public:
    explicit Collector(const CompletionContext& context) : folded_(foldedCase(context.typed)), typed_(context.typed) {
        result_.context = context;
    }

    /// Whether something shown so would be kept.
    [[nodiscard]] bool takes(std::string_view shown) const {
        const std::size_t at = foldedCase(shown).find(folded_);
        return at != std::string::npos && (at == 0 ? beginning_ : containing_).size() < mostSuggestions;
    }
    [[nodiscard]] bool isFull() const { return beginning_.size() == mostSuggestions; }

    void add(Suggestion suggestion) {
        const std::string shown = foldedCase(suggestion.shown);
        const std::size_t at = shown.find(folded_);
        if (at == std::string::npos) return;
        // Folding may change how many bytes there are; then nothing is marked.
        if (shown.size() == suggestion.shown.size()) suggestion.match = {at, folded_.size()};
        keep(at == 0 ? beginning_ : containing_, std::move(suggestion));
    }
    /// A path that is known to match; `begins`: its last name begins as typed.
    void addPath(Suggestion suggestion, bool begins) {
        keep(begins ? pathsBeginning_ : pathsContaining_, std::move(suggestion));
    }
    [[nodiscard]] const std::string& folded() const { return folded_; }
    void countAll(std::size_t inAll) { result_.inAll += inAll; }
    void countMatching(std::size_t matching) { result_.matching = matching; }

    Suggestions take() {
        result_.list = std::move(beginning_);
        for (std::vector<Suggestion>* list : {&pathsBeginning_, &pathsContaining_, &containing_})
            for (Suggestion& suggestion : *list)
                if (result_.list.size() < mostSuggestions) result_.list.push_back(std::move(suggestion));
        return std::move(result_);
    }

private:
    /// Counts what matches, and keeps it while there is room.
    void keep(std::vector<Suggestion>& list, Suggestion suggestion) {
        ++result_.matching;
        if (list.size() == mostSuggestions) return;
        suggestion.caseDiffers = suggestion.shown.find(typed_) == std::string::npos;
        list.push_back(std::move(suggestion));
    }

    std::string folded_;
    std::string typed_;
    Suggestions result_;
    std::vector<Suggestion> beginning_;
    std::vector<Suggestion> pathsBeginning_;
    std::vector<Suggestion> pathsContaining_;
    std::vector<Suggestion> containing_;
};

void addColumns(Collector& collector, const Table& table) {
    for (std::uint32_t i = 0; i < table.columnCount(); ++i) {
        const std::string text = columnText(table, ColumnId{i});
        collector.add({.kind = Suggestion::Kind::Column, .text = text, .shown = text, .match = {}});
    }
}

/// A path whose last name has a word that begins as typed.
struct FittingPath {
    std::string column;
    const FoundPath* found = nullptr;
    std::size_t step = 0; ///< of the name
    std::size_t at = 0;   ///< of the word in it
};

Suggestion suggestionOf(const FittingPath& fitting, std::size_t typed) {
    const JsonPath& path = fitting.found->path;
    const auto& name = std::get<JsonPathKey>(path[fitting.step]).name;
    std::string text = fitting.column + pathText(path);
    Suggestion made{.kind = Suggestion::Kind::Path, .text = text, .shown = text, .match = {}};
    made.rows = fitting.found->rows;
    // A name stands behind a dot, perhaps in quotes; with escapes in it, nothing is marked.
    const std::size_t around = pathText({JsonPathKey{name}}).size() - name.size();
    const JsonPath before(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(fitting.step));
    const std::size_t begin = fitting.column.size() + pathText(before).size() + (around == 1 ? 1 : 2);
    if (around == 1 || around == 3) made.match = {begin + fitting.at, typed};
    return made;
}

/// The paths in all JSON columns that fit, those in many rows first.
bool addPaths(Collector& collector, const Table& table, const std::stop_token& stop) {
    std::vector<std::shared_ptr<const std::vector<FoundPath>>> kept;
    std::vector<FittingPath> fitting;
    for (std::uint32_t i = 0; i < table.columnCount(); ++i) {
        if (table.column(ColumnId{i}).type != ColumnType::Json) continue;
        kept.push_back(foundPaths(table, ColumnId{i}, stop));
        if (!kept.back()) return false;
        const std::string column = columnText(table, ColumnId{i});
        for (const FoundPath& found : *kept.back()) {
            std::size_t step = found.path.size();
            while (step > 0 && !std::holds_alternative<JsonPathKey>(found.path[step - 1]))
                --step;
            if (step-- == 0) continue;
            if (const auto at = wordStart(collector.folded(), std::get<JsonPathKey>(found.path[step]).name))
                fitting.push_back({.column = column, .found = &found, .step = step, .at = *at});
        }
    }
    std::ranges::stable_sort(fitting, std::greater{}, [](const FittingPath& path) { return path.found->rows; });
    for (const FittingPath& path : fitting) {
        Suggestion suggestion = suggestionOf(path, collector.folded().size());
        if (isUtf8(suggestion.text) && isPlainText(suggestion.text))
            collector.addPath(std::move(suggestion), path.at == 0);
    }
    return true;
}

std::string stepText(const std::string& key) {
    return pathText({JsonPathKey{key}}).substr(1); // without its dot
}

/// The keys that may follow a path, each with the rows of all paths that go through it.
bool addSteps(Collector& collector, const OperandName& before, const Table& table, const std::stop_token& stop) {
    const auto column = table.find(before.column);
    if (!column) return true;
    if (table.column(*column).type == ColumnType::Brn && before.steps.empty()) {
        for (const char* part : {"type", "key", "tenant"})
            collector.add({.kind = Suggestion::Kind::Step, .text = part, .shown = part, .match = {}});
        return true;
    }
    if (table.column(*column).type != ColumnType::Json) return true;
    const auto paths = foundPaths(table, *column, stop);
    if (!paths) return false;
    const bool anyDepth = !before.steps.empty() && std::holds_alternative<JsonPathAnyDepth>(before.steps.back());
    const std::span<const JsonPathStep> beginning(before.steps.data(), before.steps.size() - (anyDepth ? 1 : 0));
    std::map<std::string, std::uint32_t> rows;
    const auto fits = [](const JsonPathStep& found, const JsonPathStep& written) {
        const bool element = std::holds_alternative<JsonPathAnyElement>(found);
        return found == written || (element && std::holds_alternative<JsonPathIndex>(written));
    };
    for (const FoundPath& found : *paths) {
        if (found.path.size() <= beginning.size() ||
            !std::ranges::equal(std::span(found.path).first(beginning.size()), beginning, fits))
            continue;
        std::size_t at = beginning.size();
        do {
            if (const auto* key = std::get_if<JsonPathKey>(&found.path[at])) {
                std::uint32_t& most = rows[key->name];
                most = std::max(most, found.rows);
            }
            ++at;
        } while (anyDepth && at < found.path.size());
    }
    collector.countAll(rows.size());
    std::vector<std::pair<std::string, std::uint32_t>> sorted(rows.begin(), rows.end());
    std::ranges::stable_sort(sorted, std::greater{}, [](const auto& entry) { return entry.second; });
    for (const auto& [key, count] : sorted)
        if (isUtf8(key) && isPlainText(key))
            collector.add(
                {.kind = Suggestion::Kind::Step, .text = stepText(key), .shown = key, .match = {}, .rows = count});
    return true;
}

/// The literal that a value is written as, without the operand; empty for what no literal can be.
std::string literalText(const ChosenValue& value, const Operand& operand, const Table& table) {
    const auto made = choiceExpression({.excluded = false, .values = {value}}, operand, table);
    if (!made || !*made) return {};
    const auto* compare = std::get_if<Compare>(&(*made)->node);
    if (compare == nullptr) return {};
    const Literal& literal = compare->value;
    const bool bare = !literal.quoted && isBareWord(literal.text) && !isReservedWord(literal.text);
    return bare ? literal.text : quoted(literal.text);
}

bool addValues(Collector& collector, const OperandName& name, const std::string& typed, const Table& table,
               const std::stop_token& stop) {
    const auto operand = bindOperand(name, table);
    if (!operand) return true;
    const auto counts = facetCounts(*operand, table, std::nullopt, stop);
    if (!counts) return false;
    const auto listed = listedValues(*counts, *operand, table, FacetOrder::ByCount, typed, stop);
    if (!listed) return false;
    collector.countAll(counts->distinct);
    std::size_t matching = 0;
    for (const std::uint32_t value : *listed)
        if (value < counts->values->size()) ++matching;
    for (const std::uint32_t value : *listed) {
        if (collector.isFull()) break;
        if (stop.stop_requested()) return false;
        if (value >= counts->values->size()) continue;
        const ValueKind kind = counts->values->kind(value);
        const std::string_view text = counts->values->text(value);
        if (kind == ValueKind::Container || kind == ValueKind::Secret || text.size() > longestValue ||
            !collector.takes(text))
            continue;
        const ChosenValue chosen{.kind = kind == ValueKind::Number     ? ChosenValue::Kind::Number
                                         : kind == ValueKind::Constant ? ChosenValue::Kind::Constant
                                                                       : ChosenValue::Kind::Text,
                                 .text = std::string(text)};
        std::string written = literalText(chosen, *operand, table);
        if (written.empty()) continue;
        collector.add({.kind = Suggestion::Kind::Value,
                       .text = std::move(written),
                       .shown = std::string(text),
                       .match = {},
                       .rows = (*counts->all)[value]});
    }
    collector.countMatching(matching);
    return true;
}

/// The names of both ends of the relations, those of many rows first.
bool addNodes(Collector& collector, const std::string& typed, const Table& table, const std::stop_token& stop) {
    const auto columns = relationColumns(table);
    if (!columns) return true;
    std::map<std::string, std::uint32_t> rows;
    for (const ColumnId column : {columns->parent, columns->child}) {
        const Operand operand(column);
        const auto counts = facetCounts(operand, table, std::nullopt, stop);
        if (!counts) return false;
        const auto listed = listedValues(*counts, operand, table, FacetOrder::ByCount, typed, stop);
        if (!listed) return false;
        for (const std::uint32_t value : std::span(*listed).first(std::min(listed->size(), mostSuggestions)))
            if (value < counts->values->size()) rows[std::string(counts->values->text(value))] += (*counts->all)[value];
    }
    std::vector<std::pair<std::string, std::uint32_t>> sorted(rows.begin(), rows.end());
    std::ranges::stable_sort(sorted, std::greater{}, [](const auto& entry) { return entry.second; });
    for (const auto& [name, count] : sorted)
        if (name.size() <= longestValue && isUtf8(name) && isPlainText(name))
            collector.add({.kind = Suggestion::Kind::Value,
                           .text = isBareWord(name) && !isReservedWord(name) ? name : quoted(name),
                           .shown = name,
                           .match = {},
                           .rows = count});
    return true;
}

void addWalks(Collector& collector, const Table& table) {
    if (!relationColumns(table)) return;
    for (const ReachOp op : {ReachOp::ReachableFrom, ReachOp::Reaches}) {
        const std::string text = std::string(wordOf(op)) + '(';
        collector.add({.kind = Suggestion::Kind::Word, .text = text, .shown = text, .match = {}});
    }
}

} // namespace

std::optional<Suggestions> suggestionsFor(const CompletionContext& context, const Table& table,
                                          const std::stop_token& stop, PathOffer paths) {
    Collector collector(context);
    if (context.stepsOf && !addSteps(collector, *context.stepsOf, table, stop)) return std::nullopt;
    if (context.valuesOf && !addValues(collector, *context.valuesOf, context.typed, table, stop)) return std::nullopt;
    if (context.nodes && !addNodes(collector, context.typed, table, stop)) return std::nullopt;
    for (const std::string& word : context.words)
        collector.add({.kind = Suggestion::Kind::Word, .text = word, .shown = word, .match = {}});
    if (context.columns) {
        addColumns(collector, table);
        addWalks(collector, table);
        // Without a word, all there are would be too many to read.
        if (paths == PathOffer::All && !context.typed.empty() && !addPaths(collector, table, stop)) return std::nullopt;
    }
    return collector.take();
}

} // namespace idscope
