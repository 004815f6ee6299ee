#pragma once

#include <vector>

namespace idscope {

/// The places nearest to those wanted that keep their order and are at least so far from each other. O(places).
std::vector<double> spread(const std::vector<double>& wanted, double distance);

} // namespace idscope
