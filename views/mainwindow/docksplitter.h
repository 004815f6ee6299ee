#pragma once

#include "views/parts/fittedsplitter.h"

#include <optional>

namespace idscope {

/// The pages, and at their right the dock, in the width that people chose for it.
class DockSplitter final : public FittedSplitter {
    Q_OBJECT
public:
    DockSplitter(QWidget& pages, QWidget& dock, QWidget* parent);

    /// What pages show in place of the inspector may be wider: each of the two widths is kept.
    void setDockWide(bool wide);

    /// The widths people chose; none: what suits.
    struct Widths {
        std::optional<int> narrow;
        std::optional<int> wide;
    };
    [[nodiscard]] const Widths& chosen() const { return chosen_; }
    void choose(const Widths& widths);

protected:
    [[nodiscard]] int wanted(int room) const override;
    void chooseSize(int size) override;

private:
    Widths chosen_;
    bool isWide_ = false;
};

} // namespace idscope
