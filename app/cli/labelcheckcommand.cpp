#include "bench/foreignreader.h"
#include "bench/templatechoice.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/labelfile.h"
#include "labels/codemeasure.h"
#include "labels/templatecheck.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

namespace {

constexpr int kSampleDots = 8; ///< per mm: what most printers have, and the harder one

/// A page and what is found on it, of a file or drawn with a template.
struct CheckedPage {
    QString title;
    QSize dots;
    QList<ReadCode> codes;
    QList<LabelFinding> findings;
};

QList<LabelFinding> lowGrades(const QList<ReadCode>& codes) {
    QList<LabelFinding> findings;
    for (const ReadCode& code : codes) {
        if (const auto finding = lowGrade(code))
            findings.append(*finding);
    }
    return findings;
}

CheckedPage checked(const ForeignPage& page, qsizetype number) {
    CheckedPage out{QStringLiteral("page %1").arg(number),
                    {page.label.page.width, page.label.page.height},
                    page.codes,
                    page.label.findings + lowGrades(page.codes)};
    if (page.codes.isEmpty())
        out.findings.append({QStringLiteral("no-code"),
                             QStringLiteral("No code can be read on the page: nothing tells whose "
                                            "label it is.")});
    return out;
}

CheckedPage checked(const LabelTemplate& form, const SampleLabel& sample) {
    const DrawnLabel label = drawLabel(form, sample.fields, kSampleDots);
    const QList<ReadCode> codes = measuredCodes(label.page, label.codes);
    QList<LabelFinding> findings = label.findings + proof(label.page, label.codes);
    if (const auto finding =
            unprovable(label.codes, sample.fields.values.value(QStringLiteral("tracking"))))
        findings.append(*finding);
    return {sample.name, {label.page.width, label.page.height}, codes, findings};
}

QJsonArray pagesArray(const QList<CheckedPage>& pages) {
    QJsonArray rows;
    for (const CheckedPage& page : pages)
        rows.append(QJsonObject{{"title", page.title},
                                {"width", page.dots.width()},
                                {"height", page.dots.height()},
                                {"codes", codesArray(page.codes)},
                                {"findings", findingsArray(page.findings)}});
    return rows;
}

void printPages(const QList<CheckedPage>& pages) {
    for (const CheckedPage& page : pages) {
        printLine(QStringLiteral("%1: %2×%3 dots")
                      .arg(page.title)
                      .arg(page.dots.width())
                      .arg(page.dots.height()));
        for (const ReadCode& code : page.codes)
            printLine(QStringLiteral("  %1  %2  %3")
                          .arg(code.measure ? word(gradeOf(*code.measure)) : QStringLiteral("-"),
                               code.format, code.text));
    }
}

int checkTemplateNamed(const QString& name, const LabelTemplate& form, bool json) {
    const QList<TemplateFinding> findings = checkTemplate(form);
    QList<CheckedPage> pages;
    for (const SampleLabel& sample : sampleLabels())
        pages.append(checked(form, sample));
    QJsonArray found;
    for (const TemplateFinding& finding : findings) {
        QJsonArray items;
        for (const int item : finding.items)
            items.append(item + 1);
        found.append(QJsonObject{{"kind", finding.kind}, {"text", finding.text}, {"items", items}});
    }
    if (json) {
        print(QJsonDocument(
            QJsonObject{{"template", name}, {"pages", pagesArray(pages)}, {"findings", found}}));
    } else {
        printPages(pages);
        for (const TemplateFinding& finding : findings)
            printLine(finding.kind + QStringLiteral(": ") + finding.text);
        if (findings.isEmpty())
            printLine(
                QStringLiteral("%1: nothing found with any sample at 8 and 12 dots/mm.").arg(name));
    }
    return findings.isEmpty() ? kDone : kDoneWithFindings;
}

int checkLabelFile(const QString& path, const QByteArray& bytes, const Invocation& call) {
    CarrierWish wish = wishOf(call);
    wish.grades = true;
    const ForeignFile file = ForeignReader().open(bytes, wish);
    QList<CheckedPage> pages;
    QList<LabelFinding> found; // of the file as a whole
    if (!file.problem.isEmpty())
        found.append({QStringLiteral("refused"), file.problem});
    bool isClean = found.isEmpty();
    for (const ForeignPage& page : file.pages) {
        pages.append(checked(page, pages.size() + 1));
        isClean = isClean && pages.last().findings.isEmpty();
    }
    if (call.json()) {
        print(QJsonDocument(QJsonObject{{"file", path},
                                        {"from", word(file.form)},
                                        {"dotsPerMm", wish.dotsPerMm},
                                        {"pages", pagesArray(pages)},
                                        {"findings", findingsArray(found)}}));
    } else {
        printPages(pages);
    }
    for (const CheckedPage& page : std::as_const(pages)) {
        for (const LabelFinding& finding : page.findings)
            tell(page.title + QStringLiteral(": ") + finding.kind + QStringLiteral(": ") +
                 finding.text);
    }
    for (const LabelFinding& finding : std::as_const(found))
        tell(finding.kind + QStringLiteral(": ") + finding.text);
    return isClean ? kDone : kDoneWithFindings;
}

/// A template is JSON; no label file begins so.
bool isTemplate(const QByteArray& bytes) {
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    return text.trimmed().startsWith('{');
}

} // namespace

int runLabelCheck(const QStringList& arguments) {
    const Invocation call(arguments, wishOptions());
    const QString name = call.onlyWord(QStringLiteral("template or label file"));
    const bool isFile = !builtInTemplates().contains(name) && QFileInfo(name).isFile();
    if (isFile) {
        const QByteArray bytes = readFile(name, kLargestLabelFile);
        if (!isTemplate(bytes))
            return checkLabelFile(name, bytes, call);
    }
    return checkTemplateNamed(name, labelTemplate(name), call.json());
}

} // namespace packbench
