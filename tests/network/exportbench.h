#pragma once

#include "app/network/exporter.h"
#include "tests/support/scriptedservice.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace idscope::test {

using namespace std::chrono_literals;

inline QByteArray csv(int rows) {
    QByteArray text = "ID,Name\n";
    for (int i = 0; i < rows; ++i)
        text += QByteArray::number(i) + ",name " + QByteArray::number(i * 7) + "\n";
    return text;
}

/// A service on two ports, an exporter for it, and everything the exporter said.
class Bench : public ScriptedService {
public:
    ExportSettings settings{.stall = 5s};
    QTemporaryDir folder;
    std::unique_ptr<Exporter> exporter;
    std::vector<TransferStatus> statuses;
    std::map<std::uint64_t, DownloadedExport> downloads;

    explicit Bench(Tls apiTls = Tls::None, Tls storeTls = Tls::None) : ScriptedService(apiTls, storeTls) {
        serve("apps", csv(3));
    }

    Exporter& make() {
        if (!exporter)
            connect({api.base(),
                     QString::fromLatin1(keyId),
                     std::make_shared<Secret>(QByteArray(keySecret)),
                     {},
                     ProxyUse::None});
        return *exporter;
    }
    void connect(const Connection& connection) {
        statuses.clear();
        downloads.clear();
        QDir().mkpath(downloadFolder()); // unless a test has put something in its place
        exporter = std::make_unique<Exporter>(connection, settings, downloadFolder());
        QObject::connect(exporter.get(), &Exporter::changed, exporter.get(),
                         [this](const TransferStatus& status) { statuses.push_back(status); });
        QObject::connect(exporter.get(), &Exporter::downloaded, exporter.get(),
                         [this](std::uint64_t id, const DownloadedExport& result) { downloads[id] = result; });
    }
    [[nodiscard]] QString downloadFolder() const { return folder.filePath(QStringLiteral("new/downloads")); }
    [[nodiscard]] QStringList files() const {
        return QDir(downloadFolder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// Runs one export to its end.
    TransferStatus run(const ExportTarget& target = {.resource = "apps"}, int timeoutMs = 20'000) {
        return wait(make().start(target), timeoutMs);
    }
    TransferStatus wait(std::uint64_t id, int timeoutMs = 20'000) {
        const bool ended = waitFor([&] { return last(id) && isOver(last(id)->phase); }, timeoutMs);
        waitFor([] { return false; }, 2); // what would come after the end
        return ended ? *last(id) : TransferStatus{};
    }
    static bool isOver(TransferPhase phase) { return isFinal(phase) || phase == TransferPhase::Loading; }
    [[nodiscard]] std::optional<TransferStatus> last(std::uint64_t id) const {
        for (auto at = statuses.rbegin(); at != statuses.rend(); ++at)
            if (at->id == id) return *at;
        return std::nullopt;
    }
    [[nodiscard]] int ends(std::uint64_t id) const {
        int count = 0;
        for (const TransferStatus& status : statuses)
            count += status.id == id && isOver(status.phase);
        return count;
    }
    /// No key at the other origin, and no secret in any word that was said.
    [[nodiscard]] bool isClean() const {
        if (store.received().contains("canary-key") || store.received().toLower().contains("x-api-key")) return false;
        for (const TransferStatus& status : statuses)
            if (status.error)
                for (const std::string& word : {status.error->host, status.error->detail})
                    if (word.find("canary") != std::string::npos || word.find('?') != std::string::npos) return false;
        return true;
    }
};

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "done", or the error as one line.
inline QByteArray outcome(const TransferStatus& status) {
    if (status.phase == TransferPhase::Loading) return "done";
    if (!status.error) return "neither done nor failed";
    const ExportError& error = *status.error;
    QByteArray text = QByteArray::fromStdString(std::string(nameOf(error.kind)));
    if (error.httpStatus != 0) text += ' ' + QByteArray::number(error.httpStatus);
    if (!error.detail.empty()) text += ' ' + QByteArray::fromStdString(error.detail);
    return text;
}

} // namespace idscope::test
