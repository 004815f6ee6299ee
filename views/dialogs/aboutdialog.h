#pragma once

#include <QDialog>

namespace idscope {

/// What this program is, and which version. Open it with open().
class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace idscope
