#include "tests/architecture/layers.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace idscope::architecture {

using namespace Qt::StringLiterals;

namespace {

const QString qtHeaders = QStringLiteral(IDSCOPE_QT_HEADERS);

bool startsWithAny(const QString& text, const QStringList& beginnings) {
    return beginnings.isEmpty() ||
           std::ranges::any_of(beginnings, [&](const QString& b) { return text.startsWith(b); });
}

bool isQtHeader(const QString& header) {
    return header.startsWith(u'Q');
}

/// The names of a module's headers, listed once.
const QSet<QString>& headersOf(const QString& module) {
    static QHash<QString, QSet<QString>> known;
    auto found = known.find(module);
    if (found == known.end()) {
        const auto names = QDir(qtHeaders + u'/' + module).entryList(QDir::Files);
        found = known.insert(module, QSet<QString>(names.begin(), names.end()));
    }
    return *found;
}

bool isOfModules(const QString& header, const QStringList& modules) {
    return modules.isEmpty() ||
           std::ranges::any_of(modules, [&](const QString& module) { return headersOf(module).contains(header); });
}

bool isGenerated(const QString& header, const SourceFile& file) {
    return header == "testpaths.h"_L1 || header == QFileInfo(file.path).completeBaseName() + u".moc"_s;
}

} // namespace

const std::vector<Layer>& layers() {
    // Empty lists: anything. The services come before the composition root that they lie within.
    static const QStringList servicesMayUse{u"models/"_s, u"app/network/"_s, u"app/credentials/"_s, u"app/library/"_s,
                                            u"app/sample/"_s};
    static const QStringList servicesQt{u"QtCore"_s, u"QtNetwork"_s, u"QtDBus"_s, u"QtHttpServer"_s};
    static const std::vector<Layer> all{
        {u"models/"_s, {u"models/"_s}, {u"QtCore"_s}},
        {u"views/"_s, {u"models/"_s, u"views/"_s}, {u"QtCore"_s, u"QtDBus"_s, u"QtGui"_s, u"QtSvg"_s, u"QtWidgets"_s}},
        {u"app/network/"_s, servicesMayUse, servicesQt},
        {u"app/credentials/"_s, servicesMayUse, servicesQt},
        {u"app/library/"_s, servicesMayUse, servicesQt},
        {u"app/sample/"_s, servicesMayUse, servicesQt},
        {u"app/commands/"_s, {u"models/"_s, u"app/"_s}, servicesQt},
        {u"app/"_s, {u"models/"_s, u"views/"_s, u"app/"_s, u"translations/"_s}, {}},
        {u"translations/"_s, {u"translations/"_s}, {u"QtCore"_s}},
        {u"tests/"_s, {}, {}},
    };
    return all;
}

QStringList brokenIncludes(const SourceFile& file, const QString& root) {
    const auto layer =
        std::ranges::find_if(layers(), [&](const Layer& one) { return file.path.startsWith(one.folder); });
    if (layer == layers().end()) return {};
    QStringList broken;
    for (const auto& include : file.includes) {
        const auto complain = [&](const QString& why) {
            broken += u"%1:%2: %3 %4"_s.arg(file.path).arg(include.line).arg(include.header, why);
        };
        if (include.angled) {
            if (isQtHeader(include.header) && !isOfModules(include.header, layer->qtModules))
                complain(u"belongs to none of "_s + layer->qtModules.join(u", "_s));
        } else if (isGenerated(include.header, file)) {
            continue;
        } else if (!QFileInfo::exists(root + u'/' + include.header)) {
            complain(u"is not written from the root"_s);
        } else if (!startsWithAny(include.header, layer->projectFolders)) {
            complain(u"lies outside "_s + layer->projectFolders.join(u", "_s));
        }
    }
    return broken;
}

} // namespace idscope::architecture
