#pragma once

#include "models/relations/picture.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace idscope {

/// What is in front in a graph, by names rather than nodes, so that it can be kept and found again in later exports:
/// the question, and what people did to its drawing. Holds BRNs and what was typed as a filter, no other data.
struct GraphState {
    static constexpr qsizetype mostNames = 10'000; ///< in a list
    static constexpr qsizetype longestName = 4'096;

    struct Side {
        QString name;
        Direction side = Direction::Down;
        friend bool operator==(const Side&, const Side&) = default;
    };
    GraphQuestionKind kind = GraphQuestionKind::ReachedFrom;
    QStringList from;
    QStringList to;
    QString only; ///< the filter of the relations that count
    std::vector<Side> expanded;
    std::vector<Side> collapsed;
    QStringList unfolded;
    QString current; ///< the node people were at; may be empty
    friend bool operator==(const GraphState&, const GraphState&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Reads what toJson() writes, and distrusts it. Nothing: it is something else.
    static std::optional<GraphState> fromJson(const QJsonObject& json);
};

} // namespace idscope
