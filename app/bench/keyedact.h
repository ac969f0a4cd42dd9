#pragma once

#include "ledger/commandbook.h"

namespace packbench {

class Ledger;

/// One scan or one act under its key: looked up before it is done, written down with its effect.
class KeyedAct {
public:
    /// An empty key is made here: it cannot have been used. `body` is all that is asked for.
    KeyedAct(Ledger& ledger, Instant now, const QString& key, const QString& kind,
             const QByteArray& body);

    enum class Found {
        Nothing, ///< may be done
        Done,    ///< was done before: `result` is the answer
        Reused,  ///< the key stands for something else
        TooOld,  ///< whether it was done is no longer known
        BadKey
    };
    [[nodiscard]] Found found();
    [[nodiscard]] const QString& result() const { return m_command.result; }
    [[nodiscard]] const QString& key() const { return m_command.key; }
    [[nodiscard]] bool isOurs() const { return m_isOurs; } ///< the key was made here
    void ofBench(const QString& bench) { m_command.bench = bench; }

    /// With the transaction of the effect.
    void done(const QString& result);
    /// With the next transaction that is committed, wherever that is.
    void doneWithNext(const QString& result);
    /// Nothing was committed since `doneWithNext`: this is the answer then.
    void end(const QString& result);
    void giveUp();

private:
    Ledger* m_ledger;
    CommandRecord m_command;
    bool m_isOurs;
};

} // namespace packbench
