#include "labels/carrier/tsplreader.h"

#include "labels/carrier/tsplarguments.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr char kEscape = '\x1b';
constexpr qsizetype kLongestLine = 65'536;
constexpr qsizetype kLongestHead = 512;

bool isLineEnd(char c) {
    return c == '\r' || c == '\n';
}

bool isNameEnd(char c) {
    return c == ' ' || c == '\t' || c == '"' || c == ',' || c == '=' || isLineEnd(c);
}

QByteArray nameOf(QByteArrayView line) {
    const auto end = std::find_if(line.begin(), line.end(), isNameEnd);
    return QByteArray(line.data(), end - line.begin()).toUpper();
}

TsplCommand commandOf(QByteArrayView line) {
    TsplCommand command;
    command.name = nameOf(line);
    QByteArrayView rest = line.sliced(command.name.size());
    // "A=1" and "A$ = 1": the sign belongs to the name, so that the line is seen as what it is.
    if (rest.trimmed().startsWith('='))
        command.name += '=';
    command.arguments = tsplArguments(rest);
    return command;
}

int commasOf(const QByteArray& name) {
    return name == "BITMAP" ? 5 : name == "DOWNLOAD" ? 2 : 0;
}

} // namespace

void TsplReader::skipBlanks() {
    const QByteArrayView view = m_feed.view();
    qsizetype blanks = 0;
    while (blanks < view.size() && (isLineEnd(view[blanks]) || view[blanks] == ' ' ||
                                    view[blanks] == '\t' || view[blanks] == '\0'))
        ++blanks;
    m_feed.drop(blanks);
}

std::optional<TsplCommand> TsplReader::next() {
    if (m_waiting)
        return data();
    skipBlanks();
    if (m_isInProgram)
        return program();
    return m_feed.size() > 0 ? line() : std::nullopt;
}

std::optional<qsizetype> TsplReader::dataHead(qsizetype within) const {
    const QByteArrayView view = m_feed.view().first(std::min(within, kLongestHead));
    const QByteArray name = nameOf(view.first(std::min<qsizetype>(view.size(), 16)));
    int commas = commasOf(name);
    if (commas == 0)
        return std::nullopt;
    if (name == "DOWNLOAD") {
        // DOWNLOAD [F,|E,]"NAME",size,data
        const qsizetype quote = view.indexOf('"');
        const qsizetype end = quote < 0 ? -1 : view.indexOf('"', quote + 1);
        if (end < 0)
            return std::nullopt;
        const qsizetype first = view.indexOf(',', end);
        const qsizetype second = first < 0 ? -1 : view.indexOf(',', first + 1);
        return second < 0 ? std::nullopt : std::optional(second + 1);
    }
    for (qsizetype i = 0; i < view.size(); ++i) {
        if (view[i] == ',' && --commas == 0)
            return i + 1;
    }
    return std::nullopt;
}

std::optional<TsplCommand> TsplReader::escape(qsizetype within, bool isWhole) {
    const qsizetype at = m_feed.view().first(within).indexOf(kEscape);
    if (at < 0)
        return std::nullopt;
    if (m_feed.size() < at + 3 && !m_isClosed && !isWhole)
        return std::nullopt;
    TsplCommand command;
    command.kind = TsplCommand::Kind::Escape;
    command.name =
        m_feed.view().sliced(at, std::min<qsizetype>(3, m_feed.size() - at)).toByteArray();
    m_feed.cut(at, command.name.size());
    return command;
}

std::optional<TsplCommand> TsplReader::line() {
    const auto end = m_feed.lineLength();
    const qsizetype known = end.value_or(m_feed.size());
    const auto head = dataHead(known);
    const qsizetype within = head.value_or(known);
    // An ESC just before what has not come yet is a sequence all the same, once it is whole.
    if (m_feed.view().first(within).contains(kEscape))
        return escape(within, end.has_value() && within < m_feed.size());
    if (head) {
        TsplCommand command = commandOf(m_feed.view().first(*head - 1));
        m_feed.drop(*head);
        expectData(command);
        if (!command.problem.isEmpty())
            return command;
        m_waiting = std::move(command);
        return data();
    }
    if (!end && m_feed.size() > kLongestLine) {
        TsplCommand command;
        command.kind = TsplCommand::Kind::TooLong;
        m_feed.drop(m_feed.size());
        return command;
    }
    if (!end && !m_isClosed)
        return std::nullopt;
    TsplCommand command = commandOf(m_feed.view().first(known));
    m_feed.drop(known);
    // DOWNLOAD "NAME.BAS" without a size: lines of BASIC up to EOP.
    m_isInProgram = command.name == "DOWNLOAD" && !command.arguments.isEmpty() &&
                    command.arguments.last().kind == TsplArgument::Kind::Text;
    return command;
}

void TsplReader::expectData(TsplCommand& command) {
    TsplValues values(command, 1);
    if (command.name == "DOWNLOAD") {
        const double size = values.number(values.count() - 1).value_or(-1);
        if (size < 0 || size > double(m_mostBytes) || size >= 1e8)
            command.problem = "DOWNLOAD";
        m_wanted = static_cast<qsizetype>(size);
        return;
    }
    const double bytes = values.number(2).value_or(-1);
    const double rows = values.number(3).value_or(-1);
    const bool isKnownMode = values.has(4) && values.whole(4) >= 0 && values.whole(4) <= 2;
    if (bytes < 0 || rows < 0 || bytes * 8 > m_mostDots.width() + 8 || rows > m_mostDots.height() ||
        !isKnownMode || !values.complaint().isEmpty())
        command.problem = "BITMAP";
    else
        m_wanted = static_cast<qsizetype>(bytes) * static_cast<qsizetype>(rows);
}

std::optional<TsplCommand> TsplReader::data() {
    if (m_feed.size() < m_wanted && !m_isClosed)
        return std::nullopt;
    TsplCommand command = *std::exchange(m_waiting, std::nullopt);
    if (m_feed.size() < m_wanted)
        command.kind = TsplCommand::Kind::CutShort;
    command.data = m_feed.take(m_wanted);
    return command;
}

std::optional<TsplCommand> TsplReader::program() {
    for (;;) {
        skipBlanks();
        const auto end = m_feed.lineLength();
        if (!end && m_feed.size() < kLongestLine && !m_isClosed)
            return std::nullopt;
        const QByteArray text = m_feed.take(end.value_or(m_feed.size())).trimmed();
        if (text.toUpper() == "EOP" || (m_isClosed && m_feed.size() == 0))
            break;
    }
    m_isInProgram = false;
    TsplCommand command;
    command.kind = TsplCommand::Kind::Program;
    return command;
}

} // namespace packbench
