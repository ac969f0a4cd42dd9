#include "workbook.h"

#include <QFile>

#include <xlsxwriter.h>

namespace packbench::test {

namespace {

void draw(const QString& path, bool inlineStrings,
          const std::function<void(lxw_workbook*, lxw_worksheet*)>& fill) {
    lxw_workbook_options options{};
    options.constant_memory = inlineStrings ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    fill(book, workbook_add_worksheet(book, nullptr));
    workbook_close(book);
}

} // namespace

void drawWorkbook(const QString& path,
                  const std::function<void(lxw_workbook*, lxw_worksheet*)>& fill) {
    draw(path, false, fill);
}

void writeWorkbook(const QString& path, const QList<QStringList>& rows, bool inlineStrings) {
    draw(path, inlineStrings, [&](lxw_workbook*, lxw_worksheet* sheet) {
        for (qsizetype row = 0; row < rows.size(); ++row) {
            for (qsizetype column = 0; column < rows[row].size(); ++column) {
                worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column),
                                       rows[row][column].toUtf8().constData(), nullptr);
            }
        }
    });
}

} // namespace packbench::test
