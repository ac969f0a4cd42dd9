#include "drivers/languages.h"

#include "drivers/cpcl/cpclencoder.h"
#include "drivers/cpcl/cpclstatus.h"
#include "drivers/epl2/epl2encoder.h"
#include "drivers/epl2/epl2status.h"
#include "drivers/escpos/escposencoder.h"
#include "drivers/escpos/escposstatus.h"
#include "drivers/movedpage.h"
#include "drivers/tspl/tsplencoder.h"
#include "drivers/tspl/tsplstatus.h"
#include "drivers/zpl/zplcounter.h"
#include "drivers/zpl/zplencoder.h"
#include "drivers/zpl/zplerrors.h"
#include "drivers/zpl/zplstatus.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace packbench {
namespace {

// Of a receipt printer for 80 mm paper, where nobody told more.
constexpr int kReceiptHeadMm = 72;

constexpr StatusQuery kZplQueries[] = {
    {QLatin1String("~HS"), zplStatusFrom, isWholeZplStatus},
    {QLatin1String("~HQES"), zplErrorsFrom, isWholeZplErrors, true}};
constexpr StatusQuery kTsplQueries[] = {
    {QLatin1String("\x1b!?"), tsplStatusFrom, isWholeTsplStatus},
    {QLatin1String("\x1b!S"), tsplStatusFrom, isWholeTsplStatus}};

constexpr StatusQuery kEpl2Queries[] = {
    {QLatin1String("\r\n^ee\r\n"), epl2StatusFrom, isWholeEpl2Status}};
constexpr StatusQuery kCpclQueries[] = {
    {QLatin1String("\x1bh\x1bi"), cpclStatusFrom, isWholeCpclStatus}};
constexpr StatusQuery kEscPosQueries[] = {
    {QLatin1String("\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"), escPosStatusFrom,
     isWholeEscPosStatus}};

constexpr LanguageDriver kDrivers[] = {
    {PrinterLanguage::Zpl,
     QLatin1String("zpl"),
     encodeZpl,
     kZplQueries,
     QLatin1String("~JX"),
     {},
     zplCalibration,
     QLatin1String("~JX~JA"),
     {QLatin1String("! U1 getvar \"odometer.total_label_count\"\r\n"), zplCounterFrom,
      isWholeZplCounter}},
    {PrinterLanguage::Tspl,
     QLatin1String("tspl"),
     encodeTspl,
     kTsplQueries,
     QLatin1String("\x1b!."),
     {},
     tsplCalibration,
     QLatin1String("\x1b!.")},
    {PrinterLanguage::Epl2, QLatin1String("epl2"), encodeEpl2, kEpl2Queries,
     QLatin1String("\r\nN\r\n"), '\xff', epl2Calibration},
    {PrinterLanguage::Cpcl, QLatin1String("cpcl"), encodeCpcl, kCpclQueries,
     QLatin1String("\r\nABORT\r\n"), '\0', cpclCalibration},
    {PrinterLanguage::EscPos, QLatin1String("escpos"), encodeEscPos, kEscPosQueries,
     QLatin1String("\x1b@"), '\0', escPosCalibration,
     QLatin1String("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08\x1b@")},
};

} // namespace

const LanguageDriver& driverOf(PrinterLanguage language) {
    return *std::find_if(std::begin(kDrivers), std::end(kDrivers),
                         [language](const auto& driver) { return driver.language == language; });
}

QByteArray encode(PrinterLanguage language, const Page& page, const PrintSetup& setup) {
    Q_ASSERT(page.width > 0 && page.height > 0);
    Q_ASSERT(page.bits.size() == qsizetype(page.bytesPerRow()) * page.height);
    const int right = static_cast<int>(std::lround(setup.leftMm * page.dotsPerMm));
    const int down = static_cast<int>(std::lround(setup.topMm * page.dotsPerMm));
    if (right == 0 && down == 0)
        return driverOf(language).encode(page, setup);
    return driverOf(language).encode(movedPage(page, right, down), setup);
}

std::optional<TooWide> tooWide(PrinterLanguage language, int width, int dotsPerMm,
                               const PrintSetup& setup) {
    const int resolution = std::max(dotsPerMm, 1);
    const int usual = language == PrinterLanguage::EscPos ? kReceiptHeadMm * resolution : 0;
    const int head = setup.headDots > 0 ? setup.headDots : usual;
    if (head == 0 || width <= head)
        return std::nullopt;
    const auto mm = [resolution](int dots) {
        return QString::number(std::round(10.0 * dots / resolution) / 10);
    };
    return TooWide{mm(width), mm(head)};
}

QString sentence(const TooWide& widths) {
    return QStringLiteral("The label is %1 mm wide, the printer prints %2 mm: a part of it would "
                          "be missing, so it was not sent. Choose a narrower template or another "
                          "printer.")
        .arg(widths.labelMm, widths.headMm);
}

QString widthProblem(PrinterLanguage language, const Page& page, const PrintSetup& setup) {
    const auto widths = tooWide(language, page.width, page.dotsPerMm, setup);
    return widths ? sentence(*widths) : QString();
}

QByteArray calibration(PrinterLanguage language, const PrintSetup& setup) {
    return driverOf(language).calibration(setup);
}

bool dropsWhole(PrinterLanguage language) {
    return !driverOf(language).flush.isEmpty();
}

QString word(PrinterLanguage language) {
    return driverOf(language).word;
}

std::optional<PrinterLanguage> printerLanguageFromWord(const QString& word) {
    for (const LanguageDriver& driver : kDrivers)
        if (word.trimmed().compare(driver.word, Qt::CaseInsensitive) == 0)
            return driver.language;
    return std::nullopt;
}

} // namespace packbench
