#pragma once

#include <QList>
#include <QWidget>

namespace idscope {

// Tab goes in the order in which widgets were made, until it is told otherwise. Only what takes Tab is moved.

/// Tab goes through these parts of one window in this order, within each as before.
void tabThrough(const QList<QWidget*>& parts);

/// Tab comes to a part right before it comes to `next`.
void tabBefore(QWidget& part, QWidget& next);

} // namespace idscope
