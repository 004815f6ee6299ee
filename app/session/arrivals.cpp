#include "app/session/arrivals.h"

#include "app/session/navigator.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/words/words.h"

#include <algorithm>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

const auto keyBegin = u"\ntransfer "_s; // no file and no snapshot is called so

} // namespace

Arrivals::Arrivals(OpenTables& tables) : tables_(tables) {
    connect(&tables_, &OpenTables::loaded, this, [this](const QString& key, const TablePtr& table) {
        if (const auto known = find(key); known != arrivals_.end()) known->second.table = table;
    });
    connect(&tables_, &OpenTables::loadingFailed, this, &Arrivals::end);
    connect(&tables_, &OpenTables::loadingCancelled, this, [this](const QString& key) {
        if (const auto known = find(key); known != arrivals_.end()) arrivals_.erase(known);
    });
}

bool Arrivals::isKey(const QString& key) {
    return key.startsWith(keyBegin);
}

std::map<quint64, Arrivals::Arrival>::iterator Arrivals::find(const QString& key) {
    return std::ranges::find_if(arrivals_, [&key](const auto& each) { return each.second.source.key == key; });
}

void Arrivals::follow(quint64 transfer, const ExportTarget& target, std::shared_ptr<GrowingFile> file, bool inTab) {
    const Schema* schema = schemaByKey(target.resource, resources());
    const auto [known, isNew] = arrivals_.insert_or_assign(
        transfer, Arrival{.target = target,
                          .source = {.key = keyBegin + QString::number(transfer),
                                     .files = {words::fromUtf8(target.resource) + u".csv"_s},
                                     .title = words::targetTitle(target, resources()),
                                     .icon = schema != nullptr ? words::fromUtf8(schema->icon) : u"table"_s,
                                     .origin = tr("Being downloaded"),
                                     .schema = schema,
                                     .growing = std::move(file),
                                     .holds = {}},
                          .table = nullptr});
    const TableSource& source = known->second.source;
    if (!isNew)
        tables_.loadAnew(source);
    else if (inTab)
        tables_.open(source);
    else
        tables_.load(source);
}

bool Arrivals::open(const ExportTarget& target, const std::function<bool(quint64 transfer)>& isMeant) {
    const auto known = std::ranges::find_if(
        arrivals_, [&](const auto& each) { return sameExport(each.second.target, target) && isMeant(each.first); });
    if (known == arrivals_.end() || !tables_.isLoading(known->second.source.key)) return false;
    tables_.open(known->second.source);
    return true;
}

std::optional<TablePtr> Arrivals::keep(quint64 transfer, const TableSource& snapshot) {
    const auto known = arrivals_.find(transfer);
    if (known == arrivals_.end()) return std::nullopt;
    const Arrival arrival = std::move(known->second);
    arrivals_.erase(known);
    if (!arrival.table && !tables_.isLoading(arrival.source.key)) return std::nullopt;
    tables_.moveOver(arrival.source.key, snapshot);
    return arrival.table;
}

/// The transfer tells why the download ended, the page that its rows are not all.
void Arrivals::end(const QString& key, const TableError& error) {
    const auto known = find(key);
    if (known == arrivals_.end()) return;
    arrivals_.erase(known);
    if (error.kind == TableErrorKind::Incomplete)
        tables_.warn(key, tr("Not complete."),
                     tr("The download ended before the file did. Shown are the rows that came until then."));
}

} // namespace idscope
