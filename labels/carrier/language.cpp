#include "labels/carrier/language.h"

#include <QRegularExpression>

#include <algorithm>

namespace packbench {

namespace {

constexpr qsizetype kLooksAt = 16'384;

/// How many of a stream's first lines begin as a command of the language does.
int linesLike(const QStringList& lines, const char* pattern) {
    const QRegularExpression expression(QString::fromLatin1(pattern));
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [&](const QString& line) {
        return expression.match(line).hasMatch();
    }));
}

} // namespace

std::optional<CarrierLanguage> recognisedLanguage(const QByteArray& stream) {
    const QByteArray head = stream.left(kLooksAt);
    static const QRegularExpression ends(QStringLiteral("[\\r\\n]+"));
    const QStringList lines = QString::fromLatin1(head).split(ends, Qt::SkipEmptyParts);
    const int tspl = linesLike(
        lines, "^\\s*(?i:SIZE\\s+[0-9.]|CLS\\s*$|GAP\\s+[0-9]|DIRECTION\\s+[01]|PRINT\\s+[0-9]|"
               "TEXT\\s+[0-9-]+,|BARCODE\\s+[0-9-]+,|QRCODE\\s+[0-9-]+,|BITMAP\\s+[0-9-]+,|"
               "BAR\\s+[0-9-]+,|BOX\\s+[0-9-]+,|BLINE\\s+[0-9]|DENSITY\\s+[0-9]|SPEED\\s+[0-9]|"
               "REFERENCE\\s+[0-9-])");
    const int epl2 = linesLike(
        lines, "^(N|q[0-9]+|Q[0-9]+,.*|[AB][0-9]+,[0-9]+,[0-7],.*|GW[0-9]+,[0-9]+,.*|P[0-9]+(,.*)?|"
               "L[OEWS][0-9]+,.*|X[0-9]+,[0-9]+,.*|F[SRK]\".*\"|b[0-9]+,[0-9]+,.*|Z[TB]|"
               "I8,.*|D[0-9]+|S[0-9])\\s*$|^GW[0-9]+,[0-9]+,[0-9]+,[0-9]+,");
    // ^XA may stand anywhere; the two others say so at a line's begin.
    const bool isZpl = head.contains("^XA") || head.contains("^xa") || head.contains("~DG") ||
                       head.contains("^FO") || head.contains("^FD") || head.contains("~CC");
    if (isZpl && tspl < 2 && epl2 < 3)
        return CarrierLanguage::Zpl;
    if (tspl >= 2 || (tspl == 1 && epl2 == 0))
        return CarrierLanguage::Tspl;
    if (epl2 >= 2)
        return CarrierLanguage::Epl2;
    return std::nullopt;
}

QString word(CarrierLanguage language) {
    switch (language) {
    case CarrierLanguage::Zpl: return QStringLiteral("zpl");
    case CarrierLanguage::Tspl: return QStringLiteral("tspl");
    case CarrierLanguage::Epl2: return QStringLiteral("epl2");
    }
    return {};
}

std::unique_ptr<CarrierInterpreter> carrierInterpreter(CarrierLanguage language,
                                                       const InterpreterSetup& setup) {
    switch (language) {
    case CarrierLanguage::Zpl: return zplInterpreter(setup);
    case CarrierLanguage::Tspl: return tsplInterpreter(setup);
    case CarrierLanguage::Epl2: return epl2Interpreter(setup);
    }
    return nullptr;
}

} // namespace packbench
