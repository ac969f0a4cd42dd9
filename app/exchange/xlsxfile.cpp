#include "exchange/xlsxfile.h"

#include "exchange/xlsxguard.h"

#include <algorithm>

namespace packbench {

namespace {

/// "AB12" is column 27, counted from 0; -1 when the place names no column.
int columnOf(QByteArrayView place) {
    int column = 0;
    for (const char letter : place) {
        if (letter < 'A' || letter > 'Z' || column > 100000) {
            break;
        }
        column = column * 26 + (letter - 'A' + 1);
    }
    return column - 1;
}

int numberOf(QByteArrayView digits) {
    return digits.toByteArray().toInt();
}

} // namespace

XlsxFile::XlsxFile(const QString& path) : m_archive(path) {
    m_fault = guardXlsx(m_archive);
    if (!m_fault) {
        m_fault = m_book.read(m_archive);
    }
    rewind();
}

void XlsxFile::useSheet(int sheet) {
    m_sheet = sheet;
    rewind();
}

void XlsxFile::rewind() {
    m_line = 0;
    m_rows = 0;
    m_xml.reset();
    m_part.reset();
    if (m_fault || m_sheet >= sheets()) {
        return;
    }
    m_part = m_archive.open(m_archive.find(m_book.sheetParts().at(m_sheet)));
    if (!m_part) {
        m_fault = damagedWorkbook();
        return;
    }
    m_xml = std::make_unique<XmlScan>(*m_part);
}

int XlsxFile::permille() const {
    return int(std::min(m_rows * 1000LL / TableCaps::kRows, 1000LL));
}

bool XlsxFile::next(TableRow& row) {
    do {
        if (!readRow(row)) {
            return false;
        }
    } while (row.isBlank());
    if (++m_rows > TableCaps::kRows) {
        m_fault = wholeRefusal(RefusalReason::TooLarge,
                               QStringLiteral("The sheet has more than %1 rows. Nothing was "
                                              "imported; export a shorter period.")
                                   .arg(TableCaps::kRows),
                               row.line);
        return false;
    }
    return true;
}

bool XlsxFile::readRow(TableRow& row) {
    while (!m_fault && m_xml) {
        const XmlScan::Token token = m_xml->next();
        if (token == XmlScan::Token::Finish) {
            return false;
        }
        if (token == XmlScan::Token::Fault) {
            m_fault = damagedWorkbook();
        } else if (token == XmlScan::Token::Start && m_xml->name() == "row") {
            const int number = numberOf(m_xml->attribute("r"));
            m_line = number > 0 ? number : m_line + 1;
            row.clear(m_line);
            return readCells(row);
        }
    }
    return false;
}

bool XlsxFile::readCells(TableRow& row) {
    RawCell cell;
    for (;;) {
        const XmlScan::Token token = m_xml->next();
        if (token == XmlScan::Token::End && m_xml->name() == "row") {
            return true;
        }
        if (token == XmlScan::Token::Finish || token == XmlScan::Token::Fault) {
            m_fault = damagedWorkbook();
            return false;
        }
        if (token == XmlScan::Token::Start && m_xml->name() == "c" &&
            (!readCell(cell) || !append(row, cell.column, shown(cell)))) {
            return false;
        }
    }
}

/// Reads to the end of the cell: its value or inline text, without formula and reading aids.
bool XlsxFile::readCell(RawCell& cell) {
    const int place = columnOf(m_xml->attribute("r"));
    cell.column = place >= 0 ? place : cell.column + 1;
    cell.format = numberOf(m_xml->attribute("s"));
    cell.type = m_xml->attribute("t").toByteArray();
    cell.value.clear();
    bool inValue = false;
    bool inReadingAid = false;
    for (;;) {
        const XmlScan::Token token = m_xml->next();
        const QByteArrayView name = m_xml->name();
        if (token == XmlScan::Token::Finish || token == XmlScan::Token::Fault) {
            m_fault = damagedWorkbook();
            return false;
        }
        const bool starts = token == XmlScan::Token::Start;
        if (token == XmlScan::Token::Text) {
            cell.value += inValue && !inReadingAid ? m_xml->text() : QString();
        } else if (name == "v" || name == "t") {
            inValue = starts;
        } else if (name == "rPh") {
            inReadingAid = starts;
        } else if (name == "c") {
            return true;
        }
    }
}

QString XlsxFile::shown(const RawCell& cell) const {
    if (cell.value.isEmpty()) {
        return {};
    }
    if (cell.type == "s") {
        return m_book.sharedText(cell.value.toInt());
    }
    return cell.type.isEmpty() || cell.type == "n" ? m_book.numberText(cell.value, cell.format)
                                                   : cell.value;
}

bool XlsxFile::append(TableRow& row, int column, const QString& text) {
    if (text.isEmpty()) {
        return true;
    }
    if (column >= TableCaps::kColumns || column < row.size()) {
        m_fault = wholeRefusal(RefusalReason::NotATable,
                               QStringLiteral("This row of the sheet has more than %1 columns or "
                                              "cells out of order: this is no shop export. "
                                              "Nothing was imported.")
                                   .arg(TableCaps::kColumns),
                               row.line);
        return false;
    }
    while (row.size() < column) {
        row.endCell();
    }
    row.append(text);
    if (row.openCellLength() > TableCaps::kCellCharacters) {
        m_fault = wholeRefusal(RefusalReason::TooLarge,
                               QStringLiteral("A cell of this row holds more than %1 characters. "
                                              "Nothing was imported; export the file again.")
                                   .arg(TableCaps::kCellCharacters),
                               row.line);
        return false;
    }
    row.endCell();
    return true;
}

} // namespace packbench
