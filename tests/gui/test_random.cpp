#include "models/items/tablesession.h"
#include "tests/gui/randomuser.h"
#include "tests/support/gapmeter.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

#include <cstdio>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// The classes of a widget and of all around it.
QString placeOf(const QWidget* widget) {
    QStringList classes;
    for (; widget != nullptr; widget = widget->parentWidget())
        classes << QString::fromLatin1(widget->metaObject()->className());
    return classes.join(u" in "_s);
}

} // namespace

/// A random user with hostile data open, another one in each thorough run, and in one whose time is given. IDSCOPE_SEED
/// repeats a run and prints every step before what follows from it; IDSCOPE_SECONDS says how long it takes.
class TestRandom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        // Nothing is to be sent, but to the sample: a proxy where nobody listens.
        qputenv("https_proxy", "http://127.0.0.1:9");
        qputenv("http_proxy", "http://127.0.0.1:9");
        qputenv("no_proxy", "127.0.0.1,localhost");
    }
    void anythingGoes();
};

void TestRandom::anythingGoes() {
    const bool thorough = qEnvironmentVariableIsSet("IDSCOPE_THOROUGH");
    const bool replays = qEnvironmentVariableIsSet("IDSCOPE_SEED");
    constexpr quint64 always = 298'182'143; // what fails must have failed for a change of the program
    const bool timed = qEnvironmentVariableIsSet("IDSCOPE_SECONDS");
    const quint64 seed = replays             ? qEnvironmentVariable("IDSCOPE_SEED").toULongLong()
                         : thorough || timed ? std::random_device()()
                                             : always;
    const int seconds = timed ? qEnvironmentVariableIntValue("IDSCOPE_SECONDS") : thorough ? 180 : 12;
    std::printf("IDSCOPE_SEED=%llu\n", static_cast<unsigned long long>(seed));
    std::fflush(stdout);

    Rig rig;
    RandomUser user(rig, seed, qsizetype{1} << (thorough ? 24 : 20));
    if (seed % 2 == 0) QVERIFY(rig.fetchSample());
    rig.desk->openFiles(rig.picker.opened);
    QTRY_VERIFY(rig.page() != nullptr);

    QElapsedTimer clock;
    clock.start();
    double longest = 0;
    QByteArray slowest;
    int steps = 0;
    for (; clock.elapsed() < seconds * 1000LL; ++steps) {
        const qint64 waited = waitedForProcessor();
        const qint64 began = clock.nsecsElapsed();
        const QByteArray step = user.act();
        const double took = static_cast<double>(clock.nsecsElapsed() - began - (waitedForProcessor() - waited)) / 1e6;
        if (replays) std::fprintf(stderr, "%d %s: %.0f ms\n", steps, step.constData(), took);
        if (took > longest && step != "start again" && !step.startsWith("write")) {
            longest = took;
            slowest = step;
        }
        QTest::qWait(steps % 16 == 0 ? 100 : steps % 4);
        const MainWindow& window = rig.desk->window();
        QVERIFY2(window.minimumSizeHint().width() <= 1440, step);
        for (const QLabel* label : window.findChildren<QLabel*>())
            QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText || label->inherits("QTipLabel"),
                     qPrintable(placeOf(label) + u" after "_s + QString::fromLatin1(step)));
    }
    std::printf("%d steps; the longest took %.0f ms: %s\n", steps, longest, slowest.constData());
    QVERIFY2(steps > seconds, "it hangs");
    rig.desk.reset(); // while whatever was begun still runs
}

QTEST_MAIN(TestRandom)
#include "test_random.moc"
