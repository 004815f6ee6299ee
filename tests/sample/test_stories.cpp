#include "app/sample/integrationfacts.h"
#include "app/sample/samplebrn.h"
#include "app/sample/stories.h"
#include "models/json/json.h"
#include "models/relations/brn.h"
#include "models/relations/entitynames.h"
#include "tests/sample/sampletable.h"

#include <QTest>
#include <queue>

#include <functional>
#include <map>
#include <set>
#include <tuple>

using namespace idscope;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Relation {
    std::string app, parent, child, entityType, metadata;
};

} // namespace

/// Each story of stories.h is in the data, found by walking the relations.
class TestStories : public QObject {
    Q_OBJECT

    std::vector<Relation> relations_;
    std::map<std::string, std::vector<const Relation*>, std::less<>> below_;
    std::map<std::string, std::vector<const Relation*>, std::less<>> above_;

    std::vector<const Relation*> between(std::string_view parent, std::string_view child) const {
        std::vector<const Relation*> found;
        if (const auto all = below_.find(parent); all != below_.end())
            std::ranges::copy_if(all->second, std::back_inserter(found),
                                 [&](const Relation* relation) { return relation->child == child; });
        return found;
    }

    /// Fewest relations from `start` to everything it reaches.
    std::map<std::string_view, int> reach(std::string_view start) const {
        std::map<std::string_view, int> distance{{start, 0}};
        std::queue<std::string_view> open({start});
        for (; !open.empty(); open.pop()) {
            const auto all = below_.find(open.front());
            if (all == below_.end()) continue;
            for (const Relation* relation : all->second)
                if (distance.try_emplace(relation->child, distance[open.front()] + 1).second)
                    open.push(relation->child);
        }
        return distance;
    }

private Q_SLOTS:
    void initTestCase() {
        for (const IntegrationFacts& facts : integrationFacts()) {
            const TablePtr table = test::sampleTable(u"entity-relations"_s, QString::fromUtf8(facts.id.data()));
            const auto column = [&](const char* name) { return table->find(name).value(); };
            const ColumnId columns[] = {column("App"), column("Parent Entity BRN"), column("Entity BRN"),
                                        column("Entity Type"), column("Metadata")};
            for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
                const auto cell = [&](std::size_t which) {
                    return std::string(table->cell(RowId{row}, columns[which]));
                };
                relations_.push_back({cell(0), cell(1), cell(2), cell(3), cell(4)});
            }
        }
        for (const Relation& relation : relations_) {
            below_[relation.parent].push_back(&relation);
            above_[relation.child].push_back(&relation);
        }
    }

    void constantsAreTheGeneratorsBrns() {
        for (const stories::Entity& entity : stories::all)
            QCOMPARE(std::string(entity.brn), sampleBrn(entity.type, entity.name));
    }

    /// Every BRN of the relations, and no other, is an entity with a name.
    void entitiesNameWhatTheRelationsAreAbout() {
        const TablePtr table = test::sampleTable(u"entities"_s);
        const EntityNamesPtr names = EntityNames::make(table);
        QVERIFY(names != nullptr);
        std::set<std::string_view> brns;
        for (const Relation& relation : relations_)
            for (const std::string& end : {std::cref(relation.parent), std::cref(relation.child)})
                if (parseBrn(end)) brns.insert(end);
        std::set<std::tuple<std::string_view, std::string_view, std::string_view>> called;
        for (const std::string_view brn : brns) {
            const auto name = names->find(brn);
            QVERIFY2(name, std::string(brn).c_str());
            QVERIFY(!name->sourceType.empty());
            QVERIFY2(called.insert({name->app, name->sourceType, name->name}).second, std::string(name->name).c_str());
        }
        QCOMPARE(std::size_t{table->rowCount()}, brns.size());
        for (const stories::Entity& story : stories::all) {
            QCOMPARE(names->find(story.brn)->name, story.human);
            QVERIFY(story.name.starts_with(std::string(names->find(story.brn)->app) + '/'));
        }
    }

    void theContractorReachesProductionThroughThreeNestedGroups() {
        using namespace stories;
        const auto reached = reach(tomaszWren.brn);
        QCOMPARE(reached.at(contractorsEmea.brn), 1);
        QCOMPARE(reached.at(platformEng.brn), 2);
        QCOMPARE(reached.at(sreEscalation.brn), 3);
        QCOMPARE(reached.at(paymentsProd.brn), 4);
        // It is the only way: the database hangs on that group alone, the group on the nested one.
        QCOMPARE(above_.at(std::string(paymentsProd.brn)).size(), 1U);
        QCOMPARE(between(sreEscalation.brn, paymentsProd.brn).front()->app, "aws");
        QVERIFY(between(sreEscalation.brn, paymentsProd.brn).front()->metadata.contains(R"("privilegeName":"admin")"));
        QVERIFY(between(tomaszWren.brn, contractorsEmea.brn).front()->metadata.contains(R"("contractor")"));
        QCOMPARE(above_.at(std::string(contractorsEmea.brn)).size(), 214U);
    }

    void threeGroupsGoInACircle() {
        using namespace stories;
        QCOMPARE(between(warehouseLeads.brn, shiftPlanners.brn).size(), 1U);
        QCOMPARE(between(shiftPlanners.brn, depotAdmins.brn).size(), 1U);
        QCOMPARE(between(depotAdmins.brn, warehouseLeads.brn).size(), 1U);
    }

    /// Whoever lies on a circle is reached again by what it reaches: repeatedly taking away what has no parent left
    /// leaves the circles and what is below them; taking away what has no child left, the circles alone.
    void thereIsNoOtherCircle() {
        std::set<std::string_view> left;
        for (const Relation& relation : relations_) {
            left.insert(relation.parent);
            left.insert(relation.child);
        }
        const auto prune = [&](const auto& neighbours, auto other) {
            const std::size_t before = left.size();
            std::erase_if(left, [&](std::string_view brn) {
                const auto all = neighbours.find(brn);
                return all == neighbours.end() || std::ranges::none_of(all->second, [&](const Relation* relation) {
                           return left.contains(std::invoke(other, relation));
                       });
            });
            return left.size() != before;
        };
        while (prune(above_, &Relation::parent) || prune(below_, &Relation::child))
            continue;
        using namespace stories;
        QCOMPARE(left, (std::set<std::string_view>{warehouseLeads.brn, shiftPlanners.brn, depotAdmins.brn}));
    }

    void aGroupIsWithoutMembersAndItsResourceOutOfReach() {
        using namespace stories;
        QVERIFY(!above_.contains(fleetMigration.brn));
        QCOMPARE(below_.at(std::string(fleetMigration.brn)).size(), 1U);
        const auto& ways = above_.at(std::string(coldStorageLedger.brn));
        QCOMPARE(ways.size(), 1U);
        QCOMPARE(ways.front()->parent, std::string(fleetMigration.brn));
    }

    void aLeaverIsStillAdmin() {
        using namespace stories;
        const auto membership = between(martaQuill.brn, vaultAdmins.brn);
        QCOMPARE(membership.size(), 1U);
        QVERIFY(membership.front()->metadata.contains(R"("terminatedAt":"2023-11-30")"));
        QVERIFY(between(vaultAdmins.brn, prodSecrets.brn).front()->metadata.contains(R"("privilegeName":"admin")"));
    }

    void onePersonCreatesAndApprovesInvoices() {
        using namespace stories;
        QVERIFY(between(inesPark.brn, invoiceCreators.brn).front()->metadata.contains('\n'));
        QCOMPARE(between(inesPark.brn, invoiceApprovers.brn).size(), 1U);
        QVERIFY(between(invoiceCreators.brn, invoices.brn).front()->metadata.contains(R"("creator")"));
        QVERIFY(between(invoiceApprovers.brn, invoices.brn).front()->metadata.contains(R"("approver")"));
    }

    void anEmergencyGrantIsStillThere() {
        using namespace stories;
        const auto grants = between(aaronLindqvist.brn, transportProd.brn);
        QCOMPARE(grants.size(), 1U);
        QVERIFY(grants.front()->metadata.contains(R"("grantId":9007199254740993,"expiresAt":"2024-02-01T12:00:00Z")"));
    }

    void nearlyEveryoneIsStaff() {
        using namespace stories;
        const auto members = [&](const Entity& group) {
            std::set<std::string_view> identities;
            for (const Relation* relation : above_.at(std::string(group.brn)))
                if (brnType(relation->parent) == "identity") identities.insert(relation->parent);
            return identities.size();
        };
        QCOMPARE(members(allStaff), 4'813U);
        QCOMPARE(members(vpnUsers), 3'020U);
        QCOMPARE(between(vpnUsers.brn, vpnGateway.brn).size(), 1U);
    }

    void someRowsAreOdd() {
        int opaque = 0;
        int mismatched = 0;
        int broken = 0;
        for (const Relation& relation : relations_) {
            opaque += parseBrn(relation.parent) && parseBrn(relation.child) ? 0 : 1;
            mismatched += parseBrn(relation.child) && brnType(relation.child) != relation.entityType ? 1 : 0;
            broken += JsonDocument(relation.metadata).valid() ? 0 : 1;
        }
        QCOMPARE(opaque, 3);
        QCOMPARE(mismatched, 1);
        QCOMPARE(broken, 2);
    }
};

QTEST_APPLESS_MAIN(TestStories)
#include "test_stories.moc"
