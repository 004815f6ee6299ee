#pragma once

#include <QDialog>

namespace idscope {

/// Asks whether a profile is to go. Dismissed, nothing happens. Open it with open().
class RemoveDialog final : public QDialog {
    Q_OBJECT
public:
    explicit RemoveDialog(const QString& profile, QWidget* parent = nullptr);
};

} // namespace idscope
