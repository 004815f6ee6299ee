#pragma once

#include <QString>
#include <QWidget>

#include <utility>
#include <vector>

namespace idscope {

class GraphView;

/// What the columns of the drawing are, in words that stand over them wherever it is scrolled to.
class ColumnHeads final : public QWidget {
    Q_OBJECT
public:
    explicit ColumnHeads(GraphView& view);

    /// A word in bold and one beside it, per column.
    void setWords(const std::vector<std::pair<QString, QString>>& words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    GraphView& view_;
    std::vector<std::pair<QString, QString>> words_;
};

} // namespace idscope
