#include "models/relations/spread.h"

#include <cmath>
#include <cstddef>

namespace idscope {

/// Pool adjacent violators.
std::vector<double> spread(const std::vector<double>& wanted, double distance) {
    struct Block {
        double sum = 0;
        int count = 0;
        [[nodiscard]] double mean() const { return sum / count; }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        blocks.push_back({wanted[i] - static_cast<double>(i) * distance, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].count += blocks.back().count;
            blocks.pop_back();
        }
    }
    std::vector<double> places;
    for (const Block& block : blocks)
        for (int n = 0; n < block.count; ++n)
            places.push_back(std::round(block.mean() + static_cast<double>(places.size()) * distance));
    return places;
}

} // namespace idscope
