#include "tests/gui/rig.h"
#include "tests/support/pseudotranslator.h"
#include "tests/support/untranslated.h"
#include "views/connect/connectdialog.h"
#include "views/dialogs/aboutdialog.h"
#include "views/filter/filterbar.h"
#include "views/help/helpdialog.h"
#include "views/inspector/inspector.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Texts that are data or signs of the language, not words of the program.
QRegularExpression data() {
    return QRegularExpression(
        u"^(Idscope .*|/.*|Okta|okta/?.*|hostile.*|labels\\.csv|.*<.*>.*|[a-z_]+ contains okta|"
        ".*⟦\\+⟧.*|app\\.balkan\\.id|on this machine|name|nam|ID|Name|Type|Color|a|b|custom|odd|#fff|[A-Za-z ]+ BRN|v1|"
        "brn:.*|20\\d\\d-.*|\\{.*|\\[.*|metadata.*)$"_s);
}

} // namespace

class TestWindowWords : public QObject {
    Q_OBJECT
    PseudoTranslator pseudo_;

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&pseudo_); }
    void everyTextIsTranslated();
    void cleanupTestCase() { QCoreApplication::removeTranslator(&pseudo_); }
};

void TestWindowWords::everyTextIsTranslated() {
    Rig rig;
    MainWindow& window = rig.desk->window();
    QCOMPARE(untranslatedTexts(window, data()).join(u'\n'), QString());

    rig.desk->openFiles({rig.write(u"labels.csv"_s, "id,name,type,color\n1,a,custom,#fff\n,b,custom,odd\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    rig.page()->filterBar().setText(u"nam = x"_s);
    window.setTransfersShown(true);
    QTest::qWait(300);
    QCOMPARE(untranslatedTexts(window, data()).join(u'\n'), QString());

    ConnectDialog connectDialog;
    QCOMPARE(untranslatedTexts(connectDialog, data()).join(u'\n'), QString());
    const HelpDialog keys(window.windowTitle(), {}, nullptr);
    QCOMPARE(untranslatedTexts(keys, data()).join(u'\n'), QString());
    AboutDialog about;
    QCOMPARE(untranslatedTexts(about, data()).join(u'\n'), QString());
}

QTEST_MAIN(TestWindowWords)
#include "test_windowwords.moc"
