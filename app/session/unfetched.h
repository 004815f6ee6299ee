#pragma once

#include "models/transfer/transfer.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace idscope {

class MainWindow;
class UnfetchedPage;

/// The tab that stands for an export people asked to see and that was not fetched yet; one at a time. GUI thread.
class Unfetched final : public QObject {
    Q_OBJECT
public:
    /// `window` must outlive this.
    explicit Unfetched(MainWindow& window) : window_(window) {}

    /// Brings it to the front.
    void open(const ExportTarget& target);
    /// Closes it if it stands for this export.
    void close(const ExportTarget& target);
    void close();
    void setUnderWay(bool underWay);
    /// The saved view to look at the table through when it comes; open() forgets it.
    void setView(const QString& id) { view_ = id; }
    [[nodiscard]] const QString& view() const { return view_; }
    /// What it stands for while it is in front.
    [[nodiscard]] std::optional<ExportTarget> inFront() const;

Q_SIGNALS:
    void fetchRequested(const idscope::ExportTarget& target);

private:
    MainWindow& window_;
    QPointer<UnfetchedPage> page_; ///< the window's
    ExportTarget target_;
    QString view_; ///< empty: none
};

} // namespace idscope
