#include "views/labels/labeldock.h"

#include "models/items/displaytext.h"
#include "views/insights/insightpanel.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/parts/labelchip.h"
#include "views/parts/panelhead.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace idscope {

using namespace Qt::StringLiterals;

/// The chip on light and on dark, side by side.
class LabelDock::Swatches final : public QWidget {
public:
    explicit Swatches(QWidget* parent) : QWidget(parent) {
        setFixedHeight(metrics::field(QFontMetrics(fontFor(FontRole::Small))) + metrics::gap + metrics::padding);
    }
    void show(const QString& name, const ChipLook& light, const ChipLook& dark) {
        name_ = name;
        looks_ = {light, dark};
        setAccessibleName(
            LabelDock::tr("%1: contrast %2 on light, %3 on dark").arg(name, light.contrast, dark.contrast));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRect all = rect().adjusted(metrics::padding, metrics::padding, -metrics::padding, 0);
        const int width = (all.width() - metrics::gap) / 2;
        const std::array themes{&lightTokens, &darkTokens};
        for (std::size_t i = 0; i < themes.size(); ++i) {
            const QRect box(all.left() + static_cast<int>(i) * (width + metrics::gap), all.top(), width, all.height());
            painter.fillRect(box, tokensOf(palette()).line);
            painter.fillRect(box.adjusted(1, 1, -1, -1), themes[i]->base);
            if (name_.isEmpty()) continue;
            QRect place = box.adjusted(metrics::padding, 0, -metrics::padding, 0);
            place.setRight(place.right() - paintContrast(painter, place, looks_[i], *themes[i]) - metrics::gap);
            paintLabelChip(painter, QStyle::visualRect(layoutDirection(), box, place), name_, looks_[i], *themes[i]);
        }
    }

private:
    QString name_;
    std::array<ChipLook, 2> looks_;
};

namespace {

QString meaningOf(const ChipLook& light, const ChipLook& dark) {
    if (light.contrast.isEmpty() && dark.contrast.isEmpty())
        return LabelDock::tr("The export holds no colours for it.");
    const QString rule = LabelDock::tr("Text on its chip needs 4.5 to be read with ease (WCAG AA).");
    QStringList low;
    if (light.low) low += LabelDock::tr("On light it has %1.").arg(light.contrast);
    if (dark.low) low += LabelDock::tr("On dark it has %1.").arg(dark.contrast);
    return low.isEmpty() ? rule : rule + u' ' + low.join(u' ');
}

} // namespace

LabelDock::LabelDock(QWidget* parent)
    : QWidget(parent), head_(new PanelHead(tr("Label"), this)), swatches_(new Swatches(this)),
      meaning_(new PlainLabel(FontRole::Small, this)), usesHead_(new PanelHead(tr("Used by"), this)),
      list_(new QListWidget(this)), insight_(new InsightPanel(this)), rest_(new QWidget(this)) {
    build();
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        const bool any = row >= 0 && uses_ && label_;
        Q_EMIT insightChosen(any ? std::optional(uses_->insightsOf(*label_)[static_cast<std::size_t>(row)])
                                 : std::nullopt);
    });
}

void LabelDock::build() {
    meaning_->setMuted();
    meaning_->setWordWrap(true);
    meaning_->setContentsMargins(metrics::padding, metrics::gap, metrics::padding, metrics::padding);
    list_->setAccessibleName(tr("Insights that use the label"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    new FocusRing(*list_);
    auto* contents = new QWidget;
    contents->setBackgroundRole(QPalette::Base);
    contents->setMinimumWidth(1); // it is as wide as the dock
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(contents);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto column = [](QWidget* of) {
        auto* made = new QVBoxLayout(of);
        made->setContentsMargins(0, 0, 0, 0);
        made->setSpacing(0);
        return made;
    };
    QVBoxLayout* layout = column(contents);
    layout->addWidget(swatches_);
    layout->addWidget(meaning_);
    layout->addWidget(usesHead_);
    layout->addWidget(list_);
    layout->addWidget(insight_, 1);
    layout->addWidget(rest_, 1);
    QVBoxLayout* whole = column(this);
    whole->addWidget(head_);
    whole->addWidget(scroll, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void LabelDock::showLabel(const TablePtr& labels, std::optional<RowId> row,
                          const std::shared_ptr<const LabelUses>& uses) {
    const bool same = row == label_ && uses == uses_;
    label_ = row;
    uses_ = uses;
    const ChipLook light = row ? chipLook(*labels, *row, false) : ChipLook{};
    const ChipLook dark = row ? chipLook(*labels, *row, true) : ChipLook{};
    head_->setFact(row ? labelText(*labels, *row, "id") : QString());
    swatches_->show(row ? labelText(*labels, *row, "name") : QString(), light, dark);
    meaning_->setText(row ? meaningOf(light, dark) : tr("No label is chosen."));
    if (!same || list_->count() == 0) listUses();
}

void LabelDock::listUses() {
    constexpr int mostShown = 4;
    const bool known = uses_ && label_ && label_->value < uses_->labels()->rowCount();
    const std::vector<RowId> insights = known ? uses_->insightsOf(*label_) : std::vector<RowId>();
    {
        const QSignalBlocker quiet(list_);
        list_->clear();
        const auto name = known ? uses_->insights()->find("name") : std::nullopt;
        for (const RowId insight : insights) {
            const QString text = name ? displayText(uses_->insights()->cell(insight, *name)).text : QString();
            auto* use = new QListWidgetItem(bundledIcon(u"insights"_s), text, list_);
            use->setToolTip(toolTipMarkup(text));
            use->setSizeHint({0, metrics::treeRow(fontMetrics())});
        }
    }
    usesHead_->setFact(!known             ? tr("not known: no insights are here")
                       : insights.empty() ? tr("no insight")
                                          : tr("%n insights", nullptr, static_cast<int>(insights.size())));
    const int rows = std::clamp(list_->count(), 0, mostShown);
    list_->setVisible(rows > 0);
    list_->setFixedHeight(rows * std::max(1, list_->sizeHintForRow(0)) + 2 * metrics::unit);
    insight_->setVisible(rows > 0);
    rest_->setVisible(rows == 0);
    if (rows > 0)
        list_->setCurrentRow(0);
    else
        Q_EMIT insightChosen(std::nullopt);
}

} // namespace idscope
