#include "views/graph/nodemenu.h"

#include "models/words/graphwords.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace idscope {

using namespace Qt::StringLiterals;

QMenu* nodeMenu(GraphPage& page, std::uint32_t index) {
    auto* menu = new QMenu(&page);
    const PictureNode& node = page.view().drawing()->picture.nodes[index];
    QString title = page.view().drawing()->nodes[index].title;
    menu->addAction(title.replace(u'&', u"&&"_s))->setEnabled(false);
    if (node.key.isFold()) {
        menu->addAction(GraphPage::tr("&Draw some of them") + u"\tEnter"_s, &page, [&page, key = node.key] {
            // The drawing may be another by now.
            const GraphDrawingPtr& drawing = page.view().drawing();
            const auto at = drawing ? drawing->picture.find(key) : std::nullopt;
            if (at) Q_EMIT page.view().activated(*at);
        });
        menu->addAction(GraphPage::tr("&Open as table"), &page, &GraphPage::openFold);
        return menu;
    }
    menu->addAction(GraphPage::tr("Expand what it &has access to (%1)").arg(node.hidden[0]), &page,
                    [&page] { page.expand(Direction::Down); })
        ->setEnabled(node.hidden[0] > 0);
    menu->addAction(GraphPage::tr("Expand &who has access to it (%1)").arg(node.hidden[1]), &page,
                    [&page] { page.expand(Direction::Up); })
        ->setEnabled(node.hidden[1] > 0);
    menu->addAction(GraphPage::tr("&Fold what is beside it") + u'\t' +
                        QKeySequence(Qt::SHIFT | Qt::Key_Return).toString(QKeySequence::NativeText),
                    &page, &GraphPage::collapse);
    menu->addSeparator();
    const NodeId id = node.node();
    menu->addAction(GraphPage::tr("What can it &reach"), &page, [&page, id] {
        page.ask({.kind = GraphQuestionKind::ReachedFrom, .from = {id}, .to = {}, .only = {}});
    });
    menu->addAction(GraphPage::tr("Who can r&each it"), &page, [&page, id] {
        page.ask({.kind = GraphQuestionKind::Reaching, .from = {id}, .to = {}, .only = {}});
    });
    menu->addAction(GraphPage::tr("Set as &start"), &page, &GraphPage::setAsStart);
    menu->addAction(GraphPage::tr("Paths from the start to &here"), &page, &GraphPage::setAsEnd);
    menu->addSeparator();
    const QString brn = page.session().brnOf(id);
    menu->addAction(GraphPage::tr("Filter relations &by it"), &page,
                    [&page, brn] { Q_EMIT page.filterWanted(words::nodeExpression(brn, true)); });
    menu->addAction(GraphPage::tr("E&xclude it from relations"), &page,
                    [&page, brn] { Q_EMIT page.filterWanted(words::nodeExpression(brn, false)); });
    menu->addAction(GraphPage::tr("Co&py as filter"), &page,
                    [brn] { QApplication::clipboard()->setText(words::nodeExpression(brn, true)); });
    menu->addAction(GraphPage::tr("&Copy BRN") + u'\t' +
                        QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText),
                    &page, &GraphPage::copyCurrent);
    menu->addSeparator();
    menu->addAction(GraphPage::tr("&Lay out anew"), &page, &GraphPage::layOutAnew);
    return menu;
}

} // namespace idscope
