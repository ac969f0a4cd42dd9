#pragma once

#include "exchange/orderfile.h"
#include "exchange/tablerow.h"

#include <optional>

namespace packbench {

/// How the cells of a text file are told apart.
struct CellForm {
    char16_t delimiter = u',';
    bool quoted = true; ///< false: a quote is a character like any other (Amazon)

    bool operator==(const CellForm&) const = default;
};

/// Rows of a file, whatever it was written in. Can be read again from the start.
class TableSource {
public:
    TableSource() = default;
    TableSource(const TableSource&) = delete;
    TableSource& operator=(const TableSource&) = delete;
    virtual ~TableSource() = default;

    /// Starts over at the first row.
    virtual void rewind() = 0;
    /// The next row that is not blank; false at the end or when the file cannot be used.
    [[nodiscard]] virtual bool next(TableRow& row) = 0;
    /// Set when reading stopped because the file as a whole cannot be used.
    [[nodiscard]] virtual std::optional<Refusal> fault() const = 0;
    /// How far reading is, 0 … 1000.
    [[nodiscard]] virtual int permille() const = 0;
    /// "UTF-8", "GB18030", "XLSX" …
    [[nodiscard]] virtual QString encoding() const = 0;
    /// The ways to tell cells apart that are worth trying, most likely first.
    [[nodiscard]] virtual QList<CellForm> forms() const { return {CellForm{}}; }
    virtual void useForm(const CellForm& form) { static_cast<void>(form); }
    /// Sheets of a workbook; one for a text file.
    [[nodiscard]] virtual int sheets() const { return 1; }
    virtual void useSheet(int sheet) { static_cast<void>(sheet); }
    /// False when the last record has no line end: the file may have been cut there.
    [[nodiscard]] virtual bool endsWithLineEnd() const { return true; }
};

/// What a file may be at most. A file beyond is refused as a whole before anything is kept.
struct TableCaps {
    static constexpr qint64 kFileBytes = 64LL * 1024 * 1024;
    static constexpr int kRecordCharacters = 1024 * 1024;
    static constexpr int kCellCharacters = 32767; ///< what a spreadsheet's cell can hold
    static constexpr int kColumns = 256;
    static constexpr int kRows = 200000;
};

/// A refusal of the file as a whole.
[[nodiscard]] Refusal wholeRefusal(RefusalReason reason, const QString& text, int line = 0);

} // namespace packbench
