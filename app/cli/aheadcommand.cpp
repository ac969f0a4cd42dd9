#include "bench/benchsettings.h"
#include "bench/clock.h"
#include "bench/labelsahead.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"
#include "shipping/courier.h"
#include "shipping/fault.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QThread>

#include <csignal>
#include <cstdio>

namespace packbench {

namespace {

constexpr int kTellEvery = 25; ///< labels

volatile std::sig_atomic_t toldToStop = 0;

QString fileNameOf(const OrderKey& key, PrinterLanguage language) {
    QString name = key.shop + u'-' + key.number;
    for (QChar& c : name) {
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_')
            c = u'_';
    }
    return name + u'.' + word(language);
}

/// What was tried and found, told from the drawing threads one at a time.
struct Tried {
    int total = 0;
    int done = 0;
    int stopped = 0;
    QJsonArray problems;
    QString folder;
    PrinterLanguage language = PrinterLanguage::Zpl;
    QString notWritten;

    void take(const DrawnAhead& drawn) {
        ++done;
        if (!drawn.stops.isEmpty()) {
            ++stopped;
            add(drawn.key, drawn.stops, true);
        }
        for (const QString& finding : drawn.findings)
            add(drawn.key, finding, false);
        if (!folder.isEmpty() && drawn.stops.isEmpty() && notWritten.isEmpty())
            write(drawn);
        if (done % kTellEvery == 0 || done == total)
            std::fprintf(stderr, "\r%d of %d labels", done, total);
    }

private:
    void add(const OrderKey& key, const QString& text, bool stops) {
        problems.append(QJsonObject{
            {"shop", key.shop}, {"order", key.number}, {"text", text}, {"stops", stops}});
    }
    void write(const DrawnAhead& drawn) {
        try {
            saveFile(QDir(folder).filePath(fileNameOf(drawn.key, language)), drawn.bytes);
        } catch (const StationFault& fault) {
            notWritten = fault.sentence();
            toldToStop = 1;
        }
    }
};

QJsonArray told(const QList<PoolAhead>& pools) {
    QJsonArray rows;
    for (const PoolAhead& pool : pools)
        rows.append(QJsonObject{
            {"courier", pool.courier.isEmpty() ? QJsonValue() : QJsonValue(pool.courier)},
            {"needed", pool.needed},
            {"free", pool.free}});
    return rows;
}

LabelsAhead::Printer printerOf(const Invocation& call) {
    LabelsAhead::Printer printer;
    const auto language = printerLanguageFromWord(call.value("language"));
    if (!language)
        throw UsageError(QStringLiteral("--language takes zpl, tspl, epl2, cpcl or escpos."));
    printer.language = *language;
    printer.dotsPerMm = call.value("dots-per-mm").toInt();
    if (printer.dotsPerMm < 4 || printer.dotsPerMm > 24)
        throw UsageError(QStringLiteral("--dots-per-mm takes 8, 12 or 24."));
    return printer;
}

} // namespace

int runLabelAhead(const QStringList& arguments) {
    const Invocation call(
        arguments, {{QStringLiteral("out"), QStringLiteral("Folder for the printer's bytes."),
                     QStringLiteral("folder")},
                    {QStringLiteral("language"), QStringLiteral("Of the printer."),
                     QStringLiteral("language"), QStringLiteral("zpl")},
                    {QStringLiteral("dots-per-mm"), QStringLiteral("8, 12 or 24."),
                     QStringLiteral("dots"), QStringLiteral("8")}});
    if (!call.words().isEmpty())
        throw UsageError(QStringLiteral("label ahead takes no '%1'.").arg(call.words().first()));
    const LabelsAhead::Printer printer = printerOf(call);
    Tried tried;
    tried.folder = call.value("out");
    tried.language = printer.language;
    if (!tried.folder.isEmpty() && !QDir().mkpath(tried.folder))
        throw FileError(FileError::Code::Missing,
                        QStringLiteral("The folder '%1' cannot be made.").arg(tried.folder));
    std::signal(SIGINT, [](int) { toldToStop = 1; });
    std::signal(SIGTERM, [](int) { toldToStop = 1; });

    const auto ledger = call.openLedger();
    const BenchSettings settings = loadSettings(ledger->settings());
    SystemClock clock;
    LabelsToCome source(*ledger, settings, clock.now());
    QList<LabelAhead> labels;
    int leftOut = 0;
    ledger->orders().forEach(OrderState::Open, [&](const OrderRecord& order) {
        if (auto label = source.of(order))
            labels.append(std::move(*label));
        else
            ++leftOut;
    });
    tried.total = int(labels.size());

    QElapsedTimer watch;
    watch.start();
    {
        LabelsAhead drawing(QThread::idealThreadCount(), printer, [&](const DrawnAhead& drawn) {
            if (toldToStop == 0)
                tried.take(drawn);
        });
        for (const LabelAhead& label : std::as_const(labels))
            drawing.add(label);
        constexpr int kLookMs = 50;
        while (!drawing.wait(kLookMs)) {
            if (toldToStop != 0)
                drawing.cancel();
        }
    }
    if (tried.total > 0)
        std::fputc('\n', stderr);
    if (!tried.notWritten.isEmpty())
        throw FileError(FileError::Code::Missing, tried.notWritten);
    const bool isCancelled = tried.done < tried.total;
    if (call.json()) {
        print(QJsonDocument(QJsonObject{{"labels", tried.total},
                                        {"tried", tried.done},
                                        {"stopped", tried.stopped},
                                        {"leftOut", leftOut},
                                        {"pools", told(source.pools())},
                                        {"cancelled", isCancelled},
                                        {"milliseconds", watch.elapsed()},
                                        {"findings", tried.problems}}));
    } else {
        for (const QJsonValue& one : std::as_const(tried.problems))
            printLine(
                QStringLiteral("%1 %2  %3  %4")
                    .arg(one["stops"].toBool() ? QStringLiteral("stop") : QStringLiteral("look"),
                         one["shop"].toString(), one["order"].toString(), one["text"].toString()));
        for (const PoolAhead& pool : source.pools())
            printLine(QStringLiteral("numbers of %1: %2 needed, %3 free")
                          .arg(pool.courier.isEmpty() ? QStringLiteral("any courier")
                                                      : courierName(pool.courier, false))
                          .arg(pool.needed)
                          .arg(pool.free));
        printLine(QStringLiteral("%1 of %2 labels tried, %3 cannot be printed, %4 orders left out "
                                 "(held, ready-made or hidden address)%5")
                      .arg(tried.done)
                      .arg(tried.total)
                      .arg(tried.stopped)
                      .arg(leftOut)
                      .arg(isCancelled ? QStringLiteral("; cancelled") : QString()));
    }
    return isCancelled || !tried.problems.isEmpty() ? kDoneWithFindings : kDone;
}

} // namespace packbench
