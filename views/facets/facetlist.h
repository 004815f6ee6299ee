#pragma once

#include "models/items/facetboard.h"

#include <QTableView>

#include <optional>

namespace idscope {

/// The values of a facet, at most eight at a time. A click or Space includes, with Shift or X excludes, Delete takes
/// all back, / searches.
class FacetList final : public QTableView {
    Q_OBJECT
public:
    explicit FacetList(FacetModel& model, QWidget* parent = nullptr);

    /// Nothing in the list is typed to: that is what searching is for.
    void keyboardSearch(const QString&) override {}

Q_SIGNALS:
    void chosen(const QModelIndex& index, idscope::FacetBoard::Use use);
    void clearRequested();
    void searchRequested();
    void menuRequested(const QModelIndex& index, const QPoint& place);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void keepCurrent();
    void restoreCurrent();
    void fit();

    FacetModel& model_;
    QPersistentModelIndex pressed_;
    std::optional<std::uint32_t> kept_;
};

} // namespace idscope
