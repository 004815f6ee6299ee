#include "models/words/words.h"

#include <QLocale>
#include <QTest>

#include <cerrno>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace words = idscope::words;

namespace idscope {

class TestErrorWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tableErrors_data();
    void tableErrors();
    void queryErrors_data();
    void queryErrors();
    void relationErrors();
    void exportErrors_data();
    void exportErrors();
    void exportErrorsHoldNoForeignText();
    void connectionFaults();
};

void TestErrorWords::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestErrorWords::tableErrors_data() {
    QTest::addColumn<TableError>("error");
    QTest::addColumn<QString>("text");
    const auto row = [](TableErrorKind kind, const QString& text, int systemError = 0, const char* detail = "") {
        QTest::addRow("%d %s", static_cast<int>(kind), detail)
            << TableError{.kind = kind, .file = "a.csv", .byte = 1234, .systemError = systemError, .detail = detail}
            << text;
    };
    using enum TableErrorKind;
    row(CannotOpen, u"a.csv: can't be opened: there is no such file. Check the name and the rights. (ENOENT)"_s,
        ENOENT);
    row(CannotOpen, u"a.csv: can't be opened: access is not allowed. Check the name and the rights. (EACCES)"_s,
        EACCES);
    row(CannotOpen, u"a.csv: can't be opened: it is a folder. Check the name and the rights. (EISDIR)"_s, EISDIR);
    row(CannotOpen, u"a.csv: can't be opened: the system refused. Check the name and the rights. (ELOOP)"_s, 0,
        "ELOOP");
    row(CannotRead,
        u"a.csv: can't be read beyond byte 1,234: the disk reports a fault. Try again, or copy the file to another "
        "disk. (EIO)"_s,
        EIO);
    row(NoHeader, u"a.csv: empty. A table begins with a line of column names: check that the file was saved whole."_s);
    row(TooManyRows, u"a.csv: too many rows for one table, from byte 1,234 on. Split the file."_s);
    row(OutOfMemory, u"a.csv: not enough memory to load it. Close other tables or programs, then try again."_s);
    row(DifferentResource,
        u"a.csv: not the same resource as the other files: its header is “ID,%1”. Open it on its own."_s, 0, "ID,%1");
    row(Cancelled, u"a.csv: loading was cancelled."_s);
}

void TestErrorWords::tableErrors() {
    QFETCH(TableError, error);
    QTEST(words::sentence(error), "text");
    error.file = "-";
    QVERIFY(words::sentence(error).startsWith("Standard input: "_L1));
}

void TestErrorWords::queryErrors_data() {
    QTest::addColumn<QueryError>("error");
    QTest::addColumn<QString>("text");
    const auto row = [](QueryProblem problem, const QString& text, QueryError error = {}) {
        error.problem = problem;
        error.span = {5, 1}; // of "ü = x": the x, the fifth character
        QTest::addRow("%d %s", static_cast<int>(problem), error.suggestion.c_str()) << error << text;
    };
    using enum QueryProblem;
    row(UnclosedQuote, u"Character 5: this quote is not closed."_s);
    row(UnclosedRegex, u"Character 5: this regular expression is not closed."_s);
    row(UnclosedBacktick, u"Character 5: this column name is not closed."_s);
    row(UnclosedParenthesis, u"Character 5: this parenthesis is not closed. Expected: )."_s, {.expected = {")"}});
    row(UnexpectedToken, u"Character 5: this can't stand here."_s);
    row(UnexpectedToken, u"Character 5: “)” can't stand here. Expected: =, in."_s,
        {.expected = {"=", "in"}, .found = ")"});
    row(UnexpectedEnd, u"Character 5: the expression ends too early. Expected: (."_s, {.expected = {"("}});
    row(BadRegexFlag, u"Character 5: the only flag of a regular expression is i, for any case."_s);
    row(BadPath, u"Character 5: this is no path into JSON. Write .name, [0], [*] or two dots."_s);
    row(TooLong, u"Character 5: the expression is too long. At most 65,536 bytes can be read."_s);
    row(TooDeep, u"Character 5: the expression is nested too deeply. At most 200 levels can be read."_s);
    row(UnknownColumn, u"Character 5: no such column."_s);
    row(UnknownColumn, u"Character 5: no such column. Use entity_type?"_s,
        {.expected = {"ignored"}, .suggestion = "entity_type"});
    row(UnknownBrnPart, u"Character 5: a BRN has no such part. Expected: tenant, type, key."_s,
        {.expected = {"tenant", "type", "key"}});
    row(NotJson, u"Character 5: this column holds no JSON, so there are no paths into it."_s);
    row(NotComparable, u"Character 5: this is not what < and > compare here."_s);
    row(NotComparable, u"Character 5: “%1” is not what < and > compare here. Expected: 2024-06-01."_s,
        {.expected = {"2024-06-01"}, .found = "%1"});
    row(BadRegex, u"Character 5: this regular expression can't be read. (missing parenthesis)"_s,
        {.found = "missing parenthesis"});
    row(NoStateOfPath, u"Character 5: only a whole column can be asked whether it is invalid."_s);
    row(NotRelations, u"Character 5: only relations lead from one BRN to another. This table holds none."_s);
    row(MatchLimit, u"Character 5: this regular expression takes too many steps on this data. Make it simpler."_s);
    row(Cancelled, u"The filter was cancelled."_s);
}

void TestErrorWords::queryErrors() {
    QFETCH(QueryError, error);
    QTEST(words::sentence(error, "ü = x"), "text");
}

void TestErrorWords::relationErrors() {
    using enum RelationErrorKind;
    QCOMPARE(words::sentence(RelationError{NotRelations}),
             u"These rows are no relations: they lack the columns Parent Entity BRN and Entity BRN. Open an export of "
             "entity relations."_s);
    QCOMPARE(words::sentence(RelationError{UnknownName, "a%1"}),
             u"No relation is about “a%1”. Write the BRN, or the name, exactly as in the file."_s);
    QCOMPARE(words::sentence(RelationError{Cancelled}), u"The question was cancelled."_s);
}

void TestErrorWords::exportErrors_data() {
    QTest::addColumn<ExportError>("error");
    QTest::addColumn<QString>("part"); // what the sentence must say besides having a cure
    const auto row = [](ExportErrorKind kind, const QString& part, ExportError error = {}) {
        error.kind = kind;
        QTest::addRow("%d %s", static_cast<int>(kind), error.detail.c_str()) << error << part;
    };
    using enum ExportErrorKind;
    row(MissingKey, u"There is no API key. Set IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET"_s);
    row(KeyRefused, u"another key. (api.example:8080, 401)"_s, {.host = "api.example:8080", .httpStatus = 401});
    row(NotAllowed, u"another key. (403)"_s, {.httpStatus = 403});
    row(NoSuchExport, u"knows no such export"_s, {.httpStatus = 404});
    row(TooManyRequests, u"slower pace"_s, {.httpStatus = 429});
    row(ServerError, u"a fault of its own"_s, {.httpStatus = 503});
    row(UnexpectedStatus, u"not one that exports have. Check the base URL. (418)"_s, {.httpStatus = 418});
    row(UnexpectedReply, u"documented for exports. Check the base URL."_s);
    row(UnexpectedReply, u"exports. It is too long. Check"_s, {.detail = "tooLong"});
    row(UnexpectedReply, u"exports. It is not JSON. Check"_s, {.detail = "notJson"});
    row(UnexpectedReply, u"exports. It has no address to poll. Check"_s, {.detail = "pollingUrl"});
    row(UnexpectedReply, u"exports. It has no address to download from. Check"_s, {.detail = "url"});
    row(ForbiddenUrl, u"nothing was sent there. Check the base URL"_s);
    row(ForbiddenUrl, u"there. It can't be read. Check"_s, {.detail = "unreadable"});
    row(ForbiddenUrl, u"there. It does not begin with https. Check"_s, {.detail = "scheme"});
    row(ForbiddenUrl, u"there. It is not encrypted, which is allowed within this machine alone. Check"_s,
        {.detail = "plainHttp"});
    row(ForbiddenUrl, u"there. It holds a user name or password. Check"_s, {.detail = "userInfo"});
    row(ForbiddenUrl, u"there. It names no host. Check"_s, {.detail = "noHost"});
    row(ForbiddenUrl, u"there. It leads into a private network. Check"_s, {.detail = "privateAddress"});
    row(Redirected, u"redirects this request to evil.example, where it may not go. Check the base URL. (302)"_s,
        {.host = "evil.example", .httpStatus = 302});
    row(HostNotFound, u"No server of this name was found"_s);
    row(ConnectionRefused, u"accepts no connection"_s);
    row(ConnectionLost, u"connection was lost"_s);
    row(NoNetwork, u"There is no network"_s);
    row(ProxyFailed, u"proxy did not let"_s);
    row(TlsFailed, u"signed by itself"_s, {.detail = "selfSigned"});
    row(TlsFailed, u"an authority that is not known here"_s, {.detail = "unknownAuthority"});
    row(TlsFailed, u"has expired or is not valid yet"_s, {.detail = "expired"});
    row(TlsFailed, u"for another name"_s, {.detail = "wrongHost"});
    row(TlsFailed, u"No secure connection"_s, {.detail = "other"});
    row(AnswerLost, u"not known whether an export was started"_s);
    row(Expired, u"address expired"_s, {.httpStatus = 403});
    row(Truncated, u"1,000 of 2,000 bytes arrived."_s, {.received = 1000, .promised = 2000});
    row(TooLong, u"2,001 of 2,000 bytes arrived."_s, {.received = 2001, .promised = 2000});
    row(WrongEncoding, u"compressed though it was asked not to"_s);
    row(Changed, u"changed on the server"_s);
    row(Stalled, u"No byte arrived for 60 s."_s, {.after = 60s});
    row(TooSlow, u"too slow"_s);
    row(DeadlineExceeded, u"not done after 30 min."_s, {.after = 30min});
    row(CannotWrite, u"can't be written: access is not allowed. Check the folder and its rights. (EACCES)"_s,
        {.systemError = EACCES});
    row(DiskFull, u"The disk is full. Free some space, then try again. (ENOSPC)"_s, {.systemError = ENOSPC});
}

void TestErrorWords::exportErrors() {
    QFETCH(ExportError, error);
    QFETCH(QString, part);
    const auto text = words::sentence(error);
    QVERIFY2(text.contains(part), qPrintable(text));
    const auto cured = text.contains("Check"_L1) || text.contains("ry again"_L1) || text.contains("key"_L1) ||
                       text.contains("Look for"_L1);
    QVERIFY2(cured, qPrintable(text));
    QVERIFY2(!text.contains(u'!') && !text.contains("lease"_L1) && !text.contains(u'%'), qPrintable(text));
}

void TestErrorWords::exportErrorsHoldNoForeignText() {
    // `detail` is chosen among words the program knows; should a server's text ever get there, it is not repeated.
    for (int kind = 0; kind <= static_cast<int>(ExportErrorKind::NotATable); ++kind) {
        const ExportError error{.kind = static_cast<ExportErrorKind>(kind), .detail = "X-Amz-Signature=canary"};
        QVERIFY(!words::sentence(error).contains("canary"_L1));
    }
}

void TestErrorWords::connectionFaults() {
    QStringList sentences;
    using enum KeychainFault;
    for (const KeychainFault fault : {Absent, Locked, Denied, NoAnswer, NoSecret, Failed})
        sentences += words::sentence(fault);
    QCOMPARE(sentences.removeDuplicates(), 0);
    for (const QString& sentence : sentences)
        QVERIFY2(sentence.contains(u"system keychain"_s) && sentence.endsWith(u'.'), qPrintable(sentence));
    QCOMPARE(words::sentence(AuthorityFault{ENOENT}),
             u"The file with your own certificate authority can't be read: there is no such file. Choose another file, "
             "or check its rights. (ENOENT)"_s);
    QVERIFY(words::sentence(AuthorityFault{}).contains(u"holds no certificate"_s));
    QCOMPARE(words::trialSentence({.kind = ExportErrorKind::KeyRefused, .host = "h", .httpStatus = 401}),
             u"The server refused this key. Type its ID and secret anew, or use another key. (401)"_s);
    QVERIFY(words::trialSentence({.kind = ExportErrorKind::NotAllowed, .httpStatus = 403}).endsWith(u"(403)"_s));
    QCOMPARE(words::trialSentence({.kind = ExportErrorKind::UnexpectedReply, .detail = "notHttp"}),
             u"What answers at this address is not the export API. Check the address."_s);
    const ExportError slow{.kind = ExportErrorKind::Stalled, .after = 1s};
    QCOMPARE(words::trialSentence(slow), words::sentence(slow));
}

} // namespace idscope

QTEST_GUILESS_MAIN(idscope::TestErrorWords)
#include "test_errorwords.moc"
