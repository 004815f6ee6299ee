#include "models/query/textsearch.h"

#include "models/base/utf8.h"
#include "models/query/fold.h"

namespace idscope {

namespace {

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

} // namespace

TextSearch::TextSearch(std::string_view needle, Where where) : where_(where), possible_(isUtf8(needle)) {
    foldInto(needle_, needle);
}

bool TextSearch::operator()(std::string_view text) {
    if (!possible_) return false;
    foldInto(buffer_, text);
    switch (where_) {
    case Where::Anywhere:
        return buffer_.contains(needle_);
    case Where::AtBegin:
        return buffer_.starts_with(needle_);
    case Where::AtEnd:
        return buffer_.ends_with(needle_);
    }
    return false;
}

} // namespace idscope
