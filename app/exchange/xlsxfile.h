#pragma once

#include "exchange/tablesource.h"
#include "exchange/xlsxbook.h"
#include "exchange/xmlscan.h"

#include <memory>

namespace packbench {

/// A workbook's sheets, read in pieces: besides the shared texts, memory does not depend on the
/// size. Cells come as a person sees them: dates as "2026-09-20 10:15:00", whole numbers without
/// a fraction. A number of more than 15 digits has lost digits in the spreadsheet and comes in
/// scientific notation, so that it is refused.
///
/// Own reader over libzip: liborcus 0.17 drops cells of type inlineStr without a word, and those
/// are what Java exporters write.
class XlsxFile : public TableSource {
public:
    explicit XlsxFile(const QString& path);

    void rewind() override;
    [[nodiscard]] bool next(TableRow& row) override;
    [[nodiscard]] std::optional<Refusal> fault() const override { return m_fault; }
    [[nodiscard]] int permille() const override;
    [[nodiscard]] QString encoding() const override { return QStringLiteral("XLSX"); }
    [[nodiscard]] int sheets() const override { return int(m_book.sheetParts().size()); }
    void useSheet(int sheet) override;

private:
    /// What stands in the file of one cell.
    struct RawCell {
        int column = -1;
        int format = 0;
        QByteArray type;
        QString value;
    };
    [[nodiscard]] bool readRow(TableRow& row);
    [[nodiscard]] bool readCells(TableRow& row);
    [[nodiscard]] bool readCell(RawCell& cell);
    [[nodiscard]] QString shown(const RawCell& cell) const;
    [[nodiscard]] bool append(TableRow& row, int column, const QString& text);

    ZipArchive m_archive;
    XlsxBook m_book;
    std::unique_ptr<QIODevice> m_part;
    std::unique_ptr<XmlScan> m_xml;
    int m_sheet = 0;
    int m_line = 0;
    int m_rows = 0;
    std::optional<Refusal> m_fault;
};

} // namespace packbench
