#pragma once

#include "views/parts/fittedsplitter.h"

#include <optional>

namespace idscope {

/// The pages, and below them the panels of transfers and notices: as high as people chose, else as their lines need, up
/// to a third of all.
class PanelsSplitter final : public FittedSplitter {
    Q_OBJECT
public:
    PanelsSplitter(QWidget& pages, QWidget& panels, QWidget* parent);

    /// The height people chose; none: what suits.
    [[nodiscard]] std::optional<int> chosen() const { return chosen_; }
    void choose(std::optional<int> height);

protected:
    [[nodiscard]] int wanted(int room) const override;
    void chooseSize(int size) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& panels_;
    std::optional<int> chosen_;
};

} // namespace idscope
