#pragma once

#include "models/items/transfermodel.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace idscope {

class PanelHead;
class TransferRow;

/// All transfers of this run of the program, in the order they were asked for. Shows what it is told and says what
/// people want done.
class TransfersPanel final : public QWidget {
    Q_OBJECT
public:
    /// `model` must outlive the panel.
    explicit TransfersPanel(TransferModel& model, QWidget* parent = nullptr);

    /// Brings a transfer's row into view, and the keyboard to its button.
    void reveal(quint64 id);
    /// As high as its rows are.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void cancelRequested(quint64 id);
    void retryRequested(quint64 id);
    /// Of all that failed, and nothing else.
    void retryFailedRequested();
    void openRequested(quint64 id);
    void closeRequested();

private:
    void insert(int first, int last);
    void drop(TransferRow& row);
    void rebuild();
    void clearDone();
    void updateHead();

    TransferModel& model_;
    PanelHead* head_;
    QPushButton* retry_;
    QPushButton* clear_;
    QScrollArea* scroll_;
    QVBoxLayout* list_;
    std::vector<TransferRow*> rows_; ///< as in the model
};

} // namespace idscope
