#include "tests/gui/randomuser.h"

#include "views/connect/connectdialog.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDrag>
#include <QFile>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <array>

namespace idscope::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPages = 12;

const QByteArray oddCells[]{
    "<img src=/dev/zero><b>x</b>",
    "\xE2\x80\xAE"
    "evil\xE2\x81\xA6\xE2\x80\x8Bname\xEF\xBB\xBF",
    QByteArray("a\0b\rc\td", 7),
    "\xFF\xFE\xC0\x80",
    "&File [*] %1 %n &&",
    "=1+1\n@x",
    "{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hidden\"\"}",
    "{\"\"a\"\":[1,{\"\"b\"\":null}],\"\"a\"\":1e999",
    QByteArray("[").repeated(3000),
    "2024-06-01 10:00:00 +0000 UTC",
    "brn:bid:balkanid:::T:identity:a",
    "",
};

const QString oddTexts[]{
    u"a"_s,
    u"metadata.privilegeName = admin"_s,
    u"timestamp >= -30d and not (app ~ \"x\" or id is empty)"_s,
    u"reachable_from(\"brn:bid:balkanid:::T:identity:a\")"_s,
    u"/(a+)+$/"_s,
    u"((((((((("_s,
    u"\"\u202Eevil"_s,
    u"<img src=/dev/zero>"_s,
    QString(QChar(0xD800)) + u"\0x\n\u2028"_s,
    QString(5'000, u'w'),
};

constexpr std::array keys{
    Qt::Key_Up,        Qt::Key_Down,   Qt::Key_Left,  Qt::Key_Right,  Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home,
    Qt::Key_End,       Qt::Key_Return, Qt::Key_Space, Qt::Key_Escape, Qt::Key_Tab,    Qt::Key_Backtab,  Qt::Key_Delete,
    Qt::Key_Backspace, Qt::Key_Menu,   Qt::Key_F1,    Qt::Key_F2,     Qt::Key_F3,     Qt::Key_F4,       Qt::Key_F5,
    Qt::Key_F6,        Qt::Key_F7,     Qt::Key_F8,    Qt::Key_F9,     Qt::Key_F10,    Qt::Key_F11,      Qt::Key_F12,
    Qt::Key_Plus,      Qt::Key_Minus,  Qt::Key_0,     Qt::Key_1,      Qt::Key_Comma,  Qt::Key_Slash,    Qt::Key_A,
    Qt::Key_B,         Qt::Key_C,      Qt::Key_D,     Qt::Key_E,      Qt::Key_F,      Qt::Key_G,        Qt::Key_H,
    Qt::Key_I,         Qt::Key_J,      Qt::Key_K,     Qt::Key_L,      Qt::Key_N,      Qt::Key_O,        Qt::Key_P,
    Qt::Key_R,         Qt::Key_S,      Qt::Key_T,     Qt::Key_V,      Qt::Key_W,      Qt::Key_X,        Qt::Key_Y,
    Qt::Key_Z,
};

QByteArray nameOf(const QObject* object) {
    return object == nullptr ? QByteArray("nothing") : QByteArray(object->metaObject()->className());
}

/// Sends one mouse event the way the window system does, and lets what follows from it happen.
void sendMouse(QWindow* window, QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    if (window == nullptr || !window->isVisible()) return;
    switch (type) {
    case QEvent::MouseButtonPress:
        return QTest::mousePress(window, button, modifiers, at);
    case QEvent::MouseButtonRelease:
        return QTest::mouseRelease(window, button, modifiers, at);
    default:
        return QTest::mouseMove(window, at);
    }
}

/// A window may be gone once a key is pressed. (QTest::keyEvent() would press Alt by itself first, to the same window.)
void clickKey(const QPointer<QWindow>& window, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    const bool writes = key >= Qt::Key_Space && key <= Qt::Key_AsciiTilde && !modifiers.testFlag(Qt::ControlModifier) &&
                        !modifiers.testFlag(Qt::AltModifier);
    const QString text = writes ? QString(QChar(static_cast<char16_t>(key))).toLower() : QString();
    for (const bool press : {true, false})
        if (window != nullptr) QTest::simulateEvent(window, press, key, modifiers, text, false);
}

void readAloud(QAccessibleInterface* speaker, int depth) {
    if (speaker == nullptr || !speaker->isValid()) return;
    for (const QAccessible::Text text : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
        (void)speaker->text(text);
    (void)speaker->state();
    (void)speaker->rect();
    if (QAccessibleTableInterface* table = speaker->tableInterface()) {
        (void)table->rowCount();
        readAloud(table->cellAt(0, 0), 0);
    }
    constexpr int enough = 40;
    for (int child = 0; depth > 0 && child < std::min(enough, speaker->childCount()); ++child)
        readAloud(speaker->child(child), depth - 1);
}

} // namespace

RandomUser::RandomUser(Rig& rig, quint64 seed, qsizetype bigCell) : rig_(rig), random_(seed), bigCell_(bigCell) {
    QDesktopServices::setUrlHandler(u"file"_s, this, "openNothing");
    qApp->installEventFilter(this);
    waiting_.setInterval(1000);
    connect(&waiting_, &QTimer::timeout, this, [] {
        if (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        else
            QDrag::cancel();
    });
    writeFiles();
    rig_.picker.opened = files_.first(2);
    rig_.picker.saveTo = rig_.path(u"saved.csv"_s);
    rig_.picker.viewFile = rig_.path(u"view.json"_s);
}

RandomUser::~RandomUser() {
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

/// A connection is nothing to be made by chance: its dialog can be filled in, but only be dismissed.
bool RandomUser::eventFilter(QObject* receiver, QEvent* event) {
    const auto* widget = qobject_cast<const QWidget*>(receiver);
    if (widget == nullptr || qobject_cast<const ConnectDialog*>(widget->window()) == nullptr) return false;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    }
    const bool presses = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Shortcut;
    return presses && qobject_cast<const QPushButton*>(widget) != nullptr;
}

void RandomUser::writeFiles() {
    QByteArray wide = "id", wideRow = "1";
    for (int column = 1; column < 10'000; ++column) {
        wide += ",c" + QByteArray::number(column);
        wideRow += ',' + QByteArray::number(column);
    }
    QByteArray odd = "\xEF\xBB\xBFID,\"<b>Name</b>\",Metadata,\xE2\x80\xAEx\n";
    QByteArray relations = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,"
                           "Metadata Version,Metadata\n";
    for (int row = 0; row < 400; ++row) {
        for (int cell = below(7); cell >= 0; --cell)
            odd += '"' + QByteArray(oneOf(std::to_array(oddCells))).replace('\n', "\r\n") + "\",";
        odd += QByteArray::number(row) + (row % 50 == 0 ? "\r" : "\n");
        const auto node = [&] { return "brn:bid:balkanid:::T:role:" + QByteArray::number(below(40)); };
        relations += "okta,2024-06-01 10:00:00 +0000 UTC,i/1," + node() + ',' + node() + ",role,s,1,\"" +
                     oneOf(std::to_array(oddCells)) + "\"\n";
    }
    const QByteArray huge = "id,entity_filter,name\n1,\"{\"\"k\"\":\"\"" + QByteArray(bigCell_, 'x') + "\"\"}\"," +
                            QByteArray(bigCell_, '[') + "\n2,\"" + QByteArray("a\n").repeated(bigCell_ / 2) + "\",x\n";
    files_ = {rig_.write(u"odd & <b>[*].csv"_s, odd),
              rig_.write(u"relations.csv"_s, relations),
              rig_.write(u"wide.csv"_s, wide + '\n' + wideRow + "\n2,ragged\n"),
              rig_.write(u"huge.csv"_s, huge),
              rig_.write(u"empty.csv"_s, ""),
              rig_.write(u"\u202Efdp.csv"_s, "\"open quote\n1,2\n")};
    (void)rig_.write(u"view.json"_s, "{\"name\":\"<b>\"}");
}

QByteArray RandomUser::act() {
    waiting_.start();
    return actNow();
}

QByteArray RandomUser::actNow() {
    if (!rig_.desk->window().isVisible()) {
        rig_.restart();
        rig_.desk->reopenTabs();
        return "start again";
    }
    if (QApplication::activeWindow() == nullptr) rig_.desk->window().activateWindow();
    const int kind = below(1000);
    if (kind < 400) return click();
    if (kind < 640) return key();
    if (kind < 720) return type();
    if (kind < 800) return drag();
    if (kind < 860) return wheel();
    if (kind < 920) return command();
    if (kind < 950) return listen();
    if (kind < 970) return open();
    if (kind < 985) return change();
    return resize();
}

Qt::KeyboardModifiers RandomUser::modifiers() {
    constexpr std::array all{Qt::KeyboardModifiers(Qt::ControlModifier), Qt::KeyboardModifiers(Qt::ShiftModifier),
                             Qt::KeyboardModifiers(Qt::AltModifier), Qt::ControlModifier | Qt::ShiftModifier};
    return chance(60) ? Qt::KeyboardModifiers() : oneOf(all);
}

/// A place in what people can reach now: half of the time anywhere, else within some part of it, however small.
RandomUser::Target RandomUser::target() {
    QWidget* top = QApplication::activePopupWidget();
    if (top == nullptr) top = QApplication::activeModalWidget();
    if (top == nullptr) top = &rig_.desk->window();
    const QWidget* part = top;
    QList<QWidget*> parts = top->findChildren<QWidget*>();
    parts.removeIf([](const QWidget* widget) { return !widget->isVisible() || widget->isWindow(); });
    if (chance(50) && !parts.isEmpty()) part = oneOf(parts);
    const QPoint place(below(std::max(1, part->width())), below(std::max(1, part->height())));
    return {top->windowHandle(), top, part == top ? place : part->mapTo(top, place)};
}

QByteArray RandomUser::click() {
    const Target target = this->target();
    constexpr std::array buttons{Qt::LeftButton, Qt::LeftButton,  Qt::LeftButton,
                                 Qt::LeftButton, Qt::RightButton, Qt::MiddleButton};
    const Qt::MouseButton button = oneOf(buttons);
    const Qt::KeyboardModifiers held = modifiers();
    const QByteArray name = "click " + nameOf(target.top->childAt(target.at)) + " in " + nameOf(target.top);
    sendMouse(target.window, QEvent::MouseMove, target.at, Qt::NoButton, {});
    for (int times = chance(20) ? 2 : 1; times > 0; --times) {
        sendMouse(target.window, QEvent::MouseButtonPress, target.at, button, held);
        sendMouse(target.window, QEvent::MouseButtonRelease, target.at, button, held);
    }
    return name;
}

QByteArray RandomUser::drag() {
    const Target from = target();
    const QByteArray name = "drag " + nameOf(from.top->childAt(from.at)) + " in " + nameOf(from.top);
    QPoint at = from.at;
    sendMouse(from.window, QEvent::MouseButtonPress, at, Qt::LeftButton, {});
    for (int step = below(8); step >= 0; --step) {
        at += QPoint(below(161) - 80, below(161) - 80);
        sendMouse(from.window, QEvent::MouseMove, at, Qt::NoButton, {});
    }
    if (chance(10)) clickKey(rig_.desk->window().windowHandle(), Qt::Key_Escape);
    sendMouse(from.window, QEvent::MouseButtonRelease, at, Qt::LeftButton, {});
    return name;
}

QByteArray RandomUser::wheel() {
    const Target target = this->target();
    QPointer<QWidget> under = target.top->childAt(target.at);
    if (under == nullptr) under = target.top;
    const QByteArray name = "wheel " + nameOf(under);
    const QPoint turn = chance(70) ? QPoint(0, 120 * (below(41) - 20)) : QPoint(120 * (below(41) - 20), 0);
    QWheelEvent event(under->mapFrom(target.top, target.at), target.top->mapToGlobal(target.at), {}, turn, Qt::NoButton,
                      modifiers(), Qt::NoScrollPhase, false);
    QApplication::sendEvent(under, &event);
    return name;
}

QByteArray RandomUser::key() {
    const Target target = this->target();
    const Qt::Key key = oneOf(keys);
    const Qt::KeyboardModifiers held = modifiers();
    // Closing the window is done now and then, not by every third letter.
    if (held == Qt::AltModifier && key == Qt::Key_F4 && chance(90)) return "no key";
    for (int times = chance(10) ? 8 : 1; times > 0 && target.window != nullptr; --times)
        clickKey(target.window, key, held);
    return "key " + QKeySequence(static_cast<int>(held) | key).toString().toUtf8();
}

QByteArray RandomUser::type() {
    const QString text = oneOf(std::to_array(oddTexts));
    QPointer<QWidget> focus = QApplication::focusWidget();
    if (focus == nullptr) return "type nowhere";
    const QByteArray name = "type \"" + text.left(20).toUtf8() + "\" into " + nameOf(focus);
    if (chance(30)) {
        QGuiApplication::clipboard()->setText(text);
        clickKey(target().window, Qt::Key_V, Qt::ControlModifier);
    } else {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(focus, &event);
    }
    if (chance(50) && focus != nullptr) clickKey(focus->window()->windowHandle(), Qt::Key_Return);
    return name;
}

QByteArray RandomUser::command() {
    if (QApplication::activeModalWidget() != nullptr) return "no menu";
    QList<QAction*> actions = rig_.desk->window().menuBar()->findChildren<QAction*>();
    actions.removeIf([](const QAction* action) { return !action->isEnabled() || action->menu() != nullptr; });
    if (actions.isEmpty()) return "no menu";
    QAction* action = oneOf(actions);
    const QByteArray name = "menu " + action->text().toUtf8();
    if (name.contains("Quit") && chance(80)) return "no quit";
    action->trigger();
    return name;
}

QByteArray RandomUser::open() {
    const QString file = oneOf(files_);
    rig_.picker.opened = {oneOf(files_)};
    if (chance(5)) {
        rig_.desk->openSample();
        return "open the sample";
    }
    if (rig_.desk->window().findChildren<Page*>().size() > mostPages) return "open nothing more";
    rig_.desk->openFiles({file});
    return "open " + file.toUtf8();
}

/// A file that is shown grows, shrinks, vanishes or comes back.
QByteArray RandomUser::change() {
    QFile file(oneOf(files_));
    switch (below(4)) {
    case 0:
        if (file.open(QIODevice::Append)) file.write("1,\"grown\n");
        return "append to " + file.fileName().toUtf8();
    case 1:
        file.resize(file.size() / 2);
        return "truncate " + file.fileName().toUtf8();
    case 2:
        file.remove();
        return "remove " + file.fileName().toUtf8();
    default:
        writeFiles();
        return "write the files again";
    }
}

QByteArray RandomUser::listen() {
    const Target target = this->target();
    QWidget* widget = target.top->childAt(target.at);
    readAloud(QAccessible::queryAccessibleInterface(widget == nullptr ? target.top.data() : widget), 2);
    return "listen to " + nameOf(widget);
}

QByteArray RandomUser::resize() {
    rig_.desk->window().resize(300 + below(1200), 200 + below(800));
    return "resize";
}

} // namespace idscope::test
