#include "ledger/labelbook.h"

#include "ledger/audittrail.h"
#include "ledger/columns.h"
#include "ledger/database.h"

namespace packbench {
namespace {

enum class Pages { None, PictureOnly, All };

ParcelRecord readParcel(Rows& rows) {
    ParcelRecord parcel;
    parcel.id = rows.integer();
    parcel.orderId = rows.integer();
    parcel.carton = rows.number();
    parcel.cartons = rows.number();
    parcel.weightGrams = rows.number();
    parcel.waybill = rows.text();
    parcel.courier = rows.text();
    return parcel;
}

std::optional<qint64> maybeInteger(Rows& rows) {
    const bool isThere = !rows.isNull();
    const qint64 number = rows.integer();
    return isThere ? std::optional(number) : std::nullopt;
}

/// What a state proves by itself, as the ledger's word; empty = nothing new.
QString evidenceOf(CopyState state) {
    switch (state) {
    case CopyState::Prepared: return word(LabelEvidence::None);
    case CopyState::Sent: return word(LabelEvidence::Bytes);
    case CopyState::Printed: return word(LabelEvidence::Idle);
    case CopyState::Bound: return word(LabelEvidence::ScanBack);
    case CopyState::Sending:
    case CopyState::Uncertain:
    case CopyState::FailedClean:
    case CopyState::Void: break;
    }
    return {};
}

LabelCopy readCopy(Rows& rows, Pages pages) {
    LabelCopy copy;
    copy.id = rows.integer();
    copy.parcelId = rows.integer();
    copy.orderId = rows.integer();
    copy.copyNo = rows.number();
    copy.waybill = rows.text();
    copy.courier = rows.text();
    const QString state = rows.text();
    copy.state = known(copyStateFromWord(state), state);
    copy.cause = rows.text();
    copy.printer = rows.text();
    copy.language = rows.text();
    copy.form = rows.text();
    copy.badge = rows.text();
    copy.reason = rows.text();
    copy.preparedAt = rows.instant();
    copy.sentAt = rows.maybeInstant();
    copy.boundAt = rows.maybeInstant();
    copy.bytesTaken = rows.integer();
    copy.mark = rows.text();
    const QString evidence = rows.text();
    copy.evidence = known(labelEvidenceFromWord(evidence), evidence);
    copy.counterBefore = maybeInteger(rows);
    copy.cameOut = maybeInteger(rows);
    const qint64 size = rows.integer();
    if (pages != Pages::All)
        copy.bytesAll = size;
    if (pages == Pages::All)
        copy.bytes = rows.bytes();
    if (pages != Pages::None)
        copy.png = rows.bytes();
    return copy;
}

std::optional<ParcelRecord> oneParcel(Rows rows) {
    if (!rows.next())
        return std::nullopt;
    return readParcel(rows);
}

std::optional<LabelCopy> oneCopy(Rows rows) {
    if (!rows.next())
        return std::nullopt;
    return readCopy(rows, Pages::All);
}

QList<LabelCopy> allCopies(Rows rows, Pages pages) {
    QList<LabelCopy> copies;
    while (rows.next())
        copies += readCopy(rows, pages);
    return copies;
}

QString noParcel(qint64 id) {
    return QStringLiteral("There is no parcel %1 in the ledger.").arg(id);
}

QString noCopy(qint64 id) {
    return QStringLiteral("There is no label copy %1 in the ledger.").arg(id);
}

qint64 copyNoOf(Database& database, qint64 id) {
    Rows rows = database.ask("label/copy-no", {{"id", id}});
    return rows.next() ? rows.integer() : 0;
}

} // namespace

qint64 LabelBook::addParcel(const ParcelRecord& parcel) {
    return m_database.insert("label/add-parcel", {{"order", parcel.orderId},
                                                  {"carton", parcel.carton},
                                                  {"cartons", parcel.cartons},
                                                  {"weightGrams", parcel.weightGrams},
                                                  {"waybill", parcel.waybill},
                                                  {"courier", parcel.courier}});
}

std::optional<ParcelRecord> LabelBook::parcel(qint64 id) {
    return oneParcel(m_database.ask("label/parcel", {{"id", id}}));
}

std::optional<ParcelRecord> LabelBook::parcelOfOrder(qint64 orderId) {
    return oneParcel(m_database.ask("label/parcel-of-order", {{"order", orderId}}));
}

std::optional<ParcelRecord> LabelBook::parcelByWaybill(const QString& number) {
    return oneParcel(m_database.ask("label/parcel-by-waybill", {{"number", number}}));
}

QList<ParcelRecord> LabelBook::parcelsOfOrder(qint64 orderId) {
    QList<ParcelRecord> parcels;
    Rows rows = m_database.ask("label/parcels-of-order", {{"order", orderId}});
    while (rows.next())
        parcels += readParcel(rows);
    return parcels;
}

void LabelBook::setCartons(qint64 orderId, int cartons) {
    m_database.change("label/set-cartons", {{"order", orderId}, {"cartons", cartons}});
}

void LabelBook::takeBack(const ParcelRecord& carton, const QString& reason, const QString& badge) {
    Atomic whole(m_database);
    if (carton.waybill.isEmpty())
        m_database.changeOne(
            "label/remove-parcel", {{"id", carton.id}},
            QStringLiteral("Parcel %1 is not a further carton without a number.").arg(carton.id));
    m_database.change("label/renumber", {{"order", carton.orderId}, {"carton", carton.carton}});
    AuditBody body;
    body.with("act", QStringLiteral("carton-taken-back"))
        .with("order", carton.orderId)
        .with("carton", carton.carton)
        .with("waybill", carton.waybill)
        .with("reason", reason);
    audit(m_database, AuditKind::Act, QString::number(carton.id), body, badge);
    whole.commit();
}

void LabelBook::setWaybill(qint64 parcelId, const QString& number, const QString& courier) {
    m_database.changeOne("label/set-waybill",
                         {{"id", parcelId}, {"number", number}, {"courier", courier}},
                         noParcel(parcelId));
}

void LabelBook::setWeight(qint64 parcelId, int grams) {
    m_database.changeOne("label/set-weight", {{"id", parcelId}, {"grams", grams}},
                         noParcel(parcelId));
}

qint64 LabelBook::prepare(const LabelCopy& copy) {
    Atomic whole(m_database);
    const qint64 id = m_database.insert("label/prepare", {{"parcel", copy.parcelId},
                                                          {"waybill", copy.waybill},
                                                          {"courier", copy.courier},
                                                          {"cause", copy.cause},
                                                          {"printer", copy.printer},
                                                          {"language", copy.language},
                                                          {"form", copy.form},
                                                          {"badge", copy.badge},
                                                          {"reason", copy.reason},
                                                          {"preparedAt", copy.preparedAt},
                                                          {"mark", copy.mark}});
    if (id == 0)
        throw LedgerError(LedgerError::Code::Constraint, noParcel(copy.parcelId));
    m_database.change("label/prepare-page",
                      {{"copy", id}, {"bytes", copy.bytes}, {"png", copy.png}});
    AuditBody body;
    body.with("state", word(CopyState::Prepared))
        .with("copyNo", copyNoOf(m_database, id))
        .with("waybill", copy.waybill)
        .with("parcel", copy.parcelId)
        .with("printer", copy.printer)
        .with("reason", copy.reason)
        .with("badge", copy.badge);
    audit(m_database, AuditKind::Copy, QString::number(id), body, copy.badge);
    whole.commit();
    return id;
}

void LabelBook::setState(qint64 copyId, CopyState state, Instant at, qint64 bytesTaken,
                         const QString& cause) {
    wholly(m_database, [&] { changeState(copyId, state, at, bytesTaken, cause); });
}

void LabelBook::changeState(qint64 copyId, CopyState state, Instant at, qint64 bytesTaken,
                            const QString& cause) {
    QString before;
    {
        Rows rows = m_database.ask("label/state", {{"id", copyId}});
        if (!rows.next())
            throw LedgerError(LedgerError::Code::Constraint, noCopy(copyId));
        before = rows.text();
    }
    if (!mayBecome(known(copyStateFromWord(before), before), state))
        throw LedgerError(LedgerError::Code::Constraint,
                          QStringLiteral("Label copy %1 is %2 and may not become %3.")
                              .arg(copyId)
                              .arg(before, word(state)));
    m_database.change("label/set-state", {{"id", copyId},
                                          {"state", word(state)},
                                          {"at", at},
                                          {"cause", cause},
                                          {"evidence", evidenceOf(state)},
                                          {"bytesTaken", bytesTaken},
                                          {"isPrepared", state == CopyState::Prepared},
                                          {"isSent", state == CopyState::Sent},
                                          {"isBound", state == CopyState::Bound}});
    AuditBody body;
    body.with("state", word(state)).with("before", before).with("cause", cause);
    audit(m_database, AuditKind::Copy, QString::number(copyId), body);
}

void LabelBook::refit(const LabelCopy& copy) {
    Atomic whole(m_database);
    m_database.changeOne(
        "label/refit",
        {{"id", copy.id},
         {"printer", copy.printer},
         {"language", copy.language},
         {"form", copy.form},
         {"mark", copy.mark}},
        QStringLiteral("Label copy %1 may have been sent: its page stays as it is.").arg(copy.id));
    m_database.change("label/refit-page",
                      {{"copy", copy.id}, {"bytes", copy.bytes}, {"png", copy.png}});
    whole.commit();
}

void LabelBook::setCause(qint64 copyId, const QString& cause) {
    m_database.changeOne("label/set-cause", {{"id", copyId}, {"cause", cause}}, noCopy(copyId));
}

void LabelBook::setEvidence(qint64 copyId, LabelEvidence evidence, std::optional<qint64> cameOut) {
    m_database.changeOne(
        "label/set-evidence",
        {{"id", copyId}, {"evidence", word(evidence)}, Bind::number("cameOut", cameOut)},
        noCopy(copyId));
}

void LabelBook::setCounterBefore(qint64 copyId, qint64 counter) {
    m_database.changeOne("label/set-counter", {{"id", copyId}, {"counter", counter}},
                         noCopy(copyId));
}

std::optional<LabelCopy> LabelBook::copy(qint64 id) {
    return oneCopy(m_database.ask("label/copy", {{"id", id}}));
}

std::optional<LabelCopy> LabelBook::current(qint64 parcelId) {
    return oneCopy(m_database.ask("label/current", {{"parcel", parcelId}}));
}

QList<LabelCopy> LabelBook::ofOrder(qint64 orderId) {
    return allCopies(m_database.ask("label/of-order", {{"order", orderId}}), Pages::None);
}

QList<LabelCopy> LabelBook::newest(int atMost) {
    return allCopies(m_database.ask("label/newest", {{"atMost", atMost}}), Pages::PictureOnly);
}

QList<LabelCopy> LabelBook::unfinished() {
    return allCopies(m_database.ask("label/unfinished"), Pages::All);
}

QList<LabelCopy> LabelBook::waiting() {
    return allCopies(m_database.ask("label/waiting"), Pages::None);
}

QList<LabelCopy> LabelBook::uncertain(int atMost) {
    return allCopies(m_database.ask("label/uncertain", {{"atMost", atMost}}), Pages::PictureOnly);
}

QList<LabelCopy> LabelBook::toFinish(int atMost) {
    return allCopies(m_database.ask("label/to-finish", {{"atMost", atMost}}), Pages::PictureOnly);
}

QList<LabelCopy> LabelBook::notThere(int atMost) {
    return allCopies(m_database.ask("label/not-there", {{"atMost", atMost}}), Pages::PictureOnly);
}

int LabelBook::countUncertain() {
    Rows rows = m_database.ask("label/count-uncertain");
    return rows.next() ? rows.number() : 0;
}

int LabelBook::sendingBecomesUncertain(Instant at) {
    int count = 0;
    wholly(m_database, [&] {
        QList<qint64> ids;
        {
            Rows rows = m_database.ask("label/ids-sending");
            while (rows.next())
                ids += rows.integer();
        }
        count = ids.isEmpty() ? 0 : m_database.change("label/sending-is-uncertain", {{"at", at}});
        for (const qint64 id : std::as_const(ids)) {
            AuditBody body;
            body.with("state", word(CopyState::Uncertain)).with("before", word(CopyState::Sending));
            audit(m_database, AuditKind::Copy, QString::number(id), body);
        }
    });
    return count;
}

} // namespace packbench
