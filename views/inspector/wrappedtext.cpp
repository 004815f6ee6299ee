#include "views/inspector/wrappedtext.h"

#include "views/style/tokens.h"

#include <QPainter>

#include <cmath>

namespace idscope {

WrappedText::WrappedText(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappedText::show(const QString& text, const QFont& font, qsizetype mutedHead) {
    text_ = text;
    mutedHead_ = mutedHead;
    setFont(font);
    setAccessibleName(text);
    updateGeometry();
    update();
}

double WrappedText::layOut(QTextLayout& layout, int width) const {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    double height = 0;
    layout.beginLayout();
    for (int i = 0; i < maximumLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

int WrappedText::heightForWidth(int width) const {
    QTextLayout layout(text_, font());
    return std::max(static_cast<int>(std::ceil(layOut(layout, width))), fontMetrics().height());
}

QSize WrappedText::sizeHint() const {
    return {100, heightForWidth(std::max(width(), 100))};
}

void WrappedText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    QTextLayout layout(text_, font(), this);
    layOut(layout, width());
    QTextLayout::FormatRange head;
    head.start = 0;
    head.length = static_cast<int>(mutedHead_);
    head.format.setForeground(t.muted);
    painter.setPen(t.text);
    layout.draw(&painter, {0, 0}, {head});
}

} // namespace idscope
