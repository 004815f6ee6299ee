#pragma once

#include "models/relations/answernodes.h"
#include "models/relations/picture.h"

#include <QString>

#include <vector>

namespace idscope::words {

// Words of the graph, for nodes and for what was found. Types are those of BRNs; others are data.

/// "4,812 identities"; an empty type: names that are no BRNs.
QString entities(std::string_view type, std::size_t count);
/// "group of 214"
QString kindWithMembers(const QString& kind, std::size_t members);
/// What a name that is no BRN is called.
QString otherName();
QString openAsTable();
QString foldTip();
/// "214 relations lead here, 12 lead on"
QString degrees(std::size_t up, std::size_t down);

/// What is said of an answer.
struct GraphSentence {
    QString lead;  ///< "Tomasz Wren reaches 645 entities:"
    QString rest;  ///< "8 groups and roles, 637 resources, in at most 4 hops. 1 ms"
    QString title; ///< of the table: "Reached by Tomasz Wren"
    QString tab;   ///< "Graph, Tomasz Wren"
};
GraphSentence graphSentence(const GraphAnswer& answer, const GraphFindings& found, const QStringList& from,
                            const QStringList& to);
/// "645 rows · in the drawing 18, folded into counted nodes 628, cap 300 nodes"; before it what is not drawn, as ends
/// are cut first.
QString drawnFact(std::size_t rows, const Picture& picture, std::size_t leftOut);
/// The title of counted siblings: "4,812 identities with access to all-staff"; `anchor`: what they hang on, empty where
/// that is nothing single.
QString countedTitle(const PictureKey& key, std::size_t count, const QString& anchor);
/// The title of the table of what the cap kept out of the drawing.
QString leftOutTitle(std::size_t count);
/// Over a column of a picture; both are empty where nothing stands in it.
struct ColumnHead {
    QString lead; ///< "Through"
    QString rest; ///< "groups, 1 hop"
};
/// Of each column; `types` of the picture's nodes. How many hops lead there is said where all of a column was found at
/// that distance, not where people have expanded what lies beside the answer.
std::vector<ColumnHead> columnHeads(const Picture& picture, const std::vector<QString>& types,
                                    const GraphAnswer& answer);

/// The answer as a filter of relations; empty where none says the same.
QString graphExpression(const GraphAnswer& answer);
/// Relations that are about a node, or all others, as a filter.
QString nodeExpression(const QString& name, bool about);

} // namespace idscope::words
