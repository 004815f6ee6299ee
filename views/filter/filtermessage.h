#pragma once

#include "views/filter/filterverdict.h"

#include <QWidget>

class QPushButton;

namespace idscope {

class PlainLabel;

/// Below a filter field: why its text can't be read, and one button with the cure. Hidden while all is well.
class FilterMessage final : public QWidget {
    Q_OBJECT
public:
    explicit FilterMessage(QWidget* parent = nullptr);

    void show(const FilterVerdict& verdict);

Q_SIGNALS:
    void cureRequested();

private:
    PlainLabel* message_;
    QPushButton* cure_;
    PlainLabel* cureKey_;
};

} // namespace idscope
