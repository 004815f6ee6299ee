#pragma once

#include "models/table/table.h"

#include <QCoreApplication>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace idscope {

/// Answers the cell roles of CellRole from a table. Keeps what needs a full reading of a JSON cell (masks, break) per
/// distinct value, for the values last seen. One thread.
class CellReader {
    Q_DECLARE_TR_FUNCTIONS(CellReader)
public:
    /// JSON cells beyond are neither read nor shown, only named by their size: their masks would take longer than a
    /// frame.
    static constexpr std::size_t longestJson = std::size_t{4} * 1024 * 1024;

    [[nodiscard]] QVariant read(const Table& table, RowId row, ColumnId column, int role);
    /// Forgets everything: to be called when the next table is of another load.
    void forget() { json_.clear(); }

private:
    struct Json {
        std::string shown;                    ///< masked, as much as a screen may need
        std::optional<std::size_t> breakByte; ///< in the cell
        std::size_t breakInShown = 0;         ///< the same in `shown`; its end if it lies in what is masked
    };
    struct Cell {
        const Table& table;
        RowId row;
        ColumnId column;
        ColumnType type;
        std::string_view text;
    };

    const Json& json(const Cell& cell);
    std::string_view shown(const Cell& cell);
    std::optional<Notice> oddity(const Cell& cell);
    QString oddityText(const Cell& cell);
    QString toolTip(const Cell& cell);
    QString accessibleText(const Cell& cell);
    QVariant breakPosition(const Cell& cell);

    std::unordered_map<std::uint64_t, Json> json_; ///< by column and code
};

} // namespace idscope
