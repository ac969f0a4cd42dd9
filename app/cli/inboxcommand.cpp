#include "bench/benchsettings.h"
#include "bench/foreignreader.h"
#include "bench/labelinbox.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QFileInfo>

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
            printLine(QStringLiteral("%1  %2  %3  %4  %5  %6")
                          .arg(label.id)
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
    for (const QString& path : call.words()) {
        const QByteArray bytes = readFile(path, kMostBytes);
        labels += open.inbox.take({QFileInfo(path).absoluteFilePath(), QFileInfo(path).fileName(),
                                   jobKeyOf(bytes), false,
                                   ForeignReader().open(bytes, {dots, {}, dots})});
    }
    tellLabels(open, labels, call.json());
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
        arguments, {{QStringLiteral("reason"), QStringLiteral("Why."), QStringLiteral("reason")}});
    if (call.value("reason").isEmpty())
        throw UsageError(QStringLiteral("label inbox discard needs --reason."));
    OpenInbox open(call);
    const qint64 id = idOf(call.onlyWord(QStringLiteral("label's number")));
    open.inbox.discard(id, call.value("reason"));
    tellLabels(open, {*open.ledger->incoming().find(id)}, call.json());
    return kDone;
}

int runLabelInboxAssign(const QStringList& arguments) {
    const Invocation call(arguments, {{QStringLiteral("shop"), QStringLiteral("Of the order."),
                                       QStringLiteral("key")}});
    if (call.words().size() != 2)
        throw UsageError(QStringLiteral("label inbox assign needs a label's number and an order."));
    OpenInbox open(call);
    const IncomingLabel label = open.inbox.assign(idOf(call.words().at(0)),
                                                  orderOf(*open.ledger, call, call.words().at(1)));
    tellLabels(open, {label}, call.json());
    return isTaken(label) ? kDone : kDoneWithFindings;
}

} // namespace packbench
