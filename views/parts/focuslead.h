#pragma once

#include <QPointer>
#include <QWidget>

namespace idscope {

/// Hands the keyboard on from a part of the window to what the part is about. Other than with a focus proxy of Qt, Tab
/// stops at every control of the part: with a proxy it goes at once to that, past all that stands before it. While that
/// can't have it, the next control has it that Tab would come to from there within the part.
class FocusLead final : public QObject {
    Q_OBJECT
public:
    /// From now on, instead of where it led before.
    static void set(QWidget& part, QWidget& to);
    [[nodiscard]] static bool isSet(const QWidget& part);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit FocusLead(QWidget& part);

    QPointer<QWidget> to_;
};

} // namespace idscope
