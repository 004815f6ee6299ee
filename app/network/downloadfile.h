#pragma once

#include "models/csv/scanner.h"
#include "models/table/growingfile.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>
#include <QString>

#include <cstdint>
#include <expected>
#include <memory>
#include <vector>

namespace idscope {

/// The file a download is written to: private (0600), unique in its folder, its SHA-256 and its records
/// reckoned on the way. Gone when
/// it dies, unless released; who follows it is told whether it is whole. Errors are errno values.
class DownloadFile {
public:
    DownloadFile() = default;
    ~DownloadFile();
    DownloadFile(const DownloadFile&) = delete;
    DownloadFile& operator=(const DownloadFile&) = delete;

    /// Goes on behind the first `from` bytes: all there are, or 0 for anew; creates the file at first. The folder has
    /// to be there: it is its owner's, who keeps a lock on it.
    std::expected<void, int> startAt(std::uint64_t from, const QString& folder);
    /// Writes all of it.
    std::expected<void, int> write(QByteArrayView bytes);
    /// For whoever reads it meanwhile: another one each time the file begins anew. Null before it is there.
    [[nodiscard]] const std::shared_ptr<GrowingFile>& growing() const { return growing_; }
    /// A second descriptor for flushing to disk (fsync) in another thread; the caller closes it.
    [[nodiscard]] std::expected<int, int> duplicate() const;
    std::expected<void, int> close();
    /// The path of the closed file, which stays from now on and is the caller's.
    [[nodiscard]] QString release();
    /// Closes and deletes it.
    void remove();

    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// Of everything written, as hex.
    [[nodiscard]] QByteArray sha256() const { return hash_.result().toHex(); }
    /// CSV records of a closed file, without the header.
    [[nodiscard]] std::uint64_t rows() const { return records_ > 0 ? records_ - 1 : 0; }

private:
    std::expected<void, int> create(const QString& folder);
    void reset();
    void beginGrowing();
    void countRecords(const std::vector<CsvCell>& cells);

    int descriptor_ = -1;
    QByteArray path_;
    std::uint64_t size_ = 0;
    QCryptographicHash hash_{QCryptographicHash::Sha256};
    CsvScanner scanner_;
    std::uint64_t records_ = 0;
    std::shared_ptr<GrowingFile> growing_;
};

} // namespace idscope
