// Draws the built-in templates with the sample parcels into a folder, for eyes, and says how long
// template → bitmap → proof took (median).
#include "labels/layout.h"
#include "labels/proof.h"
#include "sample.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <algorithm>
#include <vector>

using namespace packbench;

namespace {

void draw(QTextStream& out, const QDir& folder, const LabelTemplate& form, const QString& name,
          const LabelFields& fields, int dotsPerMm) {
    std::vector<double> drawing;
    std::vector<double> proofing;
    DrawnLabel label;
    QList<LabelFinding> findings;
    for (int i = 0; i < 51; ++i) {
        QElapsedTimer timer;
        timer.start();
        label = drawLabel(form, fields, dotsPerMm);
        drawing.push_back(double(timer.nsecsElapsed()) / 1e6);
        timer.restart();
        findings = proof(label.page, label.codes);
        proofing.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    const double first = drawing.front();
    std::sort(drawing.begin(), drawing.end());
    std::sort(proofing.begin(), proofing.end());
    QFile file(folder.filePath(name + QStringLiteral(".png")));
    if (file.open(QIODevice::WriteOnly))
        file.write(pngFromPage(label.page));
    out << name << ": first " << first << " ms, median drawing " << drawing[25] << " ms, proof "
        << proofing[25] << " ms, codes " << label.codes.size() << '\n';
    for (const LabelFinding& finding : label.findings + findings)
        out << "  " << finding.kind << ": " << finding.text << '\n';
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QTextStream out(stdout);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    const int dotsPerMm = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 8;
    for (const QString& name : builtInTemplates()) {
        const TemplateReading form = builtInTemplate(name);
        for (const QString& problem : form.problems)
            out << name << ": " << problem << '\n';
        draw(out, folder, form.value, name + QStringLiteral("-zh"), chineseParcel(), dotsPerMm);
        draw(out, folder, form.value, name + QStringLiteral("-en"), latinParcel(), dotsPerMm);
        draw(out, folder, form.value, name + QStringLiteral("-dense"), denseParcel(), dotsPerMm);
        draw(out, folder, form.value, name + QStringLiteral("-overfull"), overfullParcel(),
             dotsPerMm);
    }
    return 0;
}
