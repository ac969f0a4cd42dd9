#include "bench/benchsettings.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "drivers/wholefile.h"
#include "exchange/dispatchfile.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <cstdio>

namespace packbench {

namespace {

QList<QCommandLineOption> rangeOptions() {
    return {
        {QStringLiteral("since"), QString(), QStringLiteral("time")},
        {QStringLiteral("until"), QString(), QStringLiteral("time")},
        {QStringLiteral("format"), QString(), QStringLiteral("name"), QStringLiteral("packbench")},
        {QStringLiteral("out"), QString(), QStringLiteral("file")}};
}

std::optional<Instant> timeOf(const Invocation& call, const char* option, const QTimeZone& zone) {
    if (!call.isSet(option))
        return std::nullopt;
    const auto instant = instantFromText(call.value(option), zone);
    if (!instant)
        throw UsageError(QStringLiteral("--%1 takes a time.").arg(QLatin1String(option)));
    return instant;
}

ShippedParcel shipped(const DispatchRecord& record, const QTimeZone& zone) {
    return {record.key.shop,
            record.key.number,
            record.waybill,
            record.courier,
            isoText(record.dispatchedAt, zone),
            record.operatorName,
            record.bench,
            record.inGoal,
            record.inLimit,
            record.lateReason};
}

} // namespace

int runDispatchList(const QStringList& arguments) {
    const Invocation call(arguments, rangeOptions());
    const auto ledger = call.openLedger();
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    QJsonArray all;
    for (const DispatchRecord& record :
         ledger->dispatches().list(timeOf(call, "since", zone), timeOf(call, "until", zone))) {
        all.append(dispatchObject(record, zone));
        if (!call.json())
            printLine(QStringLiteral("%1  %2  %3  %4  %5")
                          .arg(isoText(record.dispatchedAt, zone), record.key.shop,
                               record.key.number, record.waybill,
                               record.inLimit ? QStringLiteral("in time")
                                              : QStringLiteral("late: ") + record.lateReason));
    }
    if (call.json())
        print(QJsonDocument(all));
    return kDone;
}

int runDispatchExport(const QStringList& arguments) {
    const Invocation call(arguments, rangeOptions());
    if (!dispatchFormats().contains(call.value("format")))
        throw UsageError(
            QStringLiteral("There is no format '%1'; known are %2.")
                .arg(call.value("format"), dispatchFormats().join(QStringLiteral(", "))));
    const auto ledger = call.openLedger();
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    QList<ShippedParcel> parcels;
    QJsonArray rows;
    for (const DispatchRecord& record :
         ledger->dispatches().list(timeOf(call, "since", zone), timeOf(call, "until", zone))) {
        parcels.append(shipped(record, zone));
        rows.append(dispatchObject(record, zone));
    }
    const QByteArray bytes = dispatchFile(call.value("format"), parcels);
    if (call.isSet("out")) {
        if (const QString why = writeWholeFile(call.value("out"), bytes); !why.isEmpty())
            throw FileError(
                FileError::Code::NotWritable,
                QStringLiteral("'%1' cannot be written: %2").arg(call.value("out"), why));
        tell(QStringLiteral("%1: parcels: %2").arg(call.value("out")).arg(parcels.size()));
    }
    if (call.json())
        print(QJsonDocument(rows));
    else if (!call.isSet("out"))
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    return kDone;
}

} // namespace packbench
