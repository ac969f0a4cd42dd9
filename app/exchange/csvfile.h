#pragma once

#include "exchange/tablesource.h"
#include "exchange/textencoding.h"

#include <QFile>

#include <memory>

namespace packbench {

/// A delimited text file, read in pieces: memory does not depend on the file's size.
///
/// Own tokenizer, because a label depends on it: exact line numbers, caps on cell, record and
/// columns, quotes switched off for Amazon, and no repair of what is damaged.
class CsvFile : public TableSource {
public:
    CsvFile(std::unique_ptr<QFile> file, TextEncoding encoding);

    void rewind() override;
    [[nodiscard]] bool next(TableRow& row) override;
    [[nodiscard]] std::optional<Refusal> fault() const override { return m_fault; }
    [[nodiscard]] int permille() const override;
    [[nodiscard]] QString encoding() const override { return word(m_encoding); }
    [[nodiscard]] QList<CellForm> forms() const override;
    void useForm(const CellForm& form) override;
    [[nodiscard]] bool endsWithLineEnd() const override { return m_endsWithLineEnd; }

private:
    enum class Place { CellStart, Plain, Quoted, AfterQuote };

    [[nodiscard]] bool fill();
    [[nodiscard]] bool readRecord(TableRow& row);
    [[nodiscard]] bool take(QChar character, TableRow& row);
    [[nodiscard]] bool isDelimiter(QChar character) const;
    void takeInQuotes(QChar character, TableRow& row);
    void takeRun(TableRow& row);
    void skipLineFeedAfterReturn();
    [[nodiscard]] bool withinCaps(const TableRow& row);
    [[nodiscard]] bool finishAtEnd(TableRow& row);
    void stop(RefusalReason reason, const QString& text, int line);

    std::unique_ptr<QFile> m_file;
    TextEncoding m_encoding;
    CellForm m_form;
    std::unique_ptr<TextDecoder> m_decoder;
    QString m_text; ///< decoded, from m_at on not yet read
    qsizetype m_at = 0;
    int m_line = 1;
    int m_rows = 0;
    Place m_place = Place::CellStart;
    bool m_afterReturn = false;
    bool m_endsWithLineEnd = true;
    std::optional<Refusal> m_fault;
};

} // namespace packbench
