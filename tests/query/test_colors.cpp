#include "models/query/expression.h"

#include <QTest>

using namespace idscope;

namespace {

QByteArray name(TokenRole role) {
    switch (role) {
    case TokenRole::Column:
        return "column";
    case TokenRole::Word:
        return "word";
    case TokenRole::Sign:
        return "sign";
    case TokenRole::String:
        return "string";
    case TokenRole::Number:
        return "number";
    case TokenRole::Constant:
        return "constant";
    case TokenRole::Regex:
        return "regex";
    case TokenRole::Text:
        return "text";
    case TokenRole::Error:
        return "error";
    }
    return {};
}

} // namespace

class TestColors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void colors_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("colors"); // role:text, joined by blanks
        const auto row = [](const char* text, const char* colors) {
            QTest::addRow("%s", text) << QByteArray(text) << QByteArray(colors);
        };
        row("bond", "text:bond");
        row("status = active", "column:status sign:= string:active");
        row("n >= 2", "column:n sign:>= number:2");
        row("t < -30d", "column:t sign:< number:-30d");
        row("t < 2024-06-01", "column:t sign:< number:2024-06-01");
        row("m.x=true", "column:m.x sign:= constant:true");
        row("m.\"x\"[0]=\"3\"", "column:m. column:\"x\" column:[0] sign:= string:\"3\"");
        row("not a in (b, 2)", "word:not column:a word:in sign:( string:b sign:, number:2 sign:)");
        row("a in (b) c", "column:a word:in sign:( string:b sign:) text:c");
        row("reaches(b) c", "word:reaches sign:( string:b sign:) text:c");
        row("reaches (b)", "text:reaches sign:( text:b sign:)");
        row("(a, b)", "sign:( text:a sign:, text:b sign:)");
        row("a starts with b or c", "column:a word:starts word:with string:b word:or text:c");
        row("a contains 3", "column:a word:contains number:3");
        row("a is not empty", "column:a word:is word:not word:empty");
        row("a matches /x/i", "column:a word:matches regex:/x/i");
        row("!x && \"y\"", "sign:! text:x sign:&& string:\"y\"");
        row("`a` = b", "column:`a` sign:= string:b");
        // broken
        row("a = \"b", "column:a sign:= error:\"b");
        row("/a", "error:/a");
        row("/a/g", "error:/a/g");
        row("`a", "error:`a");
        row("a & b", "text:a error:& text:b");
        row("a =", "column:a sign:=");
        row(") = (", "sign:) sign:= sign:(");
        row("in (", "word:in sign:(");
    }
    void colors() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, colors);
        QByteArrayList found;
        for (const ColoredSpan& colored : colorTokens(text.toStdString()))
            found << name(colored.role) + ':' +
                         text.mid(static_cast<qsizetype>(colored.span.begin),
                                  static_cast<qsizetype>(colored.span.length));
        QCOMPARE(found.join(' '), colors);
    }
};

QTEST_APPLESS_MAIN(TestColors)
#include "test_colors.moc"
