#pragma once

#include <QDialog>

namespace idscope {

/// Says what showing the pictures of a host means, and asks whether they are to be shown. Dismissed, they are not. Open
/// it with open().
class PictureHostDialog final : public QDialog {
    Q_OBJECT
public:
    explicit PictureHostDialog(const QString& host, QWidget* parent = nullptr);
};

} // namespace idscope
