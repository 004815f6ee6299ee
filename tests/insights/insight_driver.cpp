// Writes the sample's insights and relations into the folder given, and prints what each insight becomes on all
// relations: its ID, how far it is carried over, rows, expression.

#include "app/sample/generator.h"
#include "models/insights/translation.h"
#include "models/query/query.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <string>
#include <vector>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

std::string write(const QString& file, const QByteArray& csv) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(csv) != csv.size() || !out.flush()) qFatal("can't write");
    return file.toStdString();
}

const char* nameOf(Coverage coverage) {
    constexpr const char* names[] = {"same", "more", "fewer", "other", "nothing"};
    return names[static_cast<std::size_t>(coverage)];
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const SampleTenant tenant;
    std::vector<std::string> files;
    int number = 0;
    for (const QString& integration : tenant.integrations())
        files.push_back(write(folder.filePath(u"relations-%1.csv"_s.arg(number++, 2, 10, QChar(u'0'))),
                              tenant.csv(u"entity-relations"_s, integration)));
    const auto insightFile = write(folder.filePath(u"entity-rules.csv"_s), tenant.csv(u"entity-rules"_s));
    const auto relations = loadTable(files, {.schemas = resources()});
    const auto insights = loadTable({insightFile}, {.schemas = resources()});
    if (!relations || !insights) return 1;
    const auto id = (*insights)->find("id");
    const auto filter = (*insights)->find("entity filter");
    for (std::uint32_t row = 0; row < (*insights)->rowCount(); ++row) {
        auto conditions = readConditions((*insights)->cell(RowId{row}, *filter));
        if (!conditions) return 1;
        const auto translation = translated(*std::move(conditions), **relations);
        const bool none = translation.coverage == Coverage::Nothing;
        const auto rows = select(**relations, translation.expression, {currentInstant()});
        if (!rows) return 1;
        std::printf("%s\t%s\t%zu\t%s\n", std::string((*insights)->cell(RowId{row}, *id)).c_str(),
                    nameOf(translation.coverage), none ? 0 : rows->size(),
                    translation.expression ? canonicalText(*translation.expression).c_str() : "");
    }
    return 0;
}
