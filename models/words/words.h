#pragma once

#include "models/base/atomicfile.h"
#include "models/connection/connectionfault.h"
#include "models/query/expression.h"
#include "models/relations/relationerror.h"
#include "models/savedview/savedview.h"
#include "models/schema/schema.h"
#include "models/table/loader.h"
#include "models/table/notice.h"
#include "models/table/table.h"
#include "models/transfer/transfer.h"

#include <QString>
#include <QStringList>

namespace idscope::words {

// The sentences for values, made once for window and command line: what, where, what to do. Plain text, never markup.

QString sentence(const TableError& error);
/// "Character 1: no such column." with what was expected; `text` is the whole expression.
QString sentence(const QueryError& error, std::string_view text);
/// Of anything that could not be done for want of memory, or of a thread, which is the same.
QString noMemory();
QString sentence(const RelationError& error);
QString sentence(const ExportError& error);
QString sentence(const FileError& error);
/// What is the matter alone: what becomes of the secret is for the caller to say.
QString sentence(KeychainFault fault);
QString sentence(const AuthorityFault& fault);
/// Why trying a key failed: where exports have their own cures, those of a new connection.
QString trialSentence(const ExportError& error);
QString sentence(const Notice& notice, const Table& table);
QString sentence(const JsonError& error, std::string_view cell);
QString sentence(const SavedViewError& error);

/// "Requesting", "Waiting: poll 4, next in 3 s", "Downloading 61 %"…
QString phase(const TransferStatus& status);
/// "281 of 461 MB, 48 MB/s, 4 s left", "25 rows, 5 KB"…
QString progress(const TransferStatus& status);

/// "4 done, 1 running".
QString list(const QStringList& parts);

/// The resource's name in the user's language.
QString resourceTitle(const Schema& schema);
/// "Relations, Okta" or "Apps".
QString targetTitle(const ExportTarget& target, SchemaList schemas);

/// Numbers by locale, exact: 1,000,000.
QString number(std::uint64_t value);
/// "461 MB", "14 KB": powers of 1000.
QString byteCount(std::uint64_t bytes);

/// Text from outside for the screen: bad UTF-8 as U+FFFD.
QString fromUtf8(std::string_view bytes);

} // namespace idscope::words
