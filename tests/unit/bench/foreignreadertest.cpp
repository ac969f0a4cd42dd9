#include "bench/foreignreader.h"

#include "labels/page.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {
namespace {

const QString kReader = QStringLiteral(READER);

/// A program of the test in the reader's place.
QString script(const QTemporaryDir& folder, const QByteArray& text) {
    const QString path = folder.filePath(QStringLiteral("reader"));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + text);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

QByteArray picture() {
    Page page = blankPage(800, 400, 8);
    page.bits.fill('\xF0');
    return pngFromPage(page);
}

TEST(ForeignReader, OpensAPictureInAProcessOfItsOwn) {
    const ForeignFile file = ForeignReader(kReader).open(picture(), {});
    EXPECT_EQ(file.problem, QString());
    ASSERT_EQ(file.pages.size(), 1);
    EXPECT_EQ(file.form, CarrierForm::Picture);
    EXPECT_EQ(file.pages[0].label.page.width, 800);
    EXPECT_TRUE(file.pages[0].label.page.isBlack(0, 0));
}

/// A PDF of a label's size whose one picture unpacks into more than a gigabyte.
QByteArray pdfBomb() {
    const QByteArray data = qCompress(QByteArray(64 << 20, '\0'), 9).mid(4); // zlib's own form
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 283 425]/Contents 5 0 R"
           "/Resources<</XObject<</I 4 0 R>>>>>>endobj\n"
           "4 0 obj<</Type/XObject/Subtype/Image/Width 20000/Height 20000/ColorSpace/DeviceRGB"
           "/BitsPerComponent 8/Filter/FlateDecode/Length " +
           QByteArray::number(data.size()) + ">>stream\n" + data +
           "\nendstream endobj\n"
           "5 0 obj<</Length 29>>stream\n283 0 0 425 0 0 cm /I Do      \nendstream endobj\n"
           "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
}

TEST(ForeignReader, APdfBombCostsARefusalAtMost) {
    QElapsedTimer watch;
    watch.start();
    const ForeignFile file = ForeignReader(kReader).open(pdfBomb(), {});
    EXPECT_LT(watch.elapsed(), 95'000);
    EXPECT_TRUE(file.pages.size() == 1 || file.problem.endsWith(u'.')) << qPrintable(file.problem);
    EXPECT_EQ(ForeignReader(kReader).open(picture(), {}).pages.size(), 1) << "and the next is read";
}

TEST(ForeignReader, MeasuresCodesWhereThatIsWished) {
    const QByteArray zpl = "^XA^PW800^LL400^FO60,60^BY4^BCN,120,N,N,N^FD12345678^FS^XZ";
    const ForeignFile plain = ForeignReader(kReader).open(zpl, {});
    ASSERT_EQ(plain.pages.size(), 1) << qPrintable(plain.problem);
    ASSERT_EQ(plain.pages[0].codes.size(), 1);
    EXPECT_FALSE(plain.pages[0].codes[0].measure) << "it takes time";
    CarrierWish wish;
    wish.grades = true;
    const ForeignFile file = ForeignReader(kReader).open(zpl, wish);
    ASSERT_EQ(file.pages.size(), 1) << qPrintable(file.problem);
    ASSERT_EQ(file.pages[0].codes.size(), 1);
    ASSERT_TRUE(file.pages[0].codes[0].measure);
    EXPECT_DOUBLE_EQ(file.pages[0].codes[0].measure->moduleDots, 4);
}

TEST(ForeignReader, HandsOnTheReadersRefusal) {
    const ForeignFile file = ForeignReader(kReader).open("Dear customer", {});
    EXPECT_TRUE(file.pages.isEmpty());
    EXPECT_TRUE(file.problem.startsWith(QStringLiteral("This is no label file")));
}

TEST(ForeignReader, AReaderThatDiesCostsOneRefusal) {
    const QTemporaryDir folder;
    const ForeignReader reader(script(folder, "kill -SEGV $$\n"));
    const ForeignFile file = reader.open(picture(), {});
    EXPECT_TRUE(file.pages.isEmpty());
    EXPECT_TRUE(file.problem.startsWith(QStringLiteral("The file cannot be opened")));
}

TEST(ForeignReader, AReaderThatBabblesOrIsCutOffIsNotBelieved) {
    const QTemporaryDir folder;
    for (const char* text : {"cat >/dev/null; echo hello\n", "cat >/dev/null\n", "exit 0\n"}) {
        const ForeignFile file = ForeignReader(script(folder, text)).open(picture(), {});
        EXPECT_TRUE(file.pages.isEmpty());
        EXPECT_FALSE(file.problem.isEmpty()) << text;
    }
}

TEST(ForeignReader, AReaderThatHangsIsEnded) {
    const QTemporaryDir folder;
    const ForeignReader reader(script(folder, "exec sleep 1000\n"), 1);
    EXPECT_TRUE(reader.open(picture(), {}).problem.contains(QStringLiteral("longer than 1 s")));
    const std::atomic<bool> cancel = true;
    EXPECT_TRUE(reader.open(picture(), {}, &cancel).problem.contains(QStringLiteral("cancelled")));
}

TEST(ForeignReader, AMissingReaderIsSaid) {
    const ForeignFile file = ForeignReader(QStringLiteral("/nowhere/reader")).open(picture(), {});
    EXPECT_TRUE(file.problem.contains(QStringLiteral("/nowhere/reader")));
}

} // namespace
} // namespace packbench
