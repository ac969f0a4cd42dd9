#include "bench/benchsettings.h"
#include "bench/foreignreader.h"
#include "bench/inboxintake.h"
#include "bench/labelinbox.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "drivers/transport.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include <csignal>

namespace packbench {

namespace {

constexpr qint64 kMostBytes = 64 << 20;
constexpr int kMostShown = 10'000;

/// A ledger and its inbox.
struct OpenInbox {
    explicit OpenInbox(const Invocation& call)
        : ledger(call.openLedger())
        , settings(loadSettings(ledger->settings()))
        , inbox(*ledger, clock, labelSizeMm(settings)) {}

    std::unique_ptr<Ledger> ledger;
    SystemClock clock;
    BenchSettings settings;
    LabelInbox inbox;
};

QJsonObject toldLabel(OpenInbox& open, const IncomingLabel& label) {
    const auto order = open.ledger->orders().byId(label.orderId);
    const Notice notice = noticeOf(label);
    return {{"id", label.id > 0 ? QJsonValue(label.id) : QJsonValue(QJsonValue::Null)},
            {"arrivedAt", timeValue(label.arrivedAt, open.settings.zone)},
            {"source", label.source},
            {"arrivals", label.arrivals},
            {"state", word(label.state)},
            {"reason", textOrNull(label.reason)},
            {"say", words(notice, Language::English)},
            {"steps", QJsonArray::fromStringList(steps(notice, Language::English))},
            {"waybill", textOrNull(label.waybill)},
            {"order", textOrNull(order ? order->order.key.number : QString())},
            {"shop", textOrNull(order ? order->order.key.shop : QString())},
            {"width", label.width},
            {"height", label.height},
            {"dotsPerMm", label.dotsPerMm},
            {"codes", QJsonArray::fromStringList(label.codes)},
            {"findings", QJsonArray::fromStringList(label.findings)}};
}

void tellLabels(OpenInbox& open, const QList<IncomingLabel>& labels, bool json) {
    QJsonArray told;
    for (const IncomingLabel& label : labels) {
        const QJsonObject one = toldLabel(open, label);
        told.append(one);
        if (!json)
            printLine(QStringLiteral("%1  %2  %3×  %4  %5  %6  %7  %8")
                          .arg(label.id)
                          .arg(one["arrivedAt"].toString().left(16).replace(u'T', u' '))
                          .arg(label.arrivals)
                          .arg(one["state"].toString(), -10)
                          .arg(label.waybill, -20)
                          .arg(one["order"].toString(), -20)
                          .arg(label.source, one["say"].toString()));
    }
    if (json)
        print(QJsonDocument(told));
}

qint64 idOf(const QString& text) {
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        throw UsageError(
            QStringLiteral("'%1' is no label's number; label inbox lists them.").arg(text));
    return id;
}

qint64 knownId(OpenInbox& open, const QString& text) {
    const qint64 id = idOf(text);
    if (!open.ledger->incoming().find(id))
        throw UsageError(QStringLiteral("There is no incoming label %1.").arg(id));
    return id;
}

OrderRecord orderOf(Ledger& ledger, const Invocation& call, const QString& number) {
    if (call.isSet("shop")) {
        if (auto order = ledger.orders().find({call.value("shop"), number}))
            return *order;
    }
    const auto orders = ledger.orders().byNumber(number);
    if (orders.size() != 1)
        throw UsageError(
            orders.isEmpty()
                ? QStringLiteral("There is no order '%1'.").arg(number)
                : QStringLiteral("Several shops have an order '%1': say --shop.").arg(number));
    return orders.first();
}

volatile std::sig_atomic_t toldToStop = 0;

/// Ends the program once what came in is in the ledger; a second time at once.
void stopWhenTold(InboxIntake& intake, QTimer& look) {
    constexpr int kLookMs = 50;
    std::signal(SIGTERM, [](int) { toldToStop = 1; });
    std::signal(SIGINT, [](int) { toldToStop = 1; });
    QObject::connect(&look, &QTimer::timeout, &look, [&intake] {
        if (toldToStop == 0)
            return;
        intake.close();
        if (!intake.isBusy())
            QCoreApplication::quit();
    });
    look.start(kLookMs);
}

/// One line a label, as it comes.
void tellArrival(OpenInbox& open, const IncomingLabel& label, bool json) {
    const QJsonObject told = toldLabel(open, label);
    printLine(json ? QString::fromUtf8(QJsonDocument(told).toJson(QJsonDocument::Compact))
                   : QStringLiteral("%1 %2: %3")
                         .arg(label.id)
                         .arg(word(label.state), told["say"].toString()));
    std::fflush(stdout);
}

bool isTaken(const IncomingLabel& label) {
    return label.state == IncomingState::Matched || label.state == IncomingState::Used;
}

} // namespace

int runLabelInbox(const QStringList& arguments) {
    const Invocation call(arguments, {{QStringLiteral("all"),
                                       QStringLiteral("Matched, used, discarded ones, too.")}});
    if (!call.words().isEmpty())
        throw UsageError(
            QStringLiteral("label inbox takes no '%1'; there are take, show, discard, assign, "
                           "listen.")
                .arg(call.words().first()));
    OpenInbox open(call);
    IncomingLabels& incoming = open.ledger->incoming();
    tellLabels(open, call.isSet("all") ? incoming.newest(kMostShown) : incoming.waiting(kMostShown),
               call.json());
    return kDone;
}

int runLabelInboxTake(const QStringList& arguments) {
    const Invocation call(arguments, {});
    if (call.words().isEmpty())
        throw UsageError(QStringLiteral("label inbox take needs a file or several."));
    OpenInbox open(call);
    const int dots = open.settings.inboxDotsPerMm;
    QList<IncomingLabel> labels;
    bool isAnyMissing = false;
    for (const QString& path : call.words()) {
        QByteArray bytes;
        try {
            bytes = readFile(path, kMostBytes);
        } catch (const FileError& error) { // the others are taken all the same
            tell(error.sentence());
            isAnyMissing = true;
            continue;
        }
        labels += open.inbox.take({QFileInfo(path).absoluteFilePath(), QFileInfo(path).fileName(),
                                   jobKeyOf(bytes), false,
                                   ForeignReader().open(bytes, {dots, {}, dots})});
    }
    tellLabels(open, labels, call.json());
    if (isAnyMissing)
        return kWorldBroke;
    return std::all_of(labels.cbegin(), labels.cend(), isTaken) ? kDone : kDoneWithFindings;
}

int runLabelInboxShow(const QStringList& arguments) {
    const Invocation call(
        arguments, {{QStringLiteral("out"), QStringLiteral("PNG."), QStringLiteral("file")}});
    OpenInbox open(call);
    const qint64 id = idOf(call.onlyWord(QStringLiteral("label's number")));
    const auto label = open.ledger->incoming().find(id);
    if (!label)
        throw UsageError(QStringLiteral("There is no incoming label %1.").arg(id));
    if (call.isSet("out") && label->width == 0)
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("Label %1 could not be drawn: it has no picture.").arg(id));
    if (call.isSet("out"))
        saveFile(call.value("out"), pngFromPage(pageOf(*label)));
    tellLabels(open, {*label}, call.json());
    return kDone;
}

int runLabelInboxDiscard(const QStringList& arguments) {
    const Invocation call(
        arguments, {{QStringLiteral("reason"), QStringLiteral("Why."), QStringLiteral("reason")},
                    {QStringLiteral("key"), QStringLiteral("UUID v7."), QStringLiteral("key")}});
    if (call.value("reason").isEmpty())
        throw UsageError(QStringLiteral("label inbox discard needs --reason."));
    OpenInbox open(call);
    const qint64 id = knownId(open, call.onlyWord(QStringLiteral("label's number")));
    open.inbox.discard(id, call.value("reason"), call.value("key"));
    tellLabels(open, {*open.ledger->incoming().find(id)}, call.json());
    return kDone;
}

int runLabelInboxAssign(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("shop"), QStringLiteral("Of the order."), QStringLiteral("key")},
         {QStringLiteral("key"), QStringLiteral("UUID v7."), QStringLiteral("key")}});
    if (call.words().size() != 2)
        throw UsageError(QStringLiteral("label inbox assign needs a label's number and an order."));
    OpenInbox open(call);
    const OrderRecord order = orderOf(*open.ledger, call, call.words().at(1));
    const IncomingLabel label =
        open.inbox.assign(knownId(open, call.words().at(0)), order, call.value("key"));
    tellLabels(open, {label}, call.json());
    const bool isAssigned = isTaken(label) && label.orderId == order.id;
    if (!isAssigned)
        tell(QStringLiteral("Label %1 was not given to order %2: it stays as it is above. Only a "
                            "label with a readable waybill that is not used yet can be, and only "
                            "to an order that may still be packed.")
                 .arg(label.id)
                 .arg(order.order.key.number));
    return isAssigned ? kDone : kDoneWithFindings;
}

int runLabelInboxListen(const QStringList& arguments) {
    const Invocation call(arguments,
                          {{QStringLiteral("at"), QStringLiteral("Address and port, or a port."),
                            QStringLiteral("address")}});
    OpenInbox open(call);
    if (call.isSet("at"))
        open.settings.inboxListen = call.value("at");
    if (!open.settings.hasInbox() ||
        !settingProblem(QStringLiteral("inbox.listen"), open.settings.inboxListen).isEmpty())
        throw UsageError(QStringLiteral("label inbox listen takes --at, an address such as "
                                        "127.0.0.1:9100 or a port; or set inbox.listen or "
                                        "label.folder."));
    InboxIntake intake(*open.ledger, open.clock, open.settings, [](const StationFault& fault) {
        tell(fault.sentence());
        QCoreApplication::exit(kWorldBroke);
    });
    QObject::connect(&intake, &InboxIntake::took, &intake, [&](const QList<IncomingLabel>& labels) {
        for (const IncomingLabel& label : labels)
            tellArrival(open, label, call.json());
    });
    if (const QString problem = intake.start(); !problem.isEmpty())
        throw DeviceError(DeviceError::Code::Busy, problem);
    QTimer look;
    stopWhenTold(intake, look);
    printLine(QStringLiteral("%1 listens on %2:%3")
                  .arg(open.settings.inboxTspl ? QStringLiteral("tspl") : QStringLiteral("zpl"),
                       open.settings.inboxListen.section(u':', 0, -2))
                  .arg(intake.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace packbench
