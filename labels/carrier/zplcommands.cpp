#include "labels/carrier/zplinterpreter.h"

#include <QHash>

#include <cctype>

namespace packbench {

namespace {

// Everyday settings of paper, print and memory: nothing of them is on the page.
const QSet<QByteArray>& silent() {
    static const QSet<QByteArray> names{
        "^CC", "^CD", "^CT", "^CV", "^CW", "^CM", "^CO", "^FC", "^FL", "^FM", "^FP",
        "^FX", "^JM", "^JZ", "^JB", "^KP", "^MD", "^MF", "^ML", "^MM", "^MN", "^MT",
        "^MA", "^MI", "^PA", "^PF", "^PN", "^PR", "^SE", "^SP", "^SZ", "^XB", "^XS",
        "^PP", "~CC", "~CD", "~CT", "~SD", "~TA", "~JS", "^FE"};
    return names;
}

// What they would do: names of the ZPL manual.
const QHash<QByteArray, const char*>& harmful() {
    static const QHash<QByteArray, const char*> names{
        {"^JU", "would save or restore the printer's settings"},
        {"~JR", "would restart the printer"},
        {"~JO", "would change the printer's behaviour"},
        {"~JA", "would cancel the labels that wait in the printer"},
        {"~JX", "would cancel the label that is being received"},
        {"~JC", "would make the printer measure its paper"},
        {"~JG", "would make the printer measure its paper"},
        {"~JL", "would make the printer measure its paper"},
        {"~JB", "would erase the printer's memory"},
        {"~JD", "would make the printer print its input"},
        {"~JE", "would make the printer print its input"},
        {"~JF", "would change the printer's behaviour"},
        {"~JI", "would start an interpreter in the printer"},
        {"~JN", "would change the printer's head test"},
        {"~JP", "would pause the printer"},
        {"~JQ", "would stop an interpreter in the printer"},
        {"^JI", "would start an interpreter in the printer"},
        {"^JH", "would change the printer's warnings"},
        {"^JJ", "would change the printer's connector"},
        {"^JS", "would choose the printer's sensor"},
        {"^JT", "would change the printer's head test"},
        {"^JW", "would change the ribbon's tension"},
        {"~KB", "would put a battery printer to sleep"},
        {"^KD", "would change the printer's clock"},
        {"^KL", "would change the printer's language"},
        {"^KN", "would rename the printer"},
        {"^KV", "would change the printer's cutter"},
        {"~DB", "would store a font in the printer"},
        {"~DE", "would store a table in the printer"},
        {"~DN", "would stop a download"},
        {"~DS", "would store a font in the printer"},
        {"~DT", "would store a font in the printer"},
        {"~DU", "would store a font in the printer"},
        {"~EG", "would erase pictures stored in the printer"},
        {"^EG", "would erase pictures stored in the printer"},
        {"~EF", "would erase formats stored in the printer"},
        {"^EF", "would erase formats stored in the printer"},
        {"^ID", "would delete something stored in the printer"},
        {"^TO", "would copy what is stored in the printer"},
        {"^MP", "would lock the printer's keys"},
        {"^MW", "would change the printer's warnings"},
        {"^NB", "would change the printer's network"},
        {"~NC", "would change the printer's network"},
        {"^ND", "would change the printer's network"},
        {"^NI", "would change the printer's network"},
        {"^NN", "would change the printer's network"},
        {"^NP", "would change the printer's network"},
        {"~NR", "would change the printer's network"},
        {"^NS", "would change the printer's network"},
        {"^NT", "would change the printer's network"},
        {"~NT", "would change the printer's network"},
        {"^NW", "would change the printer's network"},
        {"~PR", "would print the last label again"},
        {"~PS", "would start the printer"},
        {"~PP", "would pause the printer"},
        {"^PH", "would feed a label"},
        {"~PH", "would feed a label"},
        {"~PM", "would change the printer"},
        {"~PL", "would change how far labels are presented"},
        {"~RO", "would reset the printer's counters"},
        {"^RO", "would reset the printer's counters"},
        {"^SC", "would change the printer's connection"},
        {"^SI", "would change the printer's sensors"},
        {"^SL", "would change the printer's clock"},
        {"^SO", "would change the printer's clock"},
        {"^SQ", "would change the printer's messages"},
        {"^SR", "would change the printer's head"},
        {"^SS", "would change the printer's sensors"},
        {"^ST", "would change the printer's clock"},
        {"^SX", "would make the printer send messages"},
        {"~WC", "would print the printer's settings"},
        {"~WL", "would print the printer's network settings"},
        {"^WD", "would print what is stored in the printer"},
        {"^WF", "would write to a chip"},
        {"^WT", "would write to a chip"},
        {"^RF", "would write to a chip"},
        {"^RS", "would set up a chip writer"},
        {"^HF", "would send what is stored in the printer"},
        {"^HG", "would send what is stored in the printer"},
        {"^HH", "would send the printer's settings"},
        {"^HW", "would send what is stored in the printer"},
        {"^HY", "would send what is stored in the printer"},
        {"^HZ", "would send what is stored in the printer"},
        {"~HB", "would ask the printer's battery"},
        {"~HD", "would ask the printer's head"},
        {"~HM", "would ask the printer's memory"},
        {"~HU", "would ask the printer's network"},
        {"~LF", "would change the printer's sensors"}};
    return names;
}

QByteArray written(const ZplCommand& command) {
    return (command.isControl ? '~' : '^') + command.name;
}

bool isLetters(const QByteArray& name) {
    return std::all_of(name.begin(), name.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '@';
    });
}

} // namespace

ZplInterpreter::Handler ZplInterpreter::handlerOf(const ZplCommand& command) {
    using Z = ZplInterpreter;
    static const QHash<QByteArray, Handler> handlers{
        {"^XA", &Z::startLabel},      {"^XZ", &Z::endLabel},       {"^FS", &Z::closeField},
        {"^FO", &Z::placeField},      {"^FT", &Z::placeField},     {"^A", &Z::fieldFont},
        {"^FB", &Z::fieldBlock},      {"^TB", &Z::fieldBlock},     {"^FD", &Z::fieldData},
        {"^FV", &Z::fieldData},       {"^FH", &Z::fieldHex},       {"^FN", &Z::fieldNumber},
        {"^FR", &Z::fieldReverse},    {"^SN", &Z::fieldSerial},    {"^SF", &Z::fieldSerial},
        {"^GS", &Z::fieldSymbol},     {"^GB", &Z::fieldBox},       {"^GC", &Z::fieldEllipse},
        {"^GE", &Z::fieldEllipse},    {"^GD", &Z::fieldDiagonal},  {"^GF", &Z::fieldGraphic},
        {"~DG", &Z::downloadGraphic}, {"~DY", &Z::downloadObject}, {"^XG", &Z::recallGraphic},
        {"^IM", &Z::recallGraphic},   {"^IL", &Z::recallGraphic},  {"^IS", &Z::storeImage},
        {"^DF", &Z::storeFormat},     {"^XF", &Z::recallFormat},   {"^LH", &Z::setHome},
        {"^PW", &Z::setPage},         {"^LL", &Z::setPage},        {"^LS", &Z::setShift},
        {"^LT", &Z::setShift},        {"^CF", &Z::setFont},        {"^FW", &Z::setTurn},
        {"^BY", &Z::setBars},         {"^CI", &Z::setEncoding},    {"^LR", &Z::setLabel},
        {"^PO", &Z::setLabel},        {"^PM", &Z::setLabel},       {"^MC", &Z::setLabel},
        {"^MU", &Z::setUnit},         {"^PQ", &Z::setCopies},      {"~HS", &Z::answer},
        {"~HI", &Z::answer},          {"~HQ", &Z::answer}};
    const auto found = handlers.constFind(written(command));
    if (found != handlers.constEnd())
        return *found;
    return !command.isControl && isZplBarcode(command.name) ? &Z::fieldBarcode : nullptr;
}

void ZplInterpreter::obeyUnknown(const ZplCommand& command) {
    const QByteArray name = written(command);
    if (command.name.isEmpty() || silent().contains(name)) // "^^FT": a prefix for nothing
        return;
    const QString shown =
        isLetters(command.name) ? QString::fromLatin1(name) : QString::fromLatin1(name.left(1));
    if (const char* what = harmful().value(name))
        find(QStringLiteral("changes-printer"), shown,
             QStringLiteral("%1 %2; it has no effect here.").arg(shown, QString::fromLatin1(what)));
    else
        find(QStringLiteral("unknown-command"), shown,
             QStringLiteral("%1 is not known here; what it would draw is missing on the label.")
                 .arg(shown));
}

} // namespace packbench
