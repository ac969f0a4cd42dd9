// packctl label check of templates and of label files in every language, as a script reads it.
#include "program.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

const QByteArray kNumber = "8800000001";

class LabelCheck : public testing::Test {
protected:
    Ended run(const QStringList& words) {
        return packctl(words + QStringList{QStringLiteral("--ledger"),
                                           QStringLiteral("sqlite:") + path("l.db"),
                                           QStringLiteral("--json")});
    }
    Ended check(const QString& file) {
        return run({QStringLiteral("label"), QStringLiteral("check"), file});
    }
    QString path(const char* name) { return m_folder.filePath(QLatin1String(name)); }
    QString written(const char* name, const QByteArray& bytes) {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    /// The label as its printer would show it, and in another language.
    QString converted(const QString& from, const char* name, const QStringList& more = {}) {
        const Ended ended = run(QStringList{QStringLiteral("label"), QStringLiteral("convert"),
                                            from, QStringLiteral("--out"), path(name)} +
                                more);
        EXPECT_LE(ended.exitCode, 1) << ended.err.constData();
        return path(name);
    }
    /// Wide bars with all their white.
    QString goodZpl() {
        return written("good.zpl",
                       "^XA^PW800^LL400^FO60,60^BY4^BCN,160,N,N,N^FD>;" + kNumber + "^FS^XZ");
    }

    QTemporaryDir m_folder;
};

QJsonObject pageOf(const Ended& ended) {
    return ended.json().object().value(u"pages").toArray().first().toObject();
}

QJsonObject codeOf(const Ended& ended) {
    return pageOf(ended).value(u"codes").toArray().first().toObject();
}

QStringList kindsOf(const QJsonArray& findings) {
    QStringList kinds;
    for (const QJsonValue& finding : findings)
        kinds.append(finding[u"kind"].toString());
    return kinds;
}

QByteArray pdfOf(const QImage& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    writer.setPageSize(QPageSize(QSizeF(100, 50), QPageSize::Millimeter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), picture);
    painter.end();
    return bytes;
}

} // namespace

TEST_F(LabelCheck, AFileOfEachKindSaysItsCodesPlacesAndGrades) {
    const QString zpl = goodZpl();
    const QString png = converted(zpl, "good.png");
    QImage picture(png);
    ASSERT_TRUE(picture.save(path("good.jpg"), "JPG", 95));
    const QStringList files{
        zpl,
        png,
        path("good.jpg"),
        converted(zpl, "good.tspl", {QStringLiteral("--language"), QStringLiteral("tspl")}),
        converted(zpl, "good.epl2", {QStringLiteral("--language"), QStringLiteral("epl2")}),
        written("good.pdf", pdfOf(picture))};
    for (const QString& file : files) {
        const Ended ended = check(file);
        EXPECT_LE(ended.exitCode, 1) << qPrintable(file) << ended.err.constData();
        ASSERT_EQ(ended.json().object().value(u"pages").toArray().size(), 1) << qPrintable(file);
        EXPECT_NEAR(pageOf(ended).value(u"width").toInt(), 800, 2) << qPrintable(file);
        EXPECT_NEAR(pageOf(ended).value(u"height").toInt(), 400, 2) << qPrintable(file);
        ASSERT_EQ(pageOf(ended).value(u"codes").toArray().size(), 1) << qPrintable(file);
        const QJsonObject code = codeOf(ended);
        EXPECT_EQ(code.value(u"format").toString(), QStringLiteral("Code128"));
        EXPECT_EQ(code.value(u"text").toString(), QString::fromLatin1(kNumber));
        EXPECT_NEAR(code.value(u"x").toInt(), 60, 6) << qPrintable(file);
        EXPECT_NEAR(code.value(u"y").toInt(), 60, 6) << qPrintable(file);
        EXPECT_NEAR(code.value(u"width").toInt(), 360, 8) << qPrintable(file);
        EXPECT_NEAR(code.value(u"height").toInt(), 160, 8) << qPrintable(file);
        EXPECT_TRUE(QStringList({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")})
                        .contains(code.value(u"grade").toString()))
            << qPrintable(file) << code.value(u"grade").toString().toStdString();
    }
    EXPECT_EQ(codeOf(check(zpl)).value(u"grade").toString(), QStringLiteral("A"));
    EXPECT_EQ(check(zpl).exitCode, 0);
}

TEST_F(LabelCheck, AModuleOfOneDotIsALowGradeAndAFinding) {
    const QString file =
        written("thin.zpl", "^XA^PW800^LL400^FO60,60^BY1^BCN,160,N,N,N^FD>;" + kNumber + "^FS^XZ");
    const Ended ended = check(file);
    EXPECT_EQ(ended.exitCode, 1);
    const QStringList kinds = kindsOf(pageOf(ended).value(u"findings").toArray());
    EXPECT_TRUE(kinds == QStringList{QStringLiteral("low-grade")} ||
                kinds == QStringList{QStringLiteral("no-code")})
        << kinds.join(u' ').toStdString();
}

TEST_F(LabelCheck, APageWithoutACodeAndAFileThatIsNoneAreFindingsInJson) {
    const Ended bare = check(written("bare.zpl", "^XA^PW400^LL200^FO20,20^A0N,40^FDABC^FS^XZ"));
    EXPECT_EQ(bare.exitCode, 1);
    EXPECT_TRUE(pageOf(bare).value(u"codes").toArray().isEmpty());
    EXPECT_TRUE(
        kindsOf(pageOf(bare).value(u"findings").toArray()).contains(QStringLiteral("no-code")));
    const Ended letter = check(written("letter.txt", "Dear customer, your parcel"));
    EXPECT_EQ(letter.exitCode, 1);
    EXPECT_TRUE(letter.json().object().value(u"pages").toArray().isEmpty());
    EXPECT_EQ(kindsOf(letter.json().object().value(u"findings").toArray()),
              QStringList{QStringLiteral("refused")});
    EXPECT_TRUE(letter.err.contains("no label file")) << letter.err.constData();
}

TEST_F(LabelCheck, WhatNoReaderCanReadIsNotProvableInEveryLanguage) {
    const QByteArray good = "^FO60,60^BY4^BCN,160,N,N,N^FD>;" + kNumber + "^FS";
    const QStringList files{
        written("mail.zpl",
                "^XA^PW800^LL400^FO60,300^BZN,40,N,N,3^FD01234567094987654321^FS" + good + "^XZ"),
        written("maxi.tspl", "SIZE 100 mm,50 mm\r\nCLS\r\nMAXICODE 20,20,4,\"PACKBENCH\"\r\n"
                             "PRINT 1\r\n")};
    for (const QString& file : files) {
        const Ended ended = check(file);
        EXPECT_EQ(ended.exitCode, 1) << qPrintable(file) << ended.err.constData();
        EXPECT_TRUE(kindsOf(pageOf(ended).value(u"findings").toArray())
                        .contains(QStringLiteral("not-provable")))
            << qPrintable(file) << ended.out.constData();
    }
    EXPECT_EQ(codeOf(check(files.first())).value(u"text").toString(), QString::fromLatin1(kNumber))
        << "the others are proofed as ever";
}

TEST_F(LabelCheck, ATemplateSaysItsSamplesWithTheirCodes) {
    const Ended ended = check(QStringLiteral("general-100x150"));
    EXPECT_EQ(ended.exitCode, 0) << ended.err.constData();
    const QJsonArray pages = ended.json().object().value(u"pages").toArray();
    ASSERT_EQ(pages.size(), 3);
    for (const QJsonValue& page : pages) {
        EXPECT_EQ(page[u"width"].toInt(), 800);
        EXPECT_GE(page[u"codes"].toArray().size(), 2);
        for (const QJsonValue& code : page[u"codes"].toArray())
            EXPECT_TRUE(QStringLiteral("ABCD").contains(code[u"grade"].toString()) &&
                        !code[u"grade"].toString().isEmpty());
    }
}

TEST_F(LabelCheck, ATemplateWithoutACodeOfTheNumberIsAFinding) {
    const Ended ended = check(written(
        "words.json", R"({"name":"words","size_mm":[60,40],"items":[{"type":"text","at_mm":[5,5],
        "size_mm":[50,10],"field":"{{order}}"}]})"));
    EXPECT_EQ(ended.exitCode, 1);
    EXPECT_TRUE(kindsOf(ended.json().object().value(u"findings").toArray())
                    .contains(QStringLiteral("no-waybill-code")));
}

TEST_F(LabelCheck, WhatIsNotThereIsSaidAsBefore) {
    EXPECT_EQ(check(path("none.zpl")).exitCode, 3);
    EXPECT_EQ(run({QStringLiteral("label"), QStringLiteral("check")}).exitCode, 2);
}

TEST_F(LabelCheck, RenderTakesTheCourierThatPrintingTakesAndSaysTheGrades) {
    EXPECT_EQ(run({QStringLiteral("init"), QStringLiteral("--sample-shop")}).exitCode, 0);
    EXPECT_EQ(run({QStringLiteral("settings"), QStringLiteral("label.templates"),
                   QStringLiteral("sto=sto-76x130 zto=zto-100x180")})
                  .exitCode,
              0);
    const Ended ended = run({QStringLiteral("label"), QStringLiteral("render"),
                             QStringLiteral("2609210003"), QStringLiteral("--out"), path("l.png")});
    EXPECT_LE(ended.exitCode, 1) << ended.err.constData();
    EXPECT_EQ(ended.json().object().value(u"width").toInt(), 76 * 8) << "its remark says 申通 only";
    const QJsonArray codes = ended.json().object().value(u"codes").toArray();
    ASSERT_FALSE(codes.isEmpty());
    EXPECT_FALSE(codes.first()[u"grade"].toString().isEmpty());
}

TEST_F(LabelCheck, TryingAheadCountsThePools) {
    EXPECT_EQ(run({QStringLiteral("init"), QStringLiteral("--sample-shop")}).exitCode, 0);
    const Ended ended = run({QStringLiteral("label"), QStringLiteral("ahead")});
    EXPECT_EQ(ended.exitCode, 1);
    QJsonObject yto;
    for (const QJsonValue& pool : ended.json().object().value(u"pools").toArray()) {
        if (pool[u"courier"].toString() == QLatin1String("yto"))
            yto = pool.toObject();
    }
    EXPECT_EQ(yto.value(u"needed").toInt(), 1);
    EXPECT_EQ(yto.value(u"free").toInt(-1), 0);
    EXPECT_EQ(ended.json().object().value(u"stopped").toInt(), 1);
}

} // namespace packbench
