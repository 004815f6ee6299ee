#pragma once

#include <QTest>

#include <string>

/// Lets QCOMPARE print strings of the standard library.
template <>
inline char* QTest::toString(const std::string& text) {
    return qstrdup(text.c_str());
}
