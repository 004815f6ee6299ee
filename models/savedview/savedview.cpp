#include "models/savedview/savedview.h"

#include "models/query/expression.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>
#include <string_view>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr int widest = 4000;

constexpr auto versionKey = "idscopeView"_L1;
constexpr auto nameKey = "name"_L1;
constexpr auto resourceKey = "resource"_L1;
constexpr auto filterKey = "filter"_L1;
constexpr auto switchedKey = "switchedOff"_L1;
constexpr auto sortKey = "sort"_L1;
constexpr auto columnsKey = "columns"_L1;
constexpr auto frozenKey = "frozen"_L1;
constexpr auto facetsKey = "facets"_L1;
constexpr auto moreKey = "more"_L1;

constexpr auto operandKey = "operand"_L1;
constexpr auto descendingKey = "descending"_L1;
constexpr auto widthKey = "width"_L1;
constexpr auto shownKey = "shown"_L1;

/// A value in one line.
QByteArray compact(const QJsonValue& value) {
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// Writes the lines of an object.
class Lines {
public:
    void fact(QLatin1StringView key, const QJsonValue& value) { entry(key, compact(value)); }
    void list(QLatin1StringView key, const QJsonArray& values) {
        QByteArray text = "[";
        for (const auto& value : values)
            text += (text.size() > 1 ? ",\n        " : "\n        ") + compact(value);
        entry(key, text + (values.isEmpty() ? "]" : "\n    ]"));
    }
    [[nodiscard]] QByteArray text() const { return "{\n" + text_ + "\n}\n"; }

private:
    void entry(QLatin1StringView key, const QByteArray& value) {
        if (!text_.isEmpty()) text_ += ",\n";
        text_ += "    " + compact(QString(key)) + ": " + value;
    }
    QByteArray text_;
};

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Takes a view out of an object, or tells what is wrong with the first thing that can't be one.
class Reader {
public:
    explicit Reader(const QJsonObject& object) : object_(object) {}

    std::expected<SavedView, SavedViewError> run() {
        SavedView view;
        view.name = text(object_, nameKey);
        view.resource = text(object_, resourceKey);
        view.filter = text(object_, filterKey);
        view.switched = texts(switchedKey);
        view.sort = entries<SavedView::SortKey>(sortKey, [this](const QJsonObject& entry, const QString& place) {
            return SavedView::SortKey{operand(entry.value(operandKey), place),
                                      flag(entry, descendingKey, false, place)};
        });
        view.columns = entries<SavedView::Column>(columnsKey, [this](const QJsonObject& entry, const QString& place) {
            return SavedView::Column{operand(entry.value(operandKey), place),
                                     number(entry.value(widthKey), place + u".width"_s, widest),
                                     flag(entry, shownKey, true, place)};
        });
        view.frozen = number(object_.value(frozenKey), frozenKey, static_cast<int>(SavedView::mostEntries));
        view.facets = texts(facetsKey);
        for (const QString& facet : view.facets)
            operand(facet, facetsKey);
        if (const QJsonValue more = object_.value(moreKey); more.isObject())
            view.more = more.toObject();
        else if (!more.isUndefined())
            refuse(SavedViewProblem::WrongValue, moreKey);
        if (view.name.isEmpty() || savedViewName(view.name) != view.name) refuse(SavedViewProblem::WrongValue, nameKey);
        readFilter(view.filter, filterKey);
        for (const QString& part : view.switched)
            readFilter(part, switchedKey);
        if (error_) return std::unexpected(*error_);
        return view;
    }

private:
    /// The first is told.
    void refuse(SavedViewProblem problem, const QString& place) {
        if (!error_) error_ = SavedViewError{.problem = problem, .place = place};
    }
    QString text(const QJsonObject& in, QLatin1StringView key) {
        const QJsonValue value = in.value(key);
        if (!value.isUndefined() && !value.isString()) refuse(SavedViewProblem::WrongValue, key);
        return value.toString();
    }
    QJsonArray list(QLatin1StringView key) {
        const QJsonValue value = object_.value(key);
        if (!value.isUndefined() && !value.isArray()) refuse(SavedViewProblem::WrongValue, key);
        if (value.toArray().size() <= static_cast<qsizetype>(SavedView::mostEntries)) return value.toArray();
        refuse(SavedViewProblem::TooMany, key);
        return {};
    }
    QStringList texts(QLatin1StringView key) {
        QStringList found;
        for (const auto& value : list(key)) {
            if (!value.isString()) refuse(SavedViewProblem::WrongValue, u"%1[%2]"_s.arg(key).arg(found.size()));
            found << value.toString();
        }
        return found;
    }
    template <class Entry, class Read>
    std::vector<Entry> entries(QLatin1StringView key, Read read) {
        std::vector<Entry> found;
        for (const auto& value : list(key)) {
            const QString place = u"%1[%2]"_s.arg(key).arg(found.size());
            if (!value.isObject()) refuse(SavedViewProblem::WrongValue, place);
            found.push_back(read(value.toObject(), place));
        }
        return found;
    }
    QString operand(const QJsonValue& value, const QString& place) {
        const QByteArray text = value.toString().toUtf8();
        if (text.size() > static_cast<qsizetype>(maximumExpressionLength) || !parseOperand(viewOf(text)))
            refuse(SavedViewProblem::NoOperand, place);
        return value.toString();
    }
    int number(const QJsonValue& value, const QString& place, int most) {
        const int found = value.toInt(-1);
        if (value.isUndefined()) return 0;
        if (found < 0 || found > most) refuse(SavedViewProblem::WrongValue, place);
        return found;
    }
    bool flag(const QJsonObject& in, QLatin1StringView key, bool usual, const QString& place) {
        const QJsonValue value = in.value(key);
        if (!value.isUndefined() && !value.isBool()) refuse(SavedViewProblem::WrongValue, place + u'.' + QString(key));
        return value.toBool(usual);
    }
    void readFilter(const QString& filter, QLatin1StringView key) {
        if (!parseExpression(viewOf(filter.toUtf8()))) refuse(SavedViewProblem::NoFilter, key);
    }

    const QJsonObject& object_;
    std::optional<SavedViewError> error_;
};

} // namespace

QByteArray SavedView::toJson() const {
    Lines lines;
    lines.fact(versionKey, version);
    lines.fact(nameKey, name);
    lines.fact(resourceKey, resource);
    const QJsonObject asked = filterAndOrder();
    lines.fact(filterKey, asked[filterKey]);
    for (const auto key : {switchedKey, sortKey})
        lines.list(key, asked[key].toArray());
    lines.fact(frozenKey, frozen);
    QJsonArray list;
    for (const Column& column : columns)
        list.append(QJsonObject{{operandKey, column.operand}, {widthKey, column.width}, {shownKey, column.shown}});
    lines.list(columnsKey, list);
    lines.list(facetsKey, QJsonArray::fromStringList(facets));
    if (!more.isEmpty()) lines.fact(moreKey, more);
    return lines.text();
}

std::expected<SavedView, SavedViewError> SavedView::fromJson(const QByteArray& json) {
    if (json.size() > largestFile) return std::unexpected(SavedViewError{.problem = SavedViewProblem::TooLarge});
    QJsonParseError broken;
    const QJsonDocument document = QJsonDocument::fromJson(json, &broken);
    if (broken.error != QJsonParseError::NoError)
        return std::unexpected(
            SavedViewError{.problem = SavedViewProblem::NotJson, .byte = static_cast<std::size_t>(broken.offset)});
    const QJsonObject object = document.object();
    const int written = object.value(versionKey).toInt();
    if (written > version) return std::unexpected(SavedViewError{.problem = SavedViewProblem::NewerVersion});
    if (written != version) return std::unexpected(SavedViewError{.problem = SavedViewProblem::NotAView});
    return Reader(object).run();
}

QJsonObject SavedView::filterAndOrder() const {
    QJsonArray keys;
    for (const SortKey& key : sort)
        keys.append(QJsonObject{{operandKey, key.operand}, {descendingKey, key.descending}});
    return {{filterKey, filter}, {switchedKey, QJsonArray::fromStringList(switched)}, {sortKey, keys}};
}

SavedView SavedView::ofFilterAndOrder(const QJsonObject& object) {
    SavedView view;
    view.filter = object[filterKey].toString();
    for (const auto& part : object[switchedKey].toArray())
        if (part.isString()) view.switched << part.toString();
    for (const auto& key : object[sortKey].toArray())
        if (key[operandKey].isString()) view.sort.push_back({key[operandKey].toString(), key[descendingKey].toBool()});
    return view;
}

QString savedViewName(const QString& typed) {
    QString name = typed;
    name.removeIf([](QChar c) {
        return !c.isSpace() && (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
    });
    name = name.simplified();
    name.truncate(SavedView::longestName);
    if (!name.isEmpty() && name.back().isHighSurrogate()) name.chop(1);
    return name.trimmed();
}

} // namespace idscope
