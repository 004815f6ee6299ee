#pragma once

#include "app/network/exporter.h"
#include "models/connection/trial.h"

#include <QObject>
#include <QTemporaryDir>

namespace idscope {

/// Tries a connection by one export, that of the apps: small, everywhere, and it tells whose tenant it is. One POST;
/// what arrives is looked at and thrown away. It ends once, unless it goes before: that cancels it.
class Trial final : public QObject {
    Q_OBJECT
public:
    /// `settings` are cut down to what somebody waits for.
    Trial(Connection connection, ExportSettings settings, QObject* parent);

Q_SIGNALS:
    void ended(const idscope::TrialResult& result);

private:
    void take(const DownloadedExport& download);

    QTemporaryDir folder_;
    Exporter exporter_; ///< goes first: it removes its files
};

} // namespace idscope
