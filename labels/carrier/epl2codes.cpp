#include "labels/carrier/epl2.h"

#include <algorithm>
#include <optional>

namespace packbench {

namespace {

struct Code {
    SymbolKind kind;
    int checkDigits = 0;
};

// EPL2 manual, B: the bar codes by their letters. Add-ons stand behind a "+" of the data.
std::optional<Code> codeOf(const QByteArray& type) {
    static const QHash<QByteArray, Code> codes{{"0", {SymbolKind::Gs1_128}},
                                               {"1", {SymbolKind::Code128}},
                                               {"1A", {SymbolKind::Code128}},
                                               {"1B", {SymbolKind::Code128}},
                                               {"1C", {SymbolKind::Code128}},
                                               {"1E", {SymbolKind::Gs1_128}},
                                               {"2", {SymbolKind::Interleaved25}},
                                               {"2C", {SymbolKind::Interleaved25, 1}},
                                               {"2D", {SymbolKind::Interleaved25, 1}},
                                               {"2U", {SymbolKind::Itf14}},
                                               {"3", {SymbolKind::Code39}},
                                               {"3C", {SymbolKind::Code39, 1}},
                                               {"9", {SymbolKind::Code93}},
                                               {"E30", {SymbolKind::Ean13}},
                                               {"E32", {SymbolKind::Ean13}},
                                               {"E35", {SymbolKind::Ean13}},
                                               {"E80", {SymbolKind::Ean8}},
                                               {"E82", {SymbolKind::Ean8}},
                                               {"E85", {SymbolKind::Ean8}},
                                               {"K", {SymbolKind::Codabar}},
                                               {"L", {SymbolKind::Plessey}},
                                               {"M", {SymbolKind::Msi, 1}},
                                               {"P", {SymbolKind::Postnet}},
                                               {"PL", {SymbolKind::Planet}},
                                               {"UA0", {SymbolKind::UpcA}},
                                               {"UA2", {SymbolKind::UpcA}},
                                               {"UA5", {SymbolKind::UpcA}},
                                               {"UE0", {SymbolKind::UpcE}},
                                               {"UE2", {SymbolKind::UpcE}},
                                               {"UE5", {SymbolKind::UpcE}},
                                               {"R14", {SymbolKind::Gs1DataBar}},
                                               {"RL", {SymbolKind::Gs1DataBarLimited}},
                                               {"RS", {SymbolKind::Gs1DataBarStacked}},
                                               {"RT", {SymbolKind::Gs1DataBarStackedOmni}},
                                               {"RX", {SymbolKind::Gs1DataBarExpanded}}};
    const auto found = codes.constFind(type);
    return found == codes.constEnd() ? std::nullopt : std::optional(*found);
}

/// The value of the argument that begins with this letter.
std::optional<int> lettered(const Epl2Values& values, char letter) {
    for (qsizetype i = 3; i < values.plain.size(); ++i) {
        const QByteArray& text = values.plain.at(i);
        bool isNumber = false;
        const int value = text.mid(1).toInt(&isNumber);
        if (text.startsWith(letter) && isNumber)
            return value;
    }
    return std::nullopt;
}

int dotsOf(std::optional<int> value, int otherwise) {
    return std::clamp(value.value_or(otherwise), 1, 100);
}

void setQr(CodeItem& item, const Epl2Values& values) {
    item.kind = SymbolKind::Qr;
    item.dots.narrow = dotsOf(lettered(values, 's'), 3);
    item.options.level = 2;
    const QByteArray levels("LMQH");
    for (const QByteArray& each : values.plain.mid(3)) {
        if (each.size() == 2 && each[0] == 'e' && levels.contains(each[1]))
            item.options.level = static_cast<int>(levels.indexOf(each[1])) + 1;
    }
}

void setPdf417(CodeItem& item, const Epl2Values& values) {
    item.kind =
        lettered(values, 't').value_or(0) != 0 ? SymbolKind::Pdf417Truncated : SymbolKind::Pdf417;
    item.options.level = std::clamp(lettered(values, 's').value_or(-1), -1, 8);
    item.options.columns = std::clamp(lettered(values, 'l').value_or(0), 0, 30);
    item.dots.narrow = dotsOf(lettered(values, 'x'), 2);
    item.dots.rowHeight = dotsOf(lettered(values, 'y'), 3 * item.dots.narrow);
    item.degrees = std::clamp(lettered(values, 'o').value_or(0), 0, 3) * 90;
}

void setDataMatrix(CodeItem& item, const Epl2Values& values) {
    item.kind = SymbolKind::DataMatrix;
    item.dots.narrow = dotsOf(lettered(values, 'h'), 5);
    item.options.isRectangle =
        lettered(values, 'c').value_or(0) != lettered(values, 'r').value_or(0);
}

void setAztec(CodeItem& item, const Epl2Values& values) {
    item.kind = SymbolKind::Aztec;
    item.dots.narrow = dotsOf(lettered(values, 'd'), 3);
    const int correction = lettered(values, 'e').value_or(0);
    if (correction >= 101 && correction <= 104)
        item.options.version = correction - 100;
    else if (correction >= 201 && correction <= 232)
        item.options.version = correction - 200 + 4;
}

/// "class,country,post code[,message]" or, in other modes, the message alone.
void setMaxiCode(CodeItem& item, Epl2Values& values) {
    item.kind = SymbolKind::MaxiCode;
    const int mode = values.number(3, 2);
    item.options.mode = mode >= 2 && mode <= 6 ? mode : 4;
    if (item.options.mode > 3)
        return;
    const QList<QByteArray> parts = values.data.split(',');
    if (parts.size() < 3) {
        values.problem = QStringLiteral("its class, country and post code are missing");
        return;
    }
    const QByteArray post = parts.at(2).left(9);
    const bool isDigits =
        std::all_of(post.begin(), post.end(), [](char c) { return c >= '0' && c <= '9'; });
    item.options.mode = isDigits ? 2 : 3;
    item.options.primary = (isDigits ? post.leftJustified(9, '0') : post.left(6).leftJustified(6)) +
                           parts.at(1).left(3).rightJustified(3, '0') +
                           parts.at(0).left(3).rightJustified(3, '0');
    values.data = parts.mid(3).join(',');
}

} // namespace

// Bx,y,rotation,type,narrow,wide,height,B|N,"data"
void Epl2Interpreter::barcode(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, m_variables);
    CodeItem item;
    item.at = at(values);
    const int rotation = values.number(2);
    const QByteArray type = values.plain.value(3);
    item.dots.narrow = std::clamp(values.number(4), 1, 100);
    item.dots.ratio = std::clamp(double(values.number(5, 0)) / item.dots.narrow, 2.0, 5.0);
    item.dots.height = std::clamp(values.number(6), 1, setup().mostDots.height());
    item.hasCaption = values.plain.value(7) == "B";
    if (rotation < 0 || rotation > 3)
        values.problem = QStringLiteral("its rotation is none of 0 to 3");
    if (!isUsable(values, "B"))
        return;
    item.degrees = rotation * 90;
    const auto code = codeOf(type);
    if (!code) {
        find("bad-barcode", type,
             QStringLiteral("The bar code type %1 is not known; the code is not drawn.")
                 .arg(quoted(type)));
        return;
    }
    item.kind = code->kind;
    item.options.checkDigits = code->checkDigits;
    item.text = decoded(values.data, m_codePage);
    draw(item, "B " + type);
}

// bx,y,type,options,"data"
void Epl2Interpreter::matrixCode(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, m_variables);
    CodeItem item;
    item.at = at(values);
    const QByteArray type = values.plain.value(2);
    if (type == "Q")
        setQr(item, values);
    else if (type == "P")
        setPdf417(item, values);
    else if (type == "D")
        setDataMatrix(item, values);
    else if (type == "A")
        setAztec(item, values);
    else if (type == "M")
        setMaxiCode(item, values);
    else
        values.problem = QStringLiteral("its type is none that EPL2 knows");
    if (!isUsable(values, "b"))
        return;
    item.text = decoded(values.data, m_codePage);
    draw(item, "b " + type);
}

} // namespace packbench
