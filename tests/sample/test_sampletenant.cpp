#include "app/sample/integrationfacts.h"
#include "models/csv/writer.h"
#include "models/json/json.h"
#include "models/json/secrets.h"
#include "models/relations/brn.h"
#include "models/schema/color.h"
#include "tests/sample/sampletable.h"

#include <QCryptographicHash>
#include <QTest>

#include <map>
#include <set>

using namespace idscope;
using namespace Qt::Literals::StringLiterals;

namespace {

ColumnId column(const Table& table, std::string_view name) {
    return table.find(name).value();
}

/// All cells of a column, in file order.
std::vector<std::string> cells(const Table& table, std::string_view name) {
    const ColumnId id = column(table, name);
    std::vector<std::string> all;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        all.emplace_back(table.cell(RowId{row}, id));
    return all;
}

std::map<std::string, int> counted(const std::vector<std::string>& values) {
    std::map<std::string, int> counts;
    for (const std::string& value : values)
        ++counts[value];
    return counts;
}

double ratio(const Table& table, std::uint32_t row, const char* text, const char* ground) {
    return QString::fromStdString(contrastRatio(table.cell(RowId{row}, column(table, text)),
                                                table.cell(RowId{row}, column(table, ground))))
        .toDouble();
}

} // namespace

class TestSampleTenant : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasTheNumbersTheStartPageNames() {
        QCOMPARE(test::sampleTable(u"apps"_s)->rowCount(), 25U);
        QCOMPARE(test::sampleTable(u"integrations"_s)->rowCount(), 12U);
        QCOMPARE(test::sampleTable(u"labels"_s)->rowCount(), 40U);
        QCOMPARE(test::sampleTable(u"entity-rules"_s)->rowCount(), 20U);
        std::uint64_t relations = 0;
        for (const QString& integration : SampleTenant().integrations())
            relations += test::sampleTable(u"entity-relations"_s, integration)->rowCount();
        QCOMPARE(relations, 142'610U);
    }

    void isTheSameEverywhere_data() {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("integration");
        QTest::addColumn<QByteArray>("sha256");
        // clang-format off
        QTest::newRow("apps") << "apps" << "" << QByteArray("4718edc49a0b2055c20de294cc7ffce738d91a12e8cfcb021d04f671abc2d930");
        QTest::newRow("integrations") << "integrations" << "" << QByteArray("454a18dcb1f5d3ab343b494a1de331745e5c03fb26bcf2558c26379d7da1cd6e");
        QTest::newRow("entity-rules") << "entity-rules" << "" << QByteArray("40d0afc5b6938b215fd10da5cf92138c4c27ff00e3718707437ba6077be53a27");
        QTest::newRow("labels") << "labels" << "" << QByteArray("d3ba1f9321a70a21b587e9c19d06dcf0373dbdaa1bc62a4722dff6c82afe04b2");
        QTest::newRow("entities") << "entities" << "" << QByteArray("459e019ca264a4b06a128fb65d89febcff76b14869bdf4176f0abea589512b6f");
        QTest::newRow("okta") << "entity-relations" << "01J07X778EK4BH2M2A1VY4HCYF" << QByteArray("fa9c597f4ecfe55b83ec80cdffc5651fe424739b1711d2ba272982135a7412a9");
        QTest::newRow("aws") << "entity-relations" << "01J07XC2QD8MZ0V3K5T9R1YFNB" << QByteArray("3f8c1b2ad8bf1cc6c5c4165329f2eefa96ab1b954b3214bd4fbfc71327281951");
        QTest::newRow("github") << "entity-relations" << "01J00GGXMSYQYWGTYCWJM91G7J" << QByteArray("a8bba56e2b9ae93b8180d3f70d82851e44854b0586494ecafb26d3e576873fa2");
        QTest::newRow("google") << "entity-relations" << "01J0VYT9GMR2JNH8XF9Y4Z4MBV" << QByteArray("d57f7a78f059f5939a4cb2261b8b6d04b4c7594725bc3de01c5486cb598f1e90");
        QTest::newRow("salesforce") << "entity-relations" << "01J0WBSGT5RWM0GW5J5SPNWTDC" << QByteArray("a55387db719f3b27f25a714fb74f86be8102ac2c1be6d068ce9d5bfd598d11c1");
        QTest::newRow("slack") << "entity-relations" << "01J07WTC3CMGJS6SXREY55BXHP" << QByteArray("67cdb4bc5af336aa78be25f8d3b9bfdd9308f9d2e17ca580d78a8a88563b3301");
        QTest::newRow("workday") << "entity-relations" << "01J0E4XZPT67NV3K30KWYC18HS" << QByteArray("a4efcdfc22f298f2ba85504dc7fa9c311230a68297884303aa5bd0232a6589d6");
        QTest::newRow("azure") << "entity-relations" << "01J0SMWVW3VZ9VV8DBRTSF1TSR" << QByteArray("6039213570cd91aae153c7d59c0ceb601dbfc45ccc3a1bf8aff6009e1ed41dde");
        QTest::newRow("jira") << "entity-relations" << "01J0YJ4Q9WAN80AXXH010TMMEH" << QByteArray("b2d98761c7866c2acf0d99e540116d79ced98ffc72aab391c12657b3a7c4cd29");
        QTest::newRow("snowflake") << "entity-relations" << "01J0YTTZFDC1KSND61QMZGQPVH" << QByteArray("91e4eb8f78ea749e42e5e10c2113e887ff00bf89baf7be2c36d1937163383a81");
        QTest::newRow("servicenow") << "entity-relations" << "01J0NKCPV9VE91QEX80Z5TM8QQ" << QByteArray("90bb3c06afe1a950cc1c7cf65df67e049762f016db4430f6967887241009fbcd");
        QTest::newRow("jenkins") << "entity-relations" << "01J02EP1KEEGYWFRH5S3AXEZWZ" << QByteArray("3fddfa79220c42570693ae1c46345e2b8d5688a172cafc67e566b9ae59461fb1");
        // clang-format on
    }
    void isTheSameEverywhere() {
        QFETCH(QString, resource);
        QFETCH(QString, integration);
        const QByteArray csv = SampleTenant().csv(resource, integration);
        QTEST(QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex(), "sha256");
    }

    void knowsNothingElse() {
        QVERIFY(SampleTenant().csv(u"findings"_s).isNull());
        QVERIFY(SampleTenant().csv(u"entity-relations"_s).isNull());
        QVERIFY(SampleTenant().csv(u"entity-relations"_s, u"4"_s).isNull());
    }

    /// Every file is read without a notice about its form, and is what our own writer makes of its cells.
    void isCanonical() {
        std::vector<std::pair<QString, QString>> files{{u"apps"_s, {}}, {u"integrations"_s, {}}, {u"labels"_s, {}}};
        files.emplace_back(u"entity-rules"_s, QString());
        files.emplace_back(u"entities"_s, QString());
        for (const QString& integration : SampleTenant().integrations())
            files.emplace_back(u"entity-relations"_s, integration);
        for (const auto& [resource, integration] : files) {
            const TablePtr table = test::sampleTable(resource, integration);
            QVERIFY(table->schema() != nullptr);
            QCOMPARE(QString::fromLatin1(table->schema()->key.data(), qsizetype(table->schema()->key.size())),
                     resource);
            for (std::uint32_t row = 0; row < table->rowCount(); ++row)
                QVERIFY(table->raggedAt(RowId{row}) == nullptr);
            std::string text;
            const auto fileColumns = table->schema()->columns.size();
            for (std::uint32_t c = 0; c < fileColumns; ++c)
                appendCsvCell(text += c == 0 ? "" : ",", table->column(ColumnId{c}).header);
            text += '\n';
            for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
                for (std::uint32_t c = 0; c < fileColumns; ++c)
                    appendCsvCell(text += c == 0 ? "" : ",", table->cell(RowId{row}, ColumnId{c}));
                text += '\n';
            }
            QVERIFY(QByteArray::fromStdString(text) == SampleTenant().csv(resource, integration));
        }
    }

    void integrationsAreHealthyFailingInactiveAndMalformed() {
        const TablePtr table = test::sampleTable(u"integrations"_s);
        QCOMPARE(counted(cells(*table, "Status")), (std::map<std::string, int>{{"active", 9}, {"inactive", 3}}));
        QCOMPARE(counted(cells(*table, "Message"))["Data Available"], 5);
        int malformed = 0;
        for (const std::string& metadata : cells(*table, "Metadata"))
            if (!metadata.empty() && !JsonDocument(metadata).valid()) ++malformed;
        QCOMPARE(malformed, 2);
        const auto ids = cells(*table, "ID");
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(QString::fromStdString(ids[i]), SampleTenant().integrations()[i]);
    }

    void integrationsBelongToApps() {
        const auto apps = counted(cells(*test::sampleTable(u"apps"_s), "ID"));
        QCOMPARE(apps.size(), 25U);
        for (const IntegrationFacts& facts : integrationFacts())
            QVERIFY(apps.contains(std::string(facts.app)));
    }

    /// Each canary is in some file, and none is left where secrets are masked.
    void secretsAreThereAndMaskable() {
        QByteArray whole;
        std::string maskedCells;
        const auto take = [&](const QString& resource, const QString& integration = {}) {
            whole += SampleTenant().csv(resource, integration);
            const TablePtr table = test::sampleTable(resource, integration);
            for (std::uint32_t c = 0; c < table->columnCount(); ++c)
                for (std::uint32_t code = 0; code < table->distinct(ColumnId{c}); ++code)
                    maskedCells += table->column(ColumnId{c}).type == ColumnType::Json
                                       ? masked(table->value(ColumnId{c}, Code{code}))
                                       : table->value(ColumnId{c}, Code{code});
        };
        take(u"integrations"_s);
        take(u"entity-relations"_s, u"01J07X778EK4BH2M2A1VY4HCYF"_s);
        take(u"entity-relations"_s, u"01J07XC2QD8MZ0V3K5T9R1YFNB"_s);
        for (const QByteArray& secret : SampleTenant::secrets()) {
            QVERIFY2(whole.contains(secret), secret.constData());
            QVERIFY2(!maskedCells.contains(secret.toStdString()), secret.constData());
        }
        QVERIFY(std::size_t(whole.count("canary-")) >= SampleTenant::secrets().size());
        QVERIFY(!maskedCells.contains("canary-"));
    }

    void labelsAreOfSeveralTypesAndSomeHardToRead() {
        const TablePtr table = test::sampleTable(u"labels"_s);
        const std::map<std::string, int> types{{"application", 3}, {"connection", 5}, {"employee", 4},
                                               {"entitlement", 6}, {"identity", 4},   {"purpose", 4},
                                               {"resource", 14}};
        QCOMPARE(counted(cells(*table, "Type")), types);
        QCOMPARE(counted(cells(*table, "ID"))[""], 1);
        QCOMPARE(counted(cells(*table, "Name"))["External"], 2);
        int light = 0;
        int dark = 0;
        for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
            const double onLight = ratio(*table, row, "Light Text Color", "Light Background Color");
            const double onDark = ratio(*table, row, "Dark Text Color", "Dark Background Color");
            light += onLight > 0 && onLight < 4.5 ? 1 : 0;
            dark += onDark > 0 && onDark < 4.5 ? 1 : 0;
        }
        QCOMPARE(light, 2);
        QCOMPARE(dark, 5);
    }

    void insightsAreJsonAndTheirLabelsResolveEachWay() {
        const TablePtr insights = test::sampleTable(u"entity-rules"_s);
        const TablePtr labels = test::sampleTable(u"labels"_s);
        for (const std::string& filter : cells(*insights, "entity_filter"))
            QVERIFY2(JsonDocument(filter).valid(), filter.c_str());
        const auto ids = counted(cells(*labels, "ID"));
        const auto names = counted(cells(*labels, "Name"));
        std::map<std::string, int> ways;
        for (const std::string& label : cells(*insights, "label"))
            ++ways[label.empty()            ? "none"
                   : ids.contains(label)    ? "ID"
                   : !names.contains(label) ? "unknown"
                   : names.at(label) > 1    ? "ambiguous"
                                            : "name"];
        QCOMPARE(ways,
                 (std::map<std::string, int>{{"ID", 11}, {"ambiguous", 1}, {"name", 4}, {"none", 3}, {"unknown", 1}}));
    }

    void relationsAreSkewedAndDated() {
        const TablePtr okta = test::sampleTable(u"entity-relations"_s, u"01J07X778EK4BH2M2A1VY4HCYF"_s);
        QVERIFY(okta->rowCount() >= 100'000);
        std::vector<int> sizes;
        for (const auto& [child, count] : counted(cells(*okta, "Entity BRN")))
            sizes.push_back(count);
        std::ranges::sort(sizes, std::greater<>());
        QVERIFY(sizes.front() >= 4'000);
        QVERIFY(sizes[sizes.size() / 2] <= 60);
        int dashed = 0;
        for (const auto& [brn, count] : counted(cells(*okta, "Parent Entity BRN")))
            if (const auto parts = parseBrn(brn)) {
                QCOMPARE(parts->key.size(), 43U);
                dashed += parts->key.starts_with('-') ? 1 : 0;
            }
        QVERIFY(dashed > 20);
        int years[4] = {};
        for (const std::string& timestamp : cells(*okta, "Timestamp"))
            for (int year = 0; year < 4; ++year)
                years[year] += timestamp.starts_with("202" + std::to_string(year + 1)) ? 1 : 0;
        for (int year = 0; year < 4; ++year)
            QVERIFY(years[year] > 5'000);
    }

    void metadataIsOfManyForms() {
        const TablePtr okta = test::sampleTable(u"entity-relations"_s, u"01J07X778EK4BH2M2A1VY4HCYF"_s);
        std::string all;
        for (const auto& [metadata, count] : counted(cells(*okta, "Metadata")))
            all += metadata;
        for (const char* form :
             {R"("connectionType":"role")", R"("privilegeName":"approver")", R"("grantId":90071992547)",
              R"("expiresAt":null)", R"("scope":{"region")", "Zoë Åkerström", R"(\"yes\", by)",
              R"("privilegeValue":3,)", R"("privilegeValue":"3")", R"("project":"prod-emea")"})
            QVERIFY2(all.contains(form), form);
    }
};

QTEST_APPLESS_MAIN(TestSampleTenant)
#include "test_sampletenant.moc"
