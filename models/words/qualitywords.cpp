#include "models/words/qualitywords.h"

#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

namespace {

QString invalidText(ColumnType type, std::uint64_t count, const QString& column) {
    const QString rows = number(count);
    const int form = plural(count);
    switch (type) {
    case ColumnType::Json:
        return Words::tr("%1 rows whose “%2” is not JSON.", nullptr, form).arg(rows, column);
    case ColumnType::Instant:
        return Words::tr("%1 rows whose “%2” is no instant.", nullptr, form).arg(rows, column);
    case ColumnType::Number:
        return Words::tr("%1 rows whose “%2” is no number.", nullptr, form).arg(rows, column);
    case ColumnType::Brn:
        return Words::tr("%1 rows whose “%2” is no BRN.", nullptr, form).arg(rows, column);
    case ColumnType::Color:
        return Words::tr("%1 rows whose “%2” is no hex colour.", nullptr, form).arg(rows, column);
    default:
        return Words::tr("%1 rows whose “%2” is not what the column holds.", nullptr, form).arg(rows, column);
    }
}

} // namespace

QString sentence(const QualityCheck& check, const Table& table) {
    const QString rows = number(check.count);
    const int form = plural(check.count);
    const QString column = check.column ? quoted(table.column(*check.column).label) : QString();
    switch (check.kind) {
    case QualityKind::MissingColumn:
        return Words::tr("The column “%1” is missing.").arg(quoted(check.text));
    case QualityKind::RaggedRow:
        return Words::tr("%1 rows with another number of cells than the header.", nullptr, form).arg(rows);
    case QualityKind::BadText:
        return Words::tr("%1 rows with bytes that are not UTF-8.", nullptr, form).arg(rows);
    case QualityKind::InvalidCell:
        return invalidText(table.column(*check.column).type, check.count, column);
    case QualityKind::EmptyCell:
        return Words::tr("%1 rows without “%2”, which every row should have.", nullptr, form).arg(rows, column);
    case QualityKind::TypeMismatch:
        return Words::tr("%1 rows whose “%2” is not the type of their BRN.", nullptr, form).arg(rows, column);
    case QualityKind::RepeatedRow:
        return Words::tr("%1 rows that are the same as an earlier one.", nullptr, form).arg(rows);
    case QualityKind::RepeatedId:
        return Words::tr("%1 rows that share their “%2” with others.", nullptr, form).arg(rows, column);
    case QualityKind::OrphanRelation:
        return Words::tr("%1 relations of what no identity reaches.", nullptr, form).arg(rows);
    case QualityKind::CyclicRelation:
        return Words::tr("%1 relations that lead round in a circle.", nullptr, form).arg(rows);
    }
    Q_UNREACHABLE();
}

} // namespace idscope::words
