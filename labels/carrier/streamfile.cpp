#include "labels/carrier/foreignpicture.h"

namespace packbench {
namespace {

std::unique_ptr<CarrierInterpreter> interpreterOf(CarrierForm form, const InterpreterSetup& setup) {
    switch (form) {
    case CarrierForm::Tspl: return tsplInterpreter(setup);
    case CarrierForm::Epl2: return epl2Interpreter(setup);
    default: return zplInterpreter(setup);
    }
}

} // namespace

CarrierFile openStream(CarrierForm form, const QByteArray& file, const CarrierWish& wish) {
    InterpreterSetup setup;
    setup.dotsPerMm = wish.madeForDots;
    if (!wish.stockMm.isEmpty())
        setup.pageDots = (wish.stockMm * wish.madeForDots).toSize();
    const auto interpreter = interpreterOf(form, setup);
    interpreter->take(file);
    interpreter->end();
    CarrierFile opened{form, interpreter->takeLabels(), interpreter->problem()};
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
