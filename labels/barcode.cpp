#include "labels/barcode.h"

#include "labels/symbol.h"

#include <zint.h>

#include <algorithm>
#include <memory>

namespace packbench {

namespace {

struct SymbolRelease {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};
using Symbol = std::unique_ptr<zint_symbol, SymbolRelease>;

constexpr int kUtf8Eci = 26;
constexpr int kQrLevelM = 2;

bool isPlainAscii(const QString& text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

bool hasControl(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// What a shipping scanner could not give back as typed is refused here, before zint finds a way.
QString refusal(Symbology symbology, const QString& text) {
    if (text.isEmpty())
        return QStringLiteral("There is nothing to encode.");
    if (symbology == Symbology::Code128 && !isPlainAscii(text))
        return QStringLiteral("Code 128 takes printable ASCII characters only.");
    if (hasControl(text))
        return QStringLiteral("The text contains control characters.");
    return {};
}

BarcodeModules modulesOf(const zint_symbol& symbol) {
    BarcodeModules modules;
    modules.columns = symbol.width;
    modules.rows = symbol.rows;
    modules.dark.resize(qsizetype(modules.columns) * modules.rows);
    char* to = modules.dark.data();
    for (int row = 0; row < symbol.rows; ++row) {
        for (int column = 0; column < symbol.width; ++column)
            *to++ = static_cast<char>((symbol.encoded_data[row][column / 8] >> (column % 8)) & 1);
    }
    return modules;
}

int zintKind(SymbolKind kind) {
    switch (kind) {
    case SymbolKind::Code11: return BARCODE_CODE11;
    case SymbolKind::Code39: return BARCODE_CODE39;
    case SymbolKind::Code93: return BARCODE_CODE93;
    case SymbolKind::Code128: return BARCODE_CODE128;
    case SymbolKind::Gs1_128: return BARCODE_GS1_128;
    case SymbolKind::Interleaved25: return BARCODE_C25INTER;
    case SymbolKind::Industrial25: return BARCODE_C25IND;
    case SymbolKind::Standard25: return BARCODE_C25IATA;
    case SymbolKind::Itf14: return BARCODE_ITF14;
    case SymbolKind::Codabar: return BARCODE_CODABAR;
    case SymbolKind::Logmars: return BARCODE_LOGMARS;
    case SymbolKind::Msi: return BARCODE_MSI_PLESSEY;
    case SymbolKind::Plessey: return BARCODE_PLESSEY;
    case SymbolKind::Ean8:
    case SymbolKind::Ean13:
    case SymbolKind::UpcEanExtension: return BARCODE_EANX;
    case SymbolKind::UpcA: return BARCODE_UPCA;
    case SymbolKind::UpcE: return BARCODE_UPCE;
    case SymbolKind::Planet: return BARCODE_PLANET;
    case SymbolKind::Postnet: return BARCODE_POSTNET;
    case SymbolKind::Imb: return BARCODE_USPS_IMAIL;
    case SymbolKind::Gs1DataBar: return BARCODE_DBAR_OMN;
    case SymbolKind::Gs1DataBarStacked: return BARCODE_DBAR_STK;
    case SymbolKind::Gs1DataBarStackedOmni: return BARCODE_DBAR_OMNSTK;
    case SymbolKind::Gs1DataBarLimited: return BARCODE_DBAR_LTD;
    case SymbolKind::Gs1DataBarExpanded: return BARCODE_DBAR_EXP;
    case SymbolKind::Codablock: return BARCODE_CODABLOCKF;
    case SymbolKind::Code49: return BARCODE_CODE49;
    case SymbolKind::Pdf417: return BARCODE_PDF417;
    case SymbolKind::Pdf417Truncated: return BARCODE_PDF417TRUNC;
    case SymbolKind::MicroPdf417: return BARCODE_MICROPDF417;
    case SymbolKind::MaxiCode: return BARCODE_MAXICODE;
    case SymbolKind::Qr: return BARCODE_QRCODE;
    case SymbolKind::MicroQr: return BARCODE_MICROQR;
    case SymbolKind::DataMatrix:
    case SymbolKind::Gs1DataMatrix: return BARCODE_DATAMATRIX;
    case SymbolKind::Aztec: return BARCODE_AZTEC;
    case SymbolKind::AztecRune: return BARCODE_AZRUNE;
    }
    return BARCODE_CODE128;
}

bool isGs1(SymbolKind kind) {
    return kind == SymbolKind::Gs1_128 || kind == SymbolKind::Gs1DataMatrix ||
           kind == SymbolKind::Gs1DataBarExpanded;
}

// Where zint keeps what, by symbology: its manual, section "Specifying a symbology".
void setOptions(zint_symbol& symbol, SymbolKind kind, const SymbolOptions& options) {
    switch (kind) {
    case SymbolKind::Code11: symbol.option_2 = 2 - std::clamp(options.checkDigits, 0, 2); break;
    case SymbolKind::Code39:
    case SymbolKind::Interleaved25:
    case SymbolKind::Industrial25:
    case SymbolKind::Standard25:
    case SymbolKind::Codabar:
    case SymbolKind::Logmars:
    case SymbolKind::Msi: symbol.option_2 = options.checkDigits; break;
    case SymbolKind::Codablock:
        symbol.option_1 = options.rows > 0 ? options.rows : -1;
        symbol.option_2 = options.columns;
        break;
    case SymbolKind::Pdf417:
    case SymbolKind::Pdf417Truncated:
        symbol.option_1 = options.level;
        symbol.option_2 = options.columns;
        symbol.option_3 = options.rows;
        break;
    case SymbolKind::MicroPdf417:
        symbol.option_2 = options.columns;
        symbol.option_3 = options.rows;
        break;
    case SymbolKind::MaxiCode: symbol.option_1 = options.mode; break;
    case SymbolKind::Qr:
    case SymbolKind::MicroQr:
        symbol.option_1 = options.level;
        symbol.option_2 = options.version;
        if (options.mask >= 0)
            symbol.option_3 = (options.mask + 1) << 8;
        break;
    case SymbolKind::DataMatrix:
    case SymbolKind::Gs1DataMatrix:
        symbol.option_2 = options.version;
        symbol.option_3 = options.isRectangle ? 0 : DM_SQUARE;
        break;
    case SymbolKind::Aztec:
        symbol.option_1 = options.level;
        symbol.option_2 = options.version;
        break;
    default: break;
    }
}

SymbolModules symbolModulesOf(const zint_symbol& symbol) {
    SymbolModules modules;
    static_cast<BarcodeModules&>(modules) = modulesOf(symbol);
    for (int row = 0; row < symbol.rows; ++row)
        modules.heights.append(double(symbol.row_height[row]));
    modules.readable = QString::fromUtf8(reinterpret_cast<const char*>(symbol.text));
    return modules;
}

QByteArray bytesFor(SymbolKind kind, const QString& text, bool isBytes) {
    if (isGs1(kind) && !text.startsWith(u'['))
        return bracketedGs1(text).toUtf8();
    return isBytes ? text.toLatin1() : text.toUtf8();
}

} // namespace

SymbolModules encodeSymbol(SymbolKind kind, const QString& text, const SymbolOptions& options) {
    constexpr qsizetype kLongest = 8000; // no symbology holds more
    SymbolModules failed;
    const QByteArray bytes = bytesFor(kind, text, options.isBytes);
    const Symbol symbol(ZBarcode_Create());
    if (!symbol)
        failed.problem = QStringLiteral("There is no memory for the code.");
    else if (bytes.isEmpty())
        failed.problem = QStringLiteral("There is nothing to encode.");
    else if (bytes.size() > kLongest)
        failed.problem = QStringLiteral("The text is too long for any code.");
    if (!failed.problem.isEmpty())
        return failed;
    symbol->symbology = zintKind(kind);
    const int gs1 = options.isChecked ? GS1_MODE : GS1_MODE | GS1NOCHECK_MODE;
    symbol->input_mode = isGs1(kind) ? gs1 : options.isBytes ? DATA_MODE : UNICODE_MODE;
    setOptions(*symbol, kind, options);
    const QByteArray primary = options.primary.left(sizeof symbol->primary - 1);
    std::copy_n(primary.constData(), primary.size() + 1, symbol->primary);
    const int outcome =
        ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(bytes.constData()),
                        static_cast<int>(bytes.size()));
    if (outcome < ZINT_ERROR && !(options.isChecked && outcome == ZINT_WARN_NONCOMPLIANT))
        return symbolModulesOf(*symbol);
    failed.problem = QString::fromLatin1(symbol->errtxt);
    return failed;
}

BarcodeModules encodeBarcode(Symbology symbology, const QString& text) {
    BarcodeModules failed;
    failed.problem = refusal(symbology, text);
    if (!failed.problem.isEmpty())
        return failed;
    const Symbol symbol(ZBarcode_Create());
    if (!symbol) {
        failed.problem = QStringLiteral("There is no memory for the code.");
        return failed;
    }
    symbol->symbology = symbology == Symbology::Qr ? BARCODE_QRCODE : BARCODE_CODE128;
    symbol->input_mode = UNICODE_MODE;
    if (symbology == Symbology::Qr) {
        symbol->option_1 = kQrLevelM;
        if (!isPlainAscii(text))
            symbol->eci = kUtf8Eci;
    }
    const QByteArray utf8 = text.toUtf8();
    const int outcome =
        ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(utf8.constData()),
                        static_cast<int>(utf8.size()));
    if (outcome >= ZINT_ERROR) {
        failed.problem = QString::fromLatin1(symbol->errtxt);
        return failed;
    }
    return modulesOf(*symbol);
}

int quietModules(Symbology symbology) {
    switch (symbology) {
    case Symbology::Code128:
    case Symbology::Gs1_128:
    case Symbology::Itf14: return 10;
    case Symbology::Ean13: return 11;
    case Symbology::Qr: return 4;
    case Symbology::DataMatrix:
    case Symbology::Gs1DataMatrix:
    case Symbology::Pdf417: return 2;
    case Symbology::MaxiCode: return 1;
    }
    return 10;
}

} // namespace packbench
