#include "views/resourcepage/cellmenu.h"

#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "views/resourcepage/cellfiltering.h"
#include "views/resourcepage/pagecommands.h"
#include "views/resourcepage/resourcepage.h"
#include "views/style/fonts.h"
#include "views/table/cellpictures.h"
#include "views/table/columnmenu.h"
#include "views/table/tableview.h"

#include <QKeySequence>
#include <QMenu>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 64;

/// The keys are shown, but not bound once more.
QString labelOf(const PageCommand& command) {
    const QString text = translated(command);
    if (command.keys == 0) return text;
    return text + u'\t' + QKeySequence(command.keys).toString(QKeySequence::NativeText);
}

void add(QMenu& menu, ResourcePage& page, std::span<const PageCommand> commands, bool enabled = true) {
    for (const PageCommand& command : commands) {
        if (command.text == nullptr)
            menu.addSeparator();
        else
            menu.addAction(labelOf(command), &page, [&page, run = command.run] { run(page); })->setEnabled(enabled);
    }
}

void addFetch(QMenu& menu, ResourcePage& page) {
    const int rows = static_cast<int>(page.chosenRows().size());
    menu.addSeparator();
    QAction* fetch = menu.addAction(ResourcePage::tr("Fetch relations of %n integrations", nullptr, rows) + u'\t' +
                                        QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText),
                                    &page, [&page] { page.fetchRelations(); });
    fetch->setToolTip(ResourcePage::tr("Each becomes a snapshot of its own; one that fails stops no other"));
    menu.setToolTipsVisible(true);
}

/// Pictures come from a host only when people have said so.
void addPictures(QMenu& menu, const ResourcePage& page) {
    CellPictures* pictures = page.table().pictures();
    const QModelIndex current = page.table().currentIndex();
    if (pictures == nullptr || current.data(ColumnTypeRole).toInt() != static_cast<int>(ColumnType::Url)) return;
    const QString host = pictures->hostOf(current.data(RawTextRole).toString());
    if (host.isEmpty()) return;
    const bool allowed = pictures->isAllowed(host);
    const QString text =
        allowed ? ResourcePage::tr("Don’t show &pictures of %1") : ResourcePage::tr("Show &pictures of %1…");
    menu.addAction(text.arg(displayText(host.toStdString(), longestTitle).text), pictures, [pictures, host, allowed] {
        allowed ? Q_EMIT pictures->unwanted(host) : Q_EMIT pictures->wanted(host);
    });
    menu.addSeparator();
}

} // namespace

QMenu* cellMenu(ResourcePage& page) {
    auto* menu = new QMenu(&page);
    const auto filter = selectedFilter(page.session(), page.table());
    // What it is about: the expression, or why there is none.
    const std::string text = filter ? canonicalText(**filter) : std::string();
    QString title = filter ? displayText(text, longestTitle).text : sentence(filter.error());
    QAction* head = menu->addAction(title.replace(u'&', u"&&"_s));
    if (filter) head->setFont(fontFor(FontRole::Mono));
    head->setEnabled(false);
    add(*menu, page, cellFilterCommands(), filter.has_value());
    menu->addSeparator();
    if (page.refersToOthers()) {
        menu->addAction(ResourcePage::tr("&Go to what it names") + u'\t' +
                            QKeySequence(goCommands().front().keys).toString(QKeySequence::NativeText),
                        &page, [&page] { page.followReference(); });
        menu->addSeparator();
    }
    addPictures(*menu, page);
    add(*menu, page, copyCommands());
    add(*menu->addMenu(ResourcePage::tr("Copy &as")), page, copyAsCommands());
    if (page.hasBrns()) {
        menu->addSeparator();
        add(*menu, page, graphAskingCommands());
    }
    menu->addSeparator();
    QMenu* column = columnMenu(page.table(), page.table().currentIndex().column());
    column->setTitle(ResourcePage::tr("Colu&mn"));
    column->setParent(menu, column->windowFlags());
    menu->addMenu(column);
    if (page.listsIntegrations()) addFetch(*menu, page);
    return menu;
}

} // namespace idscope
