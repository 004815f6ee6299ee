#pragma once

#include <QString>

#include <span>

namespace idscope {

class GraphPage;

/// One entry of the menu Graph that is about the graph in front: its text (to be translated in the context "MenuBar";
/// null: a separator), its keys, and what it does.
struct GraphCommand {
    const char* text = nullptr;
    int keys = 0;
    void (*run)(GraphPage& page) = nullptr;
};

/// The text in the user's language.
QString translated(const GraphCommand& command);

std::span<const GraphCommand> graphCommands();

} // namespace idscope
