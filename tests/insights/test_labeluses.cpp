#include "models/insights/labelfacts.h"
#include "models/insights/labeluses.h"
#include "tests/query/samples.h"
#include "tests/sample/sampletable.h"

#include <QTest>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

TablePtr labels() {
    return test::tableOf({{"ID", "Name", "Color", "Type"},
                          {"a/one", "One", "", "a"},
                          {"a/two", "Two", "", "a"},
                          {"b/two", "Two", "", "b"},
                          {"", "Three", "", "b"},
                          {"Two", "Four", "", "c"}});
}

TablePtr insights(const std::vector<std::string>& uses) {
    std::vector<test::Cells> rows{{"ID", "entity_filter", "name", "label", "created_at", "updated_at"}};
    for (const std::string& label : uses)
        rows.push_back({std::to_string(rows.size()), "{}", "n", label, "2024-06-01", "2024-06-01"});
    return test::tableOf(rows);
}

std::string usesOf(const LabelUses& uses) {
    std::string out;
    for (std::uint32_t row = 0; row < uses.labels()->rowCount(); ++row) {
        out += out.empty() ? "" : " | ";
        const auto used = uses.insightsOf(RowId{row});
        out += test::rowNumbers({used.begin(), used.end()});
    }
    return out;
}

} // namespace

class TestLabelUses : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anIdCountsBeforeAName() {
        const LabelUses uses(labels(), insights({"a/one", "One", "Two", "Three", "", "nobody"}));
        QCOMPARE(usesOf(uses), std::string("1 2 |  |  | 4 | 3"));
    }

    void aNameOfSeveralIsToldAsSuch() {
        const auto two = test::tableOf({{"ID", "Name", "Color", "Type"}, {"a", "X", "", "t"}, {"b", "X", "", "t"}});
        const LabelUses uses(two, insights({"X", "a", "Y"}));
        QCOMPARE(usesOf(uses), std::string("1 2 | 1"));
    }

    /// Ids of each label by itself would be 900 million.
    void manyOfOneNameCostLittle() {
        constexpr std::size_t count = 30'000;
        std::vector<test::Cells> rows(count + 1, {"", "X", "", "t"});
        rows[0] = {"ID", "Name", "Color", "Type"};
        rows[1][0] = "a";
        std::vector<std::string> named(count, "X");
        named.emplace_back("a");
        const LabelUses uses(test::tableOf(rows), insights(named));
        QCOMPARE(uses.useCount(RowId{0}), count + 1);
        QCOMPARE(uses.useCount(RowId{count - 1}), count);
        QVERIFY(uses.insightsOf(RowId{0}).back() == RowId{count});
        QCOMPARE(uses.insightsOf(RowId{1}).size(), count);
    }

    void integrationsAreFoundByWhatFollowsTheSlash() {
        const TablePtr target = test::tableOf({{"ID", "Name", "Status"}, {"1", "Okta", "active"}, {"x/2", "AWS", ""}});
        const Reference reference{"integrations", {"ID", {}}, true};
        const ReferenceIndex index(*target, reference);
        for (const auto& [text, rows] :
             {std::pair{"okta/1", "1"}, {"1", "1"}, {"x/2", "2"}, {"y/2", ""}, {"okta/", ""}, {"", ""}, {"/1", "1"}}) {
            QCOMPARE(test::rowNumbers(resolve(*target, reference, text).rows), std::string(rows));
            QCOMPARE(test::rowNumbers(index.find(text).rows), std::string(rows));
        }
    }

    void theSamplesReferencesResolve() {
        const TablePtr apps = test::sampleTable(u"apps"_s);
        const TablePtr integrations = test::sampleTable(u"integrations"_s);
        const TablePtr relations = test::sampleTable(u"entity-relations"_s, SampleTenant().integrations().front());
        int referring = 0;
        for (const Column& column : relations->columns()) {
            const Reference* reference = referenceOf(column);
            if (reference == nullptr) continue;
            const TablePtr target = reference->resource == "apps" ? apps : integrations;
            if (reference->resource != "apps" && reference->resource != "integrations") continue;
            ++referring;
            const auto id = relations->find(column.label);
            QCOMPARE(resolve(*target, *reference, relations->cell(RowId{0}, *id)).rows.size(), std::size_t{1});
        }
        QCOMPARE(referring, 2);
    }

    void aStoppedReadingUsesNothing() {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(LabelUses(labels(), insights({"a/one"}), stop.get_token()).useCount(RowId{0}), std::size_t{0});
    }

    void aStoppedSearchFindsNothing() {
        std::stop_source stop;
        stop.request_stop();
        const TablePtr target = labels();
        const Reference reference{"labels", {"ID", "Name"}};
        const ReferenceIndex index(*target, reference, stop.get_token());
        for (const std::string_view text : {"a/two", "Two", "Three"}) {
            QVERIFY(resolve(*target, reference, text, stop.get_token()).rows.empty());
            QVERIFY(index.find(text).rows.empty());
        }
        const LabelUses uses(target, insights({"a/one"}));
        QVERIFY(!labelFacts(*target, &uses).empty());
        QVERIFY(labelFacts(*target, &uses, stop.get_token()).empty());
    }
};

} // namespace idscope

QTEST_GUILESS_MAIN(idscope::TestLabelUses)
#include "test_labeluses.moc"
