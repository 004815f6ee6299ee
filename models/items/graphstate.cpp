#include "models/items/graphstate.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kindNames = std::to_array<std::pair<GraphQuestionKind, const char*>>({
    {GraphQuestionKind::ReachedFrom, "reached from"},
    {GraphQuestionKind::Reaching, "reaching"},
    {GraphQuestionKind::Paths, "paths"},
    {GraphQuestionKind::Cycles, "cycles"},
    {GraphQuestionKind::Shared, "shared"},
});

bool isName(const QString& text) {
    return !text.isEmpty() && text.size() <= GraphState::longestName;
}

/// Nothing: no list of names.
std::optional<QStringList> namesOf(const QJsonValue& value) {
    const QJsonArray array = value.toArray();
    if (!(value.isArray() || value.isUndefined()) || array.size() > GraphState::mostNames) return std::nullopt;
    QStringList names;
    for (const auto& each : array) {
        if (!isName(each.toString())) return std::nullopt;
        names.append(each.toString());
    }
    return names;
}

/// Sides are written as an array of names for each way.
void addSides(QJsonObject& json, const QString& key, const std::vector<GraphState::Side>& sides) {
    QJsonArray down, up;
    for (const GraphState::Side& side : sides)
        (side.side == Direction::Down ? down : up).append(side.name);
    if (!down.isEmpty()) json[key + " down"_L1] = down;
    if (!up.isEmpty()) json[key + " up"_L1] = up;
}

bool readSides(const QJsonObject& json, const QString& key, std::vector<GraphState::Side>& sides) {
    for (const Direction side : {Direction::Down, Direction::Up}) {
        const auto names = namesOf(json.value(key + (side == Direction::Down ? " down"_L1 : " up"_L1)));
        if (!names) return false;
        for (const QString& name : *names)
            sides.push_back({name, side});
    }
    return true;
}

} // namespace

QJsonObject GraphState::toJson() const {
    QJsonObject json;
    const auto named = std::ranges::find(kindNames, kind, &std::pair<GraphQuestionKind, const char*>::first);
    json[u"question"_s] = QLatin1StringView(named->second);
    const auto add = [&json](const QString& key, const QStringList& names) {
        if (!names.isEmpty()) json[key] = QJsonArray::fromStringList(names);
    };
    add(u"from"_s, from);
    add(u"to"_s, to);
    if (!only.isEmpty()) json[u"only"_s] = only;
    addSides(json, u"expanded"_s, expanded);
    addSides(json, u"collapsed"_s, collapsed);
    add(u"unfolded"_s, unfolded);
    if (!current.isEmpty()) json[u"current"_s] = current;
    return json;
}

std::optional<GraphState> GraphState::fromJson(const QJsonObject& json) {
    const QString question = json.value(u"question"_s).toString();
    const auto named =
        std::ranges::find_if(kindNames, [&](const auto& each) { return question == QLatin1StringView(each.second); });
    const auto from = namesOf(json.value(u"from"_s));
    const auto to = namesOf(json.value(u"to"_s));
    const auto unfolded = namesOf(json.value(u"unfolded"_s));
    const QString only = json.value(u"only"_s).toString();
    const QString current = json.value(u"current"_s).toString();
    constexpr qsizetype longestFilter = 100'000;
    if (named == kindNames.end() || !from || !to || !unfolded || only.size() > longestFilter ||
        current.size() > longestName)
        return std::nullopt;
    GraphState state{.kind = named->first,
                     .from = *from,
                     .to = *to,
                     .only = only,
                     .expanded = {},
                     .collapsed = {},
                     .unfolded = *unfolded,
                     .current = current};
    if (!readSides(json, u"expanded"_s, state.expanded) || !readSides(json, u"collapsed"_s, state.collapsed))
        return std::nullopt;
    return state;
}

} // namespace idscope
