#include "models/table/loader.h"

#include "models/base/randomhash.h"
#include "models/table/growingfile.h"
#include "models/table/loadpipeline.h"
#include "models/table/recordreader.h"
#include "models/table/tablebuilder.h"
#include "models/table/tableindex.h"
#include "models/table/tablelayout.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <new>
#include <span>
#include <stdexcept>
#include <thread>

namespace idscope {

namespace {

using Clock = std::chrono::steady_clock;

struct Input {
    std::string file;
    ByteSource source;
};

std::string_view baseName(std::string_view file) {
    return file.substr(file.find_last_of('/') + 1);
}

/// What people call each file: its base name, or as given where several share one.
std::vector<std::string> namesOf(const std::vector<RecordReader>& readers) {
    std::map<std::string_view, int> uses;
    for (const RecordReader& reader : readers)
        ++uses[baseName(reader.file())];
    std::vector<std::string> names;
    names.reserve(readers.size());
    for (const RecordReader& reader : readers)
        names.emplace_back(uses[baseName(reader.file())] > 1 ? std::string_view(reader.file())
                                                             : baseName(reader.file()));
    return names;
}

/// As many threads as asked for, or as there are processors, but none that would have next to nothing to do.
unsigned threadsFor(const LoadOptions& options, const std::vector<Input>& inputs) {
    if (options.threads != 0) return options.threads;
    constexpr std::uint64_t worthAThread = std::uint64_t{1} << 20U;
    std::uint64_t bytes = 0;
    for (const Input& input : inputs)
        bytes += input.source.isStream() ? 64 * worthAThread : input.source.size();
    return static_cast<unsigned>(std::clamp<std::uint64_t>(bytes / worthAThread, 1, usualThreads()));
}

/// Loads inputs that are open. One use.
class Loading {
public:
    Loading(std::vector<Input> inputs, const LoadOptions& options, std::stop_token stop,
            const std::function<void(TablePtr)>& publish)
        : options_(options), division_{.threads = threadsFor(options, inputs)}, stop_(std::move(stop)),
          publish_(publish) {
        if (options.pieceBytes != 0) division_.pieceBytes = options.pieceBytes;
        if (options.sectionBytes != 0) division_.sectionBytes = options.sectionBytes;
        for (Input& input : inputs)
            readers_.emplace_back(std::move(input.file), std::move(input.source), division_, stop_);
    }

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
        for (RecordReader& reader : readers_) {
            auto header = reader.header();
            if (!header) return std::unexpected(std::move(header.error()));
            headers.push_back(*std::move(header));
        }
        NoticeLog notices;
        auto layout = layOut(headers, options_, notices);
        if (!layout) return std::unexpected(std::move(layout.error()));
        std::vector<std::string> names = options_.names.size() == readers_.size() ? options_.names : namesOf(readers_);
        TableBuilder builder(*std::move(layout), std::move(names), std::move(notices), randomSeed(), spillFile());
        if (TablePtr known = reopened(builder)) return known;
        list(builder, std::span(readers_).first(1));
        if (auto found = findRecords(builder); !found) return std::unexpected(std::move(found.error()));
        list(builder, readers_);
        if (options_.recordsFound) options_.recordsFound();

        LoadPipeline pipeline(readers_, builder, publish_, stop_);
        if (auto done = pipeline.run(division_.threads); !done) return std::unexpected(std::move(done.error()));
        if (pipeline.cut()) {
            if (publish_) publish_(builder.snapshot(pipeline.bytes(), false));
            return std::unexpected(*pipeline.cut());
        }
        for (const RecordReader& reader : readers_)
            if (auto same = reader.unchanged(); !same) return std::unexpected(std::move(same.error()));
        TablePtr table = builder.snapshot(pipeline.bytes(), true);
        if (publish_) publish_(table);
        return table;
    }

    /// Publishes ten times a second how much is searched: that may take long where a file must come from the disk.
    std::expected<void, TableError> findRecords(TableBuilder& builder) {
        std::uint64_t before = 0; // bytes of the files searched
        std::uint64_t most = 0;   // bytes told; a thread may come late
        const auto tell = [&](std::uint64_t bytes) {
            const std::unique_lock lock(telling_, std::try_to_lock);
            if (!publish_ || !lock || Clock::now() - told_ < publishPace) return;
            told_ = Clock::now();
            most = std::max(most, before + bytes);
            publish_(builder.snapshot(most, false));
        };
        for (RecordReader& reader : readers_) {
            if (auto found = reader.findRecords(tell); !found) return found;
            before += reader.source()->size();
        }
        return {};
    }

    /// Beside files of ours; of others', nothing is written.
    [[nodiscard]] std::shared_ptr<SpillFile> spillFile() const {
        if (const auto& growing = options_.growing)
            return std::make_shared<SpillFile>(growing->folder(), [growing] { return growing->toCome(); });
        const std::string& file = readers_.front().file();
        if (options_.owner != FileOwner::Own) return nullptr;
        return std::make_shared<SpillFile>(file.substr(0, file.find_last_of('/')));
    }

    /// The table as the index beside its file has it; null when there is none that belongs to it. Its rows are listed
    /// before the index is checked: that it is damaged shows then, and loading lists them anew.
    [[nodiscard]] TablePtr reopened(TableBuilder& builder) const {
        if (!options_.index || readers_.size() != 1 || readers_.front().isStream()) return nullptr;
        const std::shared_ptr<ByteSource>& source = readers_.front().source();
        const auto index = TableIndex::open(
            options_.index->file, {options_.index->sha256, source->size(), source->modified()}, builder.layout());
        if (!index) return nullptr;
        publishListed(builder,
                      {{.source = source, .owner = index->owner(), .begins = index->offsets(), .end = source->size()}});
        TablePtr table = index->table(builder.layout(), builder.names().front(), division_.threads, stop_);
        if (table && publish_) publish_(table);
        return table;
    }

    /// Publishes the rows that are found, if the readers can tell.
    void list(TableBuilder& builder, std::span<const RecordReader> readers) const {
        if (std::ranges::any_of(readers, &RecordReader::isStream)) return;
        std::vector<RawRecords> files;
        for (const RecordReader& reader : readers)
            files.push_back(reader.records());
        publishListed(builder, std::move(files));
    }
    void publishListed(TableBuilder& builder, std::vector<RawRecords> files) const {
        if (!publish_) return;
        builder.listRaw(std::make_shared<const RawRows>(builder.layout(), builder.names(), std::move(files)));
        publish_(builder.snapshot(0, false));
    }

    [[nodiscard]] TableError failed(TableErrorKind kind) const {
        const RecordReader& reader = readers_.front();
        return reader.error(kind, reader.position());
    }

    const LoadOptions& options_;
    LoadDivision division_;
    std::stop_token stop_;
    const std::function<void(TablePtr)>& publish_;
    std::vector<RecordReader> readers_;

    std::mutex telling_;
    Clock::time_point told_ = Clock::now(); ///< or begun
};

} // namespace

unsigned usualThreads() {
    return std::max(1U, std::thread::hardware_concurrency());
}

std::expected<TablePtr, TableError> loadTable(const std::vector<std::string>& files, const LoadOptions& options,
                                              std::stop_token stop, const std::function<void(TablePtr)>& publish) {
    std::vector<Input> inputs;
    for (const std::string& file : files) {
        auto source = options.growing ? ByteSource::follow(options.growing) : ByteSource::open(file, options.owner);
        if (!source)
            return std::unexpected(TableError{
                .kind = TableErrorKind::CannotOpen, .file = file, .systemError = source.error(), .detail = {}});
        inputs.push_back({file, *std::move(source)});
    }
    return Loading(std::move(inputs), options, std::move(stop), publish).run();
}

std::expected<TablePtr, TableError> loadTableFromMemory(std::string_view csv, const std::string& name,
                                                        const LoadOptions& options, std::stop_token stop) {
    std::vector<Input> inputs;
    inputs.push_back({name, ByteSource::memory(csv)});
    return Loading(std::move(inputs), options, std::move(stop), {}).run();
}

} // namespace idscope
