#pragma once

#include "models/items/copyjob.h"

#include <QObject>

namespace idscope {

class Strip;

/// Brings what is selected to the clipboard: off the GUI thread, with a strip that tells how far it is and a button to
/// end it when it takes longer than a moment.
class Copier final : public QObject {
    Q_OBJECT
public:
    /// `strip` is this one's own, hidden at first.
    Copier(Strip& strip, QObject* parent);

    void copy(CopyRequest request) { job_.start(std::move(request)); }
    void cancel() { job_.cancel(); }
    [[nodiscard]] bool isActive() const { return job_.isActive(); }

Q_SIGNALS:
    /// A sentence about how it went.
    void said(const QString& sentence);

private:
    void end(const QString& sentence);

    Strip& strip_;
    CopyJob job_;
};

} // namespace idscope
