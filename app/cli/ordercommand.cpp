#include "bench/clock.h"
#include "bench/dueboard.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "cli/ruling.h"
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

/// What a person may lift; the others go once the file or the catalogue is complete.
const QList<Hold> kLiftable{Hold::ByService, Hold::Refund, Hold::ChangedLate};

QString wordsOf(const QList<Hold>& holds) {
    QStringList words;
    for (const Hold hold : holds)
        words.append(word(hold));
    return words.join(QStringLiteral(", "));
}

QList<Hold> liftableOf(const OrderRecord& order) {
    QList<Hold> holds = order.order.holds;
    holds.removeIf([](Hold hold) { return !kLiftable.contains(hold); });
    return holds;
}

QList<Hold> holdsNamed(const QString& text) {
    QList<Hold> holds;
    for (const QString& one : text.split(u',', Qt::SkipEmptyParts)) {
        const auto hold = holdFromWord(one.trimmed());
        if (!hold || !kLiftable.contains(*hold))
            throw UsageError(QStringLiteral("--hold takes %1; any other hold goes by itself once "
                                            "the order file or the catalogue is complete.")
                                 .arg(wordsOf(kLiftable)));
        holds.append(*hold);
    }
    return holds;
}

/// Those that were named, all when that is said, else the only one. @throws UsageError for several
QList<Hold> holdsMeant(const Invocation& call, const OrderRecord& order) {
    const QList<Hold> standing = liftableOf(order);
    if (call.isSet("hold")) {
        QList<Hold> named = holdsNamed(call.value("hold"));
        named.removeIf([&](Hold hold) { return !standing.contains(hold); });
        return named;
    }
    if (standing.size() > 1 && !call.isSet("all"))
        throw UsageError(QStringLiteral("Order '%1' is held by %2: name with --hold what is "
                                        "lifted, or say --all.")
                             .arg(order.order.key.number, wordsOf(standing)));
    return standing;
}

void tellReleased(const OrderRecord& before, const QList<Hold>& lifted, const OrderRecord& now) {
    const QString number = now.order.key.number;
    if (before.order.holds.isEmpty())
        return printLine(QStringLiteral("%1 is not held: nothing changed").arg(number));
    if (lifted.isEmpty())
        return printLine(QStringLiteral("%1 stays held, nothing changed: %2")
                             .arg(number, wordsOf(now.order.holds)));
    printLine(QStringLiteral("%1: lifted: %2").arg(number, wordsOf(lifted)));
    printLine(now.order.holds.isEmpty()
                  ? QStringLiteral("%1 is released").arg(number)
                  : QStringLiteral("%1 stays held: %2").arg(number, wordsOf(now.order.holds)));
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
    const Invocation call(arguments, shopOption());
    const auto ledger = call.openLedger();
    const OrderRecord order = orderNamed(*ledger, call);
    ledger->orders().setHold(order.id, Hold::ByService, true);
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    if (call.json())
        print(QJsonDocument(orderObject(*ledger->orders().byId(order.id), zone)));
    else
        printLine(QStringLiteral("%1 is held").arg(order.order.key.number));
    return kDone;
}

int runOrderRelease(const QStringList& arguments) {
    const Invocation call(
        arguments,
        shopOption() + rulingOptions() +
            QList<QCommandLineOption>{
                {QStringLiteral("hold"), QStringLiteral("What is lifted, with commas between."),
                 QStringLiteral("words")},
                {QStringLiteral("all"), QStringLiteral("Every hold that a person may lift.")}});
    const auto ledger = call.openLedger();
    const OrderRecord order = orderNamed(*ledger, call);
    const Ruling ruling = rulingOf(call, *ledger, SystemClock().now());
    const QList<Hold> lifted = holdsMeant(call, order);
    Transaction whole(*ledger);
    for (const Hold hold : lifted)
        ledger->orders().release(order.id, hold, ruling.reason, ruling.badge);
    whole.commit();
    const OrderRecord now = *ledger->orders().byId(order.id);
    if (call.json())
        print(QJsonDocument(orderObject(now, loadSettings(ledger->settings()).zone)));
    else
        tellReleased(order, lifted, now);
    return lifted.isEmpty() ? kDoneWithFindings : kDone;
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
