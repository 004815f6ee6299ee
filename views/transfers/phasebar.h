#pragma once

#include "models/items/transfermodel.h"

#include <QWidget>

namespace idscope {

/// Four phases in one bar: request, wait, download, load. What is done is filled, the running one by its share, or by a
/// small block when the share is not known.
class PhaseBar final : public QWidget {
    Q_OBJECT
public:
    explicit PhaseBar(QWidget* parent = nullptr);

    void show(const TransferModel::Shares& shares, TransferPhase phase);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TransferModel::Shares shares_;
    TransferPhase phase_ = TransferPhase::Queued;
};

} // namespace idscope
