#include "app/commands/help.h"

#include "app/commands/commandtable.h"

#include <QCoreApplication>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

namespace {

struct HelpWords {
    Q_DECLARE_TR_FUNCTIONS(HelpWords)
};

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

QString translated(const char* text) {
    return QCoreApplication::translate("CommandTable", text);
}

struct Entry {
    QString term;
    QString meaning;
};

/// Two columns, the second where the longest term ends.
QString aligned(const std::vector<Entry>& entries) {
    qsizetype width = 0;
    for (const Entry& entry : entries)
        width = std::max(width, entry.term.size());
    QString text;
    for (const Entry& entry : entries)
        text += u"    "_s + entry.term.leftJustified(width + 3) + entry.meaning + u'\n';
    return text;
}

QString usageLine(const CommandSpec& command) {
    QString line = u"idscope"_s;
    if (!command.name.empty()) line += u' ' + latin(command.name);
    if (!command.operands.empty()) line += u' ' + latin(command.operands);
    if (!command.options.empty()) line += u" [OPTION...]"_s;
    return line;
}

std::vector<Entry> optionEntries(std::span<const OptionSpec> options) {
    std::vector<Entry> entries;
    for (const OptionSpec& option : options) {
        QString term = latin(option.name);
        if (!option.value.empty()) term += u' ' + latin(option.value);
        entries.push_back({term, translated(option.help)});
    }
    return entries;
}

} // namespace

QString helpText(const CommandSpec& command) {
    QString text =
        HelpWords::tr("Usage: %1").arg(usageLine(command)) + u"\n\n"_s + translated(command.help) + u"\n\n"_s;
    if (command.name.empty()) {
        std::vector<Entry> entries;
        for (const CommandSpec& other : commandTable().subspan(1))
            entries.push_back({latin(other.name), translated(other.help)});
        text += HelpWords::tr("Commands:") + u'\n' + aligned(entries) + u'\n';
    }
    auto entries = optionEntries(command.options);
    for (Entry& entry : optionEntries(commonOptions()))
        entries.push_back(std::move(entry));
    text += HelpWords::tr("Options:") + u'\n' + aligned(entries);
    if (command.name.empty())
        text += u'\n' + HelpWords::tr("“idscope COMMAND --help” tells more about a command.") + u'\n';
    return text;
}

QString versionText() {
    return u"idscope "_s + QStringLiteral(IDSCOPE_VERSION) + u'\n';
}

} // namespace idscope
