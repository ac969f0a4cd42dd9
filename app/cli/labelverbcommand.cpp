// packctl label list, unfinished, again, redo, extra, not-there: what became of printed labels.
#include "bench/desk.h"
#include "bench/parcels.h"
#include "bench/simulation.h"
#include "bench/startupboard.h"
#include "bench/stationkeys.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <functional>

namespace packbench {

namespace {

constexpr int kMostListed = 1'000'000;

QList<QCommandLineOption> verbOptions() {
    return {{QStringLiteral("reason"), QStringLiteral("Why, in a word."), QStringLiteral("why")},
            {QStringLiteral("badge"), QStringLiteral("Who does it."), QStringLiteral("number")},
            {QStringLiteral("shop"), QStringLiteral("Where several shops share a number."),
             QStringLiteral("key")},
            {QStringLiteral("carton"), QStringLiteral("Which carton; the open one without."),
             QStringLiteral("n")},
            {QStringLiteral("key"), QStringLiteral("UUID v7: under it, it is done once."),
             QStringLiteral("key")},
            {QStringLiteral("labels"), QStringLiteral("Folder of the virtual printer."),
             QStringLiteral("folder")}};
}

OrderRecord orderOf(Ledger& ledger, const Invocation& call) {
    const QString number = call.onlyWord(QStringLiteral("order number"));
    for (const OrderRecord& order : ledger.orders().byNumber(number)) {
        if (!call.isSet("shop") || order.order.key.shop == call.value("shop"))
            return order;
    }
    throw UsageError(QStringLiteral("There is no order '%1'.").arg(number));
}

/// The newest copy of the carton that is named, else of the one that is open.
LabelCopy copyOf(Ledger& ledger, const OrderRecord& order, const Invocation& call) {
    auto parcel = openParcel(ledger, order.id);
    if (call.isSet("carton")) {
        parcel.reset();
        for (const ParcelRecord& one : ledger.labels().parcelsOfOrder(order.id)) {
            if (one.carton == call.value("carton").toInt())
                parcel = one;
        }
    }
    const auto copy = parcel ? ledger.labels().current(parcel->id) : std::nullopt;
    if (!copy)
        throw UsageError(
            QStringLiteral("Order '%1' has no label there.").arg(order.order.key.number));
    return *copy;
}

/// Under a key that was used, the label it was used for, whatever became of its order since.
LabelCopy keyedCopyOf(Ledger& ledger, const Invocation& call, const QString& act) {
    const OrderRecord order = orderOf(ledger, call);
    const Instant now = SystemClock().now();
    for (const LabelCopy& copy : ledger.labels().ofOrder(order.id)) {
        KeyedAct known(ledger, now, call.value("key"), act,
                       verbBody(copy.id, call.value("reason")));
        if (known.found() == KeyedAct::Found::Done)
            return copy;
    }
    return copyOf(ledger, order, call);
}

/// A bench for one act: signed on, its printer known, and every answer told.
class Act {
public:
    Act(Ledger& ledger, const Invocation& call)
        : m_desk(ledger, m_clock,
                 {call.isSet("labels") ? call.value("labels") : labelFolderOf(ledger.address()),
                  true, PrinterLanguage::Zpl}) {
        m_desk.findPrinters();
        settle();
        m_desk.pollPrinter();
        settle();
        signOn(ledger, call.value("badge"));
        const bool asJson = call.json();
        QObject::connect(&m_desk, &Desk::replied, [=, this](const QList<StationReply>& replies) {
            for (const StationReply& reply : replies)
                tell(reply, asJson);
        });
    }

    int run(const std::function<void(Desk&)>& act) {
        act(m_desk);
        settle();
        return m_isDone ? kDone : kDoneWithFindings;
    }

private:
    void signOn(Ledger& ledger, const QString& badge) {
        if (!ledger.staff().byBadge(badge))
            throw UsageError(QStringLiteral("Give --badge with the badge of whoever does it."));
        m_desk.scan({QStringLiteral("PBU-") + badge, {}, {}, 0, false});
    }

    void tell(const StationReply& reply, bool asJson) {
        m_isDone = m_isDone && reply.verdict != Verdict::Stop && reply.verdict != Verdict::Wrong &&
                   reply.outcome != u"nothing-to-do";
        const QJsonObject answer = replyObject(reply, Language::English);
        printLine(asJson ? QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact))
                         : answer.value(QStringLiteral("say")).toString());
    }

    void settle() {
        while (m_desk.isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            50);
    }

    SystemClock m_clock;
    Desk m_desk;
    bool m_isDone = true;
};

QJsonValue countOrNull(qint64 count) {
    return count < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(count);
}

QJsonObject rowObject(const StartUpRow& row, const QTimeZone& zone) {
    return {{"copy", row.copyId},
            {"shop", row.key.shop},
            {"order", row.key.number},
            {"waybill", textOrNull(row.waybill)},
            {"carton", row.carton},
            {"cartons", row.cartons},
            {"copyNo", row.copyNo},
            {"state", row.state},
            {"cause", textOrNull(row.cause)},
            {"evidence", row.evidence},
            {"cameOut", countOrNull(row.cameOut)},
            {"printer", row.printer},
            {"bytesTaken", row.bytesTaken},
            {"bytesAll", row.bytesAll},
            {"badge", textOrNull(row.badge)},
            {"operator", textOrNull(row.operatorName)},
            {"at", timeValue(row.at, zone)}};
}

/// Scans that nobody judged before the program ended.
QJsonArray scansOf(const QList<ScanRecord>& scans, const QTimeZone& zone, bool asLines) {
    QJsonArray out;
    for (const ScanRecord& record : scans) {
        out.append(QJsonObject{{"scan", record.id},
                               {"text", record.scan.text},
                               {"at", timeValue(record.scan.at, zone)},
                               {"badge", textOrNull(record.scan.badge)},
                               {"device", record.scan.device}});
        if (asLines)
            printLine(QStringLiteral("not counted  %1  %2  %3")
                          .arg(isoText(record.scan.at, zone), record.scan.badge, record.scan.text));
    }
    return out;
}

QJsonArray rowsOf(const QList<StartUpRow>& rows, const QTimeZone& zone, bool asLines) {
    QJsonArray out;
    for (const StartUpRow& row : rows) {
        out.append(rowObject(row, zone));
        if (asLines)
            printLine(QStringLiteral("%1  %2  %3  %4  %5  %6 of %7 bytes  %8")
                          .arg(row.copyId)
                          .arg(row.key.number, row.waybill, row.state, row.evidence)
                          .arg(row.bytesTaken)
                          .arg(row.bytesAll)
                          .arg(row.printer));
    }
    return out;
}

} // namespace

int runLabelAgain(const QStringList& arguments) {
    const Invocation call(arguments, verbOptions());
    const auto ledger = call.openLedger();
    const LabelCopy copy = keyedCopyOf(*ledger, call, QStringLiteral("print-again"));
    return Act(*ledger, call).run([&](Desk& desk) {
        desk.printAgain(copy.id, call.value("reason"), call.value("key"));
    });
}

int runLabelRedo(const QStringList& arguments) {
    const Invocation call(arguments, verbOptions());
    const auto ledger = call.openLedger();
    const LabelCopy copy = keyedCopyOf(*ledger, call, QStringLiteral("redo"));
    return Act(*ledger, call).run([&](Desk& desk) {
        desk.redo(copy.id, call.value("reason"), call.value("key"));
    });
}

int runLabelExtra(const QStringList& arguments) {
    const Invocation call(
        arguments,
        verbOptions() + QList<QCommandLineOption>{
                            {QStringLiteral("back"),
                             QStringLiteral("Takes an extra carton back, the last one without "
                                            "--carton.")}});
    const auto ledger = call.openLedger();
    const OrderRecord order = orderOf(*ledger, call);
    if (call.isSet("back") && call.isSet("carton") && call.value("carton").toInt() < 2)
        throw UsageError(QStringLiteral("--carton takes 2 or more: the first is the order's own."));
    if (call.isSet("back"))
        return Act(*ledger, call).run([&](Desk& desk) {
            desk.takeBackCarton(order.id, call.value("carton").toInt(), call.value("reason"),
                                call.value("key"));
        });
    return Act(*ledger, call).run([&](Desk& desk) {
        desk.extraParcel(order.id, call.value("reason"), call.value("key"));
    });
}

int runLabelNotThere(const QStringList& arguments) {
    const Invocation call(arguments, verbOptions());
    const auto ledger = call.openLedger();
    const qint64 copy = call.onlyWord(QStringLiteral("number of a label")).toLongLong();
    return Act(*ledger, call).run([&](Desk& desk) { desk.notThere(copy, call.value("key")); });
}

int runLabelUnfinished(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const auto ledger = call.openLedger();
    const BenchSettings settings = loadSettings(ledger->settings());
    const QTimeZone zone = settings.zone;
    const StartUpBoard board = unfinishedLabels(*ledger, kMostListed);
    const QList<ScanRecord> notCounted = ledger->scans().unjudged(settings.bench);
    const QJsonObject answer{{"stoppedAt", timeValue(board.stoppedAt, zone)},
                             {"notCounted", scansOf(notCounted, zone, !call.json())},
                             {"uncertain", rowsOf(board.uncertain, zone, !call.json())},
                             {"toFinish", rowsOf(board.toFinish, zone, !call.json())}};
    if (call.json())
        print(QJsonDocument(answer));
    return board.uncertain.isEmpty() && notCounted.isEmpty() ? kDone : kDoneWithFindings;
}

int runLabelList(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("order"), QStringLiteral("Of this order only."), QStringLiteral("number")},
         {QStringLiteral("most"), QStringLiteral("The newest so many."), QStringLiteral("count"),
          QStringLiteral("1000")}});
    const auto ledger = call.openLedger();
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    QJsonArray all;
    for (const LabelCopy& copy : ledger->labels().newest(call.value("most").toInt())) {
        const auto order = ledger->orders().byId(copy.orderId);
        const QString number = order ? order->order.key.number : QString();
        if (call.isSet("order") && number != call.value("order"))
            continue;
        QJsonObject row = labelObject(copy, zone);
        row.insert(QStringLiteral("id"), copy.id);
        row.insert(QStringLiteral("order"), number);
        row.insert(QStringLiteral("parcel"), copy.parcelId);
        all.append(row);
        if (!call.json())
            printLine(QStringLiteral("%1  %2  %3  copy %4  %5  %6")
                          .arg(copy.id)
                          .arg(number, copy.waybill)
                          .arg(copy.copyNo)
                          .arg(word(copy.state), word(copy.evidence)));
    }
    if (call.json())
        print(QJsonDocument(all));
    return kDone;
}

} // namespace packbench
