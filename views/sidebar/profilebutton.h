#pragma once

#include <QAbstractButton>

namespace idscope {

/// The tenant in force: name and address, opening the menu of all.
class ProfileButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ProfileButton(QWidget* parent = nullptr);

    void showProfile(const QString& name, const QString& address);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString name_;
    QString address_;
};

} // namespace idscope
