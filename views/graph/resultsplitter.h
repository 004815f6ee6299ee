#pragma once

#include "views/parts/fittedsplitter.h"

namespace idscope {

/// The drawing, and below it the rows of the answer in the height that people chose for them, as long as that leaves
/// the drawing enough to be looked at.
class ResultSplitter final : public FittedSplitter {
    Q_OBJECT
public:
    ResultSplitter(QWidget& drawing, QWidget& rows, QWidget* parent);

protected:
    [[nodiscard]] int wanted(int room) const override;
    void chooseSize(int size) override;

private:
    int chosen_;
    int leastDrawing_;
};

} // namespace idscope
