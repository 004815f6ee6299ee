#include "app/session/tablesource.h"

#include "models/items/displaytext.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/parts/when.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetrics>
#include <QGuiApplication>

#include <algorithm>
#include <span>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

struct TableSourceWords {
    Q_DECLARE_TR_FUNCTIONS(TableSourceWords)
};

constexpr QChar joint = u'+';          ///< of keys; in no snapshot's ID
constexpr qsizetype longestName = 100; ///< bytes
constexpr int longestFolder = 48;      ///< characters

/// What a snapshot is called among others of its resource: a value of a column, as it is.
QString partName(const Snapshot& snapshot) {
    if (!snapshot.openedFrom.isEmpty()) return QFileInfo(snapshot.openedFrom).fileName();
    const std::string& name = snapshot.target.integrationName;
    return name.empty() && snapshot.target.integration.empty()
               ? titleOf(snapshot)
               : words::fromUtf8(name.empty() ? snapshot.target.integration : name);
}

} // namespace

QString shownName(const QString& name) {
    return displayText(name.toStdString()).text;
}

QString fileWords(const QString& path) {
    const QFileInfo file(path);
    const QFontMetrics metrics(QGuiApplication::font());
    return TableSourceWords::tr("%1 in %2", "file, folder")
        .arg(shownName(file.fileName()), metrics.elidedText(shownName(file.absolutePath()), Qt::ElideMiddle,
                                                            longestFolder * metrics.averageCharWidth()));
}

QString titleOf(const Snapshot& snapshot) {
    return snapshot.openedFrom.isEmpty() ? words::targetTitle(snapshot.target, resources())
                                         : shownName(QFileInfo(snapshot.openedFrom).fileName());
}

QString nameOf(const Snapshot& snapshot) {
    return shownName(partName(snapshot));
}

QString iconOf(const Snapshot& snapshot) {
    if (!snapshot.openedFrom.isEmpty()) return u"file"_s;
    const Schema* schema = schemaByKey(snapshot.target.resource, resources());
    return schema != nullptr ? words::fromUtf8(schema->icon) : u"table"_s;
}

QString describe(const Snapshot& snapshot) {
    return TableSourceWords::tr("%1, %2 (%3 rows, %4)", "title, time, rows, size")
        .arg(titleOf(snapshot), dayAndTime(snapshot.fetched), words::number(snapshot.rows),
             words::byteCount(snapshot.bytes));
}

TableSource sourceOf(const Snapshot& snapshot, const Shelf& shelf) {
    const Schema* schema = schemaByKey(snapshot.target.resource, resources());
    const bool copy = !snapshot.openedFrom.isEmpty();
    const QString time = dayAndTime(snapshot.fetched);
    return {.key = snapshot.id,
            .files = {snapshot.file},
            .title = titleOf(snapshot),
            .icon = iconOf(snapshot),
            .origin =
                copy ? TableSourceWords::tr("%1, copied %2", "file, time").arg(shownName(snapshot.openedFrom), time)
                : snapshot.unverifiable
                    ? TableSourceWords::tr("Snapshot %1, perhaps not complete: no length was sent").arg(time)
                    : TableSourceWords::tr("Snapshot %1").arg(time),
            .schema = schema,
            .table = nullptr,
            .owner = FileOwner::Own,
            .growing = nullptr,
            .index = Library::indexOf(snapshot),
            .holds = {shelf.hold(snapshot.id)}};
}

QStringList idsIn(const QString& key) {
    return key.split(joint);
}

TableSource sourceOf(const std::vector<Snapshot>& snapshots,
                     const std::function<const Shelf&(const Snapshot&)>& shelfOf) {
    TableSource whole = sourceOf(snapshots.front(), shelfOf(snapshots.front()));
    if (snapshots.size() == 1) return whole;
    const int count = static_cast<int>(snapshots.size());
    const std::string resource = snapshots.front().target.resource;
    const Schema* schema = schemaByKey(resource, resources());
    whole.index.reset(); // of one file
    whole.title = TableSourceWords::tr("%1, %n exports", "resource", count)
                      .arg(schema != nullptr ? words::resourceTitle(*schema) : titleOf(snapshots.front()));
    whole.icon = schema != nullptr ? words::fromUtf8(schema->icon) : u"table"_s;
    QDateTime oldest = snapshots.front().fetched;
    for (const Snapshot& each : std::span(snapshots).subspan(1)) {
        const TableSource part = sourceOf(each, shelfOf(each));
        whole.key += joint + part.key;
        whole.files += part.files;
        whole.holds.insert(whole.holds.end(), part.holds.begin(), part.holds.end());
        oldest = std::min(oldest, each.fetched);
    }
    for (const Snapshot& each : snapshots)
        whole.names << partName(each);
    const QStringList names = whole.names;
    for (qsizetype i = 0; i < names.size(); ++i) // the same export of another day
        if (names.count(names[i]) > 1)
            whole.names[i] += u", "_s + dayAndTime(snapshots[static_cast<std::size_t>(i)].fetched);
    whole.origin = TableSourceWords::tr("%n snapshots, the oldest of %1", nullptr, count).arg(dayAndTime(oldest));
    return whole;
}

QString fileNameFor(const QString& title) {
    QString name;
    qsizetype bytes = 0;
    for (const char32_t c : title.simplified().toUcs4()) {
        const bool plain = QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'-' || c == U'.';
        if (!plain && name.endsWith(u'_')) continue; // one for several
        const QString text = plain ? QString::fromUcs4(&c, 1) : u"_"_s;
        if (name.isEmpty() && (text == u"." || text == u"_" || text == u"-")) continue; // hidden, or read as an option
        bytes += text.toUtf8().size();
        if (bytes > longestName) break;
        name += text;
    }
    return (name.isEmpty() ? u"view"_s : name) + u".csv"_s;
}

} // namespace idscope
