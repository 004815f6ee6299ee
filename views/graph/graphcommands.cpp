#include "views/graph/graphcommands.h"

#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"

#include <QCoreApplication>

namespace idscope {

namespace {

template <GraphFormat format>
void save(GraphPage& page) {
    Q_EMIT page.saveRequested(format);
}

constexpr int altShift = static_cast<int>(Qt::ALT | Qt::SHIFT);

constexpr GraphCommand commands[] = {
    {QT_TRANSLATE_NOOP("MenuBar", "&Search in the graph"), altShift | Qt::Key_S,
     [](GraphPage& page) { page.focusSearch(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Expand what the node &has access to"), altShift | Qt::Key_D,
     [](GraphPage& page) { page.expand(Direction::Down); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Expand who has access &to the node"), altShift | Qt::Key_U,
     [](GraphPage& page) { page.expand(Direction::Up); }},
    {QT_TRANSLATE_NOOP("MenuBar", "&Fold what is beside the node"), altShift | Qt::Key_K,
     [](GraphPage& page) { page.collapse(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Set the node as s&tart"), altShift | Qt::Key_B,
     [](GraphPage& page) { page.setAsStart(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "&Paths from the start to the node"), altShift | Qt::Key_Z,
     [](GraphPage& page) { page.setAsEnd(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "&Lay out anew"), 0, [](GraphPage& page) { page.layOutAnew(); }},
    {QT_TRANSLATE_NOOP("MenuBar", "Show the &whole drawing"), 0, [](GraphPage& page) { page.view().fit(); }},
    {},
    {QT_TRANSLATE_NOOP("MenuBar", "Save drawing as S&VG…"), 0, save<GraphFormat::Svg>},
    {QT_TRANSLATE_NOOP("MenuBar", "Save drawing as P&NG…"), 0, save<GraphFormat::Png>},
    {QT_TRANSLATE_NOOP("MenuBar", "Save drawing as P&DF…"), 0, save<GraphFormat::Pdf>},
    {QT_TRANSLATE_NOOP("MenuBar", "Save for &Graphviz…"), 0, save<GraphFormat::Dot>},
    {QT_TRANSLATE_NOOP("MenuBar", "Save n&odes as CSV…"), 0, save<GraphFormat::NodesCsv>},
    {QT_TRANSLATE_NOOP("MenuBar", "Save &edges as CSV…"), 0, save<GraphFormat::EdgesCsv>},
};

} // namespace

QString translated(const GraphCommand& command) {
    return QCoreApplication::translate("MenuBar", command.text);
}

std::span<const GraphCommand> graphCommands() {
    return commands;
}

} // namespace idscope
