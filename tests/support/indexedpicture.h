#pragma once

#include <QImage>
#include <QList>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <vector>

namespace idscope::test {

/// A picture in 256 of its colours, every other as the nearest of them: the most frequent, and then those that are
/// farthest from all that were taken, so that a small mark keeps its colour. The file is a third as large.
inline QImage indexedPicture(const QImage& picture) {
    constexpr std::size_t frequent = 160;
    constexpr std::size_t most = 256;
    std::unordered_map<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    struct Color {
        QRgb value;
        int count;
        int away; ///< from the nearest that was taken
    };
    const auto distance = [](QRgb a, QRgb b) {
        const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
        return red * red + green * green + blue * blue;
    };
    std::vector<Color> colors;
    for (const auto& [value, count] : counts)
        colors.push_back({value, count, std::numeric_limits<int>::max()});
    std::ranges::sort(colors, [](const Color& a, const Color& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    QList<QRgb> taken;
    const auto take = [&](QRgb value) {
        taken.append(value);
        for (Color& color : colors)
            color.away = std::min(color.away, distance(color.value, value));
    };
    for (std::size_t i = 0; i < std::min(frequent, colors.size()); ++i)
        take(colors[i].value);
    while (static_cast<std::size_t>(taken.size()) < std::min(most, colors.size()))
        take(std::ranges::max_element(colors, {}, &Color::away)->value);

    QImage indexed(picture.size(), QImage::Format_Indexed8);
    indexed.setColorTable(taken);
    std::unordered_map<QRgb, uint> nearest;
    for (const Color& color : colors) {
        const auto best = std::ranges::min_element(taken, {}, [&](QRgb each) { return distance(each, color.value); });
        nearest[color.value] = static_cast<uint>(best - taken.begin());
    }
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            indexed.setPixel(x, y, nearest[picture.pixel(x, y)]);
    return indexed;
}

} // namespace idscope::test
