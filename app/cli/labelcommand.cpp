#include "bench/clock.h"
#include "bench/labelling.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "cli/labelfile.h"
#include "labels/codemeasure.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include "bench/templatechoice.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace packbench {

namespace {

LabelFields fieldsFromJson(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(FileError::Code::Missing,
                        QStringLiteral("There is no readable file '%1'.").arg(path));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("'%1' is no JSON object of label fields.").arg(path));
    LabelFields fields;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"clear" && it.value().isObject()) {
            const QJsonObject clear = it.value().toObject();
            for (auto one = clear.begin(); one != clear.end(); ++one)
                fields.clear.insert(one.key(), one.value().toVariant().toString());
            continue;
        }
        if (!it.value().isArray()) {
            fields.values.insert(it.key(), it.value().toVariant().toString());
            continue;
        }
        for (const QJsonValue& row : it.value().toArray()) {
            QHash<QString, QString> cells;
            const QJsonObject rowObject = row.toObject();
            for (auto cell = rowObject.begin(); cell != rowObject.end(); ++cell)
                cells.insert(cell.key(), cell.value().toVariant().toString());
            fields.rows[it.key()].append(cells);
        }
    }
    return fields;
}

/// What the order's label would show; its number is not taken for that.
LabelFields fieldsFromOrder(const Invocation& call, const QString& named, LabelTemplate& form) {
    const auto ledger = call.openLedger();
    const BenchSettings settings = loadSettings(ledger->settings());
    const auto orders = ledger->orders().byNumber(call.onlyWord(QStringLiteral("order number")));
    if (orders.isEmpty())
        throw UsageError(QStringLiteral("There is no order '%1'.").arg(call.words().first()));
    const OrderRecord& order = orders.first();
    const ParcelRecord parcel = Labelling(*ledger, settings).parcelToCome(order);
    form = labelTemplate(named.isEmpty() ? templateName(settings, parcel.courier) : named,
                         ledger->templates())
               .form;
    SystemClock clock;
    return labelFields(order, parcel, settings, {Operator{}, clock.now(), 1, {}, 0});
}

} // namespace

int runLabelRender(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("fields"), QStringLiteral("JSON file of label fields."),
          QStringLiteral("file")},
         {QStringLiteral("template"), QStringLiteral("Name or file."), QStringLiteral("template")},
         {QStringLiteral("out"), QStringLiteral("PNG, or printer bytes with --language."),
          QStringLiteral("file")},
         {QStringLiteral("language"), QStringLiteral("zpl or tspl; PNG without."),
          QStringLiteral("language")},
         {QStringLiteral("dots-per-mm"), QStringLiteral("8, 12 or 24."), QStringLiteral("dots"),
          QStringLiteral("8")}});
    if (!call.isSet("out"))
        throw UsageError(QStringLiteral("label render needs --out FILE."));
    const int dotsPerMm = call.value("dots-per-mm").toInt();
    if (dotsPerMm < 4 || dotsPerMm > 24)
        throw UsageError(QStringLiteral("--dots-per-mm takes 8, 12 or 24."));
    const auto language = printerLanguageFromWord(call.value("language"));
    if (call.isSet("language") && !language)
        throw UsageError(QStringLiteral("--language takes zpl or tspl."));
    const QString named = call.value("template");
    LabelTemplate form;
    LabelFields fields;
    if (call.isSet("fields")) {
        fields = fieldsFromJson(call.value("fields"));
        form = labelTemplate(named.isEmpty() ? QStringLiteral("general-100x150") : named);
    } else {
        fields = fieldsFromOrder(call, named, form);
    }
    const DrawnLabel label = drawLabel(form, fields, dotsPerMm);
    const QByteArray bytes =
        language ? encode(*language, label.page, PrintSetup{}) : pngFromPage(label.page);
    saveFile(call.value("out"), bytes);
    QList<LabelFinding> findings = label.findings + proof(label.page, label.codes);
    if (auto finding = unprovable(label.codes, fields.values.value(QStringLiteral("tracking"))))
        findings.append(std::move(*finding));
    for (const LabelFinding& finding : std::as_const(findings))
        tell(finding.kind + QStringLiteral(": ") + finding.text);
    const QJsonObject answer{{"width", label.page.width},
                             {"height", label.page.height},
                             {"dotsPerMm", dotsPerMm},
                             {"bytes", bytes.size()},
                             {"pages", 1},
                             {"codes", codesArray(measuredCodes(label.page, label.codes))},
                             {"findings", findingsArray(findings)}};
    if (call.json())
        print(QJsonDocument(answer));
    else
        printLine(QStringLiteral("%1: %2×%3 dots, %4 bytes")
                      .arg(call.value("out"))
                      .arg(label.page.width)
                      .arg(label.page.height)
                      .arg(bytes.size()));
    return findings.isEmpty() ? kDone : kDoneWithFindings;
}

} // namespace packbench
