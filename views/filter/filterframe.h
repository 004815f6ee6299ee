#pragma once

#include "views/filter/filterverdict.h"

#include <QWidget>

namespace idscope {

/// Edge and validity square around the filter field.
class FilterFrame final : public QWidget {
    Q_OBJECT
public:
    explicit FilterFrame(QWidget* parent = nullptr);

    void setState(FilterVerdict::State state, bool focused);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FilterVerdict::State state_ = FilterVerdict::State::Empty;
    bool focused_ = false;
};

} // namespace idscope
