#include "app/session/pictures.h"
#include "app/session/settings.h"
#include "tests/gui/rig.h"
#include "tests/support/httpscript.h"
#include "views/dialogs/picturehostdialog.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/resourcepage/cellmenu.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray pngOf(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

constexpr auto svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

QString nameOf(std::optional<PictureFault> fault) {
    constexpr const char* names[] = {"Forbidden", "Redirected", "Refused", "TooLarge", "NotRaster", "Unreachable"};
    return fault ? QLatin1StringView(names[static_cast<std::size_t>(*fault)]) : u"none"_s;
}

} // namespace

/// Pictures of other hosts: none without leave, and then as little as can be.
class TestPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForNothingByDefault();
    void asksTheAllowedHostAlone();
    void sendsNoKeysAndNoCookies();
    void refuses_data();
    void refuses();
    void followsNoRedirect();
    void staysOutOfPrivateNetworks();
    void isAllowedAndWithdrawnByKeyboard();

private:
    /// Looks at an address until it is known what comes of it.
    static QString outcomeOf(Pictures& pictures, const QString& url) {
        if (pictures.picture(url) != nullptr) return u"shown"_s;
        const bool known = QTest::qWaitFor(
            [&] { return pictures.picture(url) != nullptr || pictures.fault(url).has_value(); }, 10'000);
        return !known ? u"nothing"_s : pictures.picture(url) != nullptr ? u"shown"_s : nameOf(pictures.fault(url));
    }
    static QString hostOf(const HttpScript& server) { return u"127.0.0.1:%1"_s.arg(server.port()); }
    static QString urlOf(const HttpScript& server, const QString& path) {
        return QString::fromLatin1(server.origin()) + path;
    }
};

void TestPictures::asksForNothingByDefault() {
    HttpScript server;
    Rig rig;
    const QByteArray csv =
        "ID,Name,Type,Icon\na,A,t," + server.origin() + "/a.png\nb,B,t," + server.origin() + "/b.png\n";
    QVERIFY(rig.openTable(u"labels.csv"_s, csv));
    rig.page()->table().viewport()->repaint();
    QTest::qWait(300);
    QCOMPARE(server.connections(), 0);
    Pictures pictures(HostScope::Anywhere);
    QVERIFY(pictures.picture(urlOf(server, u"/a.png"_s)) == nullptr);
    QTest::qWait(200);
    QCOMPARE(server.connections(), 0);
}

void TestPictures::asksTheAllowedHostAlone() {
    HttpScript allowed;
    HttpScript other;
    allowed.on("GET", "/a.png", {Answer{.body = pngOf(300, 100)}});
    Pictures pictures(HostScope::Anywhere);
    pictures.setHosts({hostOf(allowed)});
    QVERIFY(pictures.picture(urlOf(other, u"/a.png"_s)) == nullptr);
    QCOMPARE(outcomeOf(pictures, urlOf(allowed, u"/a.png"_s)), u"shown"_s);
    QCOMPARE(pictures.picture(urlOf(allowed, u"/a.png"_s))->size(), QSize(Pictures::side, 21)); // kept small
    QCOMPARE(other.connections(), 0);
    QCOMPARE(allowed.count("GET"), 1); // and only once
    pictures.setHosts({});
    QVERIFY(pictures.picture(urlOf(allowed, u"/a.png"_s)) == nullptr);
}

void TestPictures::sendsNoKeysAndNoCookies() {
    HttpScript server;
    server.on("GET", "/a.png", {Answer{.body = pngOf(9, 9)}.with("Set-Cookie", "a=b")});
    server.on("GET", "/b.png", {Answer{.body = pngOf(9, 9)}});
    Pictures pictures(HostScope::Anywhere);
    pictures.setHosts({hostOf(server)});
    QCOMPARE(outcomeOf(pictures, urlOf(server, u"/a.png"_s)), u"shown"_s);
    QCOMPARE(outcomeOf(pictures, urlOf(server, u"/b.png"_s)), u"shown"_s);
    const QByteArray sent = server.received().toLower();
    for (const char* word : {"api-key", "cookie", "authorization", "referer"})
        QVERIFY2(!sent.contains(word), word);
}

void TestPictures::refuses_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("outcome");
    QByteArray large = pngOf(9, 9);
    large.resize(PictureDownload::mostBytes + 1);
    QTest::newRow("too many bytes") << large << 200 << u"TooLarge"_s;
    QTest::newRow("SVG") << QByteArray(svg) << 200 << u"NotRaster"_s;
    QTest::newRow("WebP") << QByteArray("RIFF\x1a\0\0\0WEBPVP8L", 16) << 200 << u"NotRaster"_s; // Qt alone reads none
    QTest::newRow("HTML") << QByteArray("<html>") << 200 << u"NotRaster"_s;
    QTest::newRow("a broken PNG") << pngOf(9, 9).first(30) << 200 << u"NotRaster"_s;
    QTest::newRow("too many pixels") << pngOf(Pictures::longestSide + 1, 1) << 200 << u"NotRaster"_s;
    QTest::newRow("not there") << pngOf(9, 9) << 404 << u"Refused"_s;
}

void TestPictures::refuses() {
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    HttpScript server;
    server.on("GET", "/a.png", {Answer{.status = status, .body = body}});
    Pictures pictures(HostScope::Anywhere);
    pictures.setHosts({hostOf(server)});
    QTEST(outcomeOf(pictures, urlOf(server, u"/a.png"_s)), "outcome");
}

void TestPictures::followsNoRedirect() {
    HttpScript server;
    HttpScript elsewhere;
    elsewhere.on("GET", "/a.png", {Answer{.body = pngOf(9, 9)}});
    server.on("GET", "/a.png", {Answer::redirect(302, elsewhere.origin() + "/a.png")});
    Pictures pictures(HostScope::Anywhere);
    pictures.setHosts({hostOf(server)});
    QCOMPARE(outcomeOf(pictures, urlOf(server, u"/a.png"_s)), u"Redirected"_s);
    QCOMPARE(elsewhere.connections(), 0);
}

/// As downloads do: by address at once, and by what a name turns out to be.
void TestPictures::staysOutOfPrivateNetworks() {
    HttpScript server;
    const auto resolve = [](const QString&, QObject* context,
                            const std::function<void(const QList<QHostAddress>&)>& found) {
        QMetaObject::invokeMethod(
            context, [found] { found({QHostAddress(QHostAddress::LocalHost)}); }, Qt::QueuedConnection);
    };
    Pictures pictures(HostScope::Public, resolve);
    for (const auto& url : {urlOf(server, u"/a.png"_s), u"https://10.0.0.1/a.png"_s, u"http://logos.example/a.png"_s,
                            u"https://user@logos.example/a.png"_s, u"file:///etc/passwd"_s, u"data:image/png,x"_s})
        QVERIFY2(pictures.hostOf(url).isEmpty(), qPrintable(url));
    pictures.setHosts({u"logos.example"_s});
    QCOMPARE(outcomeOf(pictures, u"https://logos.example/a.png"_s), u"Unreachable"_s);
    QCOMPARE(server.connections(), 0);
}

void TestPictures::isAllowedAndWithdrawnByKeyboard() {
    Rig rig;
    QVERIFY(rig.openTable(u"labels.csv"_s, "ID,Name,Type,Icon\na,A,t,https://logos.example/a.png\n"));
    TableView& table = rig.page()->table();
    const auto icon = rig.page()->session().table()->find("icon");
    table.setCurrentIndex(table.model()->index(0, static_cast<int>(icon->value)));
    const auto choose = [&](const QString& text) {
        const std::unique_ptr<QMenu> menu(cellMenu(*rig.page()));
        for (QAction* action : menu->actions())
            if (action->text().remove(u'&') == text) return action->trigger(), true;
        return false;
    };
    const auto kept = [&] { return SettingsFile(rig.setup.settings).load().pictureHosts; };
    QVERIFY(choose(u"Show pictures of logos.example…"_s));
    QTRY_VERIFY(qobject_cast<PictureHostDialog*>(QApplication::activeModalWidget()) != nullptr);
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Return); // dismissed: Cancel is what Enter presses
    QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(kept().isEmpty());
    QVERIFY(choose(u"Show pictures of logos.example…"_s));
    QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
    static_cast<QDialog*>(QApplication::activeModalWidget())->accept();
    QTRY_COMPARE(kept(), QStringList(u"logos.example"_s));
    rig.restart();
    rig.action(u"Preferences…"_s).trigger();
    QTRY_VERIFY(qobject_cast<PreferencesDialog*>(QApplication::activeModalWidget()) != nullptr);
    auto* dialog = QApplication::activeModalWidget();
    QCheckBox* host = nullptr;
    for (auto* box : dialog->findChildren<QCheckBox*>())
        if (box->text() == u"logos.example"_s) host = box;
    QVERIFY(host != nullptr && host->isChecked());
    host->setFocus();
    QTest::keyClick(host, Qt::Key_Space);
    QCOMPARE(kept(), QStringList());
}

QTEST_MAIN(TestPictures)
#include "test_pictures.moc"
