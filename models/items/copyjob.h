#pragma once

#include "models/items/backgroundjob.h"
#include "models/items/copytext.h"

#include <QObject>

namespace idscope {

/// Makes the text of a copy on a thread; of several copies only the newest ends. GUI thread.
class CopyJob final : public QObject {
    Q_OBJECT
public:
    explicit CopyJob(QObject* parent = nullptr) : QObject(parent) {}

    void start(CopyRequest request);
    /// Ends with CopyError::Cancelled.
    void cancel() { job_.stop(); }
    [[nodiscard]] bool isActive() const { return job_.isActive(); }

Q_SIGNALS:
    void progress(quint64 rows, quint64 rowsInAll);
    void copied(const QString& text, quint64 rows);
    void failed(idscope::CopyError error);

private:
    BackgroundJob job_{[this] { Q_EMIT failed(CopyError::OutOfMemory); }};
};

} // namespace idscope
