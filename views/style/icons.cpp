#include "views/style/icons.h"

#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QStyleOption>
#include <QSvgRenderer>

namespace idscope {

using namespace Qt::StringLiterals;

const QColor& inkColor(Ink ink, const Tokens& t) {
    switch (ink) {
    case Ink::Muted:
        return t.muted;
    case Ink::Text:
        return t.text;
    case Ink::Accent:
        return t.accent;
    case Ink::OnAccent:
        return t.onAccent;
    case Ink::Ok:
        return t.ok;
    case Ink::Warn:
        return t.warn;
    case Ink::Error:
        return t.error;
    }
    return t.muted;
}

namespace {

QPixmap rendered(const QString& name, const QColor& color, QSize devicePixels) {
    const QString key =
        u"idscope-icon/%1/%2/%3x%4"_s.arg(name, color.name()).arg(devicePixels.width()).arg(devicePixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    svg.replace("currentColor", color.name().toLatin1());
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, Ink ink) : name_(std::move(name)), ink_(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintIcon(*painter, rect, name_, color(mode));
    }
    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return rendered(name_, color(mode), size);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override {
        return rendered(name_, color(mode), size);
    }
    QIconEngine* clone() const override { return new TintedEngine(*this); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const {
        const Tokens& tokens = tokensOf(QGuiApplication::palette());
        if (mode == QIcon::Disabled) return tokens.disabled;
        if (mode == QIcon::Selected && ink_ == Ink::Muted) return tokens.text;
        return inkColor(ink_, tokens);
    }

    QString name_;
    Ink ink_;
};

} // namespace

QIcon bundledIcon(const QString& name, Ink ink) {
    return QIcon(new TintedEngine(name, ink));
}

void paintIcon(QPainter& painter, const QRect& place, const QString& name, const QColor& color) {
    const int side = std::min({metrics::icon, place.width(), place.height()});
    if (side <= 0) return;
    const QRect square(place.x() + (place.width() - side) / 2, place.y() + (place.height() - side) / 2, side, side);
    painter.drawPixmap(square, rendered(name, color, square.size() * painter.device()->devicePixelRatio()));
}

QRect seen(const QStyleOption& line, const QRect& place) {
    return QStyle::visualRect(line.direction, line.rect, place);
}

QRect seen(const QWidget& line, const QRect& place) {
    return QStyle::visualRect(line.layoutDirection(), line.rect(), place);
}

} // namespace idscope
