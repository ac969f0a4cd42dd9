#include "labels/carrier/zplmatrix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace packbench {

namespace {

ZplMatrix qr(const ZplBarcode& code, const QByteArray& data, const QString& text) {
    ZplMatrix matrix;
    const ZplQrData content = zplQrData(data);
    SymbolOptions options;
    options.level = content.level == 'L'   ? 1
                    : content.level == 'M' ? 2
                    : content.level == 'H' ? 4
                                           : 3;
    options.isBytes = isAsciiText(text);
    const QString whole = options.isBytes
                              ? zplLatin(content.data)
                              : text.mid(std::max<qsizetype>(0, text.indexOf(u',') + 1));
    matrix.dots.narrow = std::clamp(zplNumber(code.parameters, 1, 2), 1, 100);
    matrix.modules = encodeSymbol(SymbolKind::Qr, whole, options);
    return matrix;
}

// ISO/IEC 16022, sizes in the order zint numbers them.
int dataMatrixVersion(int columns, int rows) {
    constexpr std::array<int, 24> kSquares{10, 12, 14, 16, 18, 20, 22, 24, 26,  32,  36,  40,
                                           44, 48, 52, 64, 72, 80, 88, 96, 104, 120, 132, 144};
    constexpr std::array<std::pair<int, int>, 6> kOblongs{
        {{18, 8}, {32, 8}, {26, 12}, {36, 12}, {36, 16}, {48, 16}}};
    if (columns <= 0 && rows <= 0)
        return 0;
    for (size_t i = 0; i < kOblongs.size(); ++i) {
        if (kOblongs.at(i) == std::pair(columns, rows))
            return static_cast<int>(i) + 25;
    }
    const auto size = std::find(kSquares.begin(), kSquares.end(), std::max(columns, rows));
    return size == kSquares.end() ? 0 : static_cast<int>(size - kSquares.begin()) + 1;
}

/// What the escape letter and the characters after it mean; FNC1 becomes U+001D.
QByteArray dataMatrixData(const QByteArray& data, char mark, bool& isGs1) {
    QByteArray result;
    for (qsizetype i = 0; i < data.size(); ++i) {
        const char next = i + 1 < data.size() ? data.at(i + 1) : '\0';
        if (data.at(i) != mark || next == '\0') {
            result += data.at(i);
        } else if (next == '1') {
            isGs1 = isGs1 || result.isEmpty();
            if (!result.isEmpty())
                result += '\x1D';
            ++i;
        } else if (next == 'd' && i + 4 < data.size()) {
            result += static_cast<char>(data.mid(i + 2, 3).toInt());
            i += 4;
        } else if (next >= '@' && next <= '_' && next != mark) {
            result += static_cast<char>(next - '@');
            ++i;
        } else {
            result += next;
            ++i;
        }
    }
    return result;
}

ZplMatrix dataMatrix(const ZplBarcode& code, const QByteArray& data, const QString& text) {
    ZplMatrix matrix;
    const char mark = code.parameters.value(5).isEmpty() ? '_' : code.parameters.value(5).at(0);
    bool isGs1 = false;
    const bool hasEscape = !code.parameters.value(5).isEmpty() || data.contains("_1");
    const QByteArray content = hasEscape ? dataMatrixData(data, mark, isGs1) : data;
    SymbolOptions options;
    options.version =
        dataMatrixVersion(zplNumber(code.parameters, 2, 0), zplNumber(code.parameters, 3, 0));
    options.isRectangle = zplNumber(code.parameters, 6, 1) == 2;
    options.isBytes = isAsciiText(text) || hasEscape;
    matrix.kind = isGs1 ? SymbolKind::Gs1DataMatrix : SymbolKind::DataMatrix;
    const QString whole = options.isBytes ? zplLatin(content) : text;
    matrix.modules = encodeSymbol(matrix.kind, whole, options);
    if (!matrix.modules.problem.isEmpty() && options.version > 0) { // larger than the label says
        options.version = 0;
        matrix.modules = encodeSymbol(matrix.kind, whole, options);
    }
    const int rows = std::max(1, matrix.modules.rows);
    matrix.dots.narrow =
        std::clamp(zplNumber(code.parameters, 0, std::max(1, code.bars.height / rows)), 1, 200);
    return matrix;
}

enum class AztecMode { Upper, Lower, Digit };

/// Bits that Aztec's shortest modes take for a text, roughly: what the choice of a size needs.
int aztecBits(const QString& text) {
    AztecMode mode = AztecMode::Upper;
    int bits = 0;
    for (const QChar c : text) {
        const bool isUpper = c >= u'A' && c <= u'Z';
        const bool isLower = c >= u'a' && c <= u'z';
        const bool isDigit = c >= u'0' && c <= u'9';
        if (isUpper || isLower || isDigit) {
            const AztecMode wanted = isUpper   ? AztecMode::Upper
                                     : isLower ? AztecMode::Lower
                                               : AztecMode::Digit;
            const bool isFar = mode == AztecMode::Lower && isUpper;
            const bool isLatch = mode != wanted;
            bits += isFar ? 9 : !isLatch ? 0 : mode == AztecMode::Digit ? 4 : 5;
            bits += isLatch && mode == AztecMode::Digit && isLower ? 5 : 0;
            mode = wanted;
            bits += isDigit ? 4 : 5;
        } else {
            bits += c.unicode() > 0x7F ? 20 : mode == AztecMode::Digit ? 9 : 10;
        }
    }
    return bits;
}

/// The first size, small ones first, that leaves `percent` of itself for correction; as zint
/// numbers them: compact ones 1 to 4, full ones from 5. ISO/IEC 24778, capacities by layers.
int aztecVersion(const QString& text, int percent) {
    const int bits = aztecBits(text);
    for (int layers = 1; layers <= 4; ++layers) {
        if ((88 + 16 * layers) * layers * (100 - percent) >= bits * 100)
            return layers;
    }
    for (int layers = 4; layers <= 32; ++layers) {
        if ((112 + 16 * layers) * layers * (100 - percent) >= bits * 100)
            return layers + 4;
    }
    return 36;
}

ZplMatrix aztec(const ZplBarcode& code, const QByteArray& data, const QString& text) {
    ZplMatrix matrix;
    matrix.kind = SymbolKind::Aztec;
    matrix.dots.narrow = std::clamp(zplNumber(code.parameters, 0, 2), 1, 100);
    const int asked = zplNumber(code.parameters, 2, 0);
    if (asked == 300) {
        matrix.kind = SymbolKind::AztecRune;
        matrix.modules = encodeSymbol(matrix.kind, zplLatin(data));
        return matrix;
    }
    SymbolOptions options;
    options.isBytes = isAsciiText(text);
    const QString whole = options.isBytes ? zplLatin(data) : text;
    if (asked >= 101 && asked <= 104)
        options.version = asked - 100;
    else if (asked >= 201 && asked <= 232)
        options.version = asked - 200 + 4;
    else
        options.version = aztecVersion(whole, asked > 0 && asked < 100 ? asked : 23);
    matrix.modules = encodeSymbol(SymbolKind::Aztec, whole, options);
    constexpr int kTries = 3; // the count of bits was rough
    for (int i = 0; i < kTries && !matrix.modules.problem.isEmpty() && options.version < 36; ++i) {
        ++options.version;
        matrix.modules = encodeSymbol(SymbolKind::Aztec, whole, options);
    }
    if (!matrix.modules.problem.isEmpty()) {
        options.version = 0;
        matrix.modules = encodeSymbol(SymbolKind::Aztec, whole, options);
    }
    return matrix;
}

} // namespace

QString zplLatin(const QByteArray& bytes) {
    return QString::fromLatin1(bytes);
}

char zplLetter(const QList<QByteArray>& parameters, qsizetype index, char otherwise) {
    const QByteArray text = parameters.value(index).trimmed().toUpper();
    return text.isEmpty() ? otherwise : text.at(0);
}

bool isAsciiText(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

int zplNumber(const QList<QByteArray>& parameters, qsizetype index, int otherwise) {
    bool isNumber = false;
    const int value = qRound(std::clamp(parameters.value(index).trimmed().toDouble(&isNumber),
                                        -100'000'000.0, 100'000'000.0));
    return isNumber ? value : otherwise;
}

ZplQrData zplQrData(const QByteArray& given) {
    QByteArray data = given;
    if (data.startsWith('D') && data.size() > 8 && data.at(7) == ',') // one of several joined codes
        data.remove(0, 8);
    ZplQrData result;
    const QByteArray levels("HQML");
    if (data.size() > 0 && levels.contains(data.at(0)))
        result.level = data.at(0);
    const bool isManual = data.size() > 1 && data.at(1) == 'M';
    data.remove(0, 3);
    if (!isManual) {
        result.data = data;
        return result;
    }
    const char mode = data.isEmpty() ? 'A' : data.at(0);
    if (mode == 'B') {
        result.data = data.mid(5, std::max(0, data.mid(1, 4).toInt()));
        return result;
    }
    data.remove(0, mode == 'A' || mode == 'N' || mode == 'K' ? 1 : 0);
    const QByteArray known = mode == 'N'
                                 ? QByteArray("0123456789")
                                 : QByteArray("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");
    for (const char c : std::as_const(data)) {
        if (mode == 'K' || known.contains(c))
            result.data += c;
    }
    return result;
}

std::optional<ZplMatrix> zplMatrix(const ZplBarcode& code, const QByteArray& data,
                                   const QString& text) {
    const QByteArray& name = code.name;
    if (name == "BQ")
        return qr(code, data, text);
    if (name == "BX")
        return dataMatrix(code, data, text);
    if (name == "BO" || name == "B0")
        return aztec(code, data, text);
    return zplStacked(code, data, text);
}

} // namespace packbench
