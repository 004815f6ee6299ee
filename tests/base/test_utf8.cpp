#include "models/base/utf8.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace idscope;

namespace {

/// One letter per step: `v` for a code point, `x` for a bad step; with the step's length.
QByteArray steps(std::string_view text) {
    QByteArray out;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        out += (step.valid ? 'v' : 'x') + QByteArray::number(step.length);
        at += step.length;
    }
    return out;
}

} // namespace

class TestUtf8 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodePointComesBack() {
        for (char32_t point = 0; point <= 0x10FFFF; ++point) {
            std::string text;
            appendUtf8(text, point);
            const Utf8Step step = decodeUtf8(text, 0);
            const bool surrogate = point >= 0xD800 && point < 0xE000;
            if (step.valid == surrogate || (step.valid && (step.codePoint != point || step.length != text.size())))
                QFAIL(qPrintable(QString::number(point, 16)));
        }
    }

    /// One step per maximal subpart, as table 3-8 of the Unicode standard shows.
    void badBytes_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41")
                                  << QByteArray("x1x1x1x1x1x1x1x1v1");
        QTest::newRow("surrogates") << QByteArray("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41")
                                    << QByteArray("x1x1x1x1x1x1x1x1v1");
        QTest::newRow("too large") << QByteArray("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42")
                                   << QByteArray("x1x1x1x1x1v1x1x1v1");
        QTest::newRow("cut off") << QByteArray("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") << QByteArray("x2x1x3x2v1");
        QTest::newRow("cut off by the end") << QByteArray("a\xF0\x9F\x98") << QByteArray("v1x3");
        QTest::newRow("lead alone at the end") << QByteArray("\xC3") << QByteArray("x1");
    }

    void badBytes() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(steps(text.toStdString()), expected);
    }
};

QTEST_APPLESS_MAIN(TestUtf8)
#include "test_utf8.moc"
