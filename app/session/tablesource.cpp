#include "app/session/tablesource.h"

#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/parts/when.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

struct TableSourceWords {
    Q_DECLARE_TR_FUNCTIONS(TableSourceWords)
};

constexpr qsizetype longestName = 100; ///< bytes

} // namespace

QString titleOf(const Snapshot& snapshot) {
    return snapshot.openedFrom.isEmpty() ? words::targetTitle(snapshot.target, resources())
                                         : QFileInfo(snapshot.openedFrom).fileName();
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
            .file = snapshot.file,
            .title = titleOf(snapshot),
            .icon = copy                ? u"file"_s
                    : schema != nullptr ? words::fromUtf8(schema->icon)
                                        : u"table"_s,
            .origin = copy ? TableSourceWords::tr("%1, copied %2", "file, time").arg(snapshot.openedFrom, time)
                      : snapshot.unverifiable
                          ? TableSourceWords::tr("Snapshot %1, perhaps not complete: no length was sent").arg(time)
                          : TableSourceWords::tr("Snapshot %1").arg(time),
            .schema = schema,
            .table = nullptr,
            .owner = FileOwner::Own,
            .growing = nullptr,
            .index = Library::indexOf(snapshot),
            .hold = shelf.hold(snapshot.id)};
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
