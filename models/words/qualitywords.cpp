#include "models/words/qualitywords.h"

#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

namespace {

QString invalidText(ColumnType type, const QString& rows, const QString& column) {
    switch (type) {
    case ColumnType::Json:
        return Words::tr("%1 rows whose “%2” is not JSON.").arg(rows, column);
    case ColumnType::Instant:
        return Words::tr("%1 rows whose “%2” is no instant.").arg(rows, column);
    case ColumnType::Number:
        return Words::tr("%1 rows whose “%2” is no number.").arg(rows, column);
    case ColumnType::Brn:
        return Words::tr("%1 rows whose “%2” is no BRN.").arg(rows, column);
    case ColumnType::Color:
        return Words::tr("%1 rows whose “%2” is no hex colour.").arg(rows, column);
    default:
        return Words::tr("%1 rows whose “%2” is not what the column holds.").arg(rows, column);
    }
}

} // namespace

QString sentence(const QualityCheck& check, const Table& table) {
    const QString rows = number(check.count);
    const QString column = check.column ? quoted(table.column(*check.column).label) : QString();
    switch (check.kind) {
    case QualityKind::MissingColumn:
        return Words::tr("The column “%1” is missing.").arg(quoted(check.text));
    case QualityKind::RaggedRow:
        return Words::tr("%1 rows with another number of cells than the header.").arg(rows);
    case QualityKind::BadText:
        return Words::tr("%1 rows with bytes that are not UTF-8.").arg(rows);
    case QualityKind::InvalidCell:
        return invalidText(table.column(*check.column).type, rows, column);
    case QualityKind::EmptyCell:
        return Words::tr("%1 rows without “%2”, which every row should have.").arg(rows, column);
    case QualityKind::TypeMismatch:
        return Words::tr("%1 rows whose “%2” is not the type of their BRN.").arg(rows, column);
    case QualityKind::RepeatedRow:
        return Words::tr("%1 rows that are the same as an earlier one.").arg(rows);
    case QualityKind::RepeatedId:
        return Words::tr("%1 rows that share their “%2” with others.").arg(rows, column);
    case QualityKind::OrphanRelation:
        return Words::tr("%1 relations of what no identity reaches.").arg(rows);
    case QualityKind::CyclicRelation:
        return Words::tr("%1 relations that lead round in a circle.").arg(rows);
    }
    Q_UNREACHABLE();
}

} // namespace idscope::words
