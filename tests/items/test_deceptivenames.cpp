#include "models/items/cellroles.h"
#include "models/items/deceptivename.h"
#include "models/items/tablemodel.h"
#include "models/words/namewords.h"
#include "tests/items/tables.h"

#include <QTest>

#include <string>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

QByteArray word(std::optional<Deception> deception) {
    if (!deception) return "none";
    switch (*deception) {
    case Deception::TurnedText:
        return "turned";
    case Deception::Invisible:
        return "invisible";
    case Deception::MixedScripts:
        return "mixed";
    }
    Q_UNREACHABLE();
}

} // namespace

/// F33: names that can pass for others are marked, and those that are only foreign are not.
class TestDeceptiveNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areSeen_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* title, const QString& name, const char* expected) {
            QTest::newRow(title) << name << QByteArray(expected);
        };
        row("empty", u""_s, "none");
        row("plain", u"okta-prod (EU) #1"_s, "none");
        row("accents", u"Zoë Ünal-Łukasz"_s, "none");
        row("combining accents", u"Zoe\u0308"_s, "none");
        row("scripts of other words", u"Alice Иванова 李雷 عمر"_s, "none");
        row("a Greek prefix", u"α-test"_s, "none");
        row("Japanese", u"営業チームのOffice"_s, "none");
        row("Korean", u"개발팀Dev團"_s, "none");
        row("lines", u"two\r\nlines\tand tab"_s, "none");
        row("emoji with joiners", u"team 👩‍💻 ✔️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s, "none");
        row("a joiner that Persian needs", u"می\u200Cخواهم"_s, "none");
        row("a joiner that Hindi needs", u"क्\u200Dष"_s, "none");

        row("Cyrillic a among Latin", u"p\u0430ypal"_s, "mixed");
        row("Greek o at the end", u"admin-hell\u03BF"_s, "mixed");
        row("Cherokee", u"\u13AAdmin"_s, "mixed");
        row("Latin in a Cyrillic word", u"Иванoв"_s, "mixed");
        row("parted by what is not seen", u"adm\u200B\u0456n"_s, "invisible");
        row("override", u"user\u202Egnp.exe"_s, "turned");
        row("isolate", u"\u2066x\u2069"_s, "turned");
        row("Arabic mark", u"x\u061Cy"_s, "turned");
        row("zero width space", u"ad\u200Bmin"_s, "invisible");
        row("zero width joiner in Latin", u"ad\u200Dmin"_s, "invisible");
        row("variation selector in Latin", u"a\uFE0Fdmin"_s, "invisible");
        row("joiner first", u"\u200Dadmin"_s, "invisible");
        row("soft hyphen", u"ad\u00ADmin"_s, "invisible");
        row("NUL", QString::fromLatin1("a\0b", 3), "invisible");
        row("Hangul filler", u"admin\u3164"_s, "invisible");
        row("both", u"p\u0430ypal\u202E"_s, "turned");
        row("no name", QString(2000, u'x') + u'\u202E', "none");
    }
    void areSeen() {
        QFETCH(QString, name);
        QFETCH(QByteArray, expected);
        QCOMPARE(word(deceptionOf(name.toStdString())), expected);
    }

    /// Whatever is drawn as its code in a name marks it, but for line ends, tabs and joiners.
    void everyControlAndFormat() {
        int count = 0;
        for (char32_t point = 0; point <= QChar::LastValidCodePoint; ++point) {
            const auto category = QChar::category(point);
            if (category != QChar::Other_Control && category != QChar::Other_Format) continue;
            if (point == U'\n' || point == U'\r' || point == U'\t') continue;
            const std::string name = "a" + QStringView(QChar::fromUcs4(point)).toUtf8().toStdString() + "b";
            QVERIFY2(deceptionOf(name).has_value(), QByteArray::number(static_cast<uint>(point), 16).constData());
            ++count;
        }
        QVERIFY(count > 200);
    }

    void badBytesAreNoDeception() {
        QCOMPARE(word(deceptionOf("a\xFF\xFE z")), QByteArray("none"));
        QCOMPARE(word(deceptionOf("\xED\xA0\x80")), QByteArray("none"));
    }

    void cellsSaySo() {
        TableModel model;
        const TablePtr table = test::tableOf("id,name\n1,p\xD0\xB0ypal\n2,paypal\n");
        model.show(table, ShownRows::all(table->rowCount()), RowsChange::Replaced);
        const QModelIndex odd = model.index(0, 1);
        QCOMPARE(odd.data(FlagRole).toInt(), deceptiveNameFlag);
        const QString sentence = words::sentence(Deception::MixedScripts);
        QCOMPARE(odd.data(FlagTextRole).toString(), sentence);
        QVERIFY(odd.data(Qt::AccessibleTextRole).toString().contains(sentence));
        QVERIFY(odd.data(Qt::ToolTipRole).toString().contains(sentence.toHtmlEscaped()));
        QCOMPARE(odd.data(RawTextRole).toString(), u"p\u0430ypal"_s);
        QVERIFY(!model.index(1, 1).data(FlagRole).isValid());
    }
};

QTEST_GUILESS_MAIN(TestDeceptiveNames)
#include "test_deceptivenames.moc"
