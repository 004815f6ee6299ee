#pragma once

#include "models/items/transfermodel.h"

#include <QWidget>

class QPushButton;

namespace idscope {

class PhaseBar;
class PlainLabel;

/// The transfers in one line, for when their panel is closed.
class TransfersStrip final : public QWidget {
    Q_OBJECT
public:
    /// `model` must outlive the strip.
    explicit TransfersStrip(TransferModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void cancelRequested(quint64 id);
    void openPanelRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    TransferModel& model_;
    quint64 running_ = 0;
    TransferPhase sign_ = TransferPhase::Done; ///< what the icon says
    PlainLabel* title_;
    PhaseBar* bar_;
    PlainLabel* state_;
    PlainLabel* facts_;
    QPushButton* cancel_;
    PlainLabel* counts_;
};

} // namespace idscope
