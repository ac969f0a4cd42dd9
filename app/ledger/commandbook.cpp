#include "ledger/commandbook.h"

#include "ledger/database.h"

namespace packbench {

std::optional<CommandRecord> CommandBook::find(const QString& key) {
    Rows rows = m_database.ask("command/find", {{"key", key}});
    if (!rows.next())
        return std::nullopt;
    CommandRecord command;
    command.key = rows.text();
    command.kind = rows.text();
    command.bodyHash = rows.bytes();
    command.result = rows.text();
    command.at = rows.instant();
    command.bench = rows.text();
    return command;
}

void CommandBook::write(const CommandRecord& command) {
    m_written = command.key;
    m_database.change("command/add", {{"key", command.key},
                                      {"kind", command.kind},
                                      {"bodyHash", command.bodyHash},
                                      {"result", command.result},
                                      {"at", command.at},
                                      {"bench", command.bench}});
}

void CommandBook::add(const CommandRecord& command) {
    wholly(m_database, [&] { write(command); });
}

bool CommandBook::detach() {
    const bool isWaiting = m_attached.has_value();
    m_attached.reset();
    return isWaiting;
}

std::optional<QString> CommandBook::newestOf(const QString& bench) {
    Rows rows = m_database.ask("command/newest-of", {{"bench", bench}});
    if (!rows.next())
        return std::nullopt;
    return rows.text();
}

int CommandBook::forgetOld(Instant now) {
    return m_database.change("command/forget", {{"before", now.plusMs(-kKeptMs)}});
}

void CommandBook::beforeCommit() {
    m_wroteAttached = m_attached.has_value();
    if (m_wroteAttached)
        write(*m_attached);
}

void CommandBook::afterCommit() {
    if (m_wroteAttached)
        m_attached.reset();
    afterRollback();
}

void CommandBook::afterRollback() {
    m_wroteAttached = false;
    m_written.clear();
}

std::optional<bool> CommandBook::isThere() {
    if (m_written.isEmpty())
        return std::nullopt;
    return find(m_written).has_value();
}

} // namespace packbench
