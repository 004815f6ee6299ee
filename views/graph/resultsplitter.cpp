#include "views/graph/resultsplitter.h"

#include <algorithm>

namespace idscope {

namespace {

constexpr int rowsHeight = 240;
constexpr int lowestDrawing = 180; ///< unless people make it lower

} // namespace

ResultSplitter::ResultSplitter(QWidget& drawing, QWidget& rows, QWidget* parent)
    : FittedSplitter(Qt::Vertical, drawing, rows, parent), chosen_(rowsHeight), leastDrawing_(lowestDrawing) {}

int ResultSplitter::wanted(int room) const {
    return std::min(chosen_, std::max(room - leastDrawing_, 0));
}

void ResultSplitter::chooseSize(int size) {
    chosen_ = size;
    leastDrawing_ = std::min(lowestDrawing, sizes().first());
}

} // namespace idscope
