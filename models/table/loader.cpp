#include "models/table/loader.h"

#include "models/csv/scanner.h"
#include "models/table/bytesource.h"
#include "models/table/tablebuilder.h"
#include "models/table/tablelayout.h"

#include <map>
#include <new>
#include <random>
#include <stdexcept>

namespace idscope {

namespace {

constexpr std::size_t chunkBytes = std::size_t{256} * 1024;

struct Input {
    std::string file;
    ByteSource source;
};

std::string_view baseName(std::string_view file) {
    return file.substr(file.find_last_of('/') + 1);
}

/// What people call each file: its base name, or as given where several share one.
std::vector<std::string> namesOf(const std::vector<Input>& inputs) {
    std::map<std::string_view, int> uses;
    for (const Input& input : inputs)
        ++uses[baseName(input.file)];
    std::vector<std::string> names;
    for (const Input& input : inputs)
        names.emplace_back(uses[baseName(input.file)] > 1 ? std::string_view(input.file) : baseName(input.file));
    return names;
}

TableError readError(const Input& input, int error) {
    return {.kind = TableErrorKind::CannotRead,
            .file = input.file,
            .byte = input.source.position(),
            .systemError = error,
            .detail = {}};
}

/// Loads inputs that are open. One use.
class Loading {
public:
    Loading(std::vector<Input> inputs, const LoadOptions& options, std::stop_token stop,
            const std::function<void(TablePtr)>& publish)
        : inputs_(std::move(inputs)), options_(options), stop_(std::move(stop)), publish_(publish),
          buffer_(chunkBytes) {}

    std::expected<TablePtr, TableError> run() {
        try {
            return load();
        } catch (const std::bad_alloc&) {
            return std::unexpected(failed(TableErrorKind::OutOfMemory));
        } catch (const std::length_error&) {
            return std::unexpected(failed(TableErrorKind::TooManyRows));
        }
    }

private:
    std::expected<TablePtr, TableError> load() {
        std::vector<FileHeader> headers;
        for (current_ = 0; current_ < inputs_.size(); ++current_) {
            auto header = readHeader();
            if (!header) return std::unexpected(std::move(header.error()));
            headers.push_back(*std::move(header));
            inputs_[current_].source.rewind();
        }
        NoticeLog notices;
        auto layout = layOut(headers, options_, notices);
        if (!layout) return std::unexpected(std::move(layout.error()));

        std::random_device random;
        const std::uint64_t seed = std::uint64_t{random()} << 32U | random();
        TableBuilder builder(*std::move(layout), std::move(notices), seed, [&] {
            if (publish_) publish_(builder.snapshot(bytes(), false));
        });
        const std::vector<std::string> names = namesOf(inputs_);
        for (current_ = 0; current_ < inputs_.size(); ++current_) {
            builder.beginFile(current_, names[current_]);
            const auto read = scan([&](const std::vector<CsvCell>& cells) {
                builder.add(cells);
                return true;
            });
            if (!read) return std::unexpected(read.error());
        }
        TablePtr table = builder.snapshot(bytes(), true);
        if (publish_) publish_(table);
        return table;
    }

    /// Scans the current input from where it stands; `take` gets the cells and may return false to end it.
    template <class Take>
    std::expected<void, TableError> scan(Take take) {
        CsvScanner scanner;
        for (;;) {
            if (stop_.stop_requested()) return std::unexpected(failed(TableErrorKind::Cancelled));
            const auto chunk = inputs_[current_].source.next(buffer_);
            if (!chunk) return std::unexpected(readError(inputs_[current_], chunk.error()));
            if (!take(chunk->empty() ? scanner.finish() : scanner.feed(*chunk)) || chunk->empty()) return {};
        }
    }

    std::expected<FileHeader, TableError> readHeader() {
        FileHeader header{.file = inputs_[current_].file, .cells = {}};
        const auto read = scan([&](const std::vector<CsvCell>& cells) {
            for (const CsvCell& cell : cells) {
                header.cells.push_back({std::string(cell.text), cell.begin, cell.marks});
                if (cell.endsRecord) return false;
            }
            return true;
        });
        if (!read) return std::unexpected(read.error());
        if (header.cells.empty()) return std::unexpected(failed(TableErrorKind::NoHeader));
        return header;
    }

    [[nodiscard]] TableError failed(TableErrorKind kind) const {
        const Input& input = inputs_[std::min(current_, inputs_.size() - 1)];
        return {.kind = kind, .file = input.file, .byte = input.source.position(), .detail = {}};
    }

    /// Read so far of all inputs.
    [[nodiscard]] std::uint64_t bytes() const {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < inputs_.size(); ++i)
            if (i <= current_) sum += inputs_[i].source.position();
        return sum;
    }

    std::vector<Input> inputs_;
    const LoadOptions& options_;
    std::stop_token stop_;
    const std::function<void(TablePtr)>& publish_;
    std::vector<char> buffer_;
    std::size_t current_ = 0;
};

} // namespace

std::expected<TablePtr, TableError> loadTable(const std::vector<std::string>& files, const LoadOptions& options,
                                              std::stop_token stop, const std::function<void(TablePtr)>& publish) {
    std::vector<Input> inputs;
    for (const std::string& file : files) {
        auto source = ByteSource::open(file);
        if (!source)
            return std::unexpected(TableError{
                .kind = TableErrorKind::CannotOpen, .file = file, .systemError = source.error(), .detail = {}});
        inputs.push_back({file, *std::move(source)});
    }
    return Loading(std::move(inputs), options, std::move(stop), publish).run();
}

std::expected<TablePtr, TableError> loadTableFromMemory(std::string_view csv, const std::string& name,
                                                        const LoadOptions& options) {
    std::vector<Input> inputs;
    inputs.push_back({name, ByteSource::memory(csv)});
    return Loading(std::move(inputs), options, {}, {}).run();
}

} // namespace idscope
