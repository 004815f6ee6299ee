#pragma once

namespace idscope {

/// Lets screen readers read the drawing: a list whose items are its nodes, one of them current. To be called before the
/// first GraphView is made; does nothing the second time.
void makeGraphAccessible();

} // namespace idscope
