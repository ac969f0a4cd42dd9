#include "labels/carrier/foreignpicture.h"

#include <poppler-qt6.h>

namespace packbench {
namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr int kMostPages = 500;
/// Drawn finer than it is printed, so that half a dot of a bar is not lost to rounding.
constexpr int kFiner = 4;

CarrierFile refused(const QString& sentence, const QList<CarrierLabel>& before = {}) {
    return {CarrierForm::Pdf, before, sentence};
}

} // namespace

CarrierFile openPdf(const QByteArray& file, const CarrierWish& wish) {
    const auto document = Poppler::Document::loadFromData(file);
    if (!document)
        return refused(QStringLiteral("The PDF is damaged: it cannot be opened. Have it exported "
                                      "again."));
    if (document->isLocked())
        return refused(QStringLiteral("The PDF is locked with a password. Save it without one."));
    if (document->numPages() > kMostPages)
        return refused(QStringLiteral("The PDF has %1 pages: %2 are the most at once.")
                           .arg(document->numPages())
                           .arg(kMostPages));
    document->setRenderHint(Poppler::Document::Antialiasing, false);
    document->setRenderHint(Poppler::Document::TextAntialiasing, false);
    QList<CarrierLabel> labels;
    for (int at = 0; at < document->numPages(); ++at) {
        const QString what = QStringLiteral("Page %1").arg(at + 1);
        const auto page = document->page(at);
        if (!page)
            return refused(QStringLiteral("%1 of the PDF is damaged.").arg(what), labels);
        QSizeF mm = page->pageSizeF() / kPointsPerMm;
        const bool isLying = !sizeProblem(mm, wish, what).isEmpty() &&
                             sizeProblem(mm.transposed(), wish, what).isEmpty();
        if (const QString problem = sizeProblem(mm, wish, what); !problem.isEmpty() && !isLying)
            return refused(problem, labels);
        const double dpi = wish.dotsPerMm * 25.4 * kFiner;
        QImage picture = page->renderToImage(dpi, dpi);
        if (picture.isNull())
            return refused(QStringLiteral("%1 of the PDF cannot be drawn.").arg(what), labels);
        turnToFit(picture, mm, wish);
        labels.append({pageOfPicture(picture, mm, wish.dotsPerMm), 1, contrastFindings(picture)});
    }
    if (labels.isEmpty())
        return refused(QStringLiteral("The PDF has no pages."));
    return {CarrierForm::Pdf, labels, {}};
}

} // namespace packbench
