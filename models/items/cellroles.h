#pragma once

#include <Qt>

namespace idscope {

/// What views may ask the TableModel beyond Qt's own roles. Cells:
/// - Qt::DisplayRole: QString, one line fit for the screen (see displayText): secrets masked, a BRN as its key,
///   instants as given
/// - Qt::ToolTipRole: QString, the whole cell (cut) and what is odd about it, escaped markup
/// - Qt::AccessibleTextRole: QString, DisplayRole with kind and oddity in words
/// and those of the enum marked "cell". Column headers: DisplayRole, ToolTipRole and those marked "column"; row
/// headers: DisplayRole, the row's number in its file.
enum CellRole : int {
    RawTextRole = Qt::UserRole + 1, ///< cell, QString: the whole text with line breaks, secrets masked; for copies
    MarksRole,                      ///< cell, QList<DisplayMark>: stretches of DisplayRole to be boxed
    LineRole,                       ///< cell, CellLinePtr: what is drawn of it; kept per distinct value
    FlagRole,      ///< cell, int of a NoticeKind or deceptiveNameFlag when it is odd, else nothing: a triangle
    FlagTextRole,  ///< cell, QString: the sentence for it
    BreakRole,     ///< cell, int: where in DisplayRole broken JSON breaks, else nothing
    NamedTypeRole, ///< cell, QString: type of the BRN that the cell is a name of; nothing in other columns
    BrnTypeRole,   ///< cell, QString: type of a BRN; empty for an opaque name; nothing in other columns and empty cells
    BrnNameRole,   ///< cell, QString: what the entities call the BRN; nothing when they don't, or it is not known yet
    ReferenceRole, ///< cell, bool: names something in another resource
    SwatchRole,    ///< cell, uint 0xAARRGGBB: the colour that a cell of a colour column names, else nothing
    RowNumberRole, ///< cell, uint: number of the row in its file, from 1
    ColumnTypeRole, ///< cell and column, int of a ColumnType; Json for a column of a JSON path, but not for its strings
    DerivedRole,    ///< column, bool: computed from other columns; hidden at first
    WidthRole,      ///< column, int: first width in px at 100 %
    OperandRole,    ///< column, QString: as the filter language writes it; no two columns have the same
    AddedRole,      ///< column, bool: a JSON path or a part of a BRN that people have added
};

} // namespace idscope
