#include "models/table/blockbuilder.h"
#include "models/table/dictionary.h"

#include <QTest>

#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

using namespace idscope;

namespace {

class TestDictionary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesCountUp();
    void agreesWithAMap();
    void valuesNeverMove();
    void costsLittleWhenSmall();
    void readersNeedNoLock();
    void codesAreNarrow_data();
    void codesAreNarrow();
    void blocksKeepEveryCode();
};

void TestDictionary::codesCountUp() {
    Dictionary dictionary(1);
    Code code;
    QVERIFY(!dictionary.find("a", code));
    QCOMPARE(dictionary.intern("a").value, 0U);
    QCOMPARE(dictionary.intern("").value, 1U);
    QCOMPARE(dictionary.intern("a").value, 0U);
    QCOMPARE(dictionary.intern(std::string_view("\0", 1)).value, 2U);
    QCOMPARE(dictionary.intern({}).value, 1U);
    QCOMPARE(dictionary.size(), 3U);
    QVERIFY(dictionary.find("", code));
    QCOMPARE(code.value, 1U);
    QVERIFY(!dictionary.find("b", code));
    QCOMPARE(std::string(dictionary.at(Code{2})), std::string("\0", 1));
}

void TestDictionary::agreesWithAMap() {
    std::mt19937 random(3);
    Dictionary dictionary(random());
    std::unordered_map<std::string, std::uint32_t> map;
    for (int i = 0; i < 200000; ++i) {
        // Lengths around the steps of the hash, few letters: values that differ in a single byte.
        std::string value(random() % 40, 'a');
        if (!value.empty()) value[random() % value.size()] = static_cast<char>('a' + random() % 26);
        if (i % 3 == 0) value += std::to_string(random() % 50000);
        const auto expected = map.try_emplace(value, static_cast<std::uint32_t>(map.size())).first->second;
        QCOMPARE(dictionary.intern(value).value, expected);
    }
    QCOMPARE(dictionary.size(), map.size());
    for (const auto& [value, code] : map)
        QCOMPARE(std::string(dictionary.at(Code{code})), value);
}

void TestDictionary::valuesNeverMove() {
    Dictionary dictionary;
    std::vector<const char*> places;
    const auto value = [](std::size_t i) { return "value " + std::to_string(i) + std::string(i % 997, '.'); };
    for (std::size_t i = 0; i < 20000; ++i)
        places.push_back(dictionary.at(dictionary.intern(value(i))).data());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string_view kept = dictionary.at(Code{static_cast<std::uint32_t>(i)});
        QVERIFY(kept.data() == places[i]);
        QCOMPARE(std::string(kept), value(i));
    }
}

void TestDictionary::costsLittleWhenSmall() {
    Dictionary small;
    small.intern("x");
    QVERIFY2(small.bytes() < 2000, std::to_string(small.bytes()).c_str());
    Dictionary huge;
    huge.intern(std::string(std::size_t{100} << 20U, 'x'));
    QVERIFY2(huge.bytes() < (std::size_t{100} << 20U) + 10000, std::to_string(huge.bytes()).c_str());
}

void TestDictionary::readersNeedNoLock() {
    // One thread interns, others read what was published to them: for ThreadSanitizer to judge.
    Dictionary dictionary;
    constexpr std::uint32_t count = 50000;
    std::atomic<std::uint32_t> published = 0;
    std::atomic<std::uint32_t> wrong = 0;
    const auto value = [](std::uint32_t i) { return std::to_string(i * 2654435761U); };
    {
        std::vector<std::jthread> readers;
        for (int reader = 0; reader < 3; ++reader)
            readers.emplace_back([&] {
                for (std::uint32_t seen = 0; seen < count;) {
                    seen = published.load(std::memory_order_acquire);
                    for (std::uint32_t i = seen > 500 ? seen - 500 : 0; i < seen; ++i)
                        if (dictionary.at(Code{i}) != value(i)) ++wrong;
                }
            });
        for (std::uint32_t i = 0; i < count; ++i) {
            dictionary.intern(value(i));
            published.store(i + 1, std::memory_order_release);
        }
    }
    QCOMPARE(wrong.load(), 0U);
}

void TestDictionary::codesAreNarrow_data() {
    QTest::addColumn<std::uint32_t>("largest");
    QTest::addColumn<std::size_t>("width");
    QTest::newRow("0") << 0U << std::size_t{0};
    QTest::newRow("255") << 255U << std::size_t{0};
    QTest::newRow("256") << 256U << std::size_t{1};
    QTest::newRow("65535") << 65535U << std::size_t{1};
    QTest::newRow("65536") << 65536U << std::size_t{2};
    QTest::newRow("2^32 - 1") << 0xFFFFFFFFU << std::size_t{2};
}

void TestDictionary::codesAreNarrow() {
    QFETCH(std::uint32_t, largest);
    QFETCH(std::size_t, width);
    const std::vector<std::uint32_t> codes{1, largest, 0};
    BlockBuilder builder(1);
    builder.add({{codes}}, std::vector<std::uint64_t>(3));
    const auto block = builder.take();
    QCOMPARE(block->columns[0].index(), width);
    for (std::uint32_t row = 0; row < 3; ++row)
        QCOMPARE(block->code(row, 0).value, codes[row]);
}

void TestDictionary::blocksKeepEveryCode() {
    std::mt19937 random(5);
    BlockBuilder builder(2);
    std::vector<std::uint32_t> codes;
    for (std::uint32_t row = 0; row < 5000;) {
        std::vector<std::vector<std::uint32_t>> columns(2);
        std::vector<std::uint64_t> offsets;
        for (auto count = random() % 50; count > 0 && row < 5000; --count, ++row) {
            // The second column jumps from the narrowest to the widest form at once.
            codes.push_back(static_cast<std::uint32_t>(random() % (row < 1000 ? 256 : row < 2000 ? 65536 : 1000000)));
            columns[0].push_back(codes.back());
            columns[1].push_back(row < 2500 ? 7U : 70000U);
            offsets.push_back(row);
        }
        builder.add(columns, offsets);
    }
    const auto copied = builder.copy();
    const auto taken = builder.take();
    QCOMPARE(builder.rows(), 0U);
    QCOMPARE(copied->rows, 5000U);
    for (std::uint32_t row = 0; row < 5000; ++row) {
        QCOMPARE(copied->code(row, 0).value, codes[row]);
        QCOMPARE(taken->code(row, 0).value, codes[row]);
        QCOMPARE(taken->code(row, 1).value, row < 2500 ? 7U : 70000U);
        QCOMPARE(taken->offsets[row], std::uint64_t{row});
    }
}

} // namespace

QTEST_APPLESS_MAIN(TestDictionary)
#include "test_dictionary.moc"
