#include "models/words/namewords.h"

#include "models/words/phrase.h"

namespace idscope::words {

QString sentence(Deception deception) {
    switch (deception) {
    case Deception::TurnedText:
        return Words::tr(
            "Holds characters that turn the direction of reading, shown as their codes. It is not the name "
            "that it looks like elsewhere.");
    case Deception::Invisible:
        return Words::tr("Holds invisible characters, shown as their codes. It is not the name that it looks like "
                         "elsewhere.");
    case Deception::MixedScripts:
        return Words::tr("Mixes letters of several scripts within a word. It may look like another name and is not.");
    }
    Q_UNREACHABLE();
}

} // namespace idscope::words
