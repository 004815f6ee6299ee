#include "models/filter/filterstate.h"

#include <algorithm>
#include <utility>

namespace idscope {

void FilterState::setText(const QString& text, Origin origin) {
    text_ = text;
    if (const auto expression = read(text)) {
        use(text, *expression, withExpression(parts_, *expression));
        // What was on its way to this one, letter by letter, is no step of its own.
        const QString& before = steps_[at_].text;
        addStep(origin, !text_.isEmpty() && (text_.startsWith(before) || before.startsWith(text_)));
    }
    Q_EMIT changed();
}

void FilterState::setText(const QString& text, const FilterParts& off, Beside beside) {
    text_ = text;
    if (const auto expression = read(text)) use(text, *expression, withExpression(off, *expression));
    // What can't be read is no step; what came with it is.
    steps_.resize(at_ + 1);
    steps_.push_back({.text = readable_.text, .parts = parts_, .beside = std::move(beside)});
    if (steps_.size() > mostSteps) steps_.erase(steps_.begin());
    at_ = steps_.size() - 1;
    typing_ = false;
    Q_EMIT changed();
}

void FilterState::setParts(const FilterParts& parts, Origin origin) {
    const ExpressionPtr made = expressionOf(parts);
    const QString text = made ? QString::fromStdString(canonicalText(*made)) : QString();
    text_ = text;
    // By way of its text, so that what is in force is what is shown.
    if (const auto expression = read(text)) {
        use(text, *expression, withExpression(parts, *expression));
        addStep(origin, parts_.size() == steps_[at_].parts.size());
    }
    Q_EMIT changed();
}

std::optional<ExpressionPtr> FilterState::read(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    auto parsed = parseExpression({utf8.data(), static_cast<std::size_t>(utf8.size())});
    if (parsed && table_)
        if (auto bound = check(*table_, *parsed); !bound) parsed = std::unexpected(std::move(bound).error());
    if (!parsed) {
        error_ = std::move(parsed).error();
        return std::nullopt;
    }
    error_.reset();
    return *std::move(parsed);
}

void FilterState::use(const QString& text, const ExpressionPtr& expression, FilterParts parts) {
    readable_ = {.text = text, .expression = expression, .now = expression ? currentInstant() : Instant{}};
    parts_ = std::move(parts);
}

void FilterState::addStep(Origin origin, bool continues) {
    Step& current = steps_[at_];
    const bool isTyped = origin == Origin::Typed;
    if (current.text == text_ && current.parts == parts_) {
        typing_ = typing_ && isTyped;
        return;
    }
    steps_.resize(at_ + 1);
    if (typing_ && isTyped && continues) {
        steps_[at_] = {.text = text_, .parts = parts_, .beside = std::move(steps_[at_].beside)};
    } else {
        steps_.push_back({.text = text_, .parts = parts_});
        if (steps_.size() > mostSteps) steps_.erase(steps_.begin());
        at_ = steps_.size() - 1;
    }
    typing_ = isTyped;
}

bool FilterState::canUndo() const {
    return at_ > 0 || text_ != steps_[at_].text;
}

void FilterState::undo() {
    if (text_ != steps_[at_].text) {
        goTo(at_);
    } else if (at_ > 0) {
        if (const Beside beside = steps_[at_].beside) beside(true);
        goTo(at_ - 1);
    }
}

void FilterState::redo() {
    if (!canRedo()) return;
    if (const Beside beside = steps_[at_ + 1].beside) beside(false);
    goTo(at_ + 1);
}

void FilterState::goTo(std::size_t step) {
    at_ = step;
    typing_ = false;
    text_ = steps_[step].text;
    if (const auto expression = read(text_)) use(text_, *expression, steps_[step].parts);
    Q_EMIT changed();
}

void FilterState::clear() {
    table_ = nullptr;
    text_.clear();
    error_.reset();
    readable_ = {};
    parts_.clear();
    steps_.assign(1, {});
    at_ = 0;
    typing_ = false;
    Q_EMIT changed();
}

void FilterState::setTable(const TablePtr& table) {
    const bool first = table_ == nullptr;
    table_ = table;
    if (!first || !readable_.expression) return;
    if (const auto bound = check(*table, readable_.expression); !bound) refuse(bound.error(), {});
}

void FilterState::refuse(const QueryError& error, const ReadableFilter& inForce) {
    if (readable_.text == text_) error_ = error;
    readable_ = inForce;
    parts_ = withExpression(parts_, inForce.expression);
    // The step that led here is none.
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(at_));
    if (steps_.empty()) steps_.emplace_back();
    at_ = at_ == 0 ? 0 : at_ - 1;
    typing_ = false;
    Q_EMIT changed();
}

} // namespace idscope
