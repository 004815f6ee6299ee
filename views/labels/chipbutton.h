#pragma once

#include "models/items/labelgallerymodel.h"

#include <QAbstractButton>

namespace idscope {

/// A label as its chip, which leads to the label.
class ChipButton final : public QAbstractButton {
    Q_OBJECT
public:
    ChipButton(const QString& name, const ChipLook& light, const ChipLook& dark, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString name_; ///< no text(), which would read & as a key
    ChipLook light_;
    ChipLook dark_;
};

} // namespace idscope
