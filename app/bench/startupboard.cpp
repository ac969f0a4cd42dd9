#include "bench/startupboard.h"

#include "bench/labelling.h"
#include "ledger/ledger.h"

#include <QHash>

#include <algorithm>

namespace packbench {

namespace {

/// Reads copies as rows, and each person once.
class Reading {
public:
    explicit Reading(Ledger& ledger) : m_ledger(ledger) {
        for (const Operator& person : ledger.staff().all())
            m_names.insert(person.badge, person.name);
    }

    /// Nothing where its order is no longer the bench's: it left or was cancelled.
    std::optional<StartUpRow> row(const LabelCopy& copy) {
        const auto order = m_ledger.orders().byId(copy.orderId);
        const auto parcel = m_ledger.labels().parcel(copy.parcelId);
        const bool isOurs = order && order->order.state != OrderState::Dispatched &&
                            order->order.state != OrderState::Shipped;
        if (!isOurs || !parcel)
            return std::nullopt;
        StartUpRow row;
        row.copyId = copy.id;
        row.key = order->order.key;
        row.waybill = copy.waybill;
        row.courier = copy.courier;
        row.carton = parcel->carton;
        row.cartons = parcel->cartons;
        row.copyNo = copy.copyNo;
        row.state = copy.state == CopyState::Void ? kLabelNotThere : word(copy.state);
        row.cause = copy.state == CopyState::Void ? QString() : copy.cause;
        row.evidence = word(copy.evidence);
        row.cameOut = copy.cameOut.value_or(-1);
        row.printer = copy.printer;
        row.bytesTaken = copy.bytesTaken;
        row.bytesAll = std::max(copy.bytesAll, qint64(copy.bytes.size()));
        row.badge = copy.badge;
        row.operatorName = m_names.value(copy.badge);
        row.at = copy.sentAt.value_or(copy.preparedAt);
        row.png = copy.png;
        return row;
    }

    QList<StartUpRow> rows(const QList<LabelCopy>& copies) {
        QList<StartUpRow> rows;
        for (const LabelCopy& copy : copies) {
            if (auto one = row(copy))
                rows.append(std::move(*one));
        }
        return rows;
    }

private:
    Ledger& m_ledger;
    QHash<QString, QString> m_names;
};

} // namespace

StartUpBoard startUpBoard(Ledger& ledger, const std::optional<Instant>& stoppedAt, int atMost) {
    Reading reading(ledger);
    StartUpBoard board;
    board.stoppedAt = stoppedAt;
    board.uncertain = reading.rows(ledger.labels().uncertain(atMost));
    board.uncertainAll = ledger.labels().countUncertain();
    board.toFinish = reading.rows(ledger.labels().toFinish(atMost)) +
                     reading.rows(ledger.labels().notThere(atMost));
    return board;
}

StartUpBoard unfinishedLabels(Ledger& ledger, int atMost) {
    StartUpBoard board = startUpBoard(ledger, ledger.scans().lastAt(), atMost);
    QList<LabelCopy> sending = ledger.labels().unfinished();
    sending.removeIf([](const LabelCopy& copy) { return copy.state != CopyState::Sending; });
    board.uncertain = Reading(ledger).rows(sending) + board.uncertain;
    board.uncertainAll += int(sending.size());
    return board;
}

} // namespace packbench
