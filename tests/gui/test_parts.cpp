#include "models/items/displaytext.h"
#include "models/items/tablemodel.h"
#include "views/connect/connectdialog.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermessage.h"
#include "views/filter/highlighter.h"
#include "views/mainwindow/emptyworkspace.h"
#include "views/parts/focuslead.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/theme.h"
#include "views/table/celltext.h"
#include "views/table/headers.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <limits>

using namespace idscope;
using namespace Qt::StringLiterals;

class TestParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headerClicksCycle();
    void theLongestTableFitsIntoAView();
    void bytesBecomeUtf16Positions();
    void addressesBecomeBases_data();
    void addressesBecomeBases();
    void jsonIsColoredByKind();
    void filterIsHandedOnAfterAPause();
    void pastedLinesBecomeOne();
    void hugePastesAreCut();
    void curesAreShownAsText();
    void messagesWidenNoPage();
    void themesSwitchLive();
    void pressedButtonsLookPressed();
    void focusIsLedToWhatCanBeSeen();
    void focusWaitsForTheOffer();
    void flatButtonsShowTheFocus();
};

void TestParts::headerClicksCycle() {
    using Marks = std::vector<SortMark>;
    QCOMPARE(cycledSort({}, 3, false), (Marks{{3, false}}));
    QCOMPARE(cycledSort({{3, false}}, 3, false), (Marks{{3, true}}));
    QCOMPARE(cycledSort({{3, true}}, 3, false), Marks{});
    QCOMPARE(cycledSort({{3, true}, {1, false}}, 2, false), (Marks{{2, false}}));
    QCOMPARE(cycledSort({{3, true}}, 2, true), (Marks{{3, true}, {2, false}}));
    QCOMPARE(cycledSort({{3, true}, {2, false}}, 2, true), (Marks{{3, true}, {2, true}}));
    QCOMPARE(cycledSort({{3, true}, {2, true}}, 3, true), (Marks{{2, true}}));
}

/// Qt's views hang beyond 2^31 px.
void TestParts::theLongestTableFitsIntoAView() {
    const QFont before = QApplication::font();
    for (const int points : {9, 30, 90}) {
        QApplication::setFont(QFont(before.family(), points));
        const RowHeader header;
        QVERIFY(qint64{header.defaultSectionSize()} * TableModel::maximumRows <= std::numeric_limits<int>::max());
    }
    QApplication::setFont(before);
}

void TestParts::bytesBecomeUtf16Positions() {
    const std::string text = "a\u00FC\u20AC\U0001F600z"; // 1, 2, 3, 4 and 1 bytes
    Utf16Positions positions(text);
    QCOMPARE(positions.at(0), 0);
    QCOMPARE(positions.at(1), 1);
    QCOMPARE(positions.at(3), 2);
    QCOMPARE(positions.at(6), 3);
    QCOMPARE(positions.at(10), 5);
    QCOMPARE(positions.at(11), 6);
    QCOMPARE(positions.at(99), 6);
}

void TestParts::addressesBecomeBases_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("base");
    QTest::newRow("host") << u"app.balkan.id"_s << u"https://app.balkan.id"_s;
    QTest::newRow("slash") << u"https://app.balkan.id/"_s << u"https://app.balkan.id"_s;
    QTest::newRow("path") << u"https://example.org/tenant"_s << u"https://example.org/tenant"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("no TLS") << u"http://example.org"_s << QString();
    QTest::newRow("other scheme") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("user") << u"https://me@example.org"_s << QString();
    QTest::newRow("query") << u"https://example.org?x=1"_s << QString();
    QTest::newRow("nothing") << u"  "_s << QString();
}

void TestParts::addressesBecomeBases() {
    QFETCH(QString, address);
    QTEST(baseFromAddress(address).toString(), "base");
}

void TestParts::jsonIsColoredByKind() {
    const Tokens& t = lightTokens;
    const QString json = uR"({"k":"v","n":-1.5,"b":true,"x)"_s; // cut in the last key
    const auto colorAt = [&](qsizetype position) {
        for (const auto& range : jsonFormats(json, -1, t))
            if (range.start <= position && position < range.start + range.length)
                return range.format.foreground().color();
        return QColor();
    };
    QCOMPARE(colorAt(json.indexOf(u"{"_s)), t.muted);
    QCOMPARE(colorAt(json.indexOf(u"k"_s)), t.text);
    QCOMPARE(colorAt(json.indexOf(u"v"_s)), t.string);
    QCOMPARE(colorAt(json.indexOf(u"-1"_s)), t.number);
    QCOMPARE(colorAt(json.indexOf(u"true"_s)), t.constant);
    const auto broken = jsonFormats(json, 5, t);
    QCOMPARE(broken.back().format.foreground().color(), t.muted);
    QCOMPARE(broken.back().start, 5);
}

void TestParts::filterIsHandedOnAfterAPause() {
    FilterState state;
    FilterBar bar(state);
    bar.show();
    QSignalSpy changed(&state, &FilterState::changed);
    QSignalSpy left(&bar, &FilterBar::left);
    QWidget* field = bar.focusField();
    QTest::keyClicks(field, u"admin"_s);
    QCOMPARE(changed.size(), 0); // not per key
    QVERIFY(changed.wait(2'000));
    QCOMPARE(state.text(), u"admin"_s);
    QTest::keyClicks(field, u"s"_s);
    QTest::keyClick(field, Qt::Key_Return); // at once
    QCOMPARE(state.text(), u"admins"_s);
    QCOMPARE(left.size(), 1);
    bar.showVerdict({FilterVerdict::State::Wrong, u"Character 1: no such column."_s, TextSpan{0, 6}, u"name"_s});
    QTest::keyClick(field, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(bar.text(), u"name"_s);
    QTest::keyClicks(field, u" and ("_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(bar.text(), u"name"_s);
    QCOMPARE(left.size(), 1);
    QTest::keyClicks(field, u"s"_s);
    QTest::keyClick(field, Qt::Key_Escape); // what can be used stays, however quick the key
    QCOMPARE(state.text(), u"names"_s);
    QCOMPARE(left.size(), 2);
}

void TestParts::pastedLinesBecomeOne() {
    FilterState state;
    FilterBar bar(state);
    bar.show();
    QWidget* field = bar.focusField();
    QApplication::clipboard()->setText(u"a\nb\tc\u2029d"_s);
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bar.text(), u"a b c d"_s);
}

void TestParts::hugePastesAreCut() {
    FilterState state;
    FilterBar bar(state);
    bar.show();
    QSignalSpy said(&bar, &FilterBar::said);
    QWidget* field = bar.focusField();
    QTest::keyClicks(field, u"xy"_s);
    QApplication::clipboard()->setText(QString(u"\u20AC"_s).repeated(700'000)); // 2 MB
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    const QByteArray utf8 = bar.text().toUtf8();
    QVERIFY(utf8.size() <= static_cast<qsizetype>(maximumExpressionLength));
    QVERIFY(utf8.size() > static_cast<qsizetype>(maximumExpressionLength) - 3);
    QVERIFY(!bar.text().contains(QChar::ReplacementCharacter)); // no character is cut
    QCOMPARE(said.size(), 1);

    QInputMethodEvent typed;
    typed.setCommitString(u"zzzz"_s);
    QCoreApplication::sendEvent(field, &typed);
    QVERIFY(bar.text().toUtf8().size() <= static_cast<qsizetype>(maximumExpressionLength));
    QCOMPARE(said.size(), 2);

    bar.focusField(); // what is selected makes room
    QApplication::clipboard()->setText(u"short"_s);
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bar.text(), u"short"_s);
    QCOMPARE(said.size(), 2);

    // Whatever else makes a text too long: it costs no colours.
    const QTextLayout* line = qobject_cast<FilterField*>(field)->document()->firstBlock().layout();
    QVERIFY(!line->formats().isEmpty());
    bar.setText(QString(static_cast<qsizetype>(maximumExpressionLength) + 1, u'a'));
    line = qobject_cast<FilterField*>(field)->document()->firstBlock().layout();
    QVERIFY(line->formats().isEmpty());
}

void TestParts::curesAreShownAsText() {
    FilterMessage message;
    const auto* button = message.findChild<QPushButton*>();
    const QString cure = u"\u202E<b>a&b"_s + QString(500, u'w');
    message.show({FilterVerdict::State::Wrong, u"Character 1: no such column."_s, TextSpan{0, 6}, cure});
    QVERIFY2(button->text().startsWith(u"Use [U+202E]<b>a&&b"_s), qPrintable(button->text()));
    QVERIFY(button->text().size() < 80);
    QCOMPARE(button->toolTip(), toolTipMarkup(u"[U+202E]<b>a&b"_s + QString(500, u'w')));
    message.show({FilterVerdict::State::Wrong, u"Character 1: no such column."_s, TextSpan{0, 6}, u"name"_s});
    QCOMPARE(button->text(), u"Use name"_s);
}

/// As much as there is between the side bar and the inspector of a window of 1,100 px.
void TestParts::messagesWidenNoPage() {
    FilterMessage message;
    const QString sentence = u"Character 1: there is no column “metadat.privilegeName”, nor a path. "_s.repeated(2);
    message.show({FilterVerdict::State::Wrong, sentence, TextSpan{0, 6}, u"metadata.privilegeName"_s});
    QVERIFY2(message.minimumSizeHint().width() < 550, qPrintable(QString::number(message.minimumSizeHint().width())));
    const auto* label = message.findChild<QLabel*>();
    message.resize(900, message.heightForWidth(900));
    QCoreApplication::processEvents();
    QVERIFY(label->width() > 400); // where there is room, it takes it
}

void TestParts::themesSwitchLive() {
    ThemeController themes(*qApp, Theme::Light);
    QWidget window;
    window.resize(50, 50);
    window.show();
    QCOMPARE(window.grab().toImage().pixelColor(25, 25), lightTokens.window);
    themes.setTheme(Theme::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(window.grab().toImage().pixelColor(25, 25), darkTokens.window);
    QVERIFY(isDark(window.palette()));
    QCOMPARE(themeFromWord(themeWord(Theme::Dark)), Theme::Dark);
    QCOMPARE(themeFromWord(u"nonsense"), Theme::System);
}

void TestParts::pressedButtonsLookPressed() {
    for (const auto& [theme, tokens] : {std::pair{Theme::Light, &lightTokens}, std::pair{Theme::Dark, &darkTokens}}) {
        const ThemeController themes(*qApp, theme);
        QPushButton button(u"5 below 4.5 on dark"_s);
        button.setCheckable(true);
        const auto ground = [&button] {
            return button.grab().toImage().pixelColor(metrics::unit, button.height() / 2);
        };
        QCOMPARE(ground(), tokens->raised);
        button.setChecked(true);
        QCOMPARE(ground(), tokens->accentSoft);
    }
}

void TestParts::flatButtonsShowTheFocus() {
    const ThemeController themes(*qApp, Theme::Light);
    QWidget window;
    QHBoxLayout layout(&window);
    layout.addWidget(new QPushButton(u"first"_s));
    auto* flat = new QPushButton(u"Facet"_s);
    flat->setFlat(true);
    layout.addWidget(flat);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto edge = [flat] { return flat->grab().toImage().pixelColor(0, flat->height() / 2); };
    QCOMPARE(edge(), lightTokens.window);
    QTest::keyClick(&window, Qt::Key_Tab);
    QTRY_VERIFY(flat->hasFocus());
    QCOMPARE(edge(), lightTokens.accent);
}

void TestParts::focusIsLedToWhatCanBeSeen() {
    QWidget window;
    auto* outside = new QPushButton(&window);
    auto* part = new QWidget(&window);
    auto* body = new QWidget(part);
    auto* inBody = new QPushButton(body);
    auto* below = new QPushButton(part);
    FocusLead::set(*part, *inBody);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto ledTo = [&]() -> const QWidget* {
        outside->setFocus();
        part->setFocus();
        return QApplication::focusWidget();
    };
    QCOMPARE(ledTo(), inBody);
    body->hide();
    QCOMPARE(ledTo(), below);
    below->setEnabled(false);
    QCOMPARE(ledTo(), part);
}

void TestParts::focusWaitsForTheOffer() {
    QWidget window;
    EmptyWorkspace workspace(&window);
    workspace.expect(u"Apps"_s);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    workspace.setFocus();
    QVERIFY(workspace.hasFocus());
    workspace.offerFetchOf(u"Apps"_s);
    QVERIFY(workspace.findChild<QPushButton*>()->hasFocus());
}

QTEST_MAIN(TestParts)
#include "test_parts.moc"
