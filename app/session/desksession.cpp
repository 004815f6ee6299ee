#include "app/session/desk.h"
#include "views/dialogs/picturehostdialog.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/filter/filterbar.h"
#include "views/resourcepage/resourcepage.h"
#include "views/resourcepage/viewstate.h"
#include "views/table/tableview.h"

#include <algorithm>
#include <utility>

namespace idscope {

// What lasts from one run to the next.

void Desk::rememberSession() {
    DesktopSettings settings = settings_.load(); // another window may have changed the rest
    settings.theme = themes_.theme();
    settings.layout = window_.layoutState();
    if (setup_.keepsTabs) {
        settings.tabs = tabsToKeep(settings.tabs);
        if (const QString front = tables_.frontKey(); unopened_.empty() || !front.isEmpty()) settings.frontTab = front;
    }
    if (!settings.reopenTabs) settings.tabs.clear();
    settings_.save(settings);
}

std::vector<KeptTab> Desk::tabsToKeep(const std::vector<KeptTab>& before) const {
    std::vector<KeptTab> tabs;
    for (const QString& key : tables_.shownKeys()) {
        const auto isKept = [this](const QString& id) { return shelf_.find(id) != nullptr; };
        if (!std::ranges::all_of(idsIn(key), isKept)) continue; // the sample's tables go with it
        const ResourcePage& page = *tables_.pageOf(key);
        KeptTab tab{.key = key, .view = viewOf(page)};
        if (tab.view.filter.isEmpty()) tab.view.filter = page.filterBar().text().trimmed(); // that fits no more
        const auto known = std::ranges::find(before, key, &KeptTab::key);
        if (!page.session().table() && known != before.end()) tab = *known; // nobody has seen it yet
        tabs.push_back(std::move(tab));
    }
    for (const KeptTab& tab : unopened_)
        if (!tables_.isShown(tab.key)) tabs.push_back(tab);
    return tabs;
}

void Desk::reopenTabs() {
    const DesktopSettings settings = settings_.load();
    if (!settings.reopenTabs || settings.tabs.empty()) return;
    unopened_ = settings.tabs;
    const QString front = settings.frontTab;
    if (shelf_.isListed()) return openTabs(front);
    connect(&shelf_, &Shelf::changed, this, [this, front] { openTabs(front); }, Qt::SingleShotConnection);
}

void Desk::openTabs(const QString& front) {
    const std::vector<KeptTab> tabs = std::exchange(unopened_, {});
    if (!tables_.shownKeys().isEmpty()) return; // people were quicker
    for (const KeptTab& tab : tabs) {
        openSnapshot(tab.key);
        if (ResourcePage* page = tables_.pageOf(tab.key))
            askAgain(*page, tab.view);
        else if (!shelf_.warning().isEmpty())
            unopened_.push_back(tab); // what it shows may be readable the next time
    }
    if (tables_.isShown(front)) openSnapshot(front);
    const Snapshot* shown = shelf_.find(tables_.frontKey());
    if (shown != nullptr && tenantOf(shown->profile) != nullptr) choose(shown->profile);
}

void Desk::askPreferences() {
    const DesktopSettings settings = settings_.load();
    auto* dialog = new PreferencesDialog(
        {.theme = themes_.theme(), .reopenTabs = settings.reopenTabs, .pictureHosts = pictures_.hosts()}, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::chosen, this, [this](const Preferences& chosen) {
        themes_.setTheme(chosen.theme);
        DesktopSettings changed = settings_.load();
        changed.theme = chosen.theme;
        changed.reopenTabs = chosen.reopenTabs;
        changed.pictureHosts = chosen.pictureHosts;
        pictures_.setHosts(chosen.pictureHosts);
        if (!settings_.save(changed)) window_.say(tr("The choice could not be saved. It holds this once."));
    });
    connect(dialog, &PreferencesDialog::keepingRequested, this, [this] { actions_.askKeeping(shelf_); });
    dialog->open();
}

/// Nothing is asked of any host until people have allowed it.
void Desk::connectPictures() {
    pictures_.setHosts(settings_.load().pictureHosts);
    connect(&tables_, &OpenTables::opened, this, [this](ResourcePage* page) { page->table().setPictures(pictures_); });
    connect(&pictures_, &CellPictures::wanted, this, [this](const QString& host) {
        auto* dialog = new PictureHostDialog(host, &window_);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this,
                [this, host] { setPictureHosts(pictures_.hosts() + QStringList(host)); });
        dialog->open();
    });
    connect(&pictures_, &CellPictures::unwanted, this, [this](const QString& host) {
        QStringList hosts = pictures_.hosts();
        hosts.removeAll(host);
        setPictureHosts(hosts);
    });
}

void Desk::setPictureHosts(const QStringList& hosts) {
    pictures_.setHosts(hosts);
    DesktopSettings changed = settings_.load();
    changed.pictureHosts = hosts;
    if (!settings_.save(changed)) window_.say(tr("The choice could not be saved. It holds this once."));
}

} // namespace idscope
