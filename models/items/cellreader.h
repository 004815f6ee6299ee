#pragma once

#include "models/items/cellline.h"
#include "models/items/deceptivename.h"
#include "models/items/partvalue.h"
#include "models/query/textmatches.h"
#include "models/relations/entitynames.h"
#include "models/table/table.h"
#include "models/table/valuepool.h"

#include <QCoreApplication>
#include <QString>
#include <QVariant>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace idscope {

/// Answers the cell roles of CellRole from a table. Keeps what is known of the values last seen, so that a cell costs
/// nothing the second time, and reads no more of a long cell than a screen shows. One thread.
class CellReader {
    Q_DECLARE_TR_FUNCTIONS(CellReader)
public:
    /// `place` tells the operands of one table apart until forget().
    [[nodiscard]] QVariant read(const Table& table, RowId row, const Operand& operand, int place, int role);
    /// What is to be marked in lines from now on.
    void setMatches(std::shared_ptr<const TextMatches> matches);
    /// What BRNs are called from now on; null: nothing is known.
    void setNames(EntityNamesPtr names) { names_ = std::move(names); }
    /// Forgets everything but matches and names: to be called when the next table is of another load, or operands
    /// change places.
    void forget() { values_.clear(); }

private:
    struct Cell {
        const Table& table;
        RowId row;
        const Operand& operand;
        int place;
        ColumnType type; ///< of the column
        std::string_view text;
        [[nodiscard]] bool isPart() const { return operand.kind != Operand::Kind::Cell; }
    };
    /// What is known of a distinct value.
    struct Value {
        std::optional<Oddity> oddity;
        std::optional<Deception> deception; ///< of texts and BRNs
        std::string json;                   ///< masked, as much as a screen may need; only of JSON columns
        PartValue part;                     ///< where the operand is no whole cell
        CellLinePtr line;                   ///< made when first asked for
    };

    Value& value(const Cell& cell);
    static std::string shownJson(std::string_view cell);
    /// What is said of a part that has no text to be shown; empty when it has, and when it is missing.
    static QString note(const PartValue& part);
    static QVariant namedType(const Cell& cell);
    QVariant readPart(const Cell& cell, int role);
    QString partToolTip(const Cell& cell);
    std::string_view shown(const Cell& cell);
    /// Where broken JSON breaks in what is shown; its end when that is masked.
    std::optional<std::size_t> breakByte(const Cell& cell);
    CellLinePtr line(const Cell& cell);
    /// The matches in what is shown.
    std::vector<TextSpan> matches(const Cell& cell);
    std::optional<Notice> oddity(const Cell& cell);
    QString oddityText(const Cell& cell);
    /// What is known of the entity that a BRN stands for.
    [[nodiscard]] std::optional<EntityName> entity(const Cell& cell) const;
    QString toolTip(const Cell& cell);
    QString accessibleText(const Cell& cell);
    QVariant breakPosition(const Cell& cell);

    std::shared_ptr<const TextMatches> matches_;
    EntityNamesPtr names_;
    std::unordered_map<std::uint64_t, Value> values_; ///< by place, and code or row
};

} // namespace idscope
