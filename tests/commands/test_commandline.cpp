#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/help.h"
#include "tests/commands/process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace idscope;

namespace {

std::vector<std::string> split(const QString& words) {
    std::vector<std::string> arguments;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts))
        arguments.push_back(word.toStdString());
    return arguments;
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNameIsUnique() {
        std::set<std::string_view> commands;
        for (const CommandSpec& command : commandTable()) {
            QVERIFY(commands.insert(command.name).second);
            std::set<std::string_view> options{"--help", "--version"};
            for (const OptionSpec& option : command.options) {
                QVERIFY(option.name.starts_with("--"));
                QVERIFY(options.insert(option.name).second);
                QCOMPARE(&optionSpec(command, option.id), &option);
            }
        }
    }

    void readsTheWindowsCommandLine() {
        const auto line = parseCommandLine(split(QStringLiteral("a.csv --sample - -- --b.csv")));
        QVERIFY(line.has_value());
        QVERIFY(line->command->name.empty());
        QVERIFY(line->has(Option::Sample));
        QCOMPARE(line->operands, (std::vector<std::string>{"a.csv", "-", "--b.csv"}));
    }

    void refuses_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("misspelt option") << "--smaple"
                                         << "There is no option “--smaple” here. Did you mean “--sample”?";
        QTest::newRow("misspelt command") << "fetsh"
                                          << "There is no file and no command “fetsh”. Did you mean “fetch”?";
        QTest::newRow("unknown command") << "compare" << "There is no file and no command “compare”.";
        QTest::newRow("unknown option") << "--zzzzz" << "There is no option “--zzzzz” here.";
        QTest::newRow("switch with value") << "--sample=1" << "The option --sample takes no value.";
        QTest::newRow("twice") << "--sample --sample" << "The option --sample is given twice.";
    }
    void refuses() {
        QFETCH(QString, arguments);
        const auto line = parseCommandLine(split(arguments));
        QVERIFY(!line.has_value());
        QTEST(sentence(line.error()), "sentence");
        const auto outcome = test::run(arguments.split(u' '));
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.out, QByteArray());
        QFETCH(QString, sentence);
        QCOMPARE(outcome.err, "idscope: " + sentence.toUtf8() + '\n');
    }

    void takesForFilesWhatMayBeOne() {
        for (const char* words : {"no-such.csv", "./none", "none/there", "/"})
            QVERIFY2(parseCommandLine(split(QString::fromLatin1(words))).has_value(), words);
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        QFile file(QStringLiteral("compare"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const bool read = parseCommandLine({"compare"}).has_value();
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(read);
    }

    void helpNamesEveryOption() {
        for (const CommandSpec& command : commandTable()) {
            QStringList arguments{QStringLiteral("--help")};
            if (!command.name.empty())
                arguments.prepend(QString::fromLatin1(command.name.data(), qsizetype(command.name.size())));
            const auto outcome = test::run(arguments);
            QCOMPARE(outcome.code, 0);
            QCOMPARE(outcome.err, QByteArray());
            QCOMPARE(outcome.out, helpText(command).toUtf8());
            for (const OptionSpec& option : command.options)
                QVERIFY(outcome.out.contains(option.name));
        }
    }

    void printsItsVersion() {
        QCOMPARE(test::run({QStringLiteral("--version")}).out, QByteArray("idscope " IDSCOPE_VERSION "\n"));
    }

    void saysThatThereIsNoDisplay() {
        const auto outcome = test::run({});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.err.contains("no display"));
        QCOMPARE(outcome.err.count('\n'), 1);
    }

    void makesControlsVisible_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("plain") << QByteArray("a \"b\" ü €") << QByteArray("a \"b\" ü €");
        QTest::newRow("line ends") << QByteArray("a\nb\r\tc") << QByteArray("a\\nb\\r\\tc");
        QTest::newRow("escape") << QByteArray("\x1b[31mred") << QByteArray("<U+001B>[31mred");
        QTest::newRow("bidi") << QByteArray("a\u202Eb") << QByteArray("a<U+202E>b");
        QTest::newRow("invisible") << QByteArray("a\u200Bb\u2028") << QByteArray("a<U+200B>b<U+2028>");
        QTest::newRow("C1") << QByteArray("\u009B1m") << QByteArray("<U+009B>1m");
        QTest::newRow("bad UTF-8") << QByteArray("a\xFFz") << QByteArray("a\uFFFDz");
        QTest::newRow("beyond the first plane") << QByteArray("\U0001F600") << QByteArray("\U0001F600");
        QTest::newRow("DEL, NUL") << QByteArray("\x7F\0", 2) << QByteArray("<U+007F><U+0000>");
    }
    void makesControlsVisible() {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(visibleText(text.toStdString())), "shown");
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_commandline.moc"
