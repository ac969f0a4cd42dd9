#include "bench/sampleshop.h"

#include "bench/clock.h"
#include "bench/importing.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

static void initSampleResource() {
    Q_INIT_RESOURCE(sample);
}

namespace packbench {

namespace {

QByteArray sampleBytes(const QString& name) {
    QFile file(QStringLiteral(":/packbench/sample/") + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

/// "{-3h}" in the sample becomes the time three hours before `now`.
QByteArray withTimes(const QByteArray& sample, Instant now, const QTimeZone& zone) {
    static const QRegularExpression place(QStringLiteral(R"(\{([+-][0-9.]+)h\})"));
    const QString text = QString::fromUtf8(sample);
    QString out;
    qsizetype from = 0;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto ms = qint64(match.captured(1).toDouble() * 3'600'000);
        out += text.mid(from, match.capturedStart() - from) + isoText(now.plusMs(ms), zone);
        from = match.capturedEnd();
    }
    return (out + text.mid(from)).toUtf8();
}

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
    QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw FileError(
            FileError::Code::NotWritable,
            QStringLiteral("The sample shop cannot be unpacked into '%1'.").arg(folder.path()));
    return path;
}

void fillSettings(Settings& settings) {
    settings.set(QStringLiteral("bench.name"), QStringLiteral("03"));
    settings.set(QStringLiteral("courier.default"), QStringLiteral("zto"));
    settings.set(QStringLiteral("sender.name"), QStringLiteral("样例一号仓"));
    settings.set(QStringLiteral("sender.phone"), QStringLiteral("0571-00000018"));
    settings.set(QStringLiteral("sender.address"), QStringLiteral("浙江省杭州市 测试园区 1 号"));
}

} // namespace

Instant sampleShiftStart() {
    return *instantFromText(QStringLiteral("2026-09-21T09:00:00+08:00"), QTimeZone::utc());
}

void fillSampleShop(Ledger& ledger, Instant now) {
    initSampleResource();
    if (!ledger.staff().all().isEmpty())
        return;
    fillSettings(ledger.settings());
    ledger.staff().put({QStringLiteral("0417"), QStringLiteral("打包员 0417"), Role::Packer});
    ledger.staff().put({QStringLiteral("0311"), QStringLiteral("质检员 0311"), Role::QcClerk});
    ledger.staff().put({QStringLiteral("0001"), QStringLiteral("主管 0001"), Role::Supervisor});

    const QTemporaryDir folder;
    const BenchSettings settings = loadSettings(ledger.settings());
    SteeredClock clock(now);
    Importing importing(ledger, settings, clock);
    const auto from = [&](const char* name, const QByteArray& bytes) {
        return ImportRequest{
            {written(folder, QLatin1String(name), bytes)}, QStringLiteral("auto"), {}, false};
    };
    static_cast<void>(importing.items(from("items.csv", sampleBytes(QStringLiteral("items.csv")))));
    static_cast<void>(
        importing.waybills(from("waybills.csv", sampleBytes(QStringLiteral("waybills.csv")))));
    static_cast<void>(importing.orders(from(
        "orders.csv", withTimes(sampleBytes(QStringLiteral("orders.csv")), now, settings.zone))));
    if (const auto held =
            ledger.orders().find({QStringLiteral("tmall-women"), QStringLiteral("2609210010")}))
        ledger.orders().setHold(held->id, Hold::ByService, true);
}

} // namespace packbench
