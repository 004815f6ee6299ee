#include "models/transfer/transfer.h"
#include "models/words/words.h"
#include "translations/install.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace idscope {

class TestInstall : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksTheFirstLanguageItKnows_data();
    void speaksTheFirstLanguageItKnows();
};

void TestInstall::speaksTheFirstLanguageItKnows_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("queued");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    const auto row = [](const QLocale& locale, const QString& queued, const QString& one, const QString& two) {
        QTest::newRow(qPrintable(locale.name())) << locale << queued << one << two;
    };
    row(QLocale(QLocale::German, QLocale::Austria), u"Wartet"_s, u"1 Byte"_s, u"2 Bytes"_s);
    row(QLocale(QLocale::English, QLocale::UnitedKingdom), u"Queued"_s, u"1 byte"_s, u"2 bytes"_s);
    row(QLocale(QLocale::Japanese), u"Queued"_s, u"1 byte"_s, u"2 bytes"_s);
    row(QLocale::c(), u"Queued"_s, u"1 byte"_s, u"2 bytes"_s);
}

void TestInstall::speaksTheFirstLanguageItKnows() {
    QFETCH(QLocale, locale);
    int count = 0;
    QCoreApplication application(count, nullptr);
    installTranslations(application, locale);
    QTEST(words::phase({.phase = TransferPhase::Queued}), "queued");
    QTEST(words::byteCount(1), "one");
    QTEST(words::byteCount(2), "two");
}

} // namespace idscope

QTEST_APPLESS_MAIN(idscope::TestInstall)
#include "test_install.moc"
