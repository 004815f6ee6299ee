#pragma once

#include "models/table/bytesource.h"
#include "models/table/indexformat.h"
#include "models/table/table.h"
#include "models/table/tablelayout.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>

namespace idscope {

/// The index of a table, mapped from the file it is kept in (see indexformat.h; Idscope wrote it, nobody else changes
/// it). What is guaranteed: open() checks that it belongs to the file, by size, time, SHA-256, layout and version, and
/// where its sections lie; nothing else is trusted before table() has held every section against its hash and every
/// offset, code and length against its bounds. So one that is cut, spoilt or forged costs a load, and never more. The
/// hashes find damage, no intent: whoever may write here may as well write the file itself.
class TableIndex {
public:
    /// Nothing when there is none, or it is none of this file's. O(sections).
    static std::optional<TableIndex> open(const std::string& file, const IndexKey& key, const TableLayout& layout);

    /// Where the records begin, not checked yet.
    [[nodiscard]] std::span<const std::uint64_t> offsets() const;
    /// Keeps what offsets() gives.
    [[nodiscard]] std::shared_ptr<const void> owner() const { return source_; }

    /// The table: codes stay in the mapping. Null when anything is wrong, or when stopped. O(bytes of the index).
    [[nodiscard]] TablePtr table(const TableLayout& layout, const std::string& name, unsigned threads,
                                 const std::stop_token& stop) const;

private:
    TableIndex(std::shared_ptr<const ByteSource> source, std::string_view bytes, indexformat::Trailer trailer,
               std::span<const indexformat::Section> sections)
        : source_(std::move(source)), bytes_(bytes), trailer_(trailer), sections_(sections) {}

    [[nodiscard]] std::string_view section(std::size_t number) const;

    std::shared_ptr<const ByteSource> source_;
    std::string_view bytes_;
    indexformat::Trailer trailer_;
    std::span<const indexformat::Section> sections_;
};

} // namespace idscope
