#include "models/relations/brn.h"

namespace idscope {

std::optional<Brn> parseBrn(std::string_view text) {
    constexpr std::string_view prefix = "brn:bid:balkanid:::";
    if (!text.starts_with(prefix)) return std::nullopt;
    std::string_view rest = text.substr(prefix.size());
    const auto nextPart = [&] {
        const std::string_view part = rest.substr(0, rest.find(':'));
        rest.remove_prefix(part.size() < rest.size() ? part.size() + 1 : rest.size());
        return part;
    };
    Brn brn;
    brn.tenant = nextPart();
    brn.type = nextPart();
    brn.key = rest;
    if (brn.tenant.empty() || brn.type.empty() || brn.key.empty() || brn.key.contains(':')) return std::nullopt;
    return brn;
}

std::string_view brnType(std::string_view text) {
    const auto brn = parseBrn(text);
    return brn ? brn->type : std::string_view();
}

} // namespace idscope
