#include "bench/foreignreader.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/labelfile.h"
#include "drivers/printerlanguage.h"
#include "shipping/fault.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

namespace {

constexpr qint64 kMostPrinted = 1000;

/// In packbench-reader, as everything of others.
ForeignFile readLabels(const QString& path, const CarrierWish& wish) {
    const ForeignFile file = ForeignReader().open(readFile(path, kLargestLabelFile), wish);
    if (file.pages.isEmpty())
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

/// By whatever name or link: what is read must be there afterwards.
void refuseOwnInput(const QString& in, const QString& out, qsizetype files) {
    const QString read = QFileInfo(in).canonicalFilePath();
    for (qsizetype page = 0; page < files; ++page) {
        const QString written = pagePath(out, page);
        if (QFileInfo(written).canonicalFilePath() == read)
            throw UsageError(QStringLiteral("'%1' is the file that is read: nothing was written. "
                                            "Name another with --out.")
                                 .arg(written));
    }
}

qint64 savePictures(const QString& path, const QList<ForeignPage>& pages) {
    qint64 size = 0;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const QByteArray bytes = pngFromPage(pages.at(page).label.page);
        saveFile(pagePath(path, page), bytes);
        size += bytes.size();
    }
    return size;
}

/// Every copy is a label of its own: the encoders print one each.
qint64 saveStream(const QString& path, const QList<ForeignPage>& pages, PrinterLanguage language) {
    qint64 printed = 0;
    for (const ForeignPage& page : pages)
        printed += page.label.copies;
    if (printed > kMostPrinted)
        throw UsageError(QStringLiteral("The stream prints %1 labels; more than %2 are not written "
                                        "into one file.")
                             .arg(printed)
                             .arg(kMostPrinted));
    QByteArray bytes;
    for (const ForeignPage& page : pages)
        bytes += encode(language, page.label.page, PrintSetup{}).repeated(page.label.copies);
    saveFile(path, bytes);
    return bytes.size();
}

QJsonArray toldFindings(const ForeignFile& file) {
    QJsonArray found;
    const auto add = [&found](qsizetype page, const LabelFinding& finding) {
        found.append(QJsonObject{{"page", page}, {"kind", finding.kind}, {"text", finding.text}});
        tell(QStringLiteral("page %1: %2: %3").arg(page).arg(finding.kind, finding.text));
    };
    for (qsizetype page = 0; page < file.pages.size(); ++page) {
        for (const LabelFinding& finding : file.pages.at(page).label.findings)
            add(page + 1, finding);
    }
    if (!file.problem.isEmpty())
        add(file.pages.size(), {QStringLiteral("stream"), file.problem});
    return found;
}

QJsonArray told(const QList<ForeignPage>& pages) {
    QJsonArray answer;
    for (const ForeignPage& page : pages) {
        QJsonArray codes;
        for (const ReadCode& code : page.codes)
            codes.append(QJsonObject{{"format", code.format}, {"text", code.text}});
        answer.append(QJsonObject{{"width", page.label.page.width},
                                  {"height", page.label.page.height},
                                  {"copies", page.label.copies},
                                  {"codes", codes}});
    }
    return answer;
}

} // namespace

int runLabelConvert(const QStringList& arguments) {
    const Invocation call(
        arguments,
        QList<QCommandLineOption>{{QStringLiteral("out"),
                                   QStringLiteral("PNG, or printer bytes with --language."),
                                   QStringLiteral("file")},
                                  {QStringLiteral("language"),
                                   QStringLiteral("zpl, tspl, epl2, cpcl or escpos; PNG without."),
                                   QStringLiteral("language")}} +
            wishOptions());
    if (!call.isSet("out"))
        throw UsageError(QStringLiteral("label convert needs --out FILE."));
    const CarrierWish wish = wishOf(call);
    const auto language = printerLanguageFromWord(call.value("language"));
    if (call.isSet("language") && !language)
        throw UsageError(QStringLiteral("--language takes zpl, tspl, epl2, cpcl or escpos."));
    const QString in = call.onlyWord(QStringLiteral("file"));
    const ForeignFile file = readLabels(in, wish);
    refuseOwnInput(in, call.value("out"), language ? 1 : file.pages.size());
    const qint64 size = language ? saveStream(call.value("out"), file.pages, *language)
                                 : savePictures(call.value("out"), file.pages);
    const QJsonArray found = toldFindings(file);
    const Page& first = file.pages.first().label.page;
    const QJsonObject answer{{"width", first.width},        {"height", first.height},
                             {"dotsPerMm", wish.dotsPerMm}, {"bytes", size},
                             {"pages", file.pages.size()},  {"from", word(file.form)},
                             {"labels", told(file.pages)},  {"findings", found}};
    if (call.json())
        print(QJsonDocument(answer));
    else
        printLine(QStringLiteral("%1: %2 pages of %3, %4 bytes")
                      .arg(call.value("out"))
                      .arg(file.pages.size())
                      .arg(word(file.form).toUpper())
                      .arg(size));
    return found.isEmpty() ? kDone : kDoneWithFindings;
}

} // namespace packbench
