#include "labels/carrier/foreignpicture.h"

namespace packbench {
namespace {

/// Of an editor, not of a printer's language.
QByteArray withoutMark(const QByteArray& file) {
    return file.startsWith("\xEF\xBB\xBF") ? file.mid(3) : file;
}

} // namespace

CarrierFile openStream(CarrierLanguage language, const QByteArray& file, const CarrierWish& wish) {
    InterpreterSetup setup;
    setup.dotsPerMm = wish.madeForDots;
    setup.pageDots = wish.stockMm.isEmpty() ? setup.pageDots * wish.madeForDots / 8
                                            : (wish.stockMm * wish.madeForDots).toSize();
    const auto interpreter = carrierInterpreter(language, setup);
    interpreter->take(withoutMark(file));
    interpreter->end();
    CarrierFile opened{formOf(language), interpreter->takeLabels(), interpreter->problem()};
    if (opened.labels.isEmpty() && opened.problem.isEmpty())
        opened.problem = QStringLiteral("The file asks for no label.");
    for (CarrierLabel& label : opened.labels) {
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
