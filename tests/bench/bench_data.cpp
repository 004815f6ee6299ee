// Writes a relations export for benchmarks to standard output: the same bytes for the same arguments on every machine.
//
//     bench_data [ROWS (default 1000000)] [SEED (default 1)] > relations.csv
//
// Shaped like real ones: few apps, integrations and metadata objects, some 110,000 BRNs in a million rows, groups of
// very different size; metadata is quoted JSON with commas, doubled quotes, line breaks and non-ASCII text. About 461
// bytes a row.

#include "models/csv/writer.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// SplitMix64: small, and the same everywhere, which the distributions of <random> are not.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31U);
    }
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    /// Small numbers far more often than large ones.
    std::uint64_t skewedBelow(std::uint64_t bound) {
        const double unit = static_cast<double>(next() >> 11U) / 9007199254740992.0;
        return static_cast<std::uint64_t>(unit * unit * unit * static_cast<double>(bound));
    }

private:
    std::uint64_t state_;
};

std::string brn(std::string_view type, std::uint64_t number) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text = "brn:bid:balkanid:::01J06J6V8JT92BP4RGFDTG5G97:";
    text += type;
    text += ':';
    Random key(number * 3 + type.size());
    for (int i = 0; i < 43; ++i)
        text += digits[key.below(digits.size())];
    return text;
}

std::string twoDigits(std::uint64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::vector<std::string> metadataCells() {
    constexpr std::string_view privileges[] = {"member", "owner",  "admin",         "viewer",
                                               "Prüfer", "管理者", "billing, read", "\"root\""};
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < 20; ++i) {
        const std::string_view privilege = privileges[i % std::size(privileges)];
        std::string name;
        for (const char byte : privilege)
            name += byte == '"' ? "\\\"" : std::string(1, byte);
        std::string json =
            R"({"connectionType":")" + std::string(i % 3 == 0 ? "role" : "group") + R"(","privilegeName":")" + name +
            R"(","privilegeValue":)" + (i % 2 == 0 ? "true" : "false") +
            R"(,"grantedBy":"lifecycle rule 12","project":"https://your-org.okta.com/)" + std::to_string(i) + "\"";
        if (i % 5 == 0) json += ",\n\"level\":" + std::to_string(i);
        cells.push_back(json + "}");
    }
    return cells;
}

} // namespace

int main(int count, char** arguments) {
    const std::uint64_t rows = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1'000'000;
    Random random(count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
    const std::uint64_t identities = rows / 13 + 5;
    const std::uint64_t connections = rows / 50 + 3;
    const std::uint64_t targets = rows / 60 + 2;
    constexpr std::string_view apps[] = {"okta", "aws", "github", "google", "salesforce"};
    const std::vector<std::string> metadata = metadataCells();

    std::string out =
        "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,Metadata\n";
    const auto cell = [&](std::string_view text, char after = ',') {
        idscope::appendCsvCell(out, text);
        out += after;
    };
    for (std::uint64_t row = 0; row < rows; ++row) {
        const std::string_view app = apps[random.skewedBelow(std::size(apps))];
        const std::uint64_t minute = random.skewedBelow(40000);
        const bool toConnection = random.below(3) > 0;
        const std::string_view type = toConnection ? "connection" : "resource";
        const std::uint64_t from = toConnection && random.below(20) > 0 ? random.skewedBelow(identities) : identities;
        cell(app);
        cell("2024-06-" + twoDigits(minute / 1440 + 1) + " " + twoDigits(minute / 60 % 24) + ":" +
             twoDigits(minute % 60) + ":" + twoDigits(minute * 7 % 60) + " +0000 UTC");
        cell(std::string(app) + "/01J07X778EK4BH2M2A1VY4HCY" + static_cast<char>('A' + random.below(3)));
        cell(from < identities ? brn("identity", from) : brn("connection", random.skewedBelow(connections)));
        cell(toConnection ? brn(type, random.skewedBelow(connections)) : brn(type, random.skewedBelow(targets)));
        cell(type);
        cell(app);
        cell("v1");
        cell(metadata[random.skewedBelow(metadata.size())], '\n');
        if (out.size() < 1U << 20U && row + 1 < rows) continue;
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return EXIT_FAILURE;
        out.clear();
    }
    return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
