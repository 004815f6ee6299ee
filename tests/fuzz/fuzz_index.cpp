// Whatever stands in the place of an index, with the hashes that go with it, a table comes of it that can be read.
//
// The input changes bytes of a sound index: three bytes each, two for the place and one for what it is changed by.

#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/support/indexes.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

using namespace idscope;

namespace {

/// A file in memory, opened by its path.
class MemoryFile {
public:
    MemoryFile() : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {}
    void write(const std::string& bytes) const {
        if (::ftruncate(descriptor_, 0) != 0) std::abort();
        if (::pwrite(descriptor_, bytes.data(), bytes.size(), 0) != std::ssize(bytes)) std::abort();
    }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

private:
    int descriptor_;
};

struct Sample {
    MemoryFile csv;
    MemoryFile indexFile;
    std::string index;

    Sample() {
        csv.write(
            "App,Timestamp,Parent Entity BRN,Entity BRN,Entity Type,Metadata\n"
            "okta,2024-06-01 10:00:00 +0000 UTC,brn:bid:balkanid:::T:identity:a,brn:bid:balkanid:::T:role:b,role,{}\n"
            "okta,yesterday,x,brn:bid:balkanid:::T:role:b,identity,\"{\"\"a\"\":\"\n"
            "short\n"
            "long,,,,,,surplus,more\n");
        const auto table = loadTable({csv.path()}, {.schemas = resources()});
        const auto source = ByteSource::open(csv.path());
        if (!table || !source) std::abort();
        index = test::indexOf(**table, {{}, source->size(), source->modified()});
    }
};

void read(const Table& table) {
    std::size_t bytes = 0;
    for (std::uint32_t row = 0; row < table.listedRows(); ++row)
        for (std::uint32_t column = 0; column < table.columnCount(); ++column) {
            bytes += std::string(table.cell(RowId{row}, ColumnId{column})).size();
            if (row >= table.rowCount()) continue;
            if (table.code(RowId{row}, ColumnId{column}).value >= table.distinct(ColumnId{column})) std::abort();
        }
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        if (const RaggedRow* ragged = table.raggedAt(RowId{row}))
            for (const std::string& surplus : ragged->surplus)
                bytes += surplus.size();
    for (const Notice& notice : table.notices().notices) {
        if (notice.row && notice.row->value >= table.rowCount()) std::abort();
        if (notice.column && notice.column->value >= table.columnCount()) std::abort();
        bytes += std::string(notice.text).size();
    }
    if (bytes == ~std::size_t{0}) std::abort(); // so that all of it is read
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Sample sample;
    std::string index = sample.index;
    for (; size >= 3; data += 3, size -= 3) {
        const std::size_t place = (std::size_t{data[0]} << 8U | data[1]) % index.size();
        index[place] = static_cast<char>(static_cast<unsigned char>(index[place]) ^ data[2]);
    }
    test::setHashes(index);
    sample.indexFile.write(index);
    const LoadOptions options{.schemas = resources(),
                              .owner = FileOwner::Own,
                              .index = IndexPlace{sample.indexFile.path(), {}},
                              .threads = 1};
    const auto table = loadTable({sample.csv.path()}, options, {}, [](const TablePtr& snapshot) { read(*snapshot); });
    if (!table) std::abort();
    read(**table);
    return 0;
}
