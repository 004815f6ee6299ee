#include "tests/support/keyring.h"
#include "views/parts/label.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/style/tokens.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QHBoxLayout>
#include <QImage>
#include <QTest>
#include <QToolButton>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// What a desktop says of colours, as its portal does.
class FakePortal final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit FakePortal(QDBusConnection bus) : bus_(std::move(bus)) {}

    [[nodiscard]] bool start() {
        return bus_.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
               bus_.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    void change(uint scheme) {
        scheme_ = scheme;
        auto changed = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                  u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        changed << u"org.freedesktop.appearance"_s << u"color-scheme"_s
                << QVariant::fromValue(QDBusVariant(QVariant(scheme)));
        bus_.send(changed);
    }

public Q_SLOTS:
    /// A variant in a variant, as the portal's old method answers.
    QDBusVariant Read(const QString& space, const QString& key) {
        const bool known = space == u"org.freedesktop.appearance" && key == u"color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(QVariant(known ? scheme_ : 99U))));
    }

private:
    QDBusConnection bus_;
    uint scheme_ = 0;
};

namespace {

bool holds(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color) return true;
    return false;
}

} // namespace

/// Light and dark as the desktop wants it, on a bus of the test's own.
class TestPortal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheDesktopWhileItRuns() {
        FakePortal portal(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal-test"_s));
        if (!portal.start()) QSKIP("There is no bus.");
        portal.change(1);
        ThemeController themes(*qApp, Theme::System);
        QWidget window;
        QToolButton* button = iconButton(u"close"_s, u"Close"_s, &window);
        PlainLabel* muted = new PlainLabel(u"muted"_s, FontRole::Body, &window);
        muted->setMuted();
        auto* layout = new QHBoxLayout(&window);
        layout->addWidget(button);
        layout->addWidget(muted);
        window.show();
        const auto isIn = [&](const Tokens& t) {
            const QImage seen = window.grab().toImage();
            return seen.pixelColor(2, 2) == t.window && holds(button->grab().toImage(), t.muted) &&
                   muted->palette().color(QPalette::WindowText) == t.muted;
        };
        QTRY_VERIFY(isIn(darkTokens)); // as it is found
        portal.change(2);
        QTRY_VERIFY(isIn(lightTokens));
        portal.change(1);
        QTRY_VERIFY(isIn(darkTokens));
        portal.change(0); // no preference
        QTRY_VERIFY(isIn(lightTokens));

        // Who has chosen is asked no more.
        themes.setTheme(Theme::Dark);
        portal.change(2);
        QTest::qWait(200);
        QVERIFY(isIn(darkTokens));
        themes.setTheme(Theme::System);
        QTRY_VERIFY(isIn(lightTokens));
    }
};

int main(int argc, char** argv) {
    // Before anything asks for the session's bus.
    Keyring bus;
    if (bus.startBus()) bus.adopt();
    QApplication application(argc, argv);
    TestPortal test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_portal.moc"
