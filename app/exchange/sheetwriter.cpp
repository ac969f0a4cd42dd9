#include "exchange/sheetwriter.h"

#include <algorithm>
#include <numeric>

namespace packbench {

namespace {

/// No cell breaks its row: line ends and control characters become blanks.
QString oneLine(QString text) {
    for (QChar& character : text) {
        if (character.category() == QChar::Other_Control ||
            character.category() == QChar::Other_Format || character == QChar::LineSeparator ||
            character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return text;
}

/// A Chinese sign is as wide as two letters.
qsizetype widthOf(const QString& text) {
    return std::accumulate(
        text.cbegin(), text.cend(), qsizetype(0),
        [](qsizetype width, QChar one) { return width + (one < u'\u1100' ? 1 : 2); });
}

QString padded(const QString& text, qsizetype width) {
    return text + QString(std::max<qsizetype>(0, width - widthOf(text)), u' ');
}

QString textRow(const QStringList& cells, const QList<qsizetype>& widths) {
    QString row;
    for (qsizetype i = 0; i < cells.size(); ++i)
        row += padded(cells.at(i), widths.at(i)) + QStringLiteral("  ");
    while (row.endsWith(u' '))
        row.chop(1);
    return row + u'\n';
}

QString htmlRow(const QStringList& cells, const char* tag) {
    QString row = QStringLiteral("<tr>");
    for (const QString& cell : cells)
        row += QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), cell.toHtmlEscaped());
    return row + QStringLiteral("</tr>\n");
}

constexpr char kStyle[] =
    "body{font:11pt 'Noto Sans CJK SC',sans-serif;margin:15mm}table{border-collapse:collapse;"
    "width:100%}th,td{border:1px solid #888;padding:2px 6px;text-align:left}"
    "p.sign{margin-top:14mm;border-top:1px solid #000;width:70mm}";

QStringList cleaned(const QStringList& cells) {
    QStringList out;
    for (const QString& cell : cells)
        out.append(oneLine(cell));
    return out;
}

} // namespace

SheetWriter::SheetWriter(Form form, const QString& title) : m_form(form), m_title(oneLine(title)) {}

void SheetWriter::heading(const QString& text) {
    const QString clean = oneLine(text);
    m_body += m_form == Form::Html ? QStringLiteral("<h2>%1</h2>\n").arg(clean.toHtmlEscaped())
                                   : QStringLiteral("\n== %1\n").arg(clean);
}

void SheetWriter::line(const QString& text) {
    const QString clean = oneLine(text);
    m_body += m_form == Form::Html ? QStringLiteral("<p>%1</p>\n").arg(clean.toHtmlEscaped())
                                   : clean + u'\n';
}

void SheetWriter::table(const QStringList& heads, const QList<QStringList>& rows) {
    if (m_form == Form::Html) {
        m_body += QStringLiteral("<table>\n") + htmlRow(heads, "th");
        for (const QStringList& row : rows)
            m_body += htmlRow(cleaned(row), "td");
        m_body += QStringLiteral("</table>\n");
        return;
    }
    QList<qsizetype> widths;
    for (qsizetype i = 0; i < heads.size(); ++i) {
        qsizetype width = widthOf(heads.at(i));
        for (const QStringList& row : rows)
            width = std::max(width, widthOf(oneLine(row.value(i))));
        widths.append(width);
    }
    m_body += textRow(heads, widths);
    for (const QStringList& row : rows)
        m_body += textRow(cleaned(row), widths);
}

void SheetWriter::signatures(const QStringList& captions) {
    for (const QString& caption : captions)
        m_body += m_form == Form::Html
                      ? QStringLiteral("<p class=\"sign\">%1</p>\n").arg(caption.toHtmlEscaped())
                      : QStringLiteral("\n%1: ______________________________\n").arg(caption);
}

QByteArray SheetWriter::bytes() const {
    if (m_form == Form::Text)
        return (m_title + u'\n' + m_body).toUtf8();
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\">"
                          "<title>%1</title><style>%2</style></head>\n<body><h1>%1</h1>\n%3"
                          "</body></html>\n")
        .arg(m_title.toHtmlEscaped(), QLatin1String(kStyle), m_body)
        .toUtf8();
}

} // namespace packbench
