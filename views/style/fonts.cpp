#include "views/style/fonts.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double bodyPoints = 9.75;
constexpr double smallestPoints = 9;

struct RoleFacts {
    double offset;
    bool bold;
    bool mono;
};

constexpr RoleFacts factsOf(FontRole role) {
    switch (role) {
    case FontRole::Display:
        return {8.25, true, false};
    case FontRole::Title:
        return {2.25, true, false};
    case FontRole::Lead:
        return {1.5, false, false};
    case FontRole::Body:
        return {0, false, false};
    case FontRole::BodyBold:
        return {0, true, false};
    case FontRole::Small:
        return {-0.75, false, false};
    case FontRole::SmallBold:
        return {-0.75, true, false};
    case FontRole::Mono:
        return {-0.75, false, true};
    case FontRole::MonoBold:
        return {-0.75, true, true};
    }
    return {0, false, false};
}

} // namespace

void setApplicationFont(QApplication& application) {
    QFont font = application.font();
    if (QFontDatabase::hasFamily(u"Noto Sans"_s)) font.setFamily(u"Noto Sans"_s);
    font.setPointSizeF(std::max(bodyPoints, font.pointSizeF()));
    application.setFont(font);
}

QFont fontFor(FontRole role) {
    const RoleFacts facts = factsOf(role);
    QFont font = QApplication::font();
    const double points = std::max(smallestPoints, font.pointSizeF() + facts.offset);
    if (facts.mono) {
        if (QFontDatabase::hasFamily(u"Hack"_s))
            font.setFamily(u"Hack"_s);
        else
            font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    }
    font.setPointSizeF(points);
    font.setBold(facts.bold);
    return font;
}

} // namespace idscope
