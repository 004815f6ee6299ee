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
#include <QTranslator>

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

/// German; keeps what the program asks for and German lacks, as a text does that is asked for in another context than
/// its own. Qt's own texts don't count.
class GermanTranslator final : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override {
        static const QRegularExpression qts(u"^Q[A-Z]"_s);
        const QString text = QTranslator::translate(context, source, disambiguation, n);
        const QString name = QString::fromUtf8(context);
        if (text.isEmpty() && !qts.match(name).hasMatch()) lacking_ << name + u": "_s + QString::fromUtf8(source);
        return text;
    }
    [[nodiscard]] QStringList lacking() const { return lacking_; }

private:
    mutable QStringList lacking_;
};

} // namespace

class TestWindowWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsTranslated();
    void germanHasEveryTextOfTheWindow();
};

void TestWindowWords::everyTextIsTranslated() {
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
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

void TestWindowWords::germanHasEveryTextOfTheWindow() {
    GermanTranslator german;
    QVERIFY(german.load(u":/i18n/idscope_de.qm"_s));
    QCoreApplication::installTranslator(&german);
    {
        const Rig rig;
        const HelpDialog keys(rig.desk->window().windowTitle(), {}, nullptr);
    }
    QCOMPARE(german.lacking().join(u'\n'), QString());
}

QTEST_MAIN(TestWindowWords)
#include "test_windowwords.moc"
