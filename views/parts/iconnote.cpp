#include "views/parts/iconnote.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QPainter>

namespace idscope {

using namespace Qt::StringLiterals;

IconNote::IconNote(QWidget* parent) : QWidget(parent), label_(new PlainLabel(FontRole::Small, this)) {
    label_->setWordWrap(true);
    label_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::icon + metrics::gap, 0, 0, 0);
    layout->addWidget(label_);
    showWords();
}

void IconNote::setHint(const QString& icon, Ink ink, const QString& words) {
    icon_ = icon;
    ink_ = ink;
    hint_ = words;
    showWords();
}

void IconNote::setFault(const QString& words) {
    fault_ = words;
    showWords();
}

QString IconNote::words() const {
    return label_->text();
}

void IconNote::showWords() {
    label_->setText(hasFault() ? fault_ : hint_);
    label_->setInk(hasFault() ? Ink::Error : Ink::Muted);
    setVisible(!label_->text().isEmpty());
    update();
}

void IconNote::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect place(0, 0, metrics::icon, label_->fontMetrics().height());
    paintIcon(painter, place, hasFault() ? u"error"_s : icon_,
              inkColor(hasFault() ? Ink::Error : ink_, tokensOf(palette())));
}

} // namespace idscope
