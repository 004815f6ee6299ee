#include "models/query/completion.h"

#include <QTest>

#include <random>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

/// `columns`, words, `values of x`, `steps of x`, then the typed word in brackets.
QString shown(const CompletionContext& context, const QByteArray& text) {
    QStringList parts;
    if (context.columns) parts << u"columns"_s;
    if (context.nodes) parts << u"names"_s;
    if (context.valuesOf) parts << u"values of "_s + QString::fromStdString(canonicalText(*context.valuesOf));
    if (context.stepsOf) parts << u"steps of "_s + QString::fromStdString(canonicalText(*context.stepsOf));
    for (const std::string& word : context.words)
        parts << QString::fromStdString(word);
    const QByteArray replaced =
        text.mid(static_cast<qsizetype>(context.replaced.begin), static_cast<qsizetype>(context.replaced.length));
    return parts.join(u' ') + u" ["_s + QString::fromUtf8(replaced) + u"] "_s + QString::fromStdString(context.typed);
}

const QString operators =
    u"= != ~ in is empty is not empty < <= > >= starts with ends with matches is invalid and or"_s;

} // namespace

/// What an expression could go on with.
class TestCompletion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tells_data() {
        QTest::addColumn<QString>("text"); ///< | is the cursor
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString& text, const QString& expected) {
            QTest::newRow(qPrintable(text)) << text << expected;
        };
        row(u"|"_s, u"columns not [] "_s);
        row(u"sta|"_s, u"columns not [sta] sta"_s);
        row(u"sta|tus = x"_s, u"columns not [status] sta"_s);
        row(u"status |"_s, u"columns "_s + operators + u" [] "_s);
        row(u"status i|"_s, u"columns "_s + operators + u" [i] i"_s);
        row(u"status =|"_s, u"values of status [] "_s);
        row(u"status = |"_s, u"values of status [] "_s);
        row(u"status = ac|"_s, u"values of status [ac] ac"_s);
        row(u"status = a|ctive and x"_s, u"values of status [active] a"_s);
        row(u"status = \"a b|"_s, u"values of status [\"a b] a b"_s);
        row(u"status != |"_s, u"values of status [] "_s);
        row(u"status ~ |"_s, u"values of status [] "_s);
        row(u"status starts |"_s, u"with [] "_s);
        row(u"status starts w|"_s, u"with [w] w"_s);
        row(u"status starts with |"_s, u"values of status [] "_s);
        row(u"status matches |"_s, u" [] "_s);
        row(u"status matches /a|"_s, u" [] "_s);
        row(u"status in |"_s, u"( [] "_s);
        row(u"status in (|"_s, u"values of status [] "_s);
        row(u"status in (a|"_s, u"values of status [a] a"_s);
        row(u"status in (a |"_s, u", ) [] "_s);
        row(u"status in (a, |"_s, u"values of status [] "_s);
        row(u"status in (a, b) |"_s, u"columns and or [] "_s);
        row(u"status is |"_s, u"empty not empty invalid [] "_s);
        row(u"status is not |"_s, u"empty [] "_s);
        row(u"status is empty |"_s, u"columns and or [] "_s);
        row(u"status = a |"_s, u"columns and or [] "_s);
        row(u"status = a an|"_s, u"columns and or [an] an"_s);
        row(u"status = a and |"_s, u"columns not [] "_s);
        row(u"(status = a |"_s, u"columns and or ) [] "_s);
        row(u"(status = a) |"_s, u"columns and or [] "_s);
        row(u"not |"_s, u"columns not [] "_s);
        row(u"!na|"_s, u"columns not [na] na"_s);
        row(u"bond and na|"_s, u"columns not [na] na"_s);
        row(u"metadata.|"_s, u"steps of metadata [] "_s);
        row(u"metadata.priv|"_s, u"steps of metadata [priv] priv"_s);
        row(u"metadata.a.b|c = 3"_s, u"steps of metadata.a [bc] b"_s);
        row(u"metadata[*].ke|"_s, u"steps of metadata[*] [ke] ke"_s);
        row(u"metadata..ke|"_s, u"steps of metadata.. [ke] ke"_s);
        row(u"metadata.\"odd na|"_s, u"steps of metadata [\"odd na] odd na"_s);
        row(u"`Entity Ty|"_s, u"columns [`Entity Ty] Entity Ty"_s);
        row(u"`Entity Type` = |"_s, u"values of `Entity Type` [] "_s);
        row(u"metadata.privilegeName = adm|"_s, u"values of metadata.privilegeName [adm] adm"_s);
        row(u"status = a, |"_s, u" [] "_s);
        row(u"reaches(|"_s, u"names [] "_s);
        row(u"reachable_from(brn:b|"_s, u"names [brn:b] brn:b"_s);
        row(u"reaches(\"a b|"_s, u"names [\"a b] a b"_s);
        row(u"reaches(a |"_s, u") [] "_s);
        row(u"app = x and REACHES(a) |"_s, u"columns and or [] "_s);
        row(u"reaches (|"_s, u"columns not [] "_s); // a text to search, then a parenthesis
        row(u"\"text|"_s, u" [\"text] text"_s);
        row(u"/re|"_s, u" [] "_s);
        row(u"status ="_s + u"= |"_s, u"values of status [] "_s);
    }
    void tells() {
        QFETCH(QString, text);
        const QByteArray utf8 = text.toUtf8();
        const auto cursor = utf8.indexOf('|');
        QByteArray whole = utf8;
        whole.remove(cursor, 1);
        const auto context =
            completionAt({whole.constData(), static_cast<std::size_t>(whole.size())}, static_cast<std::size_t>(cursor));
        QTEST(shown(context, whole), "expected");
    }

    /// Any text, any place: an answer whose span lies within the text and ends at or behind the cursor.
    void copesWithAnything() {
        std::mt19937 random(3);
        const char* pieces[] = {"status", "metadata.", "\"",   "`",        "(",    ")",       ",",   "=",
                                "in ",    "is ",       "not ", "reaches(", "and ", "starts ", "/a/", "/",
                                "!",      " ",         "[*]",  "..",       "ü",    "a",       "\\",  "&",
                                "|",      "~ ",        "\n",   "x.",       ".",    "[",       "]",   "empty "};
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (auto left = random() % 8; left > 0; --left)
                text += pieces[random() % std::size(pieces)];
            const std::size_t cursor = random() % (text.size() + 1);
            const CompletionContext context = completionAt(text, cursor);
            if (context.replaced.begin > cursor || context.replaced.end() < cursor ||
                context.replaced.end() > text.size())
                QFAIL(text.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestCompletion)
#include "test_completion.moc"
