#include "app/library/retention.h"

#include <map>
#include <tuple>

namespace idscope {

std::vector<Snapshot> notKept(const std::vector<Snapshot>& snapshots, const Retention& rule, const QDateTime& now) {
    std::vector<Snapshot> away;
    std::map<std::tuple<QString, QString, std::string, std::string>, int> newer;
    for (const Snapshot& snapshot : snapshots) {
        if (!snapshot.openedFrom.isEmpty()) continue;
        const int place =
            newer[{snapshot.profile, snapshot.apiOrigin, snapshot.target.resource, snapshot.target.integration}]++;
        const bool beyond = rule.kind == Retention::Kind::Newest ? place >= rule.count
                            : rule.kind == Retention::Kind::Days ? snapshot.fetched < now.addDays(-rule.count)
                                                                 : false;
        if (beyond) away.push_back(snapshot);
    }
    return away;
}

} // namespace idscope
