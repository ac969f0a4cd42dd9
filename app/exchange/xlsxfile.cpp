#include "exchange/xlsxfile.h"

#include "exchange/xlsxguard.h"

#include <algorithm>

namespace packbench {

namespace {

/// "AB12" is column 27, counted from 0; -1 when the place names no column.
int columnOf(QStringView place) {
    int column = 0;
    for (const QChar letter : place) {
        if (letter < u'A' || letter > u'Z' || column > 100000) {
            break;
        }
        column = column * 26 + (letter.unicode() - u'A' + 1);
    }
    return column - 1;
}

QString inlineText(QXmlStreamReader& xml) {
    QString text;
    while (nextElement(xml)) {
        if (xml.name() == u"t") {
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.name() == u"r") {
            text += inlineText(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
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
    m_xml = std::make_unique<QXmlStreamReader>(m_part.get());
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
    while (!m_fault && m_xml && !m_xml->atEnd()) {
        if (!nextElement(*m_xml) || m_xml->name() != u"row") {
            continue;
        }
        const int number = m_xml->attributes().value(QLatin1String("r")).toInt();
        m_line = number > 0 ? number : m_line + 1;
        row.clear(m_line);
        int column = -1;
        while (!m_fault && nextElement(*m_xml)) {
            if (m_xml->name() != u"c") {
                m_xml->skipCurrentElement();
            } else if (const QString text = readCell(column); !append(row, column, text)) {
                return false;
            }
        }
        if (!m_xml->hasError()) {
            return true;
        }
    }
    if (m_xml && m_xml->hasError() && !m_fault) {
        m_fault = damagedWorkbook();
    }
    return false;
}

QString XlsxFile::readCell(int& column) {
    const auto attributes = m_xml->attributes();
    const int place = columnOf(attributes.value(QLatin1String("r")));
    column = place >= 0 ? place : column + 1;
    const QString type = attributes.value(QLatin1String("t")).toString();
    const int format = attributes.value(QLatin1String("s")).toInt();
    QString value;
    while (nextElement(*m_xml)) {
        if (m_xml->name() == u"v") {
            value = m_xml->readElementText(QXmlStreamReader::SkipChildElements);
        } else if (m_xml->name() == u"is") {
            value = inlineText(*m_xml);
        } else {
            m_xml->skipCurrentElement();
        }
    }
    if (value.isEmpty() || type == u"inlineStr" || type == u"str" || type == u"e") {
        return value;
    }
    if (type == u"s") {
        return m_book.sharedText(value.toInt());
    }
    return type == u"b" || type == u"d" ? value : m_book.numberText(value, format);
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
