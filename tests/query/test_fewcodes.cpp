#include "models/query/fewcodes.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace idscope;

class TestFewCodes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The same rows as looking up the answer of each, for every number of rows, open rows and codes.
    void keepsWhatAnswersSay() {
        std::mt19937 random(1);
        for (int round = 0; round < 2000; ++round) {
            const auto rows = static_cast<std::uint32_t>(1 + random() % 300);
            std::vector<std::uint8_t> answers(1 + random() % 256);
            for (std::uint8_t& answer : answers)
                answer = random() % 20 == 0;
            if (random() % 2 == 0)
                for (std::uint8_t& answer : answers)
                    answer = answer == 0;
            const bool negated = random() % 2 == 0;
            std::vector<std::uint8_t> codes(rows);
            for (std::uint8_t& code : codes)
                code = static_cast<std::uint8_t>(random() % answers.size());
            std::vector<std::uint64_t> open((rows + 63) / 64);
            for (std::uint32_t row = 0; row < rows; ++row)
                if (random() % 3 > 0) open[row / 64] |= std::uint64_t{1} << (row % 64);
            std::vector<std::uint64_t> expected = open;
            for (std::uint32_t row = 0; row < rows; ++row)
                if ((answers[codes[row]] == 1) == negated) expected[row / 64] &= ~(std::uint64_t{1} << (row % 64));

            const auto few = FewCodes::of(answers, negated);
            const auto yes = std::ranges::count(answers, 1);
            QCOMPARE(few.has_value(), std::min<std::ptrdiff_t>(yes, std::ssize(answers) - yes) <= 8);
            if (!few) continue;
            few->keep(codes.data(), rows, open);
            QVERIFY(open == expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestFewCodes)
#include "test_fewcodes.moc"
