#include "models/words/graphwords.h"

#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

QString entities(std::string_view type, std::size_t count) {
    const int n = plural(count);
    if (type == "identity") return Words::tr("%Ln identities", nullptr, n);
    if (type == "connection") return Words::tr("%Ln groups and roles", nullptr, n);
    if (type == "resource") return Words::tr("%Ln resources", nullptr, n);
    if (type.empty()) return Words::tr("%Ln others", "entities of no known type", n);
    return Words::tr("%1 of type %2").arg(number(count), quoted(type));
}

QString kindWithMembers(const QString& kind, std::size_t members) {
    if (members == 0) return kind;
    return Words::tr("%1 of %2", "group of 214").arg(kind, number(members));
}

QString otherName() {
    return Words::tr("no BRN");
}

QString openAsTable() {
    return Words::tr("open as table");
}

QString foldTip() {
    return Words::tr("Counted together. A double click lists them, Enter draws some of them.");
}

QString degrees(std::size_t up, std::size_t down) {
    return joined(Words::tr("%Ln relations lead here.", nullptr, plural(up)),
                  Words::tr("%Ln lead on.", nullptr, plural(down)));
}

} // namespace idscope::words
