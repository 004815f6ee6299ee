#include "app/sample/relations.h"

#include "app/sample/dice.h"
#include "app/sample/ordinaryentities.h"
#include "app/sample/plantedrows.h"
#include "app/sample/relationmetadata.h"
#include "models/csv/writer.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <unordered_set>
#include <vector>

namespace idscope {

namespace {

constexpr std::string_view header = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source "
                                    "System,Metadata Version,Metadata\n";

constexpr std::size_t usualRow = 430; ///< bytes, quotes and all; a guess to reserve by

/// Times of the relations: three years up to the morning of the exports, more and more of them, most of them written by
/// the daily run at 06:17:04. In Go's form, as the service writes them.
class Times {
public:
    Times() {
        using namespace std::chrono;
        const sys_days first = year{2021} / March / 1;
        const sys_days last = year{2024} / June / 17;
        for (sys_days day = first; day <= last; day += days{1}) {
            const year_month_day date{day};
            std::array<char, 16> text{};
            std::snprintf(text.data(), text.size(), "%04d-%02u-%02u ", int(date.year()), unsigned(date.month()),
                          unsigned(date.day()));
            days_.emplace_back(text.data());
        }
    }

    void append(std::string& row, Dice& dice) const {
        const auto count = std::uint32_t(days_.size());
        row += days_[count - 1 - dice.skewed(count)];
        if (dice.chance(620)) {
            row += "06:17:04";
        } else {
            const std::uint32_t second = dice.below(86'400);
            appendTwoDigits(row, second / 3600);
            appendTwoDigits(row += ':', second / 60 % 60);
            appendTwoDigits(row += ':', second % 60);
        }
        row += " +0000 UTC";
    }

private:
    static void appendTwoDigits(std::string& text, std::uint32_t number) {
        text += char('0' + number / 10);
        text += char('0' + number % 10);
    }

    std::vector<std::string> days_;
};

using Kind = EntityKind;

class Export {
public:
    explicit Export(const IntegrationFacts& facts) : facts_(facts), dice_(seed(facts.app)) {
        const RelationShape& shape = facts.relations;
        rows_.reserve(shape.rows);
        related_.reserve(shape.rows);
        text_.reserve(std::size_t{shape.rows} * usualRow);
        for (const Kind kind : entityKinds)
            addEntities(kind, countOf(shape, kind));
    }

    QByteArray csv() {
        if (facts_.relations.rows > 0) {
            plant();
            nestGroups();
            grantRoles();
            grantResources();
            fillMemberships();
            shuffle();
        }
        QByteArray csv;
        csv.reserve(qsizetype(header.size()) + qsizetype(text_.size()));
        csv.append(header.data(), qsizetype(header.size()));
        for (const Row row : rows_)
            csv.append(text_.data() + row.begin, qsizetype(row.length));
        return csv;
    }

private:
    /// FNV-1a: each app has a stream of its own, so that one integration's numbers don't move the others.
    static std::uint64_t seed(std::string_view app) {
        std::uint64_t hash = 0xCBF29CE484222325ULL;
        for (const char byte : app)
            hash = (hash ^ std::uint64_t(static_cast<unsigned char>(byte))) * 0x100000001B3ULL;
        return hash;
    }

    void addEntities(Kind kind, std::uint32_t count) {
        auto& brns = brns_[std::size_t(kind)];
        for (std::uint32_t i = 0; i < count; ++i)
            brns.push_back(ordinaryBrn(facts_.app, kind, i));
    }

    [[nodiscard]] std::uint32_t count(Kind kind) const { return std::uint32_t(brns_[std::size_t(kind)].size()); }
    [[nodiscard]] const std::string& brn(Kind kind, std::uint32_t index) const {
        return brns_[std::size_t(kind)][index];
    }

    void beginRow(std::string_view timestamp) {
        rows_.push_back({.begin = text_.size(), .length = 0});
        text_.append(facts_.app).append(",");
        if (timestamp.empty())
            times_.append(text_, dice_);
        else
            text_.append(timestamp);
        text_.append(",").append(facts_.app).append("/").append(facts_.id).append(",");
    }

    void endRow() {
        text_.append("\n");
        rows_.back().length = text_.size() - rows_.back().begin;
    }

    void add(std::string_view parent, std::string_view child, std::string_view type, RelationKind kind) {
        beginRow({});
        text_.append(parent).append(",").append(child).append(",").append(type).append(",").append(facts_.app);
        text_.append(dice_.chance(985) ? ",v1," : ",v2,").append(metadata_.cell(kind, dice_));
        endRow();
    }

    /// Once only; false when there is such a relation already.
    bool relate(Kind parent, std::uint32_t parentIndex, Kind child, std::uint32_t childIndex, RelationKind kind) {
        const std::uint64_t from = (std::uint64_t(parent) << 28U) | parentIndex;
        const std::uint64_t to = (std::uint64_t(child) << 28U) | childIndex;
        if (!related_.insert((from << 32U) | to).second) return false;
        add(brn(parent, parentIndex), brn(child, childIndex), entityType(child), kind);
        return true;
    }

    void plant() {
        for (const PlantedRow& planted : plantedRows()) {
            if (planted.app != facts_.app) continue;
            beginRow(planted.timestamp);
            text_.append(planted.parent).append(",").append(planted.child).append(",");
            text_.append(planted.entityType).append(",").append(facts_.app).append(",v1,");
            appendCsvCell(text_, planted.metadata);
            endRow();
        }
        for (const PlantedCrowd& crowd : plantedCrowds()) {
            if (crowd.app != facts_.app) continue;
            // A stretch of the identities, so that nobody is in twice; where it begins is the group's luck.
            const std::uint32_t first = dice_.below(count(Kind::Identity));
            for (std::uint32_t i = 0; i < crowd.size; ++i)
                add(brn(Kind::Identity, (first + i) % count(Kind::Identity)), crowd.group, "connection",
                    RelationKind::Membership);
        }
    }

    /// Later groups are nested in earlier ones: no circles but the planted one, and depth without end.
    void nestGroups() {
        for (std::uint32_t group = 1; group < count(Kind::Group); ++group)
            for (std::uint32_t level = dice_.below(3); level > 0; --level)
                relate(Kind::Group, group, Kind::Group, dice_.skewed(group), RelationKind::Nesting);
    }

    void grantRoles() {
        for (std::uint32_t role = 0; role < count(Kind::Role); ++role)
            for (std::uint32_t times = 1 + dice_.skewed(4); times > 0; --times)
                relate(Kind::Group, dice_.below(count(Kind::Group)), Kind::Role, role, RelationKind::RoleGrant);
    }

    void grantResources() {
        for (std::uint32_t resource = 0; resource < count(Kind::Resource); ++resource) {
            for (std::uint32_t times = 1 + dice_.skewed(3); times > 0; --times) {
                if (dice_.chance(550))
                    relate(Kind::Role, dice_.skewed(count(Kind::Role)), Kind::Resource, resource,
                           RelationKind::ResourceGrant);
                else
                    relate(Kind::Group, dice_.skewed(count(Kind::Group)), Kind::Resource, resource,
                           RelationKind::ResourceGrant);
            }
            if (dice_.chance(30)) // granted to a person, past all groups
                relate(Kind::Identity, dice_.below(count(Kind::Identity)), Kind::Resource, resource,
                       RelationKind::ResourceGrant);
        }
    }

    /// Everyone is in some group and every group has someone; what is missing to the number of rows goes to the groups
    /// in very different shares.
    void fillMemberships() {
        const std::uint32_t identities = count(Kind::Identity);
        const std::uint32_t groups = count(Kind::Group);
        for (std::uint32_t group = 0; group < groups; ++group)
            relate(Kind::Identity, dice_.below(identities), Kind::Group, group, RelationKind::Membership);
        for (std::uint32_t identity = 0; identity < identities && rows_.size() < facts_.relations.rows; ++identity)
            relate(Kind::Identity, identity, Kind::Group, dice_.skewed(groups), RelationKind::Membership);
        while (rows_.size() < facts_.relations.rows)
            relate(Kind::Identity, dice_.below(identities), Kind::Group, dice_.skewed(groups),
                   RelationKind::Membership);
    }

    void shuffle() {
        for (auto left = std::uint32_t(rows_.size()); left > 1; --left)
            std::swap(rows_[left - 1], rows_[dice_.below(left)]);
    }

    struct Row {
        std::size_t begin;
        std::size_t length;
    };

    const IntegrationFacts& facts_;
    Dice dice_;
    Times times_;
    RelationMetadata metadata_;
    std::array<std::vector<std::string>, 4> brns_;
    std::unordered_set<std::uint64_t> related_;
    std::string text_; ///< all rows, in the order made
    std::vector<Row> rows_;
};

} // namespace

QByteArray relationsCsv(const IntegrationFacts& integration) {
    return Export(integration).csv();
}

} // namespace idscope
