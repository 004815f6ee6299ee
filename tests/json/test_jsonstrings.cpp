#include "models/json/json.h"

#include <QTest>

#include <string>

using namespace idscope;

namespace {

/// What a byte within a string of ASCII does to it.
std::optional<JsonProblem> expected(unsigned byte) {
    if (byte < 0x20) return JsonProblem::ControlInString;
    if (byte >= 0x80) return JsonProblem::BadUtf8; // alone
    return std::nullopt;
}

} // namespace

/// Strings are read several bytes at a time: no byte may hide behind others, wherever it stands.
class TestJsonStrings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sees_data() {
        QTest::addColumn<int>("length");
        for (const int length : {1, 7, 8, 9, 15, 16, 17, 40})
            QTest::addRow("of %d", length) << length;
    }
    void sees() {
        QFETCH(int, length);
        for (const char filler : {'a', '\x7F', ' ', '!', '#', '[', ']'}) {
            for (std::size_t at = 1; at <= static_cast<std::size_t>(length); ++at) {
                for (unsigned byte = 0; byte < 0x100; ++byte) {
                    if (byte == '"' || byte == '\\') continue;
                    std::string text = '"' + std::string(static_cast<std::size_t>(length), filler) + '"';
                    text[at] = static_cast<char>(byte);
                    const JsonDocument document(text);
                    const auto problem = expected(byte);
                    const bool same = problem ? !document.valid() && document.error()->problem == *problem
                                              : document.valid() && document.raw(document.nodes()[0]) == text;
                    QVERIFY2(same, qPrintable(QStringLiteral("byte %1 at %2").arg(byte).arg(at)));
                }
            }
        }
    }
    void endsAtTheFirstQuote_data() { sees_data(); }
    void endsAtTheFirstQuote() {
        QFETCH(int, length);
        for (std::size_t at = 1; at <= static_cast<std::size_t>(length); ++at) {
            std::string text = '"' + std::string(static_cast<std::size_t>(length), 'a') + '"';
            text[at] = '"';
            const JsonDocument document(text);
            QCOMPARE(document.raw(document.nodes()[0]).size(), at + 1);
            text[at] = '\\';
            // "\a" is no escape; `\"` is one, and does not end the string.
            const std::size_t broken = at == static_cast<std::size_t>(length) ? text.size() : at + 1;
            QCOMPARE(JsonDocument(text).error()->byte, broken);
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonStrings)
#include "test_jsonstrings.moc"
