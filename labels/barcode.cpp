#include "labels/barcode.h"

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

} // namespace

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
    case Symbology::Code128: return 10;
    case Symbology::Qr: return 4;
    }
    return 10;
}

} // namespace packbench
