#pragma once

#include "models/filter/filterparts.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace idscope {

class FilterChip;
class PlainLabel;

/// The parts of a filter as chips, from left to right, in as many lines as they need; every change is asked for as the
/// parts it leads to. Without parts it says so, in the room of one line: the first one moves nothing below it.
class ChipRow final : public QWidget {
    Q_OBJECT
public:
    explicit ChipRow(QWidget* parent = nullptr);

    void showParts(const FilterParts& parts);
    [[nodiscard]] const std::vector<FilterChip*>& chips() const { return chips_; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arranged(width, false); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void partsWanted(const idscope::FilterParts& parts);
    /// The part at `index` is to be changed as text; when it is off, it has been asked for to be on before.
    void editRequested(std::size_t index);
    /// Another part is to be written.
    void addRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    FilterChip* newChip();
    void step(std::size_t index, int by);
    void remove(std::size_t index);
    /// The height that all need at a width; puts them in their places, too.
    int arranged(int width, bool move) const;

    FilterParts parts_;
    std::vector<FilterChip*> chips_;
    QToolButton* plus_;
    PlainLabel* none_; ///< where there are no parts
};

} // namespace idscope
