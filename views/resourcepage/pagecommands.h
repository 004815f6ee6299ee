#pragma once

#include <QString>

#include <span>

namespace idscope {

class ResourcePage;

/// One entry of a menu about the table in front: its text (to be translated in the context "MenuBar"; null: a
/// separator), its keys, and what it does.
struct PageCommand {
    const char* text = nullptr;
    int keys = 0;
    void (*run)(ResourcePage& page) = nullptr;
};

/// The text in the user's language.
QString translated(const PageCommand& command);

std::span<const PageCommand> cellFilterCommands();
std::span<const PageCommand> facetCommands();
std::span<const PageCommand> filterCommands();
std::span<const PageCommand> matchCommands();
std::span<const PageCommand> goCommands();
std::span<const PageCommand> copyCommands();
std::span<const PageCommand> copyAsCommands();
std::span<const PageCommand> selectCommands();
std::span<const PageCommand> columnCommands();
std::span<const PageCommand> graphAskingCommands();
std::span<const PageCommand> sortCommands();
std::span<const PageCommand> savedViewCommands();

} // namespace idscope
