#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "drivers/printerlanguage.h"
#include "labels/carrier/language.h"
#include "shipping/fault.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

namespace {

constexpr qint64 kMostBytes = 64 << 20;
constexpr qint64 kMostPrinted = 1000;

/// All labels of a stream, and what stopped it from being read on.
struct CarrierFile {
    CarrierLanguage language;
    QList<CarrierLabel> labels;
    QList<QByteArray> queries;
    QString problem;
};

CarrierFile readCarrier(const QString& path, int dotsPerMm) {
    QByteArray bytes = readFile(path, kMostBytes);
    if (bytes.startsWith("\xEF\xBB\xBF")) // an editor's mark, no printer's
        bytes.remove(0, 3);
    const auto language = recognisedLanguage(bytes);
    if (!language)
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("'%1' is no stream of ZPL, TSPL or EPL2: none of their "
                                       "commands begins it.")
                            .arg(path));
    InterpreterSetup setup;
    setup.dotsPerMm = dotsPerMm;
    setup.pageDots = QSize(812, 1218) * dotsPerMm / 8;
    const auto interpreter = carrierInterpreter(*language, setup);
    interpreter->take(bytes);
    interpreter->end();
    CarrierFile file{*language, interpreter->takeLabels(), interpreter->takeQueries(),
                     interpreter->problem()};
    if (file.labels.isEmpty())
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("'%1' gives no label. %2").arg(path, file.problem));
    return file;
}

/// "label.png" for the first page, "label-2.png" for the second.
QString pagePath(const QString& path, qsizetype page) {
    if (page == 0)
        return path;
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return path.chopped(suffix.size()) + QStringLiteral("-%1").arg(page + 1) + suffix;
}

qint64 savePictures(const QString& path, const QList<CarrierLabel>& labels) {
    qint64 size = 0;
    for (qsizetype page = 0; page < labels.size(); ++page) {
        const QByteArray bytes = pngFromPage(labels.at(page).page);
        saveFile(pagePath(path, page), bytes);
        size += bytes.size();
    }
    return size;
}

/// Every copy is a label of its own: the encoders print one each.
qint64 saveStream(const QString& path, const QList<CarrierLabel>& labels,
                  PrinterLanguage language) {
    qint64 printed = 0;
    for (const CarrierLabel& label : labels)
        printed += label.copies;
    if (printed > kMostPrinted)
        throw UsageError(QStringLiteral("The stream prints %1 labels; more than %2 are not written "
                                        "into one file.")
                             .arg(printed)
                             .arg(kMostPrinted));
    QByteArray bytes;
    for (const CarrierLabel& label : labels)
        bytes += encode(language, label.page, PrintSetup{}).repeated(label.copies);
    saveFile(path, bytes);
    return bytes.size();
}

QJsonArray toldFindings(const CarrierFile& file) {
    QJsonArray found;
    const auto add = [&found](qsizetype page, const LabelFinding& finding) {
        found.append(QJsonObject{{"page", page}, {"kind", finding.kind}, {"text", finding.text}});
        tell(QStringLiteral("page %1: %2: %3").arg(page).arg(finding.kind, finding.text));
    };
    for (qsizetype page = 0; page < file.labels.size(); ++page) {
        for (const LabelFinding& finding : file.labels.at(page).findings)
            add(page + 1, finding);
    }
    if (!file.problem.isEmpty())
        add(file.labels.size(), {QStringLiteral("stream"), file.problem});
    return found;
}

QJsonArray sizes(const QList<CarrierLabel>& labels) {
    QJsonArray pages;
    for (const CarrierLabel& label : labels)
        pages.append(QJsonObject{
            {"width", label.page.width}, {"height", label.page.height}, {"copies", label.copies}});
    return pages;
}

} // namespace

int runLabelConvert(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("out"), QStringLiteral("PNG, or printer bytes with --language."),
          QStringLiteral("file")},
         {QStringLiteral("language"),
          QStringLiteral("zpl, tspl, epl2, cpcl or escpos; PNG without."),
          QStringLiteral("language")},
         {QStringLiteral("dots-per-mm"), QStringLiteral("Of the printer the file is for."),
          QStringLiteral("dots"), QStringLiteral("8")}});
    if (!call.isSet("out"))
        throw UsageError(QStringLiteral("label convert needs --out FILE."));
    const int dotsPerMm = call.value("dots-per-mm").toInt();
    if (dotsPerMm < 4 || dotsPerMm > 24)
        throw UsageError(QStringLiteral("--dots-per-mm takes 8, 12 or 24."));
    const auto language = printerLanguageFromWord(call.value("language"));
    if (call.isSet("language") && !language)
        throw UsageError(QStringLiteral("--language takes zpl, tspl, epl2, cpcl or escpos."));
    const CarrierFile file = readCarrier(call.onlyWord(QStringLiteral("file")), dotsPerMm);
    const qint64 size = language ? saveStream(call.value("out"), file.labels, *language)
                                 : savePictures(call.value("out"), file.labels);
    const QJsonArray found = toldFindings(file);
    const Page& first = file.labels.first().page;
    const QJsonObject answer{{"width", first.width},
                             {"height", first.height},
                             {"dotsPerMm", dotsPerMm},
                             {"bytes", size},
                             {"pages", file.labels.size()},
                             {"from", word(file.language)},
                             {"labels", sizes(file.labels)},
                             {"queries", file.queries.size()},
                             {"findings", found}};
    if (call.json())
        print(QJsonDocument(answer));
    else
        printLine(QStringLiteral("%1: %2 pages of %3, %4 bytes")
                      .arg(call.value("out"))
                      .arg(file.labels.size())
                      .arg(word(file.language).toUpper())
                      .arg(size));
    return found.isEmpty() ? kDone : kDoneWithFindings;
}

} // namespace packbench
