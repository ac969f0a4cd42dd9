#include "collector.h"
#include "workbook.h"

#include <QFile>
#include <gtest/gtest.h>
#include <xlsxwriter.h>
#include <zip.h>

using namespace packbench;
using namespace packbench::test;

namespace {

const QStringList kHead = {QStringLiteral("order"),    QStringLiteral("sku"),
                           QStringLiteral("quantity"), QStringLiteral("name"),
                           QStringLiteral("street"),   QStringLiteral("paid_at")};
const QStringList kRow = {QStringLiteral("6771607306349329518"),
                          QStringLiteral("001960"),
                          QStringLiteral("2"),
                          QStringLiteral("测试甲 & <b>"),
                          QStringLiteral("第一行\n第二行"),
                          QStringLiteral("2026-09-20 10:15:00")};

class Xlsx : public testing::Test {
protected:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("book.xlsx")); }
    [[nodiscard]] Imported import() const { return {path(), reading()}; }

    /// A workbook with the parts given instead of those a spreadsheet program writes.
    void writeParts(const QList<std::pair<QByteArray, QByteArray>>& parts) const {
        int error = 0;
        zip_t* zip =
            zip_open(QFile::encodeName(path()).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
        ASSERT_NE(zip, nullptr);
        for (const auto& [name, content] : parts) {
            zip_source_t* source =
                zip_source_buffer(zip, content.constData(), zip_uint64_t(content.size()), 0);
            zip_file_add(zip, name.constData(), source, ZIP_FL_ENC_UTF_8);
        }
        ASSERT_EQ(zip_close(zip), 0);
    }

    [[nodiscard]] static QList<std::pair<QByteArray, QByteArray>>
    partsWithSheet(const QByteArray& sheet) {
        return {
            {"xl/workbook.xml",
             "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" "
             "Target=\"worksheets/sheet1.xml\"/></Relationships>"},
            {"xl/worksheets/sheet1.xml", sheet}};
    }

private:
    QTemporaryDir m_folder;
};

void expectOrder(const Imported& import) {
    ASSERT_EQ(import.whole(), QString());
    EXPECT_EQ(import.verdict.encoding, QStringLiteral("XLSX"));
    ASSERT_EQ(import.found.orders.size(), 1);
    const ShopOrder& order = import.found.orders[0].order;
    EXPECT_EQ(order.key.number, QStringLiteral("6771607306349329518"));
    EXPECT_EQ(order.recipient.name, QStringLiteral("测试甲 & <b>"));
    EXPECT_EQ(order.recipient.street, QStringLiteral("第一行\n第二行"));
    EXPECT_EQ(localText(order.paidAt), QStringLiteral("2026-09-20 10:15:00"));
    ASSERT_EQ(order.lines.size(), 1);
    EXPECT_EQ(order.lines[0].sku, QStringLiteral("001960"));
    EXPECT_EQ(order.lines[0].quantity, 2);
}

TEST_F(Xlsx, ASheetOfSharedTextsIsRead) {
    writeWorkbook(path(), {kHead, kRow});
    expectOrder(import());
}

TEST_F(Xlsx, ASheetOfInlineTextsIsRead) {
    writeWorkbook(path(), {kHead, kRow}, true);
    expectOrder(import());
}

TEST_F(Xlsx, DateCellsAndWholeNumbersAreReadAsAPersonSeesThem) {
    drawWorkbook(path(), [](lxw_workbook* book, lxw_worksheet* sheet) {
        for (int column = 0; column < kHead.size(); ++column) {
            worksheet_write_string(sheet, 0, lxw_col_t(column), kHead[column].toUtf8().constData(),
                                   nullptr);
            worksheet_write_string(sheet, 1, lxw_col_t(column), kRow[column].toUtf8().constData(),
                                   nullptr);
        }
        lxw_format* format = workbook_add_format(book);
        format_set_num_format(format, "yyyy/m/d h:mm:ss");
        lxw_datetime time{2026, 9, 20, 10, 15, 0};
        worksheet_write_datetime(sheet, 1, 5, &time, format);
        worksheet_write_number(sheet, 1, 2, 2, nullptr);
    });
    expectOrder(import());
}

TEST_F(Xlsx, ANumberCellOfMoreThan15DigitsIsDamaged) {
    drawWorkbook(path(), [](lxw_workbook*, lxw_worksheet* sheet) {
        for (int column = 0; column < 4; ++column) {
            worksheet_write_string(sheet, 0, lxw_col_t(column), kHead[column].toUtf8().constData(),
                                   nullptr);
        }
        worksheet_write_number(sheet, 1, 0, 6771607306349329518.0, nullptr);
        worksheet_write_string(sheet, 1, 1, "A-1", nullptr);
        worksheet_write_number(sheet, 1, 2, 1, nullptr);
    });
    const Imported found = import();
    EXPECT_TRUE(found.found.orders.isEmpty());
    ASSERT_EQ(found.found.refusals.size(), 1);
    EXPECT_EQ(found.found.refusals[0].reason, RefusalReason::DamagedNumber);
    EXPECT_EQ(found.found.refusals[0].line, 2);
}

TEST_F(Xlsx, FormulaResultsCountAndFormulasDoNot) {
    drawWorkbook(path(), [](lxw_workbook*, lxw_worksheet* sheet) {
        for (int column = 0; column < 4; ++column) {
            worksheet_write_string(sheet, 0, lxw_col_t(column), kHead[column].toUtf8().constData(),
                                   nullptr);
        }
        worksheet_write_formula_str(sheet, 1, 0, "=\"6771607306349329518\"", nullptr,
                                    "6771607306349329518");
        worksheet_write_string(sheet, 1, 1, "A-1", nullptr);
        worksheet_write_formula_num(sheet, 1, 2, "=1+1", nullptr, 2);
    });
    const Imported found = import();
    EXPECT_EQ(found.found.numbers(), QStringList{QStringLiteral("6771607306349329518")});
    EXPECT_EQ(found.found.orders[0].order.lines[0].quantity, 2);
}

TEST_F(Xlsx, TheSheetWithTheHeaderIsFoundBehindAnother) {
    drawWorkbook(path(), [](lxw_workbook* book, lxw_worksheet* first) {
        worksheet_write_string(first, 0, 0, "Read me first", nullptr);
        lxw_worksheet* second = workbook_add_worksheet(book, nullptr);
        for (int column = 0; column < kHead.size(); ++column) {
            worksheet_write_string(second, 2, lxw_col_t(column), kHead[column].toUtf8().constData(),
                                   nullptr);
            worksheet_write_string(second, 3, lxw_col_t(column), kRow[column].toUtf8().constData(),
                                   nullptr);
        }
    });
    const Imported found = import();
    expectOrder(found);
    EXPECT_EQ(found.found.orders[0].line, 4);
}

TEST_F(Xlsx, ACutWorkbookIsRefusedAtEveryLength) {
    writeWorkbook(path(), {kHead, kRow});
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QTemporaryDir folder;
    for (qsizetype length = 100; length < whole.size(); length += 173) {
        const Imported cut(fileWith(folder, whole.left(length)), reading());
        EXPECT_EQ(cut.whole(), QStringLiteral("cut-off")) << length;
        EXPECT_TRUE(cut.found.orders.isEmpty());
    }
}

TEST_F(Xlsx, FlippedBytesNeverGiveAnOtherOrder) {
    writeWorkbook(path(), {kHead, kRow});
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    QTemporaryDir folder;
    for (qsizetype at = 0; at < whole.size(); at += 37) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ 0x55);
        const Imported flipped(fileWith(folder, bytes), reading());
        for (const FileOrder& order : flipped.found.orders) {
            EXPECT_EQ(order.order.key.number, kRow[0]) << at;
            EXPECT_EQ(order.order.recipient.name, kRow[3]) << at;
        }
    }
}

TEST_F(Xlsx, ABombIsRefusedBeforeItIsRead) {
    writeParts(partsWithSheet("<worksheet><sheetData>" + QByteArray(40 << 20, ' ') +
                              "</sheetData></worksheet>"));
    EXPECT_EQ(import().whole(), QStringLiteral("too-large"));
}

TEST_F(Xlsx, TooManyPartsAreRefused) {
    auto parts = partsWithSheet("<worksheet/>");
    for (int part = 0; part < 300; ++part) {
        parts.append({"junk" + QByteArray::number(part), "x"});
    }
    writeParts(parts);
    EXPECT_EQ(import().whole(), QStringLiteral("too-large"));
}

TEST_F(Xlsx, ADocumentTypeDefinitionIsRefused) {
    writeParts(
        partsWithSheet("<!DOCTYPE a [<!ENTITY b \"cccc\">]><worksheet><sheetData><row r=\"1\">"
                       "<c r=\"A1\" t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"));
    const Imported found = import();
    EXPECT_FALSE(found.whole().isEmpty());
    EXPECT_TRUE(found.found.orders.isEmpty());
}

TEST_F(Xlsx, AZipThatIsNoWorkbookIsNoTable) {
    writeParts({{"readme.txt", "hello"}});
    EXPECT_EQ(import().whole(), QStringLiteral("not-a-table"));
}

TEST_F(Xlsx, AProtectedPartIsSaidToBeProtected) {
    writeWorkbook(path(), {kHead, kRow});
    int error = 0;
    zip_t* zip = zip_open(QFile::encodeName(path()).constData(), 0, &error);
    ASSERT_NE(zip, nullptr);
    ASSERT_EQ(zip_file_set_encryption(zip, 0, ZIP_EM_AES_256, "secret"), 0);
    ASSERT_EQ(zip_close(zip), 0);
    const Imported found = import();
    EXPECT_EQ(found.whole(), QStringLiteral("not-a-table"));
    EXPECT_TRUE(found.verdict.whole->text.contains(QStringLiteral("password")));
}

TEST_F(Xlsx, CellsOutOfOrderAreNoTable) {
    writeParts(
        partsWithSheet("<worksheet><sheetData><row r=\"1\"><c r=\"C1\" t=\"str\"><v>a</v></c>"
                       "<c r=\"A1\" t=\"str\"><v>b</v></c></row></sheetData></worksheet>"));
    EXPECT_EQ(import().whole(), QStringLiteral("not-a-table"));
}

TEST_F(Xlsx, ACellFarToTheRightIsNoTable) {
    writeParts(partsWithSheet("<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\" t=\"str\"><v>a</v>"
                              "</c></row></sheetData></worksheet>"));
    EXPECT_EQ(import().whole(), QStringLiteral("not-a-table"));
}

} // namespace
