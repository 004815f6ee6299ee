#include "models/words/phrase.h"
#include "models/words/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace idscope::words {
namespace {

constexpr std::uint64_t percent(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 100
                      : static_cast<std::uint64_t>(100.0 * static_cast<double>(std::min(part, whole)) /
                                                   static_cast<double>(whole));
}

QString rowCount(std::uint64_t rows) {
    return Words::tr("%1 rows", nullptr, plural(rows)).arg(number(rows));
}

QString downloading(const TransferStatus& status) {
    QStringList parts{status.length ? partOf(status.received, *status.length) : byteCount(status.received)};
    if (status.bytesPerSecond >= 1) {
        parts +=
            Words::tr("%1/s", "bytes per second").arg(byteCount(static_cast<std::uint64_t>(status.bytesPerSecond)));
        if (status.length && *status.length > status.received) {
            const auto left = static_cast<double>(*status.length - status.received) / status.bytesPerSecond;
            constexpr double longest = 99.0 * 3600; // beyond that a forecast means nothing
            if (left < longest)
                parts +=
                    Words::tr("%1 left", "time").arg(duration(std::chrono::milliseconds{std::llround(left * 1000)}));
        }
    }
    return list(parts);
}

QString waiting(const TransferStatus& status) {
    QStringList parts{Words::tr("asked %1 ago").arg(duration(status.elapsed))};
    if (status.deadline.count() > 0) parts += Words::tr("gives up after %1").arg(duration(status.deadline));
    return list(parts);
}

QString loaded(const TransferStatus& status) {
    QStringList parts;
    if (status.rows) parts += rowCount(*status.rows);
    const bool partly = status.phase == TransferPhase::Loading && status.loaded > 0;
    parts += partly ? partOf(status.loaded, status.received) : byteCount(status.received);
    if (status.notices > 0)
        parts += Words::tr("%1 notices", nullptr, plural(status.notices)).arg(number(status.notices));
    if (status.unverifiable) parts += Words::tr("completeness not checkable: the server sent no length");
    return list(parts);
}

} // namespace

QString list(const QStringList& parts) {
    return parts.join(Words::tr(", ", "between the parts of a list"));
}

QString phase(const TransferStatus& status) {
    switch (status.phase) {
    case TransferPhase::Queued:
        return Words::tr("Queued");
    case TransferPhase::Requesting:
        return Words::tr("Requesting");
    case TransferPhase::Waiting:
        if (status.polls <= 0) return Words::tr("Waiting");
        return Words::tr("Waiting: poll %1, next in %2")
            .arg(number(static_cast<std::uint64_t>(status.polls)), duration(status.nextPoll));
    case TransferPhase::Downloading:
        if (!status.length) return Words::tr("Downloading");
        return Words::tr("Downloading %1 %").arg(number(percent(status.received, *status.length)));
    case TransferPhase::Loading:
        if (status.loaded == 0) return Words::tr("Loading");
        return Words::tr("Loading %1 %").arg(number(percent(status.loaded, status.received)));
    case TransferPhase::Done:
        return Words::tr("Done");
    case TransferPhase::Failed:
        return Words::tr("Failed");
    case TransferPhase::Cancelled:
        return Words::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString progress(const TransferStatus& status) {
    switch (status.phase) {
    case TransferPhase::Queued:
        return Words::tr("starts when a running one is done");
    case TransferPhase::Requesting:
        return Words::tr("asking for an export");
    case TransferPhase::Waiting:
        return waiting(status);
    case TransferPhase::Downloading:
        return downloading(status);
    case TransferPhase::Loading:
    case TransferPhase::Done:
        return loaded(status);
    case TransferPhase::Failed:
        return status.error ? sentence(*status.error) : QString();
    case TransferPhase::Cancelled:
        return status.received > 0 ? Words::tr("after %1", "bytes").arg(byteCount(status.received)) : QString();
    }
    Q_UNREACHABLE();
}

} // namespace idscope::words
