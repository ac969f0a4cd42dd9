#include "bench/labelinbox.h"

#include "bench/foreignpage.h"
#include "bench/keyedact.h"
#include "bench/labelinboxmatch.h"
#include "bench/parcels.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QCryptographicHash>

#include <array>

namespace packbench {

Q_LOGGING_CATEGORY(inboxLog, "packbench.inbox", QtWarningMsg)

namespace {

constexpr int kAtOnce = 200;
constexpr QChar kBetween = u'\t'; ///< of a detail's parts
const QString kSamePicture = QStringLiteral("same-picture");

struct ReasonRow {
    const char* word;
    NoticeCode code;
};
constexpr std::array kReasons{
    ReasonRow{"no-order", NoticeCode::InboxNoOrder},
    ReasonRow{"several-orders", NoticeCode::InboxSeveralOrders},
    ReasonRow{"other-order", NoticeCode::InboxOtherOrder},
    ReasonRow{"number-differs", NoticeCode::InboxNumberDiffers},
    ReasonRow{"several-numbers", NoticeCode::InboxSeveralNumbers},
    ReasonRow{"no-number", NoticeCode::InboxNoNumber},
    ReasonRow{"number-taken", NoticeCode::NumberTaken},
    ReasonRow{"cancelled", NoticeCode::OrderCancelled},
    ReasonRow{"doubled", NoticeCode::InboxDoubled},
    ReasonRow{"several-parcels", NoticeCode::InboxSeveralParcels},
    ReasonRow{"has-label", NoticeCode::InboxHasLabel},
    ReasonRow{"no-code", NoticeCode::InboxNoCode},
    ReasonRow{"cut", NoticeCode::InboxCut},
    ReasonRow{"not-drawn", NoticeCode::InboxNotDrawn},
    ReasonRow{"too-large", NoticeCode::InboxTooLarge},
    ReasonRow{"full", NoticeCode::InboxFull},
};

void refuse(IncomingLabel& label, IncomingState state, const char* reason,
            const QStringList& detail = {}) {
    label.state = state;
    label.reason = QLatin1String(reason);
    label.detail = detail.join(kBetween);
}

bool wasDone(KeyedAct& act) {
    const auto found = act.found();
    if (found != KeyedAct::Found::Nothing && found != KeyedAct::Found::Done)
        throw StationFault(QStringLiteral("The key %1 stands for something else, is older than 30 "
                                          "days or is no UUID of version 7: nothing was done. Use "
                                          "a new key.")
                               .arg(act.key()));
    return found == KeyedAct::Found::Done;
}

QString mmText(int dots, int dotsPerMm) {
    return QString::number((dots + dotsPerMm / 2) / dotsPerMm);
}

IncomingLabel incomingOf(const ForeignPage& page) {
    const Page& dots = page.label.page;
    IncomingLabel label;
    label.width = dots.width;
    label.height = dots.height;
    label.dotsPerMm = dots.dotsPerMm;
    label.bits = dots.bits;
    for (const ReadCode& code : page.codes) {
        const QString text = code.text.trimmed();
        if (!text.isEmpty() && !label.codes.contains(text))
            label.codes += text;
    }
    for (const LabelFinding& finding : page.label.findings) {
        label.findings += finding.text;
        if (mustNotPrint(finding))
            refuse(label, IncomingState::Unreadable, "not-drawn", {finding.text});
        if (finding.kind == u"cut-stream")
            refuse(label, IncomingState::Unreadable, "cut");
    }
    return label;
}

/// A job that gives no page at all is one row without a picture.
QList<IncomingLabel> pagesOf(const ArrivedJob& job) {
    QList<IncomingLabel> labels;
    for (const ForeignPage& page : job.file.pages)
        labels += incomingOf(page);
    if (job.isCut && !labels.isEmpty() && job.file.pages.size() == 1)
        refuse(labels.last(), IncomingState::Unreadable, "cut");
    if (labels.isEmpty()) {
        IncomingLabel none;
        refuse(none, IncomingState::Unreadable, job.isCut ? "cut" : "not-drawn",
               {job.file.problem});
        labels += none;
    }
    return labels;
}

} // namespace

QString jobKeyOf(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Page pageOf(const IncomingLabel& label) {
    return {label.width, label.height, label.dotsPerMm, label.bits};
}

Notice noticeOf(const IncomingLabel& label) {
    if (label.state == IncomingState::Matched)
        return {NoticeCode::InboxMatched, {label.waybill}};
    if (label.state == IncomingState::Used)
        return {NoticeCode::InboxUsed, {label.waybill}};
    if (label.state == IncomingState::Discarded)
        return {NoticeCode::InboxDiscarded, {label.reason}};
    for (const ReasonRow& row : kReasons) {
        if (label.reason == QLatin1String(row.word))
            return {row.code, label.detail.split(kBetween)};
    }
    return {};
}

QList<IncomingLabel> LabelInbox::take(const ArrivedJob& job) {
    QList<IncomingLabel> taken;
    Transaction transaction(m_ledger);
    int number = 0;
    for (IncomingLabel page : pagesOf(job)) {
        page.arrivedAt = m_clock.now();
        page.source = job.source;
        page.jobKey = QStringLiteral("%1/%2").arg(job.key).arg(++number);
        taken += this->taken(page, job.fileName);
    }
    transaction.commit();
    for (const IncomingLabel& label : taken)
        qCInfo(inboxLog).noquote() << QStringLiteral("label %1 is %2 %3")
                                          .arg(label.id)
                                          .arg(word(label.state), label.reason);
    return taken;
}

IncomingLabel LabelInbox::taken(const IncomingLabel& page, const QString& fileName) {
    if (const auto before = m_ledger.incoming().byJob(page.jobKey)) {
        m_ledger.incoming().arrivedAgain(before->id);
        return *m_ledger.incoming().find(before->id);
    }
    IncomingLabel label = page;
    if (label.reason.isEmpty())
        judge(label, fileName, 0);
    if (const auto same = sameAs(label)) {
        // Remembered, so that its file is not opened again; its picture is there already.
        label.state = IncomingState::Discarded;
        label.reason = kSamePicture;
        label.detail.clear();
        label.width = label.height = 0;
        label.bits.clear();
        m_ledger.incoming().add(label);
        m_ledger.incoming().arrivedAgain(same->id);
        return *m_ledger.incoming().find(same->id);
    }
    const bool waits = label.state != IncomingState::Matched;
    if (waits && m_ledger.incoming().countWaiting() >= kMostWaiting) {
        refuse(label, label.state, "full", {QString::number(kMostWaiting)});
        return label;
    }
    label.id = m_ledger.incoming().add(label);
    return label;
}

std::optional<IncomingLabel> LabelInbox::sameAs(const IncomingLabel& label) {
    if (label.reason != u"doubled")
        return std::nullopt;
    auto other = m_ledger.incoming().ofOrder(label.orderId);
    if (other && !isSameInk(pageOf(*other), pageOf(label)))
        other.reset();
    return other;
}

/// `saidOrder`: a person says whose it is, 0 = nobody does.
void LabelInbox::judge(IncomingLabel& label, const QString& fileName, qint64 saidOrder) {
    using enum IncomingState;
    if (label.codes.isEmpty())
        return refuse(label, Unreadable, "no-code");
    if (!onLabelOf(pageOf(label), m_largestMm))
        return refuse(label, TooLarge, "too-large",
                      {mmText(label.width, label.dotsPerMm), mmText(label.height, label.dotsPerMm),
                       QString::number(m_largestMm.width()),
                       QString::number(m_largestMm.height())});
    const InboxMatch match = matchByCodes(m_ledger, label.codes);
    const QSet<qint64> named =
        saidOrder != 0 ? QSet<qint64>{saidOrder} : matchByName(m_ledger, fileName);
    if (match.orders.size() > 1)
        return refuse(label, Unmatched, "several-orders");
    if (named.size() == 1 && match.orders.size() == 1 && named != match.orders) {
        const auto its = m_ledger.orders().byId(*match.orders.cbegin());
        const auto wanted = m_ledger.orders().byId(*named.cbegin());
        return refuse(label, Unmatched, "other-order",
                      {its->order.key.number, wanted->order.key.number});
    }
    const QSet<qint64>& orders = match.orders.isEmpty() ? named : match.orders;
    if (orders.size() != 1) {
        const QStringList numbers = waybillsAmong(label.codes, {});
        return refuse(label, Unmatched, "no-order",
                      {numbers.isEmpty() ? label.codes.first().left(40) : numbers.first()});
    }
    const auto order = m_ledger.orders().byId(*orders.cbegin());
    label.waybill = match.waybill.toUpper();
    judgeNumber(label, *order);
}

void LabelInbox::judgeNumber(IncomingLabel& label, const OrderRecord& order) {
    using enum IncomingState;
    const QString number = order.order.key.number;
    const bool isFurther = parcelWithoutLabel(m_ledger, order.id).has_value();
    const QString wanted = isFurther ? QString() : order.order.waybill;
    if (!wanted.isEmpty()) {
        if (!isAmong(label.codes, wanted))
            return refuse(label, Unmatched, "number-differs", {number, wanted});
        label.waybill = wanted;
    } else if (label.waybill.isEmpty()) {
        const QStringList possible = waybillsAmong(label.codes, number);
        if (possible.size() != 1)
            return refuse(label, Unmatched, possible.isEmpty() ? "no-number" : "several-numbers",
                          {number, possible.join(u' ')});
        label.waybill = possible.first();
    }
    const auto parcel = openParcel(m_ledger, order.id);
    const auto known = m_ledger.waybills().find(label.waybill);
    if (known && known->parcelId != 0 && (!parcel || known->parcelId != parcel->id))
        return refuse(label, Unmatched, "number-taken", {label.waybill});
    judgeOrder(label, order);
}

/// An order has one parcel at the bench until a person says "extra parcel": a second label, of
/// whatever number, waits for a person.
void LabelInbox::judgeOrder(IncomingLabel& label, const OrderRecord& order) {
    using enum IncomingState;
    const QString number = order.order.key.number;
    label.orderId = order.id;
    switch (order.order.state) {
    case OrderState::Cancelled: return refuse(label, Unmatched, "cancelled", {number});
    case OrderState::Packed:
        if (parcelWithoutLabel(m_ledger, order.id))
            break;
        [[fallthrough]];
    case OrderState::Dispatched:
    case OrderState::Shipped: return refuse(label, Doubled, "has-label", {number, label.waybill});
    case OrderState::Unpaid:
    case OrderState::Open: break;
    }
    const auto other = m_ledger.incoming().ofOrder(order.id);
    if (other && other->id != label.id)
        return refuse(label, Doubled,
                      other->waybill == label.waybill ? "doubled" : "several-parcels",
                      {number, label.waybill});
    label.state = Matched;
    label.reason.clear();
    label.detail.clear();
}

/// An order that was cancelled, or left with another label, has no use for the one that waits.
void LabelInbox::freeStopped() {
    const QList<qint64> ids = m_ledger.incoming().matchedToStopped();
    if (ids.isEmpty())
        return;
    Transaction transaction(m_ledger);
    for (const qint64 id : ids) {
        IncomingLabel label = *m_ledger.incoming().find(id);
        const auto order = m_ledger.orders().byId(label.orderId);
        judgeOrder(label, *order);
        m_ledger.incoming().decide(label);
    }
    transaction.commit();
}

QList<qint64> LabelInbox::matchAgain() {
    freeStopped();
    QList<qint64> orders;
    qint64 after = 0;
    for (QList<qint64> ids = m_ledger.incoming().unmatched(after, kAtOnce); !ids.isEmpty();
         ids = m_ledger.incoming().unmatched(after, kAtOnce)) {
        Transaction transaction(m_ledger);
        for (const qint64 id : ids) {
            IncomingLabel label = *m_ledger.incoming().find(id);
            const QString before = label.reason;
            label.orderId = 0;
            label.waybill.clear();
            judge(label, label.source.section(u'/', -1), 0);
            const bool isJudged = label.state == IncomingState::Unmatched ||
                                  label.state == IncomingState::Matched ||
                                  label.state == IncomingState::Doubled;
            if (label.state == IncomingState::Matched)
                orders += label.orderId;
            if (isJudged && (label.state != IncomingState::Unmatched || label.reason != before))
                m_ledger.incoming().decide(label);
        }
        transaction.commit();
        after = ids.constLast();
    }
    return orders;
}

IncomingLabel LabelInbox::assign(qint64 id, const OrderRecord& order, const QString& key) {
    KeyedAct act(m_ledger, m_clock.now(), key, QStringLiteral("assign-label"),
                 QByteArray::number(id) + ' ' + QByteArray::number(order.id));
    const bool isDone = wasDone(act);
    Transaction transaction(m_ledger);
    auto label = m_ledger.incoming().find(id);
    if (!label)
        throw LedgerError(LedgerError::Code::Constraint,
                          QStringLiteral("There is no incoming label %1.").arg(id));
    const IncomingState before = label->state;
    const bool mayBe =
        !isDone && (before == IncomingState::Unmatched || before == IncomingState::Doubled);
    if (!mayBe)
        return *label;
    label->orderId = 0;
    label->waybill.clear();
    if (const auto other = m_ledger.incoming().ofOrder(order.id); other && other->id != id) {
        // A person chose this one: the other waits.
        IncomingLabel second = *other;
        refuse(second, IncomingState::Doubled, "doubled", {order.order.key.number, second.waybill});
        m_ledger.incoming().decide(second);
    }
    judge(*label, {}, order.id);
    if (label->state != IncomingState::Matched)
        return *label; // nothing was changed: the transaction ends here
    m_ledger.incoming().decide(*label);
    act.done(word(label->state));
    transaction.commit();
    return *label;
}

void LabelInbox::discard(qint64 id, const QString& reason, const QString& key) {
    KeyedAct act(m_ledger, m_clock.now(), key, QStringLiteral("discard-label"),
                 QByteArray::number(id) + ' ' + reason.toUtf8());
    if (wasDone(act))
        return;
    Transaction transaction(m_ledger);
    auto label = m_ledger.incoming().find(id);
    if (!label)
        throw LedgerError(LedgerError::Code::Constraint,
                          QStringLiteral("There is no incoming label %1.").arg(id));
    label->state = IncomingState::Discarded;
    label->reason = reason;
    label->detail.clear();
    m_ledger.incoming().decide(*label);
    act.done(word(label->state));
    transaction.commit();
}

} // namespace packbench
