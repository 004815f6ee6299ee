#include "app/sample/integrationfacts.h"
#include "app/sample/ordinaryentities.h"
#include "app/sample/samplelists.h"
#include "app/sample/stories.h"
#include "models/csv/writer.h"

#include <array>
#include <string>
#include <utility>

namespace idscope {

namespace {

constexpr std::string_view header = "BRN,Timestamp,App,Integration,Name,Entity Type,Source System,Source ID,Source "
                                    "Type,Metadata Version,Metadata\n";

struct Entity {
    std::string_view brn;
    std::string_view name;
    std::string_view type;
    std::string_view sourceId;
    std::string_view sourceType;
};

/// What a story's source ID, "rds/payments-prod", says about the kind of source.
std::string_view storySourceType(std::string_view sourceId) {
    constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>({{"group/", "group"},
                                                                                         {"role/", "role"},
                                                                                         {"rds/", "RDS database"},
                                                                                         {"vault/", "vault"},
                                                                                         {"task/", "task"},
                                                                                         {"app/", "app"}});
    for (const auto& [beginning, type] : words)
        if (sourceId.starts_with(beginning)) return type;
    return "user";
}

class Entities {
public:
    void add(const IntegrationFacts& facts) {
        if (facts.relations.rows == 0) return;
        for (const stories::Entity& story : stories::all) {
            const std::size_t slash = story.name.find('/');
            const std::string_view sourceId = story.name.substr(slash + 1);
            if (story.name.substr(0, slash) == facts.app)
                row(facts, {story.brn, story.human, story.type, sourceId, storySourceType(sourceId)});
        }
        for (const EntityKind kind : entityKinds)
            for (std::uint32_t index = 0; index < countOf(facts.relations, kind); ++index)
                row(facts, {ordinaryBrn(facts.app, kind, index), ordinaryName(facts.app, kind, index), entityType(kind),
                            ordinarySourceId(kind, index), ordinarySourceType(facts.app, kind, index)});
    }

    [[nodiscard]] QByteArray csv() const { return QByteArray::fromStdString(text_); }

private:
    void row(const IntegrationFacts& facts, const Entity& entity) {
        const std::string integration = std::string(facts.app).append("/").append(facts.id);
        std::string_view between;
        for (const std::string_view cell :
             {entity.brn, std::string_view("2024-06-18 06:17:04 +0000 UTC"), facts.app, std::string_view(integration),
              entity.name, entity.type, facts.app, entity.sourceId, entity.sourceType, std::string_view("v1"),
              std::string_view("{}")}) {
            text_ += std::exchange(between, ",");
            appendCsvCell(text_, cell);
        }
        text_ += '\n';
    }

    std::string text_{header};
};

} // namespace

QByteArray sampleEntities() {
    Entities entities;
    for (const IntegrationFacts& facts : integrationFacts())
        entities.add(facts);
    return entities.csv();
}

} // namespace idscope
