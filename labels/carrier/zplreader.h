#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace packbench {

/// One command of a ZPL stream.
struct ZplCommand {
    bool isControl = false; ///< begins with the tilde
    QByteArray name;        ///< two letters, or "A" with the font in the parameters
    QByteArray parameters;  ///< up to the next command
    QByteArray raw;         ///< bytes counted by the command itself (^GFB, ~DY)
    char delimiter = ',';

    [[nodiscard]] bool is(const char* what) const { return !isControl && name == what; }
    [[nodiscard]] QList<QByteArray> fields() const { return parameters.split(delimiter); }
};

/// Cuts a stream into its commands; follows ^CC, ^CT, ^CD and steps over counted bytes. Takes the
/// stream in any pieces.
class ZplReader {
public:
    void take(const QByteArray& bytes) { m_input += bytes; }
    /// No more comes: the last command is whole as it is.
    void end() { m_isOver = true; }
    [[nodiscard]] std::optional<ZplCommand> next();
    /// Bytes of the stream up to the end of the last command.
    [[nodiscard]] qint64 position() const { return m_dropped + m_at; }
    /// True once a command is longer than any printer would take; then nothing more is read.
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    /// True when text that is no command stands where nothing but commands should.
    [[nodiscard]] bool sawText() const { return m_sawText; }

private:
    [[nodiscard]] bool skipToCommand();
    [[nodiscard]] qsizetype endOfCommand();
    [[nodiscard]] bool startsCommand(qsizetype at) const;
    [[nodiscard]] std::optional<ZplCommand> cut(qsizetype end, qsizetype raw);
    [[nodiscard]] qsizetype countedBytes(qsizetype& parametersEnd) const;
    void follow(const ZplCommand& command);

    QByteArray m_input;
    qsizetype m_at = 0;     ///< everything before is read
    qint64 m_dropped = 0;   ///< bytes that stood before the input
    qsizetype m_looked = 0; ///< how far the end of the command was looked for
    char m_format = '^';
    char m_control = '~';
    char m_delimiter = ',';
    bool m_isOver = false;
    bool m_isTooLong = false;
    bool m_sawText = false;
};

} // namespace packbench
