#include "views/sidebar/profilebutton.h"

#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QPainter>

namespace idscope {

using namespace Qt::StringLiterals;

ProfileButton::ProfileButton(QWidget* parent) : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void ProfileButton::showProfile(const QString& name, const QString& address) {
    name_ = name;
    address_ = address;
    setAccessibleName(tr("Tenant: %1, %2", "name, address").arg(name, address));
    update();
}

QSize ProfileButton::sizeHint() const {
    return {metrics::sideBar, 2 * fontMetrics().height() + metrics::padding + metrics::gap};
}

void ProfileButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    const QRect box = rect().adjusted(metrics::unit, metrics::unit, -metrics::unit, 0);
    if (underMouse() || isDown()) controls::drawBox(painter, box, t.lineSoft, t.line, 0, metrics::radius);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        controls::drawBox(painter, box, Qt::transparent, t.accent, metrics::focusWidth, metrics::radius);

    QRect place = rect().adjusted(metrics::padding, metrics::unit, -metrics::padding, 0);
    paintIcon(painter, seen(*this, QRect(place.x(), place.y(), metrics::icon, place.height())), u"cloud"_s, t.muted);
    paintIcon(painter, seen(*this, QRect(place.right() - metrics::icon + 1, place.y(), metrics::icon, place.height())),
              u"chevron-down"_s, t.muted);
    place.adjust(metrics::icon + metrics::gap, 0, -metrics::icon - metrics::unit, 0);
    const int middle = place.y() + place.height() / 2;
    painter.setFont(fontFor(FontRole::BodyBold));
    painter.setPen(t.text);
    painter.drawText(seen(*this, QRect(place.x(), place.y(), place.width(), middle - place.y())),
                     Qt::AlignBottom | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(name_, Qt::ElideRight, place.width()));
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(t.muted);
    painter.drawText(seen(*this, QRect(place.x(), middle, place.width(), place.bottom() - middle + 1)),
                     Qt::AlignTop | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(address_, Qt::ElideRight, place.width()));
}

} // namespace idscope
