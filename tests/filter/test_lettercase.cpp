#include "models/filter/lettercase.h"

#include <QTest>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

FilterParts partsOfText(const QString& text) {
    const auto expression = parseExpression(text.toStdString());
    if (!expression) qFatal("not in the language");
    return partsOf(*expression);
}

QString textOf(const FilterParts& parts) {
    return QString::fromStdString(canonicalText(*expressionOf(parts)));
}

} // namespace

/// The switch for case, which changes nothing but the expression.
class TestLetterCase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void switches_data() {
        QTest::addColumn<QString>("ignored");
        QTest::addColumn<QString>("told");
        const auto row = [](const QString& ignored, const QString& told) {
            QTest::newRow(qPrintable(ignored)) << ignored << told;
        };
        row(u"bond"_s, u"/bond/"_s);
        row(u"\"a.b (c)\""_s, u"/a\\.b \\(c\\)/"_s);
        row(u"a/b"_s, u"/a\\/b/"_s);
        row(u"name ~ bond"_s, u"name matches /bond/"_s);
        row(u"name starts with ja"_s, u"name matches /\\Aja/"_s);
        row(u"name ends with \"is empty\""_s, u"name matches /is empty\\z/"_s);
        row(u"not bond and (x or name ~ y)"_s, u"not /bond/ and (/x/ or name matches /y/)"_s);
        row(u"bond and status = active"_s, u"/bond/ and status = active"_s);
    }
    void switches() {
        QFETCH(QString, ignored);
        QFETCH(QString, told);
        const FilterParts parts = partsOfText(ignored);
        QVERIFY(letterCaseOf(parts) == LetterCase::Ignored);
        const FilterParts telling = withLetterCase(parts, true);
        QCOMPARE(textOf(telling), told);
        QVERIFY(letterCaseOf(partsOfText(told)) == LetterCase::Told);
        QCOMPARE(textOf(withLetterCase(partsOfText(told), false)), ignored);
    }

    void leavesOthersAlone_data() {
        QTest::addColumn<QString>("text");
        for (const auto& text : {u"status = active"_s, u"/a+b/"_s, u"/bond/i"_s, u"name matches /^a$/"_s, u"\"\""_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void leavesOthersAlone() {
        QFETCH(QString, text);
        const FilterParts parts = partsOfText(text);
        QVERIFY(!letterCaseOf(parts));
        QCOMPARE(textOf(withLetterCase(parts, true)), text);
        QCOMPARE(textOf(withLetterCase(parts, false)), text);
    }

    void tellsWhatIsMixed() {
        FilterParts parts = partsOfText(u"bond and /Bond/"_s);
        QVERIFY(letterCaseOf(parts) == LetterCase::Mixed);
        parts = toggled(parts, 1);
        QVERIFY(letterCaseOf(parts) == LetterCase::Ignored);
    }
};

QTEST_GUILESS_MAIN(TestLetterCase)
#include "test_lettercase.moc"
