#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace idscope {

enum class SavedViewProblem : std::uint8_t {
    TooLarge,     ///< more than SavedView::largestFile bytes
    NotJson,      ///< `byte` is where it breaks
    NotAView,     ///< JSON of another kind
    NewerVersion, ///< written by a newer program
    WrongValue,   ///< `place` holds what can't stand there
    TooMany,      ///< `place` has more entries than any table has columns
    NoOperand,    ///< `place` names no column, path or part
    NoFilter,     ///< the filter can't be read by the filter language
};

/// Why bytes are no saved view; the sentence is made by words::sentence().
struct SavedViewError {
    SavedViewProblem problem{};
    QString place; ///< "columns.shown[3].width"
    std::size_t byte = 0;
};

/// How people look at tables of a resource, under a name: filter, order, columns, facets. Knows columns by what the
/// filter language calls them, so that a view made on one snapshot works on the next. Holds no data but what people
/// typed into the filter.
struct SavedView {
    static constexpr qsizetype largestFile = qsizetype{1} << 20;
    static constexpr qsizetype longestName = 200;
    static constexpr std::size_t mostEntries = 10'000;

    struct SortKey {
        QString operand;
        bool descending = false;
        friend bool operator==(const SortKey&, const SortKey&) = default;
    };
    struct Column {
        QString operand;
        int width = 0; ///< px; 0: its first one
        bool shown = true;
        friend bool operator==(const Column&, const Column&) = default;
    };

    QString name;
    QString resource;     ///< a Schema::key
    QString filter;       ///< as it stood in the filter bar; empty: every row
    QStringList switched; ///< parts of a filter that were switched off
    std::vector<SortKey> sort;
    std::vector<Column> columns; ///< from left to right; none: as at first
    int frozen = 0;              ///< shown columns, from the left, that stay
    QStringList facets;          ///< operands, in their order
    QJsonObject more;            ///< sections of other parts of the program, kept as they are
    friend bool operator==(const SavedView&, const SavedView&) = default;

    /// JSON, UTF-8: sections and keys in a fixed order, one fact a line, a line end at the end, so that two views can
    /// be compared by any tool.
    [[nodiscard]] QByteArray toJson() const;
    /// Reads what toJson() writes, and distrusts every byte of it. O(bytes).
    static std::expected<SavedView, SavedViewError> fromJson(const QByteArray& json);

    /// Filter, what is switched off of it, and order alone, under the keys that toJson() has for them.
    [[nodiscard]] QJsonObject filterAndOrder() const;
    /// A view of these alone, whether the filter can be read or not; what is of another kind is left out.
    static SavedView ofFilterAndOrder(const QJsonObject& object);
};

/// The name as it may be: without blanks at its ends and control characters, cut at longestName; empty: none was left.
QString savedViewName(const QString& typed);

} // namespace idscope
