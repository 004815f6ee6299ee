#include "views/resourcepage/copier.h"

#include "models/words/words.h"
#include "views/parts/strip.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

namespace idscope {

using namespace Qt::StringLiterals;

Copier::Copier(Strip& strip, QObject* parent) : QObject(parent), strip_(strip) {
    strip_.hide();
    connect(strip_.addButton(u"close"_s, tr("Cancel")), &QPushButton::clicked, this, &Copier::cancel);
    connect(&job_, &CopyJob::progress, this, [this](quint64 rows, quint64 inAll) {
        strip_.setWords(tr("Copying"), tr("%1 of %2 rows").arg(words::number(rows), words::number(inAll)));
        strip_.show();
    });
    connect(&job_, &CopyJob::copied, this, [this](const QString& text, quint64 rows) {
        QApplication::clipboard()->setText(text);
        end(tr("%n rows copied.", nullptr, static_cast<int>(rows)));
    });
    connect(&job_, &CopyJob::failed, this, [this](CopyError error) {
        switch (error) {
        case CopyError::Cancelled:
            return end(tr("Not copied: cancelled. The clipboard is as it was."));
        case CopyError::StillLoading:
            return end(tr("Not copied: very long rows are still being loaded. Copy them again in a moment."));
        case CopyError::OutOfMemory:
            return end(tr("Not copied: there is not enough memory. Save the view as CSV instead."));
        case CopyError::TooLong:
            return end(tr("Not copied: this is more than the %1 a clipboard is given. Save the view as CSV instead.")
                           .arg(words::byteCount(maximumCopiedBytes)));
        }
    });
}

void Copier::end(const QString& sentence) {
    strip_.hide();
    Q_EMIT said(sentence);
}

} // namespace idscope
