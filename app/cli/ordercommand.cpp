#include "bench/clock.h"
#include "bench/dueboard.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"
#include "shipping/mask.h"

namespace packbench {

namespace {

QList<QCommandLineOption> shopOption() {
    return {{QStringLiteral("shop"),
             QStringLiteral("Shop key, where several shops share a number."),
             QStringLiteral("key")}};
}

OrderRecord orderNamed(Ledger& ledger, const Invocation& call) {
    const QString number = call.onlyWord(QStringLiteral("order number"));
    const auto orders = ledger.orders().byNumber(number);
    for (const OrderRecord& order : orders) {
        if (orders.size() == 1 || order.order.key.shop == call.value("shop"))
            return order;
    }
    throw UsageError(orders.isEmpty()
                         ? QStringLiteral("There is no order '%1'.").arg(number)
                         : QStringLiteral("Several shops have an order '%1': name one with --shop.")
                               .arg(number));
}

QJsonArray scansOf(Ledger& ledger, qint64 orderId, const QTimeZone& zone) {
    QJsonArray scans;
    for (const ScanRecord& record : ledger.scans().ofOrder(orderId))
        scans.append(QJsonObject{{"at", timeValue(record.scan.at, zone)},
                                 {"scan", record.scan.text},
                                 {"kind", textOrNull(record.kind)},
                                 {"outcome", textOrNull(record.outcome)},
                                 {"operator", textOrNull(record.scan.badge)},
                                 {"bench", record.scan.bench},
                                 {"device", record.scan.device}});
    return scans;
}

QJsonArray verificationsOf(Ledger& ledger, const OrderRecord& order, const QTimeZone& zone) {
    QJsonArray out;
    for (const Verification& verification : ledger.orders().verifications(order.id))
        out.append(QJsonObject{{"at", timeValue(verification.at, zone)},
                               {"line", verification.line + 1},
                               {"sku", order.order.lines.value(verification.line).sku},
                               {"pieces", verification.pieces},
                               {"serial", textOrNull(verification.serial)},
                               {"how", verification.how},
                               {"operator", textOrNull(verification.badge)},
                               {"undone", verification.undone}});
    return out;
}

QJsonArray labelsOf(Ledger& ledger, qint64 orderId, const QTimeZone& zone) {
    QJsonArray labels;
    for (const LabelCopy& copy : ledger.labels().ofOrder(orderId))
        labels.append(labelObject(copy, zone));
    return labels;
}

int setHold(const QStringList& arguments, bool on) {
    const Invocation call(arguments, shopOption());
    const auto ledger = call.openLedger();
    const OrderRecord order = orderNamed(*ledger, call);
    ledger->orders().setHold(order.id, Hold::ByService, on);
    if (!on) {
        for (const Hold hold : {Hold::Refund, Hold::ChangedLate})
            ledger->orders().setHold(order.id, hold, false);
    }
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    if (call.json())
        print(QJsonDocument(orderObject(*ledger->orders().byId(order.id), zone)));
    else
        printLine(QStringLiteral("%1 is %2")
                      .arg(order.order.key.number,
                           on ? QStringLiteral("held") : QStringLiteral("released")));
    return kDone;
}

} // namespace

int runOrderList(const QStringList& arguments) {
    const Invocation call(arguments,
                          {{QStringLiteral("state"),
                            QStringLiteral("unpaid, open, packed, dispatched, cancelled, shipped"),
                            QStringLiteral("state")}});
    std::optional<OrderState> state;
    if (call.isSet("state")) {
        state = orderStateFromWord(call.value("state"));
        if (!state)
            throw UsageError(QStringLiteral(
                "--state takes unpaid, open, packed, dispatched, cancelled or shipped."));
    }
    const auto ledger = call.openLedger();
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    QJsonArray all;
    ledger->orders().forEach(state, [&](const OrderRecord& record) {
        if (call.json())
            all.append(orderObject(record, zone));
        else
            printLine(
                QStringLiteral("%1  %2  %3  %4 pcs  %5")
                    .arg(record.order.key.shop, record.order.key.number, word(record.order.state))
                    .arg(record.order.pieces())
                    .arg(maskedName(record.order.recipient.name)));
    });
    if (call.json())
        print(QJsonDocument(all));
    return kDone;
}

int runOrderShow(const QStringList& arguments) {
    const Invocation call(arguments, shopOption());
    const auto ledger = call.openLedger();
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    const OrderRecord order = orderNamed(*ledger, call);
    QJsonObject out = orderObject(order, zone);
    out.insert(QStringLiteral("remarksConfirmed"), order.remarksConfirmed);
    out.insert(QStringLiteral("importedAt"), timeValue(order.importedAt, zone));
    out.insert(QStringLiteral("scans"), scansOf(*ledger, order.id, zone));
    out.insert(QStringLiteral("verified"), verificationsOf(*ledger, order, zone));
    out.insert(QStringLiteral("labels"), labelsOf(*ledger, order.id, zone));
    out.insert(QStringLiteral("inspections"), QJsonArray());
    QJsonValue dispatch = QJsonValue::Null;
    if (const auto parcel = ledger->labels().parcelOfOrder(order.id)) {
        if (const auto record = ledger->dispatches().ofParcel(parcel->id))
            dispatch = dispatchObject(*record, zone);
    }
    out.insert(QStringLiteral("dispatch"), dispatch);
    print(QJsonDocument(out));
    return kDone;
}

int runOrderHold(const QStringList& arguments) {
    return setHold(arguments, true);
}

int runOrderRelease(const QStringList& arguments) {
    return setHold(arguments, false);
}

int runDue(const QStringList& arguments) {
    const Invocation call(arguments, {{QStringLiteral("at"), QStringLiteral("As of this time."),
                                       QStringLiteral("time")}});
    const auto ledger = call.openLedger();
    const BenchSettings settings = loadSettings(ledger->settings());
    SystemClock clock;
    Instant now = clock.now();
    if (call.isSet("at")) {
        const auto at = instantFromText(call.value("at"), settings.zone);
        if (!at)
            throw UsageError(QStringLiteral(
                "--at takes a time such as 2026-09-20T10:15 or 2026-09-20T10:15+08:00."));
        now = *at;
    }
    const DueBoard board = dueBoard(*ledger, settings, workingCalendar(settings), now, 1'000'000);
    QJsonArray rows;
    for (const DueRow& row : board.rows) {
        rows.append(
            QJsonObject{{"shop", row.key.shop},
                        {"order", row.key.number},
                        {"goalAt", timeValue(row.window.goalAt, settings.zone)},
                        {"limitAt", timeValue(row.window.limitAt, settings.zone)},
                        {"wave", timeValue(row.waveAt, settings.zone)},
                        {"state", word(row.state)},
                        {"situation", row.situation},
                        {"calendar", row.window.calendarKnown ? QStringLiteral("known")
                                                              : QStringLiteral("unknown")}});
        if (!call.json())
            printLine(QStringLiteral("%1  %2  %3  limit %4  %5")
                          .arg(word(row.state), row.key.shop, row.key.number,
                               isoText(row.window.limitAt, settings.zone), row.situation));
    }
    if (call.json())
        print(QJsonDocument(rows));
    return kDone;
}

} // namespace packbench
