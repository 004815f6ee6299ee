#pragma once

#include "tests/gui/rig.h"

#include <QPointer>
#include <QTimer>

#include <random>

class QWindow;

namespace idscope::test {

/// Somebody who clicks, types, drags and scrolls anywhere in the window, its popups and its dialogs, calls up any menu,
/// and opens, changes and removes files while they are shown. What is done follows from the seed alone, but for what
/// the window shows meanwhile. Nothing is written outside of the rig's folder, and nothing is sent but to the sample.
class RandomUser final : public QObject {
    Q_OBJECT
public:
    /// `rig` must outlive this, and `bigCell` is the size in bytes of the longest cell there is.
    RandomUser(Rig& rig, quint64 seed, qsizetype bigCell);
    ~RandomUser() override;

    /// One step; its name, for the trail. The event loop turns within it, as it does between presses.
    QByteArray act();

    bool eventFilter(QObject* receiver, QEvent* event) override;

private Q_SLOTS:
    void openNothing(const QUrl&) {}

private:
    struct Target {
        QPointer<QWindow> window;
        QPointer<QWidget> top;
        QPoint at; ///< in both
    };

    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(random_); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List>
    const auto& oneOf(const List& list) {
        return list[static_cast<decltype(list.size())>(below(static_cast<int>(list.size())))];
    }
    Qt::KeyboardModifiers modifiers();
    Target target();
    void writeFiles();

    QByteArray actNow();
    QByteArray click();
    QByteArray drag();
    QByteArray wheel();
    QByteArray key();
    QByteArray type();
    QByteArray command();
    QByteArray open();
    QByteArray change();
    QByteArray listen();
    QByteArray resize();

    Rig& rig_;
    std::mt19937_64 random_;
    qsizetype bigCell_;
    QStringList files_;
    QTimer waiting_; ///< since a step began: Qt waits within one for the menus of scroll bars, and for texts that are
                     ///< dragged, also behind it, when a text scrolls by itself under the mouse
};

} // namespace idscope::test
