#pragma once

#include "app/library/library.h"
#include "app/library/retention.h"
#include "app/session/taskqueue.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <vector>

namespace idscope {

/// A library and what is in it, kept up to date with what this and other windows do to it. The disk is touched on
/// threads of its own alone: one for what is quick, in the order it was asked for, one for what reads whole files; on
/// this one only where there is none to be had. Answers come through the event loop, unless this dies before. GUI
/// thread.
class Shelf final : public QObject {
    Q_OBJECT
public:
    using Kept = std::function<void(const std::expected<Snapshot, LibraryError>& result)>;

    explicit Shelf(const QString& folder);
    /// Ends what reads whole files, waits for what is quick.
    ~Shelf() override;

    [[nodiscard]] const QString& folder() const { return library_.folder(); }
    [[nodiscard]] QString damagedFolder() const { return library_.damagedFolder(); }
    /// False until the folder has been read for the first time.
    [[nodiscard]] bool isListed() const { return listed_; }
    /// Newest first.
    [[nodiscard]] const std::vector<Snapshot>& snapshots() const { return snapshots_; }
    [[nodiscard]] const Snapshot* find(const QString& id) const;
    /// What is wrong with the library as a whole, in sentences; empty when all is well.
    [[nodiscard]] QString warning() const;
    /// Those in which verify() has found other bytes than were kept.
    [[nodiscard]] const std::set<QString>& spoilt() const { return spoilt_; }
    /// Tells all windows that a snapshot is in use, as long as the result lives.
    [[nodiscard]] std::shared_ptr<const FolderLock> hold(const QString& id) const;

    /// Where downloads may go, or why nothing can be kept.
    using Prepared = std::function<void(const std::expected<QString, LibraryError>& workFolder)>;
    void prepare(Prepared then);
    void keep(const DownloadedExport& download, const QString& profile, Kept then);
    void copyIn(const OpenedFile& opened, Kept then);
    void remove(const QString& id);
    /// Keeps the index of a snapshot's table, unless it would save next to nothing, or can't be kept: then loading
    /// takes its time again.
    void keepIndex(const QString& id, const TablePtr& table);
    /// Reads the file again; ends with verified(), unless there is no such snapshot.
    void verify(const QString& id);
    /// Those that a rule does not keep and nobody holds, out of `among`, and whether to remove them at once.
    enum class Tidy : std::uint8_t { Plan, Remove };
    void tidy(std::vector<Snapshot> among, const Retention& rule, Tidy how,
              std::function<void(const std::vector<Snapshot>& away)> then);

Q_SIGNALS:
    void changed();
    /// A snapshot is not there any more, whoever has removed it.
    void removed(const QString& id);
    void verified(const QString& id, bool same);
    void failed(const idscope::LibraryError& error);

private:
    struct Listing {
        std::expected<void, LibraryError> ready;
        LibraryContents contents;
        int setAside = 0;
    };
    template <class Work, class Then>
    void run(TaskQueue& queue, Work work, Then then);
    void relist();
    [[nodiscard]] Listing readFolder();
    void take(const Listing& listing, const std::set<QString>& known);
    void insert(const Snapshot& snapshot);

    Library library_;
    std::vector<Snapshot> snapshots_;
    bool listed_ = false;
    std::optional<LibraryError> notReady_; ///< why nothing can be kept
    int newer_ = 0, unreadable_ = 0, setAside_ = 0, damaged_ = 0;
    std::set<QString> spoilt_;
    QFileSystemWatcher watcher_;
    QTimer settle_; ///< several changes are one
    std::stop_source stop_;
    TaskQueue quick_, slow_; ///< last: their threads use the above
};

} // namespace idscope
