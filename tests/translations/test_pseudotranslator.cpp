#include "tests/support/pseudotranslator.h"
#include "tests/support/untranslated.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace idscope::test {

class TestPseudoTranslator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreChanged_data();
    void textsAreChanged();
    void numbersArePutIn();
    void plainWordsAreFound();
};

void TestPseudoTranslator::textsAreChanged_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"Save view as CSV…"_s << u"⟦Šåvë vîëw åš ÇŠV…·····⟧"_s;
    QTest::newRow("placeholders") << u"%1 and %Ln and %n"_s << u"⟦%1 åñð %Ln åñð %n·····⟧"_s;
    QTest::newRow("mnemonic") << u"&File"_s << u"⟦&Fîlë·⟧"_s;
}

void TestPseudoTranslator::textsAreChanged() {
    QFETCH(QString, source);
    QTEST(PseudoTranslator::pseudo(source), "text");
}

void TestPseudoTranslator::numbersArePutIn() {
    QCOMPARE(PseudoTranslator().translate("c", "%n of %Ln", nullptr, 3), u"⟦3 øf 3··⟧"_s);
    QCOMPARE(PseudoTranslator().translate("c", "%n", nullptr, -1), u"⟦%n⟧"_s);
}

void TestPseudoTranslator::plainWordsAreFound() {
    PseudoTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QWidget window;
    window.setObjectName(u"window"_s);
    window.setWindowTitle(tr("Good"));
    const auto label = [&](const QString& text) {
        auto* const widget = new QLabel(text, &window);
        widget->setObjectName(u"label"_s);
    };
    label(tr("Good: %1").arg(u"data within a text"_s));
    label(tr("Outer %1").arg(tr("inner")) + u" · 12,345"_s);
    label(u"data.csv"_s);
    auto* const field = new QLineEdit(u"typed"_s, &window);
    field->setPlaceholderText(tr("Good"));
    auto* const tabs = new QTabBar(&window);
    tabs->addTab(tr("Good"));
    auto* const action = new QAction(tr("Good"), &window);
    action->setToolTip(tr("Good"));
    const QRegularExpression data(u".*\\.csv"_s);
    QCOMPARE(untranslatedTexts(window, data), QStringList());

    label(tr("Good") + u" bad"_s);
    label(u"data.csv is bad"_s);
    field->setAccessibleName(u"bad"_s);
    tabs->addTab(u"bad"_s);
    action->setToolTip(u"bad"_s);
    window.setWindowTitle(u"bad"_s);
    const auto found = untranslatedTexts(window, data);
    QCOMPARE(found.size(), 6);
    QVERIFY(found.contains(u"QWidget “window” windowTitle: bad"_s));
    QVERIFY(found.contains(u"QLabel “label” text: data.csv is bad"_s));
    QCoreApplication::removeTranslator(&translator);
}

} // namespace idscope::test

QTEST_MAIN(idscope::test::TestPseudoTranslator)
#include "test_pseudotranslator.moc"
