#pragma once

#include <random>
#include <string>
#include <string_view>

namespace idscope::test {

/// A few records, most of them well-formed, some hostile, with all that can go wrong; longer than a 64 byte step.
inline std::string randomCsv(std::mt19937& random) {
    const auto oneOf = [&](auto... texts) {
        const std::string_view all[] = {texts...};
        return all[random() % sizeof...(texts)];
    };
    const bool hostile = random() % 3 == 0;
    std::string csv;
    for (auto cells = random() % 60; cells > 0; --cells) {
        if (hostile && random() % 8 == 0)
            csv += oneOf("a\"b", "\"a\"b", "\r", "\"", "\"\"\"", std::string_view("\0", 1), "\xFF", "\"x\"\r", "é\"");
        else
            csv += oneOf("", "a", "bc", "\"\"", "\"a,b\"", "\"\"\"\"", "\"{\"\"k\"\":\"\"v\"\"}\"", "\"x\ny\"",
                         "\"\r\"", "häm", "0123456789012345678901234567890123456789", "brn:bid:balkanid:::T:role:k");
        csv += oneOf(",", ",", ",", "\n", "\r\n");
    }
    return csv;
}

} // namespace idscope::test
