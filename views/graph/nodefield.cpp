#include "views/graph/nodefield.h"

#include "models/items/displaytext.h"
#include "models/relations/brn.h"
#include "models/words/words.h"
#include "views/graph/hitdelegate.h"
#include "views/graph/nodechip.h"
#include "views/parts/focuslead.h"
#include "views/parts/label.h"
#include "views/parts/taborder.h"
#include "views/style/controls.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStandardItemModel>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString shown(const QString& name) {
    return displayText(name.toUtf8().toStdString()).text;
}

/// What tells a node from others of its name: of a BRN only the key, as what stands before is alike in all of a tenant.
QString keyOf(const GraphSession::Hit& hit) {
    const std::string name = hit.brn.toUtf8().toStdString();
    const auto brn = parseBrn(name);
    const QString key = displayText(brn ? brn->key : std::string_view(name)).text;
    return key == hit.name ? QString() : key;
}

} // namespace

NodeField::NodeField(GraphSession& session, const QString& name, QWidget* parent)
    : QWidget(parent), session_(session), layout_(new QHBoxLayout(this)), edit_(new QLineEdit(this)),
      hits_(new QStandardItemModel(this)), completer_(new QCompleter(hits_, this)) {
    setFixedHeight(metrics::field(fontMetrics()));
    layout_->setContentsMargins(metrics::icon + 2 * metrics::gap, 2, metrics::unit, 2);
    layout_->setSpacing(metrics::unit);
    layout_->addWidget(edit_, 1);
    edit_->setFrame(false);
    edit_->setPlaceholderText(tr("add a name, BRN or key"));
    edit_->setAccessibleName(name);
    edit_->setMinimumWidth(72);
    edit_->installEventFilter(this);
    FocusLead::set(*this, *edit_);
    // The model holds what was found, in the order of the search: nothing is to be completed by prefix.
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setWidget(edit_);
    completer_->setMaxVisibleItems(12);
    completer_->popup()->setItemDelegate(new HitDelegate(completer_->popup()));
    completer_->popup()->setAccessibleName(tr("Nodes found"));
    completer_->popup()->setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    completer_->popup()->setForegroundRole(QPalette::Dark); // of the frame: what is in it has its own colours
    connect(edit_, &QLineEdit::textEdited, this, [this](const QString& text) {
        asked_ = text.trimmed();
        takeFirst_ = false;
        if (asked_.isEmpty())
            completer_->popup()->hide();
        else
            session_.search(asked_);
    });
    connect(&session_, &GraphSession::searched, this, &NodeField::showHits);
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        if (!index.data(HitDelegate::NodeRole).isValid()) return;
        add({NodeId{index.data(HitDelegate::NodeRole).toUInt()}, index.data(Qt::DisplayRole).toString(),
             index.data(HitDelegate::TypeRole).toString()});
    });
}

std::vector<NodeId> NodeField::nodes() const {
    std::vector<NodeId> nodes;
    nodes.reserve(chosen_.size());
    for (const Chosen& chosen : chosen_)
        nodes.push_back(chosen.node);
    return nodes;
}

void NodeField::setChosen(std::vector<Chosen> chosen) {
    chosen_ = std::move(chosen);
    rebuild();
}

void NodeField::add(const Chosen& node) {
    asked_.clear();
    edit_->clear();
    completer_->popup()->hide();
    if (std::ranges::find(chosen_, node.node, &Chosen::node) != chosen_.end()) return;
    chosen_.push_back(node);
    rebuild();
    Q_EMIT edited();
    Q_EMIT added();
}

void NodeField::rebuild() {
    for (QWidget* chip : chips_) {
        layout_->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one whose cross was pressed
    }
    chips_.clear();
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
        auto* chip = new NodeChip(chosen_[i].name, chosen_[i].type, this);
        connect(chip, &NodeChip::removeRequested, this, [this, node = chosen_[i].node] {
            std::erase_if(chosen_, [node](const Chosen& each) { return each.node == node; });
            rebuild();
            edit_->setFocus(Qt::OtherFocusReason);
            Q_EMIT edited();
        });
        layout_->insertWidget(static_cast<int>(i), chip);
        tabBefore(*chip, *edit_);
        chip->show();
        chips_.push_back(chip);
    }
}

void NodeField::showHits(const QString& text, const std::vector<GraphSession::Hit>& hits, quint64 total) {
    if (asked_.isEmpty() || text != asked_) return;
    if (takeFirst_ && !hits.empty()) return add({hits.front().node, hits.front().name, hits.front().type});
    hits_->clear();
    for (const GraphSession::Hit& hit : hits) {
        auto* item = new QStandardItem(hit.name);
        item->setData(hit.node.value, HitDelegate::NodeRole);
        item->setData(hit.type, HitDelegate::TypeRole);
        item->setData(hit.kind, HitDelegate::KindRole);
        item->setData(keyOf(hit), HitDelegate::KeyRole);
        item->setToolTip(toolTipMarkup(shown(hit.brn)));
        item->setData(hit.name + u", "_s + hit.kind, Qt::AccessibleTextRole);
        hits_->appendRow(item);
    }
    auto* foot =
        new QStandardItem(hits.empty() ? tr("No node has this name, key or BRN.")
                                       : tr("%1 of %2 nodes").arg(words::number(hits.size()), words::number(total)));
    foot->setFlags(Qt::NoItemFlags);
    hits_->appendRow(foot);
    if (!edit_->hasFocus() || !isVisible()) return;
    completer_->complete(QRect(0, 0, std::max(edit_->width(), 420), edit_->height()));
}

bool NodeField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == edit_ && event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.key() == Qt::Key_Backspace && edit_->text().isEmpty() && !chosen_.empty()) {
            chosen_.pop_back();
            rebuild();
            Q_EMIT edited();
            return true;
        }
        if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
            if (asked_.isEmpty())
                Q_EMIT accepted();
            else if (completer_->popup()->isVisible() || hits_->rowCount() > 1) {
                const QModelIndex first = hits_->index(0, 0);
                if (first.data(HitDelegate::NodeRole).isValid())
                    add({NodeId{first.data(HitDelegate::NodeRole).toUInt()}, first.data(Qt::DisplayRole).toString(),
                         first.data(HitDelegate::TypeRole).toString()});
            } else {
                takeFirst_ = true; // the hits are on their way
            }
            return true;
        }
    }
    if (watched == edit_ && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) update();
    return QWidget::eventFilter(watched, event);
}

void NodeField::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    const bool focused = edit_->hasFocus();
    controls::drawBox(painter, rect(), t.base, focused ? t.accent : t.border, focused ? 2 : 1, metrics::radius);
    paintIcon(painter, QRect(metrics::gap, 0, metrics::icon, height()), u"search"_s, t.muted);
}

} // namespace idscope
