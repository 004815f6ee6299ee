#pragma once

#include "models/items/labelgallerymodel.h"

#include <QTreeView>

#include <optional>

namespace idscope {

/// The labels as they will look: a light and a dark strip down the page, grouped by type.
class LabelGallery final : public QTreeView {
    Q_OBJECT
public:
    /// `labels` must outlive the gallery.
    explicit LabelGallery(LabelGalleryModel& labels, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<RowId> currentLabel() const;
    void setCurrentLabel(RowId label);

Q_SIGNALS:
    /// See currentLabel().
    void currentLabelChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void keepCurrent();
    void restoreCurrent();
    void fitColumns();

    LabelGalleryModel& labels_;
    std::optional<RowId> kept_; ///< the label that is current, over changes of what is shown
};

} // namespace idscope
