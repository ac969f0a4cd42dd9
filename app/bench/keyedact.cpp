#include "bench/keyedact.h"

#include "ledger/commandkey.h"
#include "ledger/ledger.h"

#include <QCryptographicHash>

namespace packbench {

KeyedAct::KeyedAct(Ledger& ledger, Instant now, const QString& key, const QString& kind,
                   const QByteArray& body)
    : m_ledger(&ledger)
    , m_command{key.isEmpty() ? newCommandKey(now) : key,
                kind,
                QCryptographicHash::hash(body, QCryptographicHash::Sha256),
                {},
                now,
                {}}
    , m_isOurs(key.isEmpty()) {}

KeyedAct::Found KeyedAct::found() {
    if (m_isOurs)
        return Found::Nothing;
    const auto madeAt = timeOfCommandKey(m_command.key);
    if (!madeAt)
        return Found::BadKey;
    if (const auto known = m_ledger->commands().find(m_command.key)) {
        if (known->kind != m_command.kind || known->bodyHash != m_command.bodyHash)
            return Found::Reused;
        m_command.result = known->result;
        return Found::Done;
    }
    return *madeAt < m_command.at.plusMs(-CommandBook::kKeptMs) ? Found::TooOld : Found::Nothing;
}

void KeyedAct::done(const QString& result) {
    m_command.result = result;
    m_ledger->commands().add(m_command);
}

void KeyedAct::doneWithNext(const QString& result) {
    m_command.result = result;
    m_ledger->commands().attach(m_command);
}

void KeyedAct::end(const QString& result) {
    if (m_ledger->commands().detach())
        done(result);
}

void KeyedAct::giveUp() {
    static_cast<void>(m_ledger->commands().detach());
}

} // namespace packbench
