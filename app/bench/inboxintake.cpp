#include "bench/inboxintake.h"

#include "bench/benchsettings.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

namespace packbench {

InboxIntake::InboxIntake(Ledger& ledger, Clock& clock, const BenchSettings& settings,
                         std::function<void(const StationFault&)> faulted, QObject* parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_inbox(ledger, clock, labelSizeMm(settings))
    , m_faulted(std::move(faulted)) {
    if (const auto setup = InboxServer::setupFrom(settings)) {
        m_server = std::make_unique<InboxServer>(*setup);
        connect(m_server.get(), &InboxServer::arrived, this, [this](const ArrivedJob& job) {
            take(job);
            m_server->taken();
        });
    }
    if (settings.labelFolder.isEmpty())
        return;
    m_folder = std::make_unique<LabelFolder>(settings.labelFolder, settings.inboxDotsPerMm);
    connect(m_folder.get(), &LabelFolder::arrived, this, &InboxIntake::take);
    connect(m_folder.get(), &LabelFolder::found, this,
            [this](const QString& path, const QString& key) {
                if (!m_ledger.incoming().wasSeen(key + QStringLiteral("/1")))
                    m_folder->open(path, key);
            });
}

QString InboxIntake::start() {
    if (m_folder)
        m_folder->start();
    return m_server ? m_server->start() : QString();
}

void InboxIntake::close() {
    if (m_server)
        m_server->close();
}

void InboxIntake::take(const ArrivedJob& job) {
    try {
        Q_EMIT took(m_inbox.take(job));
    } catch (const StationFault& fault) {
        m_faulted(fault);
    }
}

QList<qint64> matchedOrders(const QList<IncomingLabel>& labels) {
    QList<qint64> orders;
    for (const IncomingLabel& label : labels) {
        if (label.state == IncomingState::Matched)
            orders += label.orderId;
    }
    return orders;
}

} // namespace packbench
