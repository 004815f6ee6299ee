#include "models/relations/graphquestion.h"

#include <chrono>

namespace idscope {

namespace {

constexpr std::size_t mostPaths = 100;

} // namespace

std::expected<GraphAnswerPtr, RelationError> answer(const GraphPtr& graph, const GraphQuestion& question,
                                                    RowSetPtr only, const std::stop_token& stop) {
    const auto begin = std::chrono::steady_clock::now();
    auto answer = std::make_shared<GraphAnswer>();
    answer->question = question;
    answer->graph = graph;
    answer->only = only;
    const ReachQuestion reached{.starts = question.from, .direction = question.direction(), .only = only};
    switch (question.kind) {
    case GraphQuestionKind::ReachedFrom:
    case GraphQuestionKind::Reaching: {
        auto found = reach(graph, reached, stop);
        if (!found) return std::unexpected(found.error());
        answer->reach = std::move(*found);
        break;
    }
    case GraphQuestionKind::Paths: {
        auto found = shortestPaths(
            graph, {.from = question.from, .to = question.to, .limit = mostPaths, .only = std::move(only)}, stop);
        if (!found) return std::unexpected(found.error());
        answer->paths = std::move(*found);
        break;
    }
    case GraphQuestionKind::Cycles: {
        auto found = cycles(*graph, only.get(), stop);
        if (!found) return std::unexpected(found.error());
        answer->cycles = std::move(*found);
        break;
    }
    case GraphQuestionKind::Shared: {
        auto found = sharedAccess(graph, reached, stop);
        if (!found) return std::unexpected(found.error());
        answer->shared = std::move(*found);
        break;
    }
    }
    answer->milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    return answer;
}

} // namespace idscope
