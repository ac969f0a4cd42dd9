#include "labels/carrier/foreignpicture.h"

namespace packbench {
namespace {

/// Of an editor, not of a printer's language.
QByteArray withoutMark(const QByteArray& file) {
    return file.startsWith("\xEF\xBB\xBF") ? file.mid(3) : file;
}

constexpr int kMostCopies = 10'000;

bool isWhite(const Page& page, int fromRow, int rows) {
    const qsizetype row = page.bytesPerRow();
    const QByteArray part = page.bits.mid(fromRow * row, rows * row);
    return part.count('\0') == part.size();
}

/// A stream that names no length was made for labels of some length: of the usual one, unless
/// something lies beyond it. What was turned has its end on top.
Page shortened(const Page& page, int height) {
    const int more = page.height - height;
    const bool endsEarly = isWhite(page, height, more);
    if (more <= 0 || (!endsEarly && !isWhite(page, 0, more)))
        return page;
    Page part = page;
    part.height = height;
    part.bits = page.bits.mid(qsizetype(endsEarly ? 0 : more) * page.bytesPerRow(),
                              qsizetype(height) * page.bytesPerRow());
    return part;
}

} // namespace

CarrierFile openStream(CarrierLanguage language, const QByteArray& file, const CarrierWish& wish) {
    InterpreterSetup setup;
    setup.dotsPerMm = wish.madeForDots;
    setup.tellsUnprovable = wish.grades;
    const QSize usual = setup.pageDots * wish.madeForDots / 8;
    const bool isStockKnown = !wish.stockMm.isEmpty();
    setup.pageDots = isStockKnown ? (wish.stockMm * wish.madeForDots).toSize()
                                  : QSize(usual.width(), usual.height() * 4 / 3);
    const auto interpreter = carrierInterpreter(language, setup);
    interpreter->take(withoutMark(file));
    interpreter->end();
    CarrierFile opened{formOf(language), interpreter->takeLabels(), interpreter->problem()};
    if (opened.labels.isEmpty() && opened.problem.isEmpty())
        opened.problem = QStringLiteral("The file asks for no label.");
    for (CarrierLabel& label : opened.labels) {
        if (!isStockKnown && label.page.height == setup.pageDots.height())
            label.page = shortened(label.page, usual.height());
        if (label.copies > kMostCopies) {
            label.findings.append({QStringLiteral("too-much"),
                                   QStringLiteral("%1 copies are asked for: more than %2 are no "
                                                  "label's.")
                                       .arg(label.copies)
                                       .arg(kMostCopies)});
            label.copies = kMostCopies;
        }
        const QSizeF mm(double(label.page.width) / wish.madeForDots,
                        double(label.page.height) / wish.madeForDots);
        if (const QString problem = sizeProblem(mm, wish, QStringLiteral("The label"));
            !problem.isEmpty() && opened.problem.isEmpty())
            opened.problem = problem;
        if (wish.madeForDots != wish.dotsPerMm)
            label.page = pageOfPicture(imageFromPage(label.page), mm, wish.dotsPerMm);
    }
    return opened;
}

} // namespace packbench
