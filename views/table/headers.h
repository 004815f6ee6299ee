#pragma once

#include <QHeaderView>

#include <vector>

namespace idscope {

/// One key of an order as the header shows it: a column of the model and its direction.
struct SortMark {
    int column = 0;
    bool descending = false;
    friend bool operator==(const SortMark&, const SortMark&) = default;
};

/// Column names, those of JSON paths behind `{}`, with chevron and order number for the columns sorted by. A click asks
/// for ascending, then descending, then file order; with Shift the column joins the others.
class ColumnHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget* parent = nullptr);

    void setSortMarks(std::vector<SortMark> marks);
    [[nodiscard]] const std::vector<SortMark>& sortMarks() const { return marks_; }

    /// Keeps room below the names for something else, in px.
    void setRoomBelow(int room);
    [[nodiscard]] int roomBelow() const { return room_; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void sortRequested(const std::vector<idscope::SortMark>& marks);
    void sortMarksChanged();
    /// The menu of a column is wanted at a place on the screen.
    void menuRequested(int column, QPoint place);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void clicked(int section);
    [[nodiscard]] bool isPath(int section) const;

    std::vector<SortMark> marks_;
    bool extend_ = false;
    int room_ = 0;
};

/// What the marks become when a column is asked for: ascending, descending, gone. Without `extend` the others go.
std::vector<SortMark> cycledSort(std::vector<SortMark> marks, int column, bool extend);

/// The numbers of rows in their file, and an accent bar beside selected ones.
class RowHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit RowHeader(QWidget* parent = nullptr);
    /// Makes room for numbers up to `rows`.
    void fit(int rows);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

} // namespace idscope
