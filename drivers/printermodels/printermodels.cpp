#include "drivers/printermodels/printermodels.h"

#include "drivers/resolution.h"

#include <algorithm>

namespace packbench {
namespace {

enum class Tongue { Any, Zpl, Tspl, Epl2, Cpcl, EscPos, OwnRaster };
enum Quirk : unsigned {
    None = 0,
    NeverReattach = 1,
    NeverRead = 2,
    NotSure = 4,
    TakesZ64 = 8,    ///< a Zebra; clones of ZPL get their pictures as run lengths
    CloseLate = 16,  ///< wait before closing, or the end of the label is lost
    VendorClass = 32 ///< its printer interface is of the vendor's own class
};

/// A row matches when everything it names agrees; the rows' quirks add up, the row with the
/// highest score names the language, the upper one of two equals.
struct ModelRow {
    quint16 vendor;
    quint16 product;
    const char* maker;   ///< start of MFG
    const char* model;   ///< anywhere in MDL or DES
    const char* command; ///< start of one entry of CMD
    Tongue tongue;
    unsigned quirks;
    int dotsPerMm;  ///< 0: from the model's text, else 8
    int headMm = 0; ///< the widest line, 0 = not known
};

// Sources: device ids of LPrint b55366f and of the makers' manuals; USB quirks of CUPS d19bccf;
// heads of the makers' data sheets and of escpos-printer-db fe07c811. The last row that agrees
// tells the head and the resolution: general rows stand above special ones.
// clang-format off
constexpr ModelRow kModels[] = {
    // command sets that say it
    {0, 0, "", "", "ZPL", Tongue::Zpl, None, 0},
    {0, 0, "", "", "CEZD", Tongue::Zpl, None, 0},
    {0, 0, "", "", "TSPL", Tongue::Tspl, None, 0},
    {0, 0, "", "", "TSC", Tongue::Tspl, None, 0},
    {0, 0, "", "", "EPL", Tongue::Epl2, None, 0},
    {0, 0, "", "", "CPCL", Tongue::Cpcl, None, 0},
    {0, 0, "", "", "ESC/POS", Tongue::EscPos, None, 0},
    {0, 0, "", "", "ESCPOS", Tongue::EscPos, None, 0},
    {0, 0, "", "", "ESC-POS", Tongue::EscPos, None, 0},
    {0, 0, "", "", "PT-CBP", Tongue::OwnRaster, None, 0},
    {0, 0, "", "", "SIISLP", Tongue::OwnRaster, None, 0},
    // office printers
    {0, 0, "", "", "PCL", Tongue::OwnRaster, None, 0},
    {0, 0, "", "", "POSTSCRIPT", Tongue::OwnRaster, None, 0},
    {0, 0, "", "", "ESCPL", Tongue::OwnRaster, None, 0},
    {0, 0, "", "", "ESCPR", Tongue::OwnRaster, None, 0},
    {0, 0, "", "", "URF", Tongue::OwnRaster, None, 0},
    {0, 0, "", "", "PWG", Tongue::OwnRaster, None, 0},
    // XPP,XL: TSPL bitmaps on these makers' printers; elsewhere it may be a raster of its own
    {0, 0, "Marklife", "", "XPP", Tongue::Tspl, None, 0},
    {0, 0, "Phomemo", "", "XPP", Tongue::Tspl, None, 0},
    {0, 0, "Xprinter", "", "XPP", Tongue::Tspl, None, 0},
    {0, 0, "Rollo", "", "XPP", Tongue::Tspl, None, 0},
    {0, 0, "Munbyn", "", "XPP", Tongue::Tspl, None, 0},
    {0, 0, "Beeprt", "", "XPP", Tongue::Tspl, None, 0},
    {0, 0, "", "", "XPP", Tongue::Tspl, NotSure, 0},
    // models that name their language or resolution
    {0, 0, "", " ZPL", "", Tongue::Zpl, None, 0},
    {0, 0, "", "-ZPL", "", Tongue::Zpl, None, 0},
    {0, 0, "", "TSPL", "", Tongue::Tspl, None, 0},
    {0, 0, "Zebra", "GX43", "", Tongue::Zpl, None, 12, 104},
    {0, 0, "Zebra", "GX42", "", Tongue::Zpl, None, 8, 104},
    {0, 0, "Zebra", "GK42", "", Tongue::Zpl, None, 8, 104},
    {0, 0, "Zebra", "ZP 505", "", Tongue::Zpl, None, 8, 104},
    {0, 0, "Zebra", "ZD420-203", "", Tongue::Zpl, None, 8, 104},
    {0, 0, "Zebra", "ZD421-203", "", Tongue::Zpl, None, 8, 104},
    {0, 0, "Zebra", "ZD620-203", "", Tongue::Zpl, None, 8, 104},
    {0, 0, "Zebra", "ZD621-203", "", Tongue::Zpl, None, 8, 104},
    {0, 0, "Zebra", "ZD410", "", Tongue::Zpl, None, 0, 56},
    {0, 0, "Zebra", "ZD411", "", Tongue::Zpl, None, 0, 56},
    {0, 0, "Zebra", "ZD611", "", Tongue::Zpl, None, 0, 56},
    // makers
    {0, 0, "Zebra", "", "", Tongue::Zpl, TakesZ64 | NotSure, 0},
    {0, 0, "TSC", "", "", Tongue::Tspl, None, 0},
    {0, 0, "TSC", "DA2", "", Tongue::Tspl, None, 8, 108},
    {0, 0, "Brother", "", "", Tongue::OwnRaster, None, 0},
    {0, 0, "DYMO", "", "", Tongue::OwnRaster, None, 0},
    {0, 0, "SII", "SLP", "", Tongue::OwnRaster, None, 0},
    {0, 0, "Seiko", "", "", Tongue::OwnRaster, None, 0},
    // Epson also makes office printers. Heads: a TM-T88 and T70 have 180 dpi and 512 dots: as many
    // as 64 mm have at 8 dots/mm, and what they print comes out an eighth larger.
    {0, 0, "EPSON", "", "", Tongue::EscPos, NotSure, 0},
    {0, 0, "EPSON", "TM-", "", Tongue::EscPos, None, 0, 72},
    {0, 0, "EPSON", "EU-", "", Tongue::EscPos, None, 0, 72},
    {0, 0, "EPSON", "TM-T88", "", Tongue::EscPos, None, 0, 64},
    {0, 0, "EPSON", "TM-T70", "", Tongue::EscPos, None, 0, 64},
    {0, 0, "EPSON", "TM-P20", "", Tongue::EscPos, None, 0, 48},
    {0, 0, "EPSON", "TM-m10", "", Tongue::EscPos, None, 0, 52},
    {0, 0, "EPSON", "TM-U", "", Tongue::EscPos, None, 0, 50},
    {0, 0, "HPRT", "HM-A300", "", Tongue::Cpcl, None, 8, 72},
    {0, 0, "Xprinter", "XP-58", "", Tongue::EscPos, None, 8, 48},
    {0, 0, "Xprinter", "XP-80", "", Tongue::EscPos, None, 8, 72},
    {0, 0, "Zebra", "LP 2844", "", Tongue::Epl2, None, 8, 104},
    {0, 0, "Zebra", "LP2844", "", Tongue::Epl2, None, 8, 104},
    // USB ids, for printers whose id cannot be read
    {0x0a5f, 0x0062, "", "", "", Tongue::Zpl, NeverReattach | TakesZ64, 8}, // GK420d
    {0x0a5f, 0x0080, "", "", "", Tongue::Zpl, NeverReattach | TakesZ64, 8}, // GK420d
    {0x0a5f, 0x0081, "", "", "", Tongue::Zpl, NeverReattach | TakesZ64, 8}, // GK420t
    {0x0a5f, 0x0084, "", "", "", Tongue::Zpl, NeverReattach | TakesZ64, 8}, // GX420d
    {0x0a5f, 0x011c, "", "", "", Tongue::Zpl, NeverReattach | TakesZ64, 0}, // ZD410
    {0x0a5f, 0, "", "", "", Tongue::Zpl, NeverReattach | TakesZ64 | NotSure, 0},
    {0x1203, 0, "", "", "", Tongue::Tspl, None, 0}, // TSC
    {0x04f9, 0, "", "", "", Tongue::OwnRaster, None, 0}, // Brother
    {0x0922, 0, "", "", "", Tongue::OwnRaster, None, 0}, // DYMO
    // quirks alone
    {0x2730, 0x2008, "", "", "", Tongue::Any, NeverRead | CloseLate, 0}, // Citizen
    {0x0519, 0x0001, "", "", "", Tongue::Any, NeverRead | CloseLate, 0}, // Star
    {0x0519, 0, "", "", "", Tongue::Any, NeverRead, 0}, // Star
    {0x04b8, 0x0001, "", "", "", Tongue::Any, NeverReattach | NeverRead, 0}, // Epson
    {0x04b8, 0x0005, "", "", "", Tongue::Any, NeverReattach, 0}, // Epson
    {0x04b8, 0x0202, "", "", "", Tongue::EscPos, VendorClass, 0, 72}, // Epson TM
    {0x2d84, 0, "", "", "", Tongue::Any, NeverReattach | NeverRead, 0}, // Arkscan, Poskey
    {0x195f, 0x0001, "", "", "", Tongue::Any, NeverReattach | NeverRead, 0}, // GoDEX
};
// clang-format on

constexpr int kProductScore = 3;
constexpr int kVendorScore = 1;
constexpr int kMakerScore = 2;
constexpr int kModelScore = 4;
constexpr int kCommandScore = 8;

bool hasCommand(const DeviceId& id, const char* command) {
    return std::any_of(id.commands.cbegin(), id.commands.cend(), [command](const QString& entry) {
        return entry.startsWith(QLatin1String(command), Qt::CaseInsensitive);
    });
}

// An empty pattern agrees with everything, an unknown text included.
bool startsWith(const QString& text, const char* pattern) {
    return *pattern == '\0' || text.startsWith(QLatin1String(pattern), Qt::CaseInsensitive);
}

bool contains(const QString& text, const char* pattern) {
    return *pattern == '\0' || text.contains(QLatin1String(pattern), Qt::CaseInsensitive);
}

bool agrees(const ModelRow& row, const UsbProduct& usb, const DeviceId& id) {
    return (row.vendor == 0 || row.vendor == usb.vendor) &&
           (row.product == 0 || row.product == usb.product) && startsWith(id.maker, row.maker) &&
           (contains(id.model, row.model) || contains(id.description, row.model)) &&
           (*row.command == '\0' || hasCommand(id, row.command));
}

int scoreOf(const ModelRow& row) {
    return (row.vendor != 0 ? kVendorScore : 0) + (row.product != 0 ? kProductScore : 0) +
           (*row.maker != '\0' ? kMakerScore : 0) + (*row.model != '\0' ? kModelScore : 0) +
           (*row.command != '\0' ? kCommandScore : 0) - ((row.quirks & NotSure) != 0 ? 1 : 0);
}

std::optional<PrinterLanguage> languageOf(Tongue tongue) {
    switch (tongue) {
    case Tongue::Zpl: return PrinterLanguage::Zpl;
    case Tongue::Tspl: return PrinterLanguage::Tspl;
    case Tongue::Epl2: return PrinterLanguage::Epl2;
    case Tongue::Cpcl: return PrinterLanguage::Cpcl;
    case Tongue::EscPos: return PrinterLanguage::EscPos;
    case Tongue::Any:
    case Tongue::OwnRaster: return std::nullopt;
    }
    return std::nullopt;
}

QString refusal(const QString& name) {
    return QStringLiteral("%1 speaks its maker's own raster format, which Packbench cannot print "
                          "on: use a printer that speaks ZPL, TSPL, EPL2, CPCL or ESC/POS.")
        .arg(name);
}

QString question(const QString& name) {
    return QStringLiteral("Packbench is not sure which language %1 speaks: say it (devices page, "
                          "or packctl devices language), then print a test label.")
        .arg(name);
}

} // namespace

ModelMatch matchPrinter(const UsbProduct& usb, const DeviceId& id) {
    ModelMatch match;
    if (const int named = dotsPerMmNamedIn(id.model + u' ' + id.description); named > 0)
        match.dotsPerMm = named;
    const ModelRow* best = nullptr;
    for (const ModelRow& row : kModels) {
        if (!agrees(row, usb, id))
            continue;
        match.neverReattach = match.neverReattach || (row.quirks & NeverReattach) != 0;
        match.neverRead = match.neverRead || (row.quirks & NeverRead) != 0;
        match.closesLate = match.closesLate || (row.quirks & CloseLate) != 0;
        match.isVendorClass = match.isVendorClass || (row.quirks & VendorClass) != 0;
        match.takesZ64 = match.takesZ64 || (row.quirks & TakesZ64) != 0;
        if (row.headMm != 0)
            match.headMm = row.headMm;
        if (row.dotsPerMm != 0)
            match.dotsPerMm = row.dotsPerMm;
        if (row.tongue != Tongue::Any && (best == nullptr || scoreOf(row) > scoreOf(*best)))
            best = &row;
    }
    const QString name = printerName(usb, id);
    if (best == nullptr) {
        match.problem = question(name);
        return match;
    }
    match.score = scoreOf(*best);
    match.language = languageOf(best->tongue);
    match.isSure = match.language && (best->quirks & NotSure) == 0;
    if (!match.language)
        match.problem = refusal(name);
    else if (!match.isSure)
        match.problem = question(name);
    return match;
}

QString printerName(const UsbProduct& usb, const DeviceId& id) {
    if (id.maker.isEmpty() && id.model.isEmpty())
        return QStringLiteral("USB printer %1:%2")
            .arg(usb.vendor, 4, 16, QLatin1Char('0'))
            .arg(usb.product, 4, 16, QLatin1Char('0'));
    if (id.model.startsWith(id.maker, Qt::CaseInsensitive))
        return id.model;
    return (id.maker + u' ' + id.model).trimmed();
}

} // namespace packbench
