#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

QString sentence(const SavedViewError& error) {
    switch (error.problem) {
    case SavedViewProblem::TooLarge:
        return Words::tr("This is no saved view: it is larger than %1.")
            .arg(byteCount(static_cast<std::uint64_t>(SavedView::largestFile)));
    case SavedViewProblem::NotJson:
        return Words::tr("This is no saved view: it is no JSON from byte %1 on.").arg(number(error.byte));
    case SavedViewProblem::NotAView:
        return Words::tr("This is no saved view: it does not say that it is one.");
    case SavedViewProblem::NewerVersion:
        return Words::tr("This view was saved by a newer version of Idscope. Install that version to use it.");
    case SavedViewProblem::WrongValue:
        return Words::tr("This view is damaged: “%1” is not what it can be.").arg(error.place);
    case SavedViewProblem::TooMany:
        return Words::tr("This view is damaged: “%1” has more than %2 entries.")
            .arg(error.place, number(SavedView::mostEntries));
    case SavedViewProblem::NoOperand:
        return Words::tr("This view is damaged: “%1” names no column and no path.").arg(error.place);
    case SavedViewProblem::NoFilter:
        return Words::tr("This view is damaged: “%1” is no filter that can be read.").arg(error.place);
    }
    Q_UNREACHABLE();
}

} // namespace idscope::words
