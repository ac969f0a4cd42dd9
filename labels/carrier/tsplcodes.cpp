#include "labels/carrier/tspl.h"

#include <algorithm>
#include <optional>

namespace packbench {

namespace {

struct Code {
    SymbolKind kind;
    int checkDigits = 0;
};

// TSPL/TSPL2 manual, BARCODE: the types by name. Add-ons of 2 and 5 digits stand behind a "+".
std::optional<Code> codeOf(const QByteArray& type) {
    static const QHash<QByteArray, Code> codes{{"128", {SymbolKind::Code128}},
                                               {"128M", {SymbolKind::Code128}},
                                               {"EAN128", {SymbolKind::Gs1_128}},
                                               {"EAN128M", {SymbolKind::Gs1_128}},
                                               {"25", {SymbolKind::Interleaved25}},
                                               {"25C", {SymbolKind::Interleaved25, 1}},
                                               {"25S", {SymbolKind::Standard25}},
                                               {"25I", {SymbolKind::Industrial25}},
                                               {"39", {SymbolKind::Code39}},
                                               {"39C", {SymbolKind::Code39, 1}},
                                               {"93", {SymbolKind::Code93}},
                                               {"EAN13", {SymbolKind::Ean13}},
                                               {"EAN8", {SymbolKind::Ean8}},
                                               {"CODA", {SymbolKind::Codabar}},
                                               {"POST", {SymbolKind::Postnet}},
                                               {"UPCA", {SymbolKind::UpcA}},
                                               {"UPCE", {SymbolKind::UpcE}},
                                               {"MSI", {SymbolKind::Msi}},
                                               {"MSIC", {SymbolKind::Msi, 1}},
                                               {"PLESSEY", {SymbolKind::Plessey}},
                                               {"ITF14", {SymbolKind::Itf14}},
                                               {"EAN14", {SymbolKind::Itf14}},
                                               {"11", {SymbolKind::Code11, 1}},
                                               {"PLANET", {SymbolKind::Planet}},
                                               {"CODE49", {SymbolKind::Code49}},
                                               {"LOGMARS", {SymbolKind::Logmars}},
                                               {"RSS14", {SymbolKind::Gs1DataBar}},
                                               {"RSSLTD", {SymbolKind::Gs1DataBarLimited}},
                                               {"RSSEXP", {SymbolKind::Gs1DataBarExpanded}}};
    const QByteArray plain = type.left(type.indexOf('+') < 0 ? type.size() : type.indexOf('+'));
    const auto found = codes.constFind(plain);
    return found == codes.constEnd() ? std::nullopt : std::optional(*found);
}

/// 128M: values written as "!105"; all else stands for itself in the subset of the moment.
QList<int> namedValues(const QByteArray& content) {
    constexpr int kStartB = 104;
    QList<int> values;
    char subset = 'B';
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (content[i] == '!' && i + 3 < content.size()) {
            bool isNumber = false;
            const int value = content.mid(i + 1, 3).toInt(&isNumber);
            if (isNumber && value <= 105) {
                values.append(value);
                subset = value == 99 || value == 105    ? 'C'
                         : value == 100 || value == 104 ? 'B'
                         : value == 101 || value == 103 ? 'A'
                                                        : subset;
                i += 3;
                continue;
            }
        }
        if (values.isEmpty())
            values.append(kStartB);
        if (subset == 'C') {
            values.append(content.mid(i, 2).toInt());
            ++i;
        } else {
            const int character = static_cast<unsigned char>(content[i]);
            values.append(character >= 32 ? character - 32 : character + 64);
        }
    }
    return values;
}

/// QRCODE in manual mode: A… alphanumeric, N… digits, K… Kanji, Bnnnn… as many bytes; "!" between.
QByteArray manualQr(const QByteArray& content) {
    QByteArray text;
    for (qsizetype i = 0; i < content.size();) {
        const char mode = content[i];
        if (mode == 'B' && i + 5 <= content.size()) {
            const int count = content.mid(i + 1, 4).toInt();
            text += content.mid(i + 5, count);
            i += 5 + std::max(count, 0);
        } else {
            const qsizetype end = content.indexOf('!', i);
            text += content.mid(i + 1, end < 0 ? -1 : end - i - 1);
            i = end < 0 ? content.size() : end;
        }
        if (i < content.size() && content[i] == '!')
            ++i;
    }
    return text;
}

/// The value of a "W3" or "c126" among the arguments; nothing when there is none with that letter.
std::optional<int> lettered(const TsplCommand& command, char letter) {
    for (const TsplArgument& argument : command.arguments) {
        const QByteArray& text = argument.text;
        bool isNumber = false;
        const int value = text.mid(1).toInt(&isNumber);
        if (argument.kind == TsplArgument::Kind::Word && isNumber && !text.isEmpty() &&
            (text[0] | 0x20) == (letter | 0x20))
            return value;
    }
    return std::nullopt;
}

int levelOf(const QByteArray& word) {
    return word == "L" ? 1 : word == "M" ? 2 : word == "Q" ? 3 : word == "H" ? 4 : -1;
}

int dotsOf(std::optional<int> value, int otherwise, int most = 100) {
    return std::clamp(value.value_or(otherwise), 1, most);
}

} // namespace

void TsplInterpreter::drawCode(TsplValues& values, const TsplCommand& command,
                               const CodeItem& item) {
    if (isUsable(values, command))
        draw(item, command.name);
}

// BARCODE x,y,"type",height,readable,rotation,narrow,wide,[alignment,]"content"
void TsplInterpreter::barcode(TsplValues& values, const TsplCommand& command) {
    CodeItem item;
    item.at = at(values);
    const QByteArray type = values.text(2).toUpper();
    item.dots.height = std::clamp(values.dots(3), 1, setup().mostDots.height());
    const int readable = values.among(4, {0, 1, 2, 3});
    item.degrees = values.among(5, {0, 90, 180, 270});
    item.dots.narrow = std::clamp(values.dots(6), 1, 100);
    item.dots.ratio = std::clamp(values.number(7).value_or(2) / item.dots.narrow, 2.0, 5.0);
    const qsizetype last = std::max<qsizetype>(values.count() - 1, 8);
    const int alignment = last > 8 ? values.whole(8, 0) : 0;
    item.side = alignment == 2 ? Side::Centre : alignment == 3 ? Side::Right : Side::Left;
    item.hasCaption = readable != 0;
    item.captionSide = readable == 2 ? Side::Centre : readable == 3 ? Side::Right : Side::Left;
    const QByteArray content = values.text(last);
    if (!isUsable(values, command))
        return;
    const auto code = codeOf(type);
    if (!code) {
        find("bad-barcode", type,
             QStringLiteral("The bar code type %1 is not known; the code is not drawn.")
                 .arg(quoted(type)));
        return;
    }
    item.kind = code->kind;
    item.options.checkDigits = code->checkDigits;
    item.text = textOf(content, {});
    if (type != "128M" && type != "EAN128M") {
        draw(item, type);
        return;
    }
    constexpr qsizetype kLongest = 1000;
    if (!mayDraw({}, content.size() * 1000))
        return;
    const QList<int> named = namedValues(content.left(kLongest));
    item.text = QString::fromLatin1(content);
    drawSymbol(code128Modules(named), item);
}

// QRCODE x,y,level,cell,mode,rotation,[justification,][model,][mask,]"content"
void TsplInterpreter::qrCode(TsplValues& values, const TsplCommand& command) {
    CodeItem item;
    item.kind = SymbolKind::Qr;
    item.at = at(values);
    item.options.level = levelOf(values.word(2));
    item.dots.narrow = dotsOf(values.whole(3), 1);
    const bool isManual = values.word(4) == "M";
    item.degrees = values.among(5, {0, 90, 180, 270});
    for (qsizetype i = 6; i + 1 < values.count(); ++i) {
        const QByteArray word = values.word(i);
        if (word == "M1")
            find("bad-parameter", "QRCODE M1",
                 QStringLiteral("'QRCODE' asks for model 1; model 2 is drawn."));
        if (word.size() == 2 && word[0] == 'S' && word[1] >= '0' && word[1] <= '7')
            item.options.mask = word[1] - '0';
    }
    const QByteArray content = values.text(std::max<qsizetype>(values.count() - 1, 6));
    if (item.options.level < 0)
        values.complain(QStringLiteral("its level of error correction is none of L, M, Q, H"));
    item.text = textOf(isManual ? manualQr(content) : content, {});
    drawCode(values, command, item);
}

// DMATRIX x,y,width,height,[c..,x..,r..,a..,rows,columns,]"content"
void TsplInterpreter::dataMatrix(TsplValues& values, const TsplCommand& command) {
    CodeItem item;
    item.kind = SymbolKind::DataMatrix;
    item.at = at(values);
    const QSize room(values.dots(2), values.dots(3));
    item.degrees = lettered(command, 'r').value_or(0);
    item.options.isRectangle = lettered(command, 'a').value_or(0) != 0;
    const QByteArray content = values.text(std::max<qsizetype>(values.count() - 1, 4));
    item.text = textOf(content, {});
    if (!QList<int>{0, 90, 180, 270}.contains(item.degrees))
        values.complain(QStringLiteral("it cannot be turned by other than right angles"));
    if (!isUsable(values, command))
        return;
    const auto module = lettered(command, 'x');
    if (module) {
        item.dots.narrow = dotsOf(module, 1);
    } else if (mayDraw({}, 500'000)) {
        // Without a module's size the code fills the room it was given.
        const SymbolModules modules = encodeSymbol(item.kind, item.text, item.options);
        const int columns = std::max(modules.columns, 1);
        item.dots.narrow = std::clamp(
            std::min(room.width() / columns, room.height() / std::max(modules.rows, 1)), 1, 100);
    }
    drawCode(values, command, item);
}

// PDF417 x,y,width,height,rotate,[option,…]"content"
void TsplInterpreter::pdf417(TsplValues& values, const TsplCommand& command) {
    CodeItem item;
    const int isTruncated = lettered(command, 'T').value_or(0);
    item.kind = isTruncated != 0 ? SymbolKind::Pdf417Truncated : SymbolKind::Pdf417;
    item.at = at(values);
    item.degrees = values.among(4, {0, 90, 180, 270});
    item.options.level = std::clamp(lettered(command, 'E').value_or(-1), -1, 8);
    item.options.columns = std::clamp(lettered(command, 'C').value_or(0), 0, 30);
    item.dots.narrow = dotsOf(lettered(command, 'W'), 2);
    item.dots.rowHeight = dotsOf(lettered(command, 'H'), 3 * item.dots.narrow);
    item.text = textOf(values.text(std::max<qsizetype>(values.count() - 1, 5)), {});
    drawCode(values, command, item);
}

// MPDF417 x,y,rotate,[Wn,][Hn,][Cn,]"content"
void TsplInterpreter::microPdf417(TsplValues& values, const TsplCommand& command) {
    CodeItem item;
    item.kind = SymbolKind::MicroPdf417;
    item.at = at(values);
    item.degrees = values.among(2, {0, 90, 180, 270});
    item.options.columns = std::clamp(lettered(command, 'C').value_or(0), 0, 4);
    item.dots.narrow = dotsOf(lettered(command, 'W'), 1);
    item.dots.rowHeight = dotsOf(lettered(command, 'H'), 2 * item.dots.narrow);
    item.text = textOf(values.text(std::max<qsizetype>(values.count() - 1, 3)), {});
    drawCode(values, command, item);
}

// AZTEC x,y,rotate,[size,][ecp,][flg,][menu,][multi,][rev,]"content"
void TsplInterpreter::aztec(TsplValues& values, const TsplCommand& command) {
    CodeItem item;
    item.kind = SymbolKind::Aztec;
    item.at = at(values);
    item.degrees = values.among(2, {0, 90, 180, 270});
    const qsizetype last = std::max<qsizetype>(values.count() - 1, 3);
    item.dots.narrow = dotsOf(last > 3 ? std::optional(values.whole(3, 6)) : std::nullopt, 6);
    const int correction = last > 4 ? values.whole(4, 0) : 0;
    // 1 to 99 percent of correction; 101 to 104 compact and 201 to 232 full layers: zint's
    // versions.
    if (correction >= 101 && correction <= 104)
        item.options.version = correction - 100;
    else if (correction >= 201 && correction <= 232)
        item.options.version = correction - 200 + 4;
    else if (correction > 0 && correction < 100)
        item.options.level = correction <= 10 ? 1 : correction <= 23 ? 2 : correction <= 36 ? 3 : 4;
    item.text = textOf(values.text(last), {});
    drawCode(values, command, item);
}

// MAXICODE x,y,mode,[class,country,post,Lm,]"content"
void TsplInterpreter::maxiCode(TsplValues& values, const TsplCommand& command) {
    CodeItem item;
    item.kind = SymbolKind::MaxiCode;
    item.at = at(values);
    item.options.mode = values.among(2, {2, 3, 4, 5, 6});
    const qsizetype last = std::max<qsizetype>(values.count() - 1, 3);
    if (item.options.mode == 2 || item.options.mode == 3) {
        const auto padded = [&](qsizetype index) {
            return values.word(index).left(3).rightJustified(3, '0');
        };
        const QByteArray post = values.word(5).left(9);
        item.options.primary =
            (item.options.mode == 2 ? post.leftJustified(9, '0') : post.left(6).leftJustified(6)) +
            padded(4) + padded(3);
    }
    item.text = textOf(values.text(last), {});
    drawCode(values, command, item);
}

} // namespace packbench
