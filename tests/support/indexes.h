#pragma once

#include "models/table/indexformat.h"
#include "models/table/indexwriter.h"
#include "models/table/tableindex.h"

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace idscope::test {

/// The index of a table as it would stand in its file.
inline std::string indexOf(const Table& table, const IndexKey& key) {
    std::string bytes;
    const auto take = [&bytes](std::string_view piece) {
        bytes += piece;
        return true;
    };
    writeIndex(table, key, take, {});
    return bytes;
}

/// Makes the hashes of an index right again, as far as its own numbers lead: what a forger would do.
inline void setHashes(std::string& index) {
    using namespace indexformat;
    Trailer trailer;
    if (index.size() < sizeof trailer) return;
    const std::size_t before = index.size() - sizeof trailer;
    std::memcpy(&trailer, index.data() + before, sizeof trailer);
    if (trailer.sections > before / sizeof(Section)) return;
    const std::size_t list = before - trailer.sections * sizeof(Section);
    for (std::size_t at = list; at < before; at += sizeof(Section)) {
        Section section;
        std::memcpy(&section, index.data() + at, sizeof section);
        if (section.offset > list || section.length > list - section.offset) continue;
        section.hash = hashOf(std::string_view(index).substr(section.offset, section.length));
        std::memcpy(index.data() + at, &section, sizeof section);
    }
    const std::size_t hashed = index.size() - sizeof trailer.hash;
    const std::uint64_t hash = hashOf(std::string_view(index).substr(list, hashed - list));
    std::memcpy(index.data() + hashed, &hash, sizeof hash);
}

} // namespace idscope::test
