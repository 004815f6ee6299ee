#include "app/session/insightside.h"

#include "models/items/displaytext.h"
#include "models/items/labelgallerymodel.h"
#include "models/references/resolve.h"
#include "models/schema/entityrelations.h"
#include "models/schema/labels.h"
#include "models/words/words.h"
#include "views/filter/filterbar.h"
#include "views/insights/insightpanel.h"
#include "views/resourcepage/resourcepage.h"

#include <algorithm>
#include <span>
#include <utility>

namespace idscope {

InsightSide::InsightSide(InsightPanel& panel, ResourcePage& page, ResourceTables& tables)
    : QObject(&panel), panel_(panel), page_(page), tables_(tables),
      work_([this] { panel_.setReason(words::noMemory()); }),
      naming_([this] { panel_.setLabels({}, words::noMemory()); }) {
    connect(&panel_, &InsightPanel::targetChosen, this, &InsightSide::chooseTarget);
    connect(&panel_, &InsightPanel::applyRequested, this, &InsightSide::apply);
    connect(&panel_, &InsightPanel::labelChosen, this, [this](int index) {
        if (ResourcePage* labels = labels_ ? tables_.open(*labels_) : nullptr)
            labels->goTo(named_[static_cast<std::size_t>(index)], std::nullopt);
    });
    connect(&panel_, &InsightPanel::said, &page_, &ResourcePage::said);
}

void InsightSide::show(const TablePtr& insights, std::optional<RowId> row) {
    if (insights == insights_ && row == row_) return;
    insights_ = insights;
    row_ = row;
    work_.cancel();
    naming_.cancel();
    if (!row_) return panel_.clear();
    panel_.showInsight(insights_, *row_);
    nameLabels();
    std::vector<Snapshot> targets = tables_.beside(page_, schemas::entityRelations.key);
    if (targets != targets_) {
        const QString before = target_ < targets_.size() ? targets_[target_].id : QString();
        targets_ = std::move(targets);
        // The largest says most, until people choose.
        auto at = std::ranges::find(targets_, before, &Snapshot::id);
        if (at == targets_.end()) at = std::ranges::max_element(targets_, {}, &Snapshot::rows);
        chooseTarget(static_cast<int>(at - targets_.begin()));
    } else {
        translate();
    }
}

void InsightSide::nameLabels() {
    panel_.setLabels({}, {});
    const std::vector<Snapshot> labels = tables_.beside(page_, schemas::labels.key);
    if (labels.empty()) return;
    if (labelTable_ && labels_ && labels_->id == labels.front().id) return showLabels(); // read once, not per row
    labels_ = labels.front();
    labelTable_ = nullptr;
    labelIndex_ = nullptr;
    tables_.get(*labels_, this, [this, id = labels_->id](const TablePtr& table) {
        if (!labels_ || labels_->id != id) return; // others are wanted by now
        labelTable_ = table;
        if (table) showLabels();
    });
}

void InsightSide::showLabels() {
    if (!row_) return;
    naming_.start([this, insights = insights_, row = *row_, labels = labelTable_, known = labelIndex_](
                      const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        const auto column = insights->find("label");
        if (!column) return {};
        const Reference* reference = referenceOf(insights->column(*column));
        if (reference == nullptr) return {};
        const std::string text(insights->cell(row, *column));
        const auto index = known ? known : std::make_shared<const ReferenceIndex>(*labels, *reference, stop);
        return [this, labels, index, text, rows = index->find(text).rows] {
            if (labels != labelTable_) return; // others are wanted by now
            labelIndex_ = index;
            named_ = rows;
            showNamed(text);
        };
    });
}

void InsightSide::showNamed(const std::string& text) {
    std::vector<InsightPanel::NamedLabel> chips;
    for (const RowId label : std::span(named_).first(std::min(named_.size(), InsightPanel::mostLabels)))
        chips.push_back({labelText(*labelTable_, label, "name"), chipLook(*labelTable_, label, false),
                         chipLook(*labelTable_, label, true)});
    QString note;
    if (named_.empty() && !text.empty()) note = tr("No label is called “%1”.").arg(displayText(text).text);
    if (named_.size() > 1) note = tr("%n labels have this name.", nullptr, static_cast<int>(named_.size()));
    panel_.setLabels(chips, note);
}

void InsightSide::chooseTarget(int index) {
    target_ = static_cast<std::size_t>(index);
    relations_ = nullptr;
    QStringList names;
    for (const Snapshot& each : targets_)
        names += each.target.integrationName.empty() ? titleOf(each) : displayText(each.target.integrationName).text;
    panel_.setTargets(names, index);
    translate();
}

void InsightSide::translate() {
    if (target_ >= targets_.size())
        return panel_.setReason(tr("What it comes to on relations is told when there are some: none are fetched yet."));
    if (!relations_) {
        panel_.setReason(tr("Reading the relations it is about."));
        tables_.get(targets_[target_], this, [this, id = targets_[target_].id](const TablePtr& table) {
            if (target_ >= targets_.size() || targets_[target_].id != id) return; // another is wanted by now
            if (!table) return panel_.setReason(tr("The relations can't be read. Choose others."));
            relations_ = table;
            translate();
        });
        return;
    }
    if (!row_) return;
    // A cell may be as large as it likes: nothing of it is read here.
    work_.start([this, insights = insights_, row = *row_, relations = relations_](
                    const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        const auto column = insights->find("entity filter");
        const std::string_view json = column ? insights->cell(row, *column) : std::string_view();
        auto conditions = readConditions(json);
        if (!conditions) return [this, why = words::sentence(conditions.error(), json)] { panel_.setReason(why); };
        return [this, result = translated(*std::move(conditions), *relations, stop)] { panel_.setTranslation(result); };
    });
}

void InsightSide::apply(const QString& filter) {
    if (target_ >= targets_.size()) return;
    if (ResourcePage* relations = tables_.open(targets_[target_])) relations->filterBar().setText(filter);
}

} // namespace idscope
