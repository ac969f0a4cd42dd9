#pragma once

#include <QString>

#include <exception>

namespace packbench {

/// The world broke: disk, database, device, file. Thrown by value, caught at the edge of a bench
/// slot, a worker or a program. `sentence` is untranslated English for the log and for packctl.
class StationFault : public std::exception {
public:
    explicit StationFault(QString sentence);
    [[nodiscard]] const QString& sentence() const { return m_sentence; }
    [[nodiscard]] const char* what() const noexcept override { return m_bytes.constData(); }

private:
    QString m_sentence;
    QByteArray m_bytes;
};

class LedgerError : public StationFault {
public:
    enum class Code {
        CannotOpen,
        AlreadyOpen, ///< another process holds this ledger
        NotALedger,
        SchemaTooNew,
        Damaged,
        DiskFull,
        Constraint,
        CommitUnknown, ///< COMMIT failed: look up before answering
        NotStored,     ///< it was looked up: nothing was stored, it may be done again
        Statement
    };
    LedgerError(Code code, QString sentence);
    [[nodiscard]] Code code() const { return m_code; }

private:
    Code m_code;
};

class FileError : public StationFault {
public:
    enum class Code { Missing, Unreadable, TooLarge, NotWritable, BadForm };
    FileError(Code code, QString sentence);
    [[nodiscard]] Code code() const { return m_code; }

private:
    Code m_code;
};

} // namespace packbench
