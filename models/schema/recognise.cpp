#include "models/schema/recognise.h"

#include "models/base/casefold.h"

#include <algorithm>

namespace idscope {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\v\f";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

bool isRequired(const ColumnSpec& spec) {
    return spec.presence == Presence::Required;
}

std::size_t known(const HeaderMatch& match) {
    return match.columns.size() - static_cast<std::size_t>(std::ranges::count(match.columns, nullptr));
}

bool isWhole(const HeaderMatch& match) {
    return match.missingRequired.empty() && std::ranges::any_of(match.schema->columns, isRequired);
}

bool isHalf(const HeaderMatch& match) {
    return 2 * known(match) >= match.schema->columns.size();
}

} // namespace

std::string foldedName(std::string_view headerCell) {
    std::string_view name = trimmed(headerCell);
    if (name.ends_with('*')) name = trimmed(name.substr(0, name.size() - 1));
    std::string folded = foldedCase(name);
    std::ranges::replace(folded, '_', ' ');
    return folded;
}

HeaderMatch matchHeader(std::span<const std::string> header, const Schema& schema) {
    HeaderMatch match{
        .schema = &schema, .columns = std::vector<const ColumnSpec*>(header.size()), .missingRequired = {}};
    std::vector<std::string> names;
    names.reserve(header.size());
    for (const std::string& cell : header)
        names.push_back(foldedName(cell));
    for (const ColumnSpec& spec : schema.columns) {
        const auto found = std::ranges::find(names, foldedName(spec.name));
        if (found != names.end())
            match.columns[static_cast<std::size_t>(found - names.begin())] = &spec;
        else if (isRequired(spec))
            match.missingRequired.push_back(&spec);
    }
    return match;
}

HeaderMatch recognise(std::span<const std::string> header, SchemaList schemas) {
    HeaderMatch best;
    bool tied = false;
    for (const Schema* schema : schemas) {
        HeaderMatch match = matchHeader(header, *schema);
        if (!isWhole(match) && !isHalf(match)) continue;
        const auto rank = [](const HeaderMatch& candidate) { return std::pair(isWhole(candidate), known(candidate)); };
        const bool better = best.schema == nullptr || rank(match) > rank(best);
        tied = !better && (tied || (!isWhole(match) && rank(match) == rank(best)));
        if (better) best = std::move(match);
    }
    if (best.schema != nullptr && !tied) return best;
    return {.schema = nullptr, .columns = std::vector<const ColumnSpec*>(header.size()), .missingRequired = {}};
}

const Schema* schemaByKey(std::string_view key, SchemaList schemas) {
    const auto found = std::ranges::find(schemas, key, &Schema::key);
    return found == schemas.end() ? nullptr : *found;
}

} // namespace idscope
