#include "app/session/viewstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace idscope;
using namespace Qt::StringLiterals;

/// A folder of views that people put files into, too.
class TestViewStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        store_ = std::make_unique<ViewStore>(folder_->path());
    }

    void takesThePlaceOfTheSameName() {
        const auto first = store_->save(named(u"a"_s));
        SavedView changed = named(u"a"_s);
        changed.filter = u"x"_s;
        QCOMPARE(store_->save(changed).value(), first.value());
        QCOMPARE(store_->list().entries.size(), std::size_t{1});
        QCOMPARE(store_->find(*first)->filter, u"x"_s);
    }

    void leavesWhatCannotBeRead() {
        const QByteArray newer = "{\"idscopeView\": 99}";
        const SavedView view = named(u"a"_s);
        write(fileNameOf(view), newer);
        const auto id = store_->save(view);
        QVERIFY(id && *id != fileNameOf(view));
        QCOMPARE(contents(fileNameOf(view)), newer);
        QCOMPARE(store_->find(*id)->name, u"a"_s);
        QCOMPARE(store_->save(view).value(), *id);
    }

    void leavesWhatWasRenamedByHand() {
        const auto id = store_->save(named(u"a"_s));
        write(*id, named(u"b"_s).toJson());
        QVERIFY(store_->save(named(u"a"_s)));
        QStringList names;
        for (const ViewStore::Entry& entry : store_->list().entries)
            names << entry.view.name;
        QCOMPARE(names, (QStringList{u"a"_s, u"b"_s}));
    }

    void refusesMoreThanItLists() {
        for (int i = 0; i < ViewStore::mostViews; ++i) {
            const SavedView view = named(u"view %1"_s.arg(i));
            write(fileNameOf(view), view.toJson());
        }
        const auto refused = store_->save(named(u"one more"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, LibraryErrorKind::TooMany);
        QVERIFY(!sentence(refused.error()).isEmpty());
        QVERIFY(!QFile::exists(folder_->filePath(fileNameOf(named(u"one more"_s)))));
        // What is there can still be changed and renamed.
        const auto again = store_->save(named(u"view 7"_s));
        QVERIFY(again);
        QVERIFY(store_->rename(*again, u"seven"_s));
        QCOMPARE(store_->list().entries.size(), static_cast<std::size_t>(ViewStore::mostViews));
    }

private:
    static SavedView named(const QString& name) {
        SavedView view;
        view.name = name;
        view.resource = u"entities"_s;
        return view;
    }
    void write(const QString& id, const QByteArray& bytes) const {
        QFile file(folder_->filePath(id));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] QByteArray contents(const QString& id) const {
        QFile file(folder_->filePath(id));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<ViewStore> store_;
};

QTEST_GUILESS_MAIN(TestViewStore)
#include "test_viewstore.moc"
