#pragma once

#include "models/query/expression.h"

#include <memory>
#include <utility>

namespace idscope {

/// An expression of one node, which stands in no text.
template <class Node>
ExpressionPtr makeExpression(Node node) {
    return std::make_shared<const Expression>(Expression{.node = std::move(node), .span = {}});
}

} // namespace idscope
