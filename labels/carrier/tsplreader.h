#pragma once

#include "labels/carrier/bytefeed.h"

#include <QList>
#include <QSize>

#include <optional>

namespace packbench {

/// What stands between two commas of a TSPL command.
struct TsplArgument {
    enum class Kind { Empty, Number, Text, Word, Expression, Unclosed };

    Kind kind = Kind::Empty;
    QByteArray text;   ///< without quotes, escapes resolved
    double number = 0; ///< of Number
    QByteArray unit;   ///< "mm", "dot", or none
};

struct TsplCommand {
    enum class Kind {
        Line,     ///< a name and its arguments
        Escape,   ///< ESC and two more bytes, in `name`
        Program,  ///< a whole BASIC program, not to be run
        CutShort, ///< the stream ended within the data of `name`
        TooLong   ///< a line without an end
    };

    Kind kind = Kind::Line;
    QByteArray name; ///< upper case
    QList<TsplArgument> arguments;
    QByteArray data;    ///< of BITMAP and DOWNLOAD
    QByteArray problem; ///< the data's size is not believable: nothing after it can be read
};

/// Takes a TSPL stream apart: lines, counted bytes of pictures and files, ESC sequences wherever
/// they stand outside of those.
class TsplReader {
public:
    TsplReader(QSize mostDots, qsizetype mostBytes)
        : m_mostDots(mostDots), m_mostBytes(mostBytes) {}

    void add(const QByteArray& bytes) { m_feed.add(bytes); }
    /// No more bytes come: what is left is a line.
    void close() { m_isClosed = true; }
    [[nodiscard]] std::optional<TsplCommand> next();

private:
    void skipBlanks();
    [[nodiscard]] std::optional<TsplCommand> line();
    [[nodiscard]] std::optional<TsplCommand> data();
    [[nodiscard]] std::optional<TsplCommand> program();
    [[nodiscard]] std::optional<TsplCommand> escape(qsizetype within, bool isWhole);
    /// Where the head of a command with counted bytes ends, behind its last comma.
    [[nodiscard]] std::optional<qsizetype> dataHead(qsizetype within) const;
    void expectData(TsplCommand& command);

    QSize m_mostDots;
    qsizetype m_mostBytes;
    ByteFeed m_feed;
    bool m_isClosed = false;
    bool m_isInProgram = false;
    std::optional<TsplCommand> m_waiting; ///< whose data have not come yet
    qsizetype m_wanted = 0;
};

} // namespace packbench
