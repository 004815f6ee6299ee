#pragma once

#include "app/commands/fetchplan.h"
#include "app/commands/progressline.h"
#include "app/library/files.h"
#include "app/library/manifest.h"
#include "app/library/workfolder.h"
#include "app/network/exporter.h"

#include <QObject>

#include <expected>
#include <memory>
#include <optional>
#include <vector>

namespace idscope {

/// Carries a fetch out: starts the exports, puts each finished file in its place and keeps the manifest up to date with
/// them and with the files of earlier runs that stay, so that the folder is whole whenever it is left. An export that
/// fails is said and listed, and stops no other.
class FetchRun final : public QObject {
    Q_OBJECT
public:
    FetchRun(Connection connection, FetchPlan plan, QString profile);

    /// Makes the folders. Nothing was sent yet.
    std::expected<void, LibraryError> prepare();
    void start();

Q_SIGNALS:
    /// Every export has ended; whether all of them, and their manifest, went well.
    void finished(bool allWell);

private:
    struct Item {
        ExportTarget target;
        QString file;
        bool wanted = true; ///< false: fetched for the list of integrations alone
        std::uint64_t id = 0;
        std::optional<ManifestEntry> entry; ///< when ended
    };

    std::expected<void, LibraryError> readEarlier();
    void add(const ExportTarget& target, const QString& file, bool wanted = true);
    void addRelations(const std::vector<ExportTarget>& targets);
    void listIntegrations(const QString& integrationsFile);
    void onChanged(const TransferStatus& status);
    void onDownloaded(std::uint64_t id, const DownloadedExport& download);
    void fail(Item& item, const ExportError& error);
    void fail(Item& item, ExportErrorKind kind, const QString& sentence);
    void failRelations(ExportErrorKind kind, const QString& sentence);
    void keep(Item& item, const DownloadedExport& download);
    void settle();
    bool writeManifest();
    void say(const QString& sentence);
    [[nodiscard]] Item& itemOf(std::uint64_t id);

    Connection connection_;
    FetchPlan plan_;
    QString profile_;
    std::unique_ptr<WorkFolder> downloads_;
    std::unique_ptr<Exporter> exporter_; ///< dies first: it removes its files
    std::vector<Item> items_;
    std::vector<ManifestEntry> earlier_; ///< of the files that were in the folder before
    bool listPending_ = false;           ///< relations follow when the integrations are known
    bool allWell_ = true;
    ProgressLine progress_;
};

} // namespace idscope
