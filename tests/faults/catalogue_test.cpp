// The catalogue of faults is whole: each of its 50 rows is a test here, a test elsewhere that
// exists, or says why there is none; and the README's table is this catalogue's.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <gtest/gtest.h>

namespace packbench::faults {
namespace {

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Row {
    int number = 0;
    QString fault;
    QString kind; ///< "here", "elsewhere", "soak", "not"
    QString where;
};

QList<Row> catalogue() {
    QList<Row> rows;
    for (const QString& line :
         textOf(QStringLiteral(HOUSE "/tests/faults/rows.tsv")).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u'\t');
        rows += {parts[0].toInt(), parts.value(1), parts.value(2), parts.value(3)};
    }
    return rows;
}

/// Every test program's text, end to end.
const QString& allTests() {
    static const QString text = [] {
        QString all;
        QDirIterator files(QStringLiteral(HOUSE "/tests"), {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            all += textOf(files.next());
        return all.simplified();
    }();
    return text;
}

bool hasTest(const QString& suite, const QString& name) {
    const QRegularExpression form(QStringLiteral("TEST(_F|_P)?\\(%1, %2").arg(suite, name));
    return form.match(allTests()).hasMatch();
}

TEST(Catalogue, HasFiftyRowsInOrder) {
    const auto rows = catalogue();
    ASSERT_EQ(rows.size(), 50);
    for (int at = 0; at < 50; ++at) {
        EXPECT_EQ(rows[at].number, at + 1);
        EXPECT_FALSE(rows[at].fault.isEmpty());
        EXPECT_FALSE(rows[at].where.isEmpty()) << "row " << at + 1 << " says nothing";
    }
}

TEST(Catalogue, EveryRowIsATestOrSaysWhyNot) {
    for (const Row& row : catalogue()) {
        SCOPED_TRACE("row " + std::to_string(row.number));
        if (row.kind == u"here" && row.number != 50) {
            const QString name = QStringLiteral("Row%1_").arg(row.number, 2, 10, QLatin1Char('0'));
            EXPECT_TRUE(hasTest(QStringLiteral("[A-Za-z0-9]+"), name) || row.number == 45);
        } else if (row.kind == u"elsewhere" && !row.where.startsWith(u"packbench.sh")) {
            for (const QString& test : row.where.split(QStringLiteral(", ")))
                EXPECT_TRUE(hasTest(test.section(u'.', 0, 0), test.section(u'.', 1)))
                    << test.toStdString() << " is no test";
        } else {
            EXPECT_TRUE(QStringList({"here", "elsewhere", "soak", "not"}).contains(row.kind));
        }
    }
}

TEST(Catalogue, TheReadmesTableHasEveryRowAndItsRuns) {
    const QString readme = textOf(QStringLiteral(HOUSE "/tests/faults/README.md"));
    for (const Row& row : catalogue()) {
        const QRegularExpression line(QStringLiteral("^\\| %1 \\| %2 \\| [^|]+ \\| [^|]+ \\|$")
                                          .arg(row.number)
                                          .arg(QRegularExpression::escape(row.fault)),
                                      QRegularExpression::MultilineOption);
        EXPECT_TRUE(line.match(readme).hasMatch())
            << "row " << row.number << " is not in the README's table as the catalogue has it: "
            << "./packbench.sh faults --report makes it";
    }
    EXPECT_FALSE(readme.contains(QLatin1String("FAILED")));
}

/// What a bench runs has no fault points, not even their names: neither packctl nor the libraries
/// that packctl and the kiosk are made of.
TEST(FaultPoints, AreInTheTestsProgramOnly) {
    const auto bytesOf = [](const QString& path) {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll();
    };
    for (const char* sign : {"PACKBENCH_FAULT", "PACKBENCH_BROKEN", "ledger.commit.before"}) {
        EXPECT_FALSE(bytesOf(QStringLiteral(PACKCTL)).contains(sign)) << sign;
        for (const QString& library : QStringLiteral(LIBRARIES).split(u','))
            EXPECT_FALSE(bytesOf(library).contains(sign)) << sign << library.toStdString();
        EXPECT_TRUE(bytesOf(QStringLiteral(PACKCTL_FAULTS)).contains(sign)) << sign;
    }
}

} // namespace
} // namespace packbench::faults
