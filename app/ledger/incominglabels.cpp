#include "ledger/incominglabels.h"

#include "ledger/audittrail.h"
#include "ledger/columns.h"
#include "ledger/database.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace packbench {
namespace {

QString listText(const QStringList& list) {
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listFrom(const QString& text) {
    QStringList list;
    for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array())
        list += value.toString();
    return list;
}

IncomingLabel readLabel(Rows& rows, bool withPage) {
    IncomingLabel label;
    label.id = rows.integer();
    label.arrivedAt = rows.instant();
    label.source = rows.text();
    label.jobKey = rows.text();
    label.arrivals = rows.number();
    label.width = rows.number();
    label.height = rows.number();
    label.dotsPerMm = rows.number();
    label.codes = listFrom(rows.text());
    label.findings = listFrom(rows.text());
    label.waybill = rows.text();
    label.orderId = rows.integer();
    label.parcelId = rows.integer();
    const QString state = rows.text();
    label.state = known(incomingStateFromWord(state), state);
    label.reason = rows.text();
    label.detail = rows.text();
    if (withPage)
        label.bits = qUncompress(rows.bytes());
    return label;
}

std::optional<IncomingLabel> readOne(Rows rows, bool withPage) {
    if (!rows.next())
        return std::nullopt;
    return readLabel(rows, withPage);
}

QList<IncomingLabel> readAll(Rows rows) {
    QList<IncomingLabel> labels;
    while (rows.next())
        labels += readLabel(rows, false);
    return labels;
}

QString noLabel(qint64 id) {
    return QStringLiteral("There is no incoming label %1 in the ledger.").arg(id);
}

void checkMayBecome(Database& database, qint64 id, IncomingState state) {
    Rows rows = database.ask("incoming/state", {{"id", id}});
    if (!rows.next())
        throw LedgerError(LedgerError::Code::Constraint, noLabel(id));
    const QString before = rows.text();
    if (!mayBecome(known(incomingStateFromWord(before), before), state))
        throw LedgerError(LedgerError::Code::Constraint,
                          QStringLiteral("Incoming label %1 is %2 and may not become %3.")
                              .arg(id)
                              .arg(before, word(state)));
}

void note(Database& database, qint64 id, const IncomingLabel& label) {
    audit(database, AuditKind::Incoming, QString::number(id),
          AuditBody()
              .with("state", word(label.state))
              .with("waybill", label.waybill)
              .with("order", label.orderId)
              .with("parcel", label.parcelId)
              .with("reason", label.reason)
              .with("source", label.source));
}

} // namespace

qint64 IncomingLabels::add(const IncomingLabel& label) {
    Atomic whole(m_database);
    const qint64 id = m_database.insert("incoming/add", {{"arrivedAt", label.arrivedAt},
                                                         {"source", label.source},
                                                         {"jobKey", label.jobKey},
                                                         {"width", label.width},
                                                         {"height", label.height},
                                                         {"dotsPerMm", label.dotsPerMm},
                                                         {"codes", listText(label.codes)},
                                                         {"findings", listText(label.findings)},
                                                         {"waybill", label.waybill},
                                                         Bind::reference("order", label.orderId),
                                                         {"state", word(label.state)},
                                                         {"reason", label.reason},
                                                         {"detail", label.detail}});
    m_database.change("incoming/add-page", {{"label", id}, {"bits", qCompress(label.bits)}});
    note(m_database, id, label);
    whole.commit();
    return id;
}

void IncomingLabels::arrivedAgain(qint64 id) {
    m_database.changeOne("incoming/arrived-again", {{"id", id}}, noLabel(id));
}

void IncomingLabels::decide(const IncomingLabel& label) {
    Atomic whole(m_database);
    checkMayBecome(m_database, label.id, label.state);
    m_database.change("incoming/decide", {{"id", label.id},
                                          {"state", word(label.state)},
                                          {"waybill", label.waybill},
                                          Bind::reference("order", label.orderId),
                                          {"reason", label.reason},
                                          {"detail", label.detail}});
    note(m_database, label.id, label);
    whole.commit();
}

void IncomingLabels::use(qint64 id, qint64 parcelId) {
    Atomic whole(m_database);
    checkMayBecome(m_database, id, IncomingState::Used);
    m_database.change("incoming/use", {{"id", id}, {"parcel", parcelId}});
    IncomingLabel used;
    used.state = IncomingState::Used;
    used.parcelId = parcelId;
    note(m_database, id, used);
    whole.commit();
}

std::optional<IncomingLabel> IncomingLabels::find(qint64 id) {
    return readOne(m_database.ask("incoming/find", {{"id", id}}), true);
}

std::optional<IncomingLabel> IncomingLabels::ofOrder(qint64 orderId) {
    return readOne(m_database.ask("incoming/of-order", {{"order", orderId}}), true);
}

QList<IncomingLabel> IncomingLabels::doubledOf(qint64 orderId) {
    return readAll(m_database.ask("incoming/doubled-of-order", {{"order", orderId}}));
}

std::optional<IncomingLabel> IncomingLabels::ofParcel(qint64 parcelId) {
    return readOne(m_database.ask("incoming/of-parcel", {{"parcel", parcelId}}), true);
}

std::optional<IncomingLabel> IncomingLabels::byJob(const QString& jobKey) {
    return readOne(m_database.ask("incoming/by-job", {{"jobKey", jobKey}}), false);
}

bool IncomingLabels::wasSeen(const QString& jobKey) {
    Rows rows = m_database.ask("incoming/count-of-job", {{"jobKey", jobKey}});
    return rows.next() && rows.integer() > 0;
}

QList<IncomingLabel> IncomingLabels::waiting(int atMost) {
    return readAll(m_database.ask("incoming/waiting", {{"atMost", atMost}}));
}

QList<IncomingLabel> IncomingLabels::newest(int atMost) {
    return readAll(m_database.ask("incoming/newest", {{"atMost", atMost}}));
}

qint64 IncomingLabels::countWaiting() {
    Rows rows = m_database.ask("incoming/count-waiting");
    return rows.next() ? rows.integer() : 0;
}

QList<qint64> IncomingLabels::matchedToStopped() {
    QList<qint64> ids;
    Rows rows = m_database.ask("incoming/matched-to-stopped");
    while (rows.next())
        ids += rows.integer();
    return ids;
}

QList<qint64> IncomingLabels::unmatched(qint64 after, int atMost) {
    QList<qint64> ids;
    Rows rows = m_database.ask("incoming/unmatched", {{"after", after}, {"atMost", atMost}});
    while (rows.next())
        ids += rows.integer();
    return ids;
}

} // namespace packbench
