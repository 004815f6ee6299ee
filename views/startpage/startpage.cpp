#include "views/startpage/startpage.h"

#include "views/parts/focusring.h"
#include "views/parts/iconnote.h"
#include "views/parts/label.h"
#include "views/parts/strip.h"
#include "views/startpage/emblem.h"
#include "views/startpage/snapshotbutton.h"
#include "views/style/controls.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 760;
constexpr int longestName = 120; ///< of a tenant, on its button
constexpr int listed = 8;        ///< recent snapshots

/// A box with an icon in its first line.
class Card final : public QWidget {
public:
    enum class Edge { Line, Dashed };
    Card(QString icon, Ink ink, Edge edge, QWidget* parent)
        : QWidget(parent), icon_(std::move(icon)), ink_(ink), edge_(edge) {}

    /// Margins of what stands beside the icon; they change sides with the direction, which a layout's do not.
    void setInside(QLayout& layout, int top, int end, int bottom) const {
        const int lead = inset + metrics::icon + metrics::blockGap;
        layout.setContentsMargins(isRightToLeft() ? end : lead, top, isRightToLeft() ? lead : end, bottom);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Tokens& t = tokensOf(palette());
        if (edge_ == Edge::Line) {
            controls::drawBox(painter, rect(), t.base, t.line, 1, metrics::radius);
        } else {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(t.border, 1, Qt::DashLine));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
        }
        const int firstLine = edge_ == Edge::Line ? 64 : height();
        const QRect sign(inset, 0, metrics::icon, firstLine);
        paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), sign), icon_, inkColor(ink_, t));
    }

private:
    static constexpr int inset = 24; ///< of the icon

    QString icon_;
    Ink ink_;
    Edge edge_;
};

PlainLabel* paragraph(const QString& text, FontRole role, QWidget* parent) {
    auto* label = new PlainLabel(text, role, parent);
    label->setMuted();
    label->setWordWrap(true);
    return label;
}

Card* choice(const QString& icon, const QString& title, const QString& text, QHBoxLayout* buttons, QWidget* parent) {
    auto* card = new Card(icon, Ink::Accent, Card::Edge::Line, parent);
    auto* layout = new QVBoxLayout(card);
    card->setInside(*layout, 20, 24, 20);
    layout->setSpacing(metrics::gap);
    auto* head = new PlainLabel(title, FontRole::Title, card);
    head->setWordWrap(true); // longer in other languages
    layout->addWidget(head);
    layout->addWidget(paragraph(text, FontRole::Body, card));
    layout->addStretch();
    layout->addSpacing(metrics::gap);
    buttons->setSpacing(metrics::padding);
    layout->addLayout(buttons);
    return card;
}

/// A title with a line under it.
class Rule final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokensOf(palette()).line); }
};

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent), connect_(new QPushButton(tr("Connect…"), this)), tenant_(new QPushButton(this)),
      keychain_(new IconNote(this)) {
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setBackgroundRole(QPalette::Window);
    auto* page = new QWidget(scroll);
    scroll->setWidget(page);
    new FocusRing(*scroll);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    auto* column = new QWidget(page);
    column->setMaximumWidth(columnWidth);
    column_ = new QVBoxLayout(column);
    column_->setContentsMargins(0, 56, 0, 24);
    column_->setSpacing(metrics::blockGap);
    auto* centre = new QHBoxLayout(page);
    centre->addStretch(1);
    centre->addWidget(column, 100);
    centre->addStretch(1);

    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::gap);
    words->addStretch();
    words->addWidget(new PlainLabel(tr("Who can reach what, and through what"), FontRole::Display, column));
    words->addWidget(paragraph(
        tr("Idscope fetches your identity exports, keeps them on this machine, and lets you ask them questions."),
        FontRole::Lead, column));
    words->addStretch();
    auto* head = new QHBoxLayout;
    head->addLayout(words, 1);
    head->addSpacing(metrics::gap);
    head->addWidget(new Emblem(column));
    column_->addLayout(head);
    column_->addSpacing(metrics::blockGap);

    connect_->setDefault(true);
    tenant_->hide();
    keychain_->setMinimumWidth(100);
    auto* connecting = new QHBoxLayout;
    connecting->addWidget(tenant_);
    connecting->addWidget(connect_);
    connecting->addWidget(keychain_, 1, Qt::AlignVCenter);
    auto* sample = new QPushButton(tr("Open the sample"), column);
    auto* ready = new PlainLabel(tr("ready in a few seconds"), FontRole::Small, column);
    ready->setMuted();
    auto* sampling = new QHBoxLayout;
    sampling->addWidget(sample);
    sampling->addWidget(ready, 1);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(metrics::blockGap);
    cards->addWidget(choice(u"key"_s, tr("Connect to your tenant"),
                            tr("You need its address, a key ID and the key’s secret. The secret goes into the system "
                               "keychain or stays in memory, never into a file."),
                            connecting, column),
                     1);
    cards->addWidget(
        choice(u"database"_s, tr("Explore the sample tenant"),
               tr("A made-up company with apps, integrations and over 100,000 relations, served by Idscope "
                  "itself. No key, nothing leaves this machine, and nothing of it is kept when Idscope ends."),
               sampling, column),
        1);
    column_->addLayout(cards);

    auto* files = new Card(u"file"_s, Ink::Text, Card::Edge::Dashed, column);
    auto* inFiles = new QHBoxLayout(files);
    files->setInside(*inFiles, 17, 20, 17);
    inFiles->setSpacing(metrics::padding);
    inFiles->addWidget(new PlainLabel(tr("Drop exported CSV files anywhere in this window"), FontRole::Body, files), 1);
    auto* keys =
        new PlainLabel(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText), FontRole::Mono, files);
    keys->setMuted();
    inFiles->addWidget(keys);
    auto* open = new QPushButton(tr("Open files…"), files);
    inFiles->addWidget(open);
    column_->addWidget(files);
    column_->addSpacing(metrics::blockGap);
    auto* recent = new QVBoxLayout;
    recent->setSpacing(metrics::gap);
    recent->addWidget(new PlainLabel(tr("Recent snapshots"), FontRole::BodyBold, column));
    auto* rule = new Rule(column);
    rule->setFixedHeight(1);
    recent->addWidget(rule);
    column_->addLayout(recent);
    column_->addStretch(1); // nothing above grows

    connect(connect_, &QPushButton::clicked, this, &StartPage::connectRequested);
    connect(tenant_, &QPushButton::clicked, this, [this] { Q_EMIT tenantRequested(tenantId_); });
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openFilesRequested);
}

void StartPage::showKeychain(std::expected<void, KeychainFault> state) {
    if (state || state.error() == KeychainFault::Locked)
        keychain_->setHint(u"ok"_s, Ink::Ok, tr("Keychain found"));
    else
        keychain_->setHint(u"warning"_s, Ink::Warn, tr("No keychain found"));
}

void StartPage::showTenant(const QString& id, const QString& name) {
    tenantId_ = id;
    tenant_->setText(
        tr("Open %1").arg(tenant_->fontMetrics().elidedText(name, Qt::ElideRight, longestName)).replace(u'&', u"&&"_s));
    tenant_->setDefault(true);
    tenant_->show();
    connect_->setDefault(false);
}

void StartPage::showSnapshots(const std::vector<SnapshotLine>& lines, const QString& folder, const QString& warning) {
    std::vector<SnapshotLine> shown(lines.begin(), lines.begin() + std::min(std::ssize(lines), std::ptrdiff_t{listed}));
    if (snapshots_ != nullptr && shown == lines_ && folder == folder_ && warning == warning_) return;
    lines_ = std::move(shown);
    folder_ = folder;
    warning_ = warning;
    const auto* focused = qobject_cast<SnapshotButton*>(window()->focusWidget());
    const QString focusedId = focused != nullptr && isAncestorOf(focused) ? focused->id() : QString();
    SnapshotButton* toFocus = nullptr;
    if (snapshots_ != nullptr) snapshots_->deleteLater();
    snapshots_ = new QWidget(column_->parentWidget());
    auto* list = new QVBoxLayout(snapshots_);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(metrics::unit);
    if (lines_.empty()) {
        auto* none = new QVBoxLayout;
        none->addWidget(
            new PlainLabel(tr("None yet. What you fetch or open is listed here."), FontRole::Body, snapshots_));
        none->addWidget(paragraph(
            tr("Each one is kept with its source, time and SHA-256, opens without a connection, and can be removed at "
               "any time."),
            FontRole::Body, snapshots_));
        list->addLayout(none);
    }
    for (const SnapshotLine& line : lines_) {
        auto* button = new SnapshotButton(line, snapshots_);
        if (!focusedId.isEmpty() && line.id == focusedId) toFocus = button;
        connect(button, &SnapshotButton::chosen, this,
                [this, id = line.id](SnapshotAction action) { Q_EMIT snapshotActionRequested(id, action); });
        list->addWidget(button);
    }
    if (!warning.isEmpty()) {
        auto* strip = new Strip(u"warning"_s, Ink::Warn, &Tokens::warnBg, snapshots_);
        strip->setWrapping();
        strip->setWords({}, warning);
        connect(strip->addButton({}, tr("Show")), &QPushButton::clicked, this, &StartPage::folderRequested);
        list->addWidget(strip);
    }
    if (!folder.isEmpty())
        list->addWidget(paragraph(tr("Folder: %1, readable by you alone.").arg(folder), FontRole::Small, snapshots_));
    column_->insertWidget(column_->count() - 1, snapshots_);
    snapshots_->show();
    if (toFocus != nullptr) toFocus->setFocus(Qt::OtherFocusReason);
}

} // namespace idscope
