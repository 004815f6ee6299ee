#pragma once

#include <QImage>

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace idscope::test {

/// A picture in its 256 most frequent colours, every other as the nearest of them: what a window is drawn in survives,
/// and the file is a third as large.
inline QImage indexedPicture(const QImage& picture) {
    constexpr std::size_t most = 256;
    std::unordered_map<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    std::vector<std::pair<int, QRgb>> frequent;
    for (const auto& [color, count] : counts)
        frequent.emplace_back(-count, color);
    std::ranges::sort(frequent);
    frequent.resize(std::min(frequent.size(), most));

    QImage indexed(picture.size(), QImage::Format_Indexed8);
    for (const auto& [count, color] : frequent)
        indexed.setColorTable(indexed.colorTable() << color);
    const auto distance = [](QRgb a, QRgb b) {
        const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
        return red * red + green * green + blue * blue;
    };
    std::unordered_map<QRgb, uint> nearest;
    for (const auto& [color, count] : counts) {
        const auto best =
            std::ranges::min_element(frequent, {}, [&](const auto& each) { return distance(each.second, color); });
        nearest[color] = static_cast<uint>(best - frequent.begin());
    }
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            indexed.setPixel(x, y, nearest[picture.pixel(x, y)]);
    return indexed;
}

} // namespace idscope::test
