#include "models/base/arena.h"
#include "models/base/spillfile.h"
#include "tests/support/faultyfiles.h"
#include "tests/support/memory.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <limits>
#include <string>
#include <thread>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

constexpr std::size_t size = 4 * MappedMemory::unit;

/// Memory with a byte of each page's own.
MappedMemory filled() {
    MappedMemory memory(size);
    for (std::size_t at = 0; at < size; ++at)
        memory.bytes()[at] = static_cast<char>(at / 4096 * 31 + at);
    return memory;
}

bool isFilled(std::span<const char> bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at)
        if (bytes[at] != static_cast<char>(at / 4096 * 31 + at)) return false;
    return bytes.size() == size;
}

/// Texts, and what an arena keeps of them.
struct KeptTexts {
    Arena arena;
    std::vector<std::string> texts;
    std::vector<std::string_view> copies;

    void add(std::size_t length) {
        texts.emplace_back(length, static_cast<char>('a' + texts.size() % 26));
        copies.push_back(arena.copy(texts.back()));
    }
};

} // namespace

class TestSpillFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!SpillFile(folder_.path().toStdString()).take(filled().bytes()))
            QSKIP("no files without a name here, or hardly any room");
    }
    void takesMemory();
    void outlivesTheFile();
    void isReadMeanwhile();
    void refusesWhatFails_data();
    void refusesWhatFails();
    void goesOnAfterAShortWrite();
    void refusesALaterPart();
    void leavesRoomToOthers();
    void takesNothingWithoutAFolder();
    void takesFullChunks();
    void fillsChunksToTheEnd();

private:
    QTemporaryDir folder_;
};

void TestSpillFile::takesMemory() {
    SpillFile file(folder_.path().toStdString());
    const MappedMemory first = filled();
    const MappedMemory second = filled();
    const qint64 before = anonymousMemory();
    QVERIFY(file.take(first.bytes()));
    QVERIFY(file.take(second.bytes()));
    QVERIFY(isFilled(first.bytes()));
    QVERIFY(isFilled(second.bytes()));
    QVERIFY2(before - anonymousMemory() > qint64{size}, "the pages are still its own");
    QVERIFY(QDir(folder_.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestSpillFile::outlivesTheFile() {
    const MappedMemory memory = filled();
    QVERIFY(SpillFile(folder_.path().toStdString()).take(memory.bytes()));
    QVERIFY(isFilled(memory.bytes()));
}

void TestSpillFile::isReadMeanwhile() {
    SpillFile file(folder_.path().toStdString());
    for (int round = 0; round < 8; ++round) {
        const MappedMemory memory = filled();
        std::atomic<bool> done = false;
        std::atomic<int> looks = 0;
        std::atomic<bool> good = true;
        std::vector<std::jthread> readers;
        for (int i = 0; i < 3; ++i)
            readers.emplace_back([&] {
                while (!done || looks < 3) {
                    if (!isFilled(memory.bytes())) good = false;
                    ++looks;
                }
            });
        while (looks == 0)
            std::this_thread::yield();
        QVERIFY(file.take(memory.bytes()));
        done = true;
        readers.clear();
        QVERIFY(good);
    }
}

void TestSpillFile::refusesWhatFails_data() {
    QTest::addColumn<int>("step");
    QTest::addColumn<FaultyFiles::Fault>("fault");
    QTest::addColumn<bool>("nameless");
    QTest::newRow("cannot be opened") << 1 << FaultyFiles::Fault::InputOutput << true;
    QTest::newRow("no files without a name") << 0 << FaultyFiles::Fault::InputOutput << false;
    QTest::newRow("disk full") << 2 << FaultyFiles::Fault::StaysFull << true;
    QTest::newRow("cannot be written") << 2 << FaultyFiles::Fault::InputOutput << true;
}

void TestSpillFile::refusesWhatFails() {
    QFETCH(int, step);
    QFETCH(FaultyFiles::Fault, fault);
    QFETCH(bool, nameless);
    const FaultyFiles files(step, fault, nameless);
    SpillFile file(folder_.path().toStdString(), {}, files);
    const MappedMemory memory = filled();
    QVERIFY(!file.take(memory.bytes()));
    QVERIFY(isFilled(memory.bytes()));
    std::ranges::fill(memory.bytes(), 'x'); // it is still its own
    QVERIFY2(!file.take(filled().bytes()), "after a failure nothing may be taken: it would lie at the wrong place");
}

void TestSpillFile::goesOnAfterAShortWrite() {
    const FaultyFiles files(2, FaultyFiles::Fault::ShortWrite);
    SpillFile file(folder_.path().toStdString(), {}, files);
    const MappedMemory first = filled();
    const MappedMemory second = filled();
    QVERIFY(file.take(first.bytes()));
    QVERIFY(file.take(second.bytes()));
    QVERIFY(isFilled(first.bytes()) && isFilled(second.bytes()));
}

/// What was taken before stays.
void TestSpillFile::refusesALaterPart() {
    const FaultyFiles files(3, FaultyFiles::Fault::StaysFull);
    SpillFile file(folder_.path().toStdString(), {}, files);
    const MappedMemory first = filled();
    const MappedMemory second = filled();
    QVERIFY(file.take(first.bytes()));
    QVERIFY(!file.take(second.bytes()));
    QVERIFY(isFilled(first.bytes()) && isFilled(second.bytes()));
    std::ranges::fill(second.bytes(), 'x');
}

void TestSpillFile::leavesRoomToOthers() {
    std::uint64_t needed = 0;
    SpillFile file(folder_.path().toStdString(), [&] { return needed; });
    const MappedMemory first = filled();
    QVERIFY(file.take(first.bytes()));
    needed = std::numeric_limits<std::uint64_t>::max();
    QVERIFY(!file.take(filled().bytes()));
    QVERIFY(isFilled(first.bytes()));
}

void TestSpillFile::takesNothingWithoutAFolder() {
    const MappedMemory memory = filled();
    QVERIFY(!SpillFile({}).take(memory.bytes()));
    QVERIFY(!SpillFile(folder_.filePath(QStringLiteral("none")).toStdString()).take(memory.bytes()));
    QVERIFY(isFilled(memory.bytes()));
}

/// Of an arena: texts stay what and where they are, whether they came before the file or after, small or huge.
void TestSpillFile::takesFullChunks() {
    KeptTexts kept;
    for (int i = 0; i < 12000; ++i)
        kept.add(1000 + static_cast<std::size_t>(i) % 7);
    const std::size_t before = kept.arena.bytes();
    QVERIFY(before > 12'000'000);
    kept.arena.spillTo(std::make_shared<SpillFile>(folder_.path().toStdString()));
    kept.add(3'000'001);
    for (int i = 0; i < 12000; ++i)
        kept.add(i % 3000 == 0 ? 2'500'000 : i % 1000 == 0 ? 600'000 : 1000);
    QVERIFY2(kept.arena.bytes() < before / 2, qPrintable(QString::number(kept.arena.bytes())));
    QVERIFY(std::ranges::equal(kept.copies, kept.texts));
}

/// Chunks that are exactly full, with one of its own size behind: what lies there is not the current one's. It does
/// where addresses are handed out upwards: see CMakeLists.txt.
void TestSpillFile::fillsChunksToTheEnd() {
    KeptTexts kept;
    for (int i = 0; i < 3 * 65536; ++i)
        kept.add(32);
    for (int i = 0; i < 100'000; ++i)
        kept.add(i % 20'000 == 0 ? 600 * 1024 : 32);
    QVERIFY(std::ranges::equal(kept.copies, kept.texts));
}

QTEST_GUILESS_MAIN(TestSpillFile)
#include "test_spillfile.moc"
