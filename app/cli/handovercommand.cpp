#include "bench/clockwords.h"
#include "bench/handing.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "cli/scanlines.h"
#include "exchange/handoverfile.h"
#include "ledger/ledger.h"
#include "shipping/courier.h"

#include <QJsonArray>

#include <algorithm>
#include <cstdio>

namespace packbench {

namespace {

/// A ledger with the one who hands over.
struct Dock {
    explicit Dock(const Invocation& call)
        : ledger(call.openLedger())
        , watch(*ledger, clock)
        , handing(*ledger, clock, watch)
        , zone(loadSettings(ledger->settings()).zone) {
        if (call.value("badge").isEmpty())
            return;
        const auto person = ledger->staff().byBadge(call.value("badge"));
        if (!person)
            throw UsageError(QStringLiteral("There is no badge '%1'.").arg(call.value("badge")));
        handing.setPerson(person);
    }

    std::unique_ptr<Ledger> ledger;
    SystemClock clock;
    ClockWatch watch;
    Handing handing;
    QTimeZone zone;
};

QCommandLineOption badgeOption() {
    return {QStringLiteral("badge"), QStringLiteral("Who hands over."), QStringLiteral("number")};
}

QJsonObject listObject(const Handover& list, const QTimeZone& zone) {
    const bool isClosed = list.closedAt.has_value();
    return {{"id", list.id},
            {"courier", list.courier},
            {"driver", textOrNull(list.driver)},
            {"vehicle", textOrNull(list.vehicle)},
            {"bench", list.bench},
            {"badge", textOrNull(list.badge)},
            {"openedAt", isoText(list.openedAt, zone)},
            {"closedAt", timeValue(list.closedAt, zone)},
            {"parcels", list.parcels},
            {"counted", isClosed ? QJsonValue(list.counted) : QJsonValue(QJsonValue::Null)},
            {"signedBy", textOrNull(list.signedBy)}};
}

QJsonArray parcelArray(const QList<HandoverParcel>& parcels, const QTimeZone& zone) {
    QJsonArray all;
    for (const HandoverParcel& parcel : parcels)
        all.append(QJsonObject{{"parcel", parcel.parcelId},
                               {"shop", parcel.key.shop},
                               {"order", parcel.key.number},
                               {"waybill", parcel.waybill},
                               {"courier", textOrNull(parcel.courier)},
                               {"dispatchedAt", isoText(parcel.dispatchedAt, zone)},
                               {"listedAt", timeValue(parcel.listedAt, zone)}});
    return all;
}

qint64 numberOf(const Invocation& call) {
    bool isNumber = false;
    const qint64 id = call.onlyWord(QStringLiteral("number of a list")).toLongLong(&isNumber);
    if (!isNumber)
        throw UsageError(QStringLiteral("A hand-over list is named by its number."));
    return id;
}

Handover listOf(Dock& dock, qint64 id) {
    const auto list = dock.ledger->handovers().find(id);
    if (!list)
        throw UsageError(QStringLiteral("There is no hand-over list %1.").arg(id));
    return *list;
}

QString sentence(const Handover& list, const QTimeZone& zone) {
    const QString end =
        list.closedAt ? QStringLiteral("signed by %1").arg(list.signedBy) : QStringLiteral("open");
    return QStringLiteral("%1  %2  %3  parcels: %4  %5")
        .arg(list.id)
        .arg(isoText(list.openedAt, zone), list.courier)
        .arg(list.parcels)
        .arg(end);
}

void answer(const Invocation& call, Dock& dock, const Handover& list) {
    const auto parcels = dock.ledger->handovers().parcels(list.id);
    const auto missed = list.closedAt ? QList<HandoverParcel>() : dock.handing.missed();
    if (call.json()) {
        QJsonObject object = listObject(list, dock.zone);
        object.insert(QStringLiteral("list"), parcelArray(parcels, dock.zone));
        object.insert(QStringLiteral("missed"), parcelArray(missed, dock.zone));
        print(QJsonDocument(object));
        return;
    }
    printLine(sentence(list, dock.zone));
    for (const HandoverParcel& parcel : parcels)
        printLine(QStringLiteral("  %1").arg(parcel.waybill));
    for (const HandoverParcel& parcel : missed)
        printLine(QStringLiteral("  not on the vehicle: %1").arg(parcel.waybill));
}

HandoverSheet sheetOf(Dock& dock, const Handover& list) {
    HandoverSheet sheet;
    sheet.id = list.id;
    sheet.courier = list.courier;
    sheet.driver = list.driver;
    sheet.vehicle = list.vehicle;
    sheet.bench = list.bench;
    sheet.openedAt = shownTime(list.openedAt, dock.zone);
    sheet.closedAt = list.closedAt ? shownTime(*list.closedAt, dock.zone) : QString();
    sheet.counted = list.counted;
    sheet.signedBy = list.signedBy;
    for (const HandoverParcel& parcel : dock.ledger->handovers().parcels(list.id))
        sheet.parcels.append({parcel.waybill, parcel.key.shop, parcel.key.number,
                              shownTime(parcel.listedAt.value_or(Instant{}), dock.zone)});
    if (!list.closedAt) {
        for (const HandoverParcel& parcel : dock.handing.missed())
            sheet.missed.append({parcel.waybill, parcel.key.shop, parcel.key.number,
                                 shownTime(parcel.dispatchedAt, dock.zone)});
    }
    return sheet;
}

} // namespace

int runHandoverOpen(const QStringList& arguments) {
    const Invocation call(arguments,
                          {{QStringLiteral("courier"), QString(), QStringLiteral("key")},
                           {QStringLiteral("driver"), QString(), QStringLiteral("name")},
                           {QStringLiteral("vehicle"), QString(), QStringLiteral("plate")},
                           badgeOption()});
    const QString courier = call.value("courier");
    const auto isIt = [&](const Courier& one) { return one.key == courier; };
    if (std::none_of(couriers().cbegin(), couriers().cend(), isIt))
        throw UsageError(QStringLiteral("handover open needs --courier KEY, such as sf or zto."));
    Dock dock(call);
    dock.handing.begin(courier, call.value("driver"), call.value("vehicle"));
    answer(call, dock, *dock.handing.list());
    return kDone;
}

int runHandoverScan(const QStringList& arguments) {
    const Invocation call(arguments, {languageOption(), badgeOption()});
    Dock dock(call);
    if (!dock.handing.goOn(numberOf(call)))
        throw UsageError(QStringLiteral("That hand-over list is not open."));
    forEachScanLine([&](const StationScan& scan) {
        printReply(dock.handing.scan(scan), languageOf(call));
        tellStep(dock.watch, dock.zone, languageOf(call));
    });
    return kDone;
}

int runHandoverClose(const QStringList& arguments) {
    const Invocation call(arguments,
                          {{QStringLiteral("counted"), QString(), QStringLiteral("number")},
                           {QStringLiteral("signed"), QString(), QStringLiteral("name")},
                           badgeOption()});
    bool isNumber = false;
    const int counted = call.value("counted").toInt(&isNumber);
    if (!isNumber || counted < 0)
        throw UsageError(
            QStringLiteral("handover close needs --counted, what the driver counted."));
    Dock dock(call);
    const qint64 id = numberOf(call);
    if (!dock.handing.goOn(id))
        throw UsageError(QStringLiteral("That hand-over list is not open."));
    const auto missed = dock.handing.missed();
    const Notice said = dock.handing.close(counted, call.value("signed"));
    const bool isSigned = said.code == NoticeCode::HandoverClosed;
    if (call.json()) {
        QJsonObject object = listObject(listOf(dock, id), dock.zone);
        object.insert(QStringLiteral("signed"), isSigned);
        object.insert(QStringLiteral("missed"), parcelArray(missed, dock.zone));
        print(QJsonDocument(object));
    }
    tell(words(said, Language::English));
    return isSigned && missed.isEmpty() ? kDone : kDoneWithFindings;
}

int runHandoverShow(const QStringList& arguments) {
    const Invocation call(arguments, {badgeOption()});
    Dock dock(call);
    const qint64 id = numberOf(call);
    static_cast<void>(dock.handing.goOn(id));
    answer(call, dock, listOf(dock, id));
    return kDone;
}

int runHandoverList(const QStringList& arguments) {
    const Invocation call(arguments, {badgeOption()});
    Dock dock(call);
    QJsonArray all;
    for (const Handover& list : dock.ledger->handovers().list()) {
        all.append(listObject(list, dock.zone));
        if (!call.json())
            printLine(sentence(list, dock.zone));
    }
    if (call.json())
        print(QJsonDocument(all));
    return kDone;
}

int runHandoverExport(const QStringList& arguments) {
    const Invocation call(arguments, {{QStringLiteral("format"), QString(), QStringLiteral("name"),
                                       QStringLiteral("text")},
                                      {QStringLiteral("out"), QString(), QStringLiteral("file")},
                                      badgeOption()});
    if (!handoverFormats().contains(call.value("format")))
        throw UsageError(
            QStringLiteral("There is no format '%1'; known are %2.")
                .arg(call.value("format"), handoverFormats().join(QStringLiteral(", "))));
    Dock dock(call);
    const qint64 id = numberOf(call);
    static_cast<void>(dock.handing.goOn(id));
    const QByteArray bytes = handoverFile(call.value("format"), sheetOf(dock, listOf(dock, id)));
    if (call.isSet("out"))
        saveFile(call.value("out"), bytes);
    else
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    return kDone;
}

} // namespace packbench
