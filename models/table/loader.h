#pragma once

#include "models/schema/schema.h"
#include "models/table/bytesource.h"
#include "models/table/indexkey.h"
#include "models/table/table.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

enum class TableErrorKind : std::uint8_t {
    CannotOpen, ///< detail: the system's word (ENOENT, EACCES …)
    CannotRead,
    NoHeader, ///< the file is empty
    TooManyRows,
    OutOfMemory,
    Changed,           ///< the file was written to while it was read
    Incomplete,        ///< what was followed while it grew was cut; the rows that came were published
    DifferentResource, ///< several files that are not of one resource; detail: the header found
    Cancelled,
};

/// Why a table could not be loaded; the sentence is made by words::sentence().
struct TableError {
    TableErrorKind kind{};
    std::string file; ///< as given by the user, UTF-8
    std::uint64_t byte = 0;
    int systemError = 0; ///< errno, or 0
    std::string detail;
};

struct LoadOptions {
    SchemaList schemas;             ///< candidates for recognition
    const Schema* schema = nullptr; ///< read as this one whatever the header says
    FileOwner owner = FileOwner::Others;
    /// The one file is still being written: it is followed to its end, and what has come is published every tenth of a
    /// second.
    std::shared_ptr<GrowingFile> growing = {};
    /// An index kept beside the one file, if any: the table is read from there when the index is whole and belongs to
    /// the file. Nothing is said when it is not.
    std::optional<IndexPlace> index = {};
    /// What people call each of several files, for the column `source`; empty: by their base names.
    std::vector<std::string> names = {};

    // How the work is divided; the table does not depend on it. 0: as is best here.
    unsigned threads = 0;
    std::size_t sectionBytes = 0; ///< searched for records at a time
    std::size_t pieceBytes = 0;   ///< interned at a time
    /// Called, if any, when it is known where every record of every file begins; streams don't tell.
    std::function<void()> recordsFound = {};
};

/// How many threads a load uses unless told otherwise.
unsigned usualThreads();

/// Loads one table from one or more CSV files of the same resource ("-": standard input), on the calling thread and
/// others. First all records are found, then their cells interned; the table is the same for any number of threads.
/// `publish`, when given, is called with growing snapshots, on any of the threads, but never by two at once: of files,
/// first with what can be listed (the beginning, then all rows, none interned; in between, ten times a second, only
/// bytes() tells how much is searched), then after few rows, then per block, last with the complete table. Several
/// files become one table: columns are united by folded name in order of first appearance, what a file lacks is empty,
/// and a derived column `source` is added. Tables of no resource must have the same columns. Cancellable between pieces
/// of 256 KB, but for a stream that gives none. O(bytes); memory O(distinct values + codes).
std::expected<TablePtr, TableError> loadTable(const std::vector<std::string>& files, const LoadOptions& options,
                                              std::stop_token stop = {},
                                              const std::function<void(TablePtr)>& publish = {});

/// The same over bytes in memory; `name` stands for the file in errors and in `source`.
std::expected<TablePtr, TableError> loadTableFromMemory(std::string_view csv, const std::string& name,
                                                        const LoadOptions& options, std::stop_token stop = {});

} // namespace idscope
