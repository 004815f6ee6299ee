#include "views/help/filterhelp.h"

#include <QCoreApplication>

namespace idscope {

namespace {

struct FilterHelp {
    Q_DECLARE_TR_FUNCTIONS(FilterHelp)
};

/// Without an example: the title of a section.
struct HelpText {
    const char* meaning;
    const char* example = nullptr;
};

constexpr HelpText texts[] = {
    {QT_TRANSLATE_NOOP("FilterHelp", "Text in any column")},
    {QT_TRANSLATE_NOOP("FilterHelp", "Contains; upper and lower case are the same"), "bond"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Quotes, where there are blanks, signs, or words of this language"),
     "\"jason bond\""},
    {QT_TRANSLATE_NOOP("FilterHelp", "A regular expression; case counts, but for the i at the end"), "/adm(in)?/i"},

    {QT_TRANSLATE_NOOP("FilterHelp", "One column")},
    {QT_TRANSLATE_NOOP("FilterHelp", "Equal, to the letter"), "status = active"},
    {QT_TRANSLATE_NOOP("FilterHelp", "All other rows, and those without a value"), "status != active"},
    {QT_TRANSLATE_NOOP("FilterHelp", "One of several, to the letter"), "status in (active, inactive)"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Contains; also written “contains”"), "name ~ bond"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Begins so; upper and lower case are the same"), "name starts with ja"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Ends so"), "name ends with son"},
    {QT_TRANSLATE_NOOP("FilterHelp", "A regular expression"), "name matches /^j.*@/i"},
    {QT_TRANSLATE_NOOP("FilterHelp", "No value: an empty cell, a path that is not there, or null"), "message is empty"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Any value"), "message is not empty"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Not what the column is to hold: broken JSON, no instant"), "metadata is invalid"},
    {QT_TRANSLATE_NOOP("FilterHelp", "A name with blanks: in backquotes, or with _ for each"),
     "`Entity Type` = resource"},

    {QT_TRANSLATE_NOOP("FilterHelp", "Numbers and times")},
    {QT_TRANSLATE_NOOP("FilterHelp", "Numbers by their size; also <, <= and >"), "reviewer_count >= 2"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Times by when they are; a day is its first instant, UTC"),
     "timestamp >= 2024-06-01"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Counted back from now: hours (h), days (d), weeks (w)"), "timestamp < -90d"},

    {QT_TRANSLATE_NOOP("FilterHelp", "Inside JSON and names")},
    {QT_TRANSLATE_NOOP("FilterHelp", "The value under a path"), "metadata.privilegeName = admin"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Keys with other characters in quotes"), "metadata.\"odd name\" = admin"},
    {QT_TRANSLATE_NOOP("FilterHelp", "The first element of a list"), "metadata[0].key = client_id"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Any element of a list"), "metadata[*].key = client_id"},
    {QT_TRANSLATE_NOOP("FilterHelp", "A key at any depth"), "metadata..privilegeName = admin"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Any value at any depth"), "metadata.. = admin"},
    {QT_TRANSLATE_NOOP("FilterHelp", "true is not the text “true”, 3 is not “3”: quotes make a text"),
     "metadata.privilegeValue = true"},
    {QT_TRANSLATE_NOOP("FilterHelp", "A part of a BRN: tenant, type or key"), "entity_brn.type = connection"},

    {QT_TRANSLATE_NOOP("FilterHelp", "Relations")},
    {QT_TRANSLATE_NOOP("FilterHelp", "Every relation on a way that begins there"),
     "reachable_from(\"brn:bid:balkanid:::T:identity:Ada\")"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Every relation on a way that leads there"),
     "reaches(\"brn:bid:balkanid:::T:resource:prod\")"},

    {QT_TRANSLATE_NOOP("FilterHelp", "Several conditions")},
    {QT_TRANSLATE_NOOP("FilterHelp", "Both; “and” may be left out"), "status = active and name ~ bond"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Either; “and” binds before “or”"), "status = active or name ~ bond"},
    {QT_TRANSLATE_NOOP("FilterHelp", "The other rows; “not” binds first"), "not status in (active, inactive)"},
    {QT_TRANSLATE_NOOP("FilterHelp", "Parentheses keep together"), "(admin or owner) and not okta"},
};

} // namespace

std::vector<HelpSection> filterHelp() {
    std::vector<HelpSection> sections;
    for (const HelpText& text : texts) {
        const QString meaning = FilterHelp::tr(text.meaning);
        if (text.example == nullptr)
            sections.push_back({.title = meaning, .lines = {}});
        else
            sections.back().lines.push_back({.what = QString::fromLatin1(text.example), .meaning = meaning});
    }
    return sections;
}

} // namespace idscope
