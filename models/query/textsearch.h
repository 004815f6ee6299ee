#pragma once

#include <string>
#include <string_view>

namespace idscope {

/// Asks text after text whether it contains, begins or ends with one needle, ignoring case. The needle is folded once,
/// texts into a buffer that is kept, and most need not be: three bytes of the needle are looked for first, without
/// folding. Bytes that are no UTF-8 match nothing. One thread at a time.
class TextSearch {
public:
    enum class Where : unsigned char { Anywhere, AtBegin, AtEnd };
    TextSearch(std::string_view needle, Where where);

    [[nodiscard]] bool operator()(std::string_view text);

private:
    [[nodiscard]] bool mayContain(std::string_view text) const;

    std::string needle_;
    Where where_;
    bool possible_;      ///< the needle is UTF-8
    bool ascii_ = false; ///< the folded needle is ASCII
    std::string buffer_; ///< the text folded
};

} // namespace idscope
