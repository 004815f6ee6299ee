#pragma once

#include <QDialog>

namespace idscope {

/// Asks how the secrets of a view are to be saved. Dots are the default; dismissed, nothing is chosen. Open it with
/// open().
class SecretsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SecretsDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(bool reveal);
};

} // namespace idscope
