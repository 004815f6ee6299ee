#pragma once

#include "models/base/ids.h"
#include "models/table/bytesource.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace idscope {

struct DerivedSpec;
struct TableLayout;

/// Where the records of a file begin that are found so far.
struct RawRecords {
    std::shared_ptr<const ByteSource> source;
    std::shared_ptr<const void> owner;     ///< of `begins`
    std::span<const std::uint64_t> begins; ///< may be wrong where they are not trusted: what they give is never read
                                           ///< beyond the source
    std::uint64_t end = 0;                 ///< of the last
};

/// The rows of a table as they stand in its files, to be shown before they are interned: a record is read when one of
/// its cells is asked for, and kept. Any thread. Memory: O(records looked at), as long as this lives.
class RawRows {
public:
    /// `files` in the order of the layout's, as many as are known from the first on; `names`: see SourceRange.
    RawRows(const TableLayout& layout, const std::vector<std::string>& names, std::vector<RawRecords> files);
    ~RawRows();
    RawRows(const RawRows&) = delete;
    RawRows& operator=(const RawRows&) = delete;

    [[nodiscard]] std::uint32_t count() const { return count_; }
    /// The bytes of a cell, derived ones included; empty where the file lacks it, where it can't be read (any more),
    /// and in records of more than 1 MiB. They live as long as this. O(1), the first time O(bytes of the record).
    [[nodiscard]] std::string_view cell(RowId row, ColumnId column) const;
    /// Whether a cell was given as empty because its record is that long.
    [[nodiscard]] bool hasLeftOut() const { return leftOut_; }

private:
    struct File;
    struct Record;
    struct Derived {
        const DerivedSpec* spec;
        ColumnId column;
        std::array<std::optional<ColumnId>, 2> inputs;
    };
    Record& record(RowId row) const;
    std::string_view cellOf(Record& record, ColumnId column) const;

    std::vector<File> files_;
    std::vector<Derived> derived_;
    std::optional<ColumnId> source_;
    std::uint32_t count_ = 0;

    mutable std::atomic<bool> leftOut_ = false;
    mutable std::mutex mutex_;
    mutable std::unordered_map<RowId, std::unique_ptr<Record>> records_; ///< those looked at
};

} // namespace idscope
