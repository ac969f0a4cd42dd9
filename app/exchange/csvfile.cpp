#include "exchange/csvfile.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr qint64 kPiece = 64 * 1024;

} // namespace

CsvFile::CsvFile(std::unique_ptr<QFile> file, TextEncoding encoding)
    : m_file(std::move(file)), m_encoding(encoding) {
    rewind();
}

void CsvFile::rewind() {
    m_file->seek(0);
    m_decoder = std::make_unique<TextDecoder>(m_encoding);
    m_text.clear();
    m_at = 0;
    m_line = 1;
    m_rows = 0;
    m_place = Place::CellStart;
    m_afterReturn = false;
    m_endsWithLineEnd = true;
    m_fault.reset();
    if (fill() && m_text.startsWith(QChar(0xFEFF))) {
        m_at = 1;
    }
}

QList<CellForm> CsvFile::forms() const {
    return {{u',', true}, {u'\t', false}, {u'\t', true}, {u';', true}, {u'|', true}};
}

void CsvFile::useForm(const CellForm& form) {
    m_form = form;
    rewind();
}

int CsvFile::permille() const {
    const qint64 size = std::max<qint64>(m_file->size(), 1);
    return int(std::min<qint64>(m_file->pos() * 1000 / size, 1000));
}

void CsvFile::stop(RefusalReason reason, const QString& text, int line) {
    m_fault = wholeRefusal(reason, text, line);
}

/// Makes sure that there is a character at m_at; false at the end or at a fault.
bool CsvFile::fill() {
    while (m_at >= m_text.size()) {
        m_text.resize(0);
        m_at = 0;
        const QByteArray piece = m_file->read(std::min(kPiece, m_file->bytesAvailable()));
        if (piece.isEmpty()) {
            if (m_decoder->isInsideCharacter() && !m_fault) {
                stop(RefusalReason::CutOff,
                     QStringLiteral("The file ends in the middle of a character: it was cut off "
                                    "while it was copied. Nothing was imported; export or copy it "
                                    "again."),
                     m_line);
            }
            return false;
        }
        if (!m_decoder->decode(piece, m_text)) {
            stop(RefusalReason::BadEncoding,
                 QStringLiteral("The file holds bytes that are no %1 text: names on labels would "
                                "be wrong. Nothing was imported; export it again.")
                     .arg(word(m_encoding)),
                 m_line + int(m_text.count(u'\n')));
            return false;
        }
        if (m_text.contains(QChar(0))) {
            stop(RefusalReason::NotATable,
                 QStringLiteral("This is no text file: it holds zero characters. Nothing was "
                                "imported; give the shop's export as CSV or XLSX."),
                 m_line);
            return false;
        }
    }
    return true;
}

bool CsvFile::next(TableRow& row) {
    do {
        if (!readRecord(row)) {
            return false;
        }
    } while (row.isBlank());
    if (++m_rows > TableCaps::kRows) {
        stop(RefusalReason::TooLarge,
             QStringLiteral("The file has more than %1 rows. Nothing was imported; export a "
                            "shorter period.")
                 .arg(TableCaps::kRows),
             row.line);
        return false;
    }
    return true;
}

void CsvFile::skipLineFeedAfterReturn() {
    if (m_afterReturn && m_text[m_at] == u'\n') {
        ++m_at;
    }
    m_afterReturn = false;
}

bool CsvFile::readRecord(TableRow& row) {
    if (m_fault || !fill()) {
        return false;
    }
    skipLineFeedAfterReturn();
    if (!fill()) {
        return false;
    }
    row.clear(m_line);
    m_place = Place::CellStart;
    while (fill()) {
        takeRun(row);
        if (row.openCellLength() > TableCaps::kCellCharacters && !withinCaps(row)) {
            return false;
        }
        if (m_at >= m_text.size()) {
            continue;
        }
        if (take(m_text.at(m_at++), row)) {
            return withinCaps(row);
        }
    }
    return !m_fault && finishAtEnd(row);
}

bool CsvFile::finishAtEnd(TableRow& row) {
    if (m_place == Place::Quoted) {
        stop(RefusalReason::CutOff,
             QStringLiteral("The file ends inside a quoted cell that begins in this record: it was "
                            "cut off. Nothing was imported; export or copy it again."),
             row.line);
        return false;
    }
    row.endCell();
    m_endsWithLineEnd = false;
    return withinCaps(row);
}

bool CsvFile::withinCaps(const TableRow& row) {
    if (row.openCellLength() > TableCaps::kCellCharacters ||
        row.length() > TableCaps::kRecordCharacters) {
        stop(RefusalReason::TooLarge,
             QStringLiteral("The record that begins in this line is too long to be an order (a "
                            "cell may have %1 characters); a quote may be missing. Nothing was "
                            "imported; export the file again.")
                 .arg(TableCaps::kCellCharacters),
             row.line);
    } else if (row.size() > TableCaps::kColumns) {
        stop(RefusalReason::NotATable,
             QStringLiteral("The record that begins in this line has more than %1 columns: this is "
                            "no shop export. Nothing was imported; export the file again.")
                 .arg(TableCaps::kColumns),
             row.line);
    }
    return !m_fault;
}

bool CsvFile::isDelimiter(QChar character) const {
    return character == m_form.delimiter;
}

void CsvFile::takeInQuotes(QChar character, TableRow& row) {
    if (character == u'"') {
        m_place = Place::AfterQuote;
        return;
    }
    // CR LF counts once, by its LF; a lone CR is a line end of its own only outside quotes.
    m_line += character == u'\n' ? 1 : 0;
    row.append(character);
}

/// Takes at once all that is plain text up to the next character that may mean something.
void CsvFile::takeRun(TableRow& row) {
    const bool quoted = m_place == Place::Quoted;
    if (!quoted && m_place != Place::Plain) {
        return;
    }
    const qsizetype most = std::min(m_text.size(), m_at + TableCaps::kCellCharacters);
    const QChar* const begin = m_text.constData() + m_at;
    const QChar* const end = m_text.constData() + most;
    const QChar* const stop = std::find_if(begin, end, [this, quoted](QChar character) {
        return quoted ? character == u'"' || character == u'\n'
                      : isDelimiter(character) || character == u'\n' || character == u'\r';
    });
    row.append(QStringView(begin, stop));
    m_at += stop - begin;
}

/// Takes one character; true when it ended the record.
bool CsvFile::take(QChar character, TableRow& row) {
    if (m_place == Place::Quoted) {
        takeInQuotes(character, row);
        return false;
    }
    if (isDelimiter(character)) {
        row.endCell();
        m_place = Place::CellStart;
        return row.size() > TableCaps::kColumns;
    }
    if (character == u'\n' || character == u'\r') {
        row.endCell();
        ++m_line;
        m_afterReturn = character == u'\r';
        return true;
    }
    if (character == u'"' && m_form.quoted && m_place == Place::CellStart) {
        m_place = Place::Quoted;
        return false;
    }
    if (character == u'"' && m_place == Place::AfterQuote) {
        m_place = Place::Quoted; // a doubled quote is one quote
    } else {
        m_place = Place::Plain;
    }
    row.append(character);
    return false;
}

} // namespace packbench
