#pragma once

#include "models/items/rawtext.h"

#include <QPlainTextEdit>

#include <optional>
#include <vector>

namespace idscope {

/// The text of a cell as it is, read-only: odd characters boxed, matches marked, and a bar at the byte where the text
/// stops being JSON, what follows it muted. Copies give the text's own characters.
class RawView final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit RawView(QWidget* parent = nullptr);

    /// `breaksAt` is a position in the text.
    void setRawText(const RawText& text, std::optional<qsizetype> breaksAt);
    /// Marks where a text was found; `positions` are those of the text.
    void setMatches(std::vector<qsizetype> positions, qsizetype length);
    /// Scrolls to a match and puts the cursor there.
    void showMatch(std::size_t index);

protected:
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void mark();
    [[nodiscard]] QTextEdit::ExtraSelection selection(qsizetype begin, qsizetype end) const;

    RawText text_;
    std::optional<qsizetype> breaksAt_;
    std::vector<qsizetype> matches_;
    qsizetype matchLength_ = 0;
    std::size_t currentMatch_ = 0;
};

} // namespace idscope
