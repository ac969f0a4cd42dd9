#include "show.h"

#include "drivers/wholefile.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace packbench {
namespace {

class WholeFileTest : public testing::Test {
protected:
    [[nodiscard]] QByteArray bytes() const {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(QStringLiteral("dispatch.csv"));
};

TEST_F(WholeFileTest, IsWrittenAndReplacesWhatWasThere) {
    EXPECT_EQ(writeWholeFile(m_path, "one"), QString());
    EXPECT_EQ(writeWholeFile(m_path, "two"), QString());
    EXPECT_EQ(bytes(), "two");
}

TEST_F(WholeFileTest, AFullDiskIsSaidAndLeavesWhatWasThere) {
    ASSERT_EQ(writeWholeFile(m_path, "before"), QString());
    // Fewer than a buffer holds: the disk is only asked at the end.
    for (const qsizetype size : {5000, 500'000}) {
        const test::SmallDisk disk(1000);
        EXPECT_EQ(writeWholeFile(m_path, QByteArray(size, 'x')), QStringLiteral("File too large"))
            << size;
    }
    EXPECT_EQ(bytes(), "before");
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST_F(WholeFileTest, AFolderThatIsNotThereIsSaid) {
    EXPECT_NE(writeWholeFile(m_folder.filePath(QStringLiteral("none/file")), "x"), QString());
}

} // namespace
} // namespace packbench
