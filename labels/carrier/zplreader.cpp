#include "labels/carrier/zplreader.h"

#include <algorithm>
#include <cctype>

namespace packbench {

namespace {

constexpr qsizetype kLongestCommand = 32 << 20;
constexpr qsizetype kKeptBehind = 1 << 16;

bool isNamed(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '@';
}

// These end with their own letters: what they mean must not wait for the command after them.
bool endsAtOnce(bool isControl, const QByteArray& name) {
    return isControl ? name == "HS" || name == "HI" || name == "JX" || name == "JA"
                     : name == "XA" || name == "XZ" || name == "FS";
}

} // namespace

bool ZplReader::startsCommand(qsizetype at) const {
    const char c = m_input.at(at);
    if (c == m_format)
        return true;
    // A tilde in an address is text; one before two letters is a command even there.
    return c == m_control && at + 2 < m_input.size() && isNamed(m_input.at(at + 1)) &&
           isNamed(m_input.at(at + 2));
}

bool ZplReader::skipToCommand() {
    while (m_at < m_input.size() && m_input.at(m_at) != m_format && m_input.at(m_at) != m_control) {
        m_sawText = m_sawText || std::isgraph(static_cast<unsigned char>(m_input.at(m_at))) != 0;
        ++m_at;
    }
    if (m_at > kKeptBehind || m_at == m_input.size()) {
        m_input.remove(0, m_at);
        m_dropped += m_at;
        m_at = 0;
        m_looked = 0;
    }
    return m_at < m_input.size();
}

qsizetype ZplReader::endOfCommand() {
    const qsizetype first = m_at + 1;
    qsizetype at = std::max(m_looked, first);
    for (; at < m_input.size(); ++at) {
        const bool isLast = at + 3 > m_input.size() && m_input.at(at) == m_control && !m_isOver;
        if (isLast) // whether it is a command is seen with the next bytes
            break;
        if (startsCommand(at))
            return at;
    }
    m_looked = at;
    return m_isOver ? m_input.size() : -1;
}

// ^GFB,n,… and ^GFC,n,…: n bytes after the fourth comma. ~DYd,f,x,t,…: t bytes after the fifth
// where f says that they are no text.
qsizetype ZplReader::countedBytes(qsizetype& parametersEnd) const {
    const QByteArray head = m_input.mid(m_at, 128);
    const bool isField = head.startsWith(m_format + QByteArray("GF"));
    const bool isDownload = head.startsWith(m_control + QByteArray("DY"));
    if (!isField && !isDownload)
        return 0;
    const QList<QByteArray> fields = head.mid(3).split(m_delimiter);
    const int before = isField ? 4 : 5;
    if (fields.size() <= before)
        return 0;
    const QByteArray form = fields.at(isField ? 0 : 1).trimmed().toUpper();
    const bool isCounted = isField ? form == "B" || form == "C" : form != "A";
    if (!isCounted)
        return 0;
    parametersEnd = m_at + 3;
    for (int field = 0; field < before; ++field)
        parametersEnd += fields.at(field).size() + 1;
    if (m_input.mid(parametersEnd, 1) == ":") // told as binary, sent as :Z64: text
        return 0;
    const qlonglong count = fields.at(isField ? 1 : 3).trimmed().toLongLong();
    return static_cast<qsizetype>(std::clamp<qlonglong>(count, 0, kLongestCommand + 1));
}

std::optional<ZplCommand> ZplReader::cut(qsizetype end, qsizetype raw) {
    ZplCommand command;
    command.isControl = m_input.at(m_at) == m_control && m_control != m_format;
    command.delimiter = m_delimiter;
    const char letter = m_at + 1 < end ? m_input.at(m_at + 1) : '\0';
    const bool isFont =
        !command.isControl && std::toupper(static_cast<unsigned char>(letter)) == 'A';
    const qsizetype length = isFont ? 1 : 2;
    command.name = m_input.mid(m_at + 1, std::min(length, end - m_at - 1)).toUpper();
    command.parameters =
        m_input.mid(m_at + 1 + length, std::max<qsizetype>(0, end - m_at - 1 - length));
    command.raw = m_input.mid(end, raw);
    m_at = end + raw;
    m_looked = 0;
    follow(command);
    return command;
}

void ZplReader::follow(const ZplCommand& command) {
    if (command.parameters.isEmpty() || command.name.size() != 2)
        return;
    char* changed = command.name == "CC"   ? &m_format
                    : command.name == "CT" ? &m_control
                    : command.name == "CD" ? &m_delimiter
                                           : nullptr;
    if (changed != nullptr)
        *changed = command.parameters.at(0);
}

std::optional<ZplCommand> ZplReader::next() {
    if (m_isTooLong || !skipToCommand())
        return std::nullopt;
    if (m_input.size() - m_at < 3 && !m_isOver)
        return std::nullopt;
    const bool isControl = m_input.at(m_at) == m_control;
    const QByteArray name = m_input.mid(m_at + 1, 2).toUpper();
    if (endsAtOnce(isControl, name))
        return cut(m_at + 3, 0);
    const bool isLongQuery = isControl && name == "HQ"; // ~HQES: two more letters say of what
    if (isLongQuery && m_input.size() - m_at >= 5)
        return cut(m_at + 5, 0);
    // ^CC^ names the prefix itself: its one letter is never the next command.
    const bool isChange = name == "CC" || name == "CT" || name == "CD";
    if (isChange) {
        if (m_input.size() - m_at >= 4)
            return cut(m_at + 4, 0);
        if (!m_isOver)
            return std::nullopt;
    }
    qsizetype parametersEnd = -1;
    const qsizetype raw = countedBytes(parametersEnd);
    if (raw > kLongestCommand) {
        m_isTooLong = true;
        return std::nullopt;
    }
    if (raw > 0 && m_input.size() >= parametersEnd + raw)
        return cut(parametersEnd, raw);
    if (raw > 0 && !m_isOver)
        return std::nullopt;
    const qsizetype end = endOfCommand();
    m_isTooLong = end < 0 && m_input.size() - m_at > kLongestCommand;
    if (end < 0)
        return std::nullopt;
    return cut(end, 0);
}

} // namespace packbench
