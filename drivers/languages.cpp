#include "drivers/languages.h"

#include "drivers/tspl/tsplencoder.h"
#include "drivers/tspl/tsplstatus.h"
#include "drivers/zpl/zplencoder.h"
#include "drivers/zpl/zplstatus.h"

#include <algorithm>
#include <iterator>

namespace packbench {
namespace {

constexpr StatusQuery kZplQueries[] = {{QLatin1String("~HS"), zplStatusFrom, isWholeZplStatus}};
constexpr StatusQuery kTsplQueries[] = {
    {QLatin1String("\x1b!?"), tsplStatusFrom, isWholeTsplStatus}};

constexpr LanguageDriver kDrivers[] = {
    {PrinterLanguage::Zpl, QLatin1String("zpl"), encodeZpl, kZplQueries, QLatin1String("~JX"),
     zplCalibration},
    {PrinterLanguage::Tspl, QLatin1String("tspl"), encodeTspl, kTsplQueries,
     QLatin1String("\x1b!."), tsplCalibration},
};

} // namespace

const LanguageDriver& driverOf(PrinterLanguage language) {
    return *std::find_if(std::begin(kDrivers), std::end(kDrivers),
                         [language](const auto& driver) { return driver.language == language; });
}

QByteArray encode(PrinterLanguage language, const Page& page, const PrintSetup& setup) {
    Q_ASSERT(page.width > 0 && page.height > 0);
    Q_ASSERT(page.bits.size() == qsizetype(page.bytesPerRow()) * page.height);
    return driverOf(language).encode(page, setup);
}

QByteArray calibration(PrinterLanguage language, const PrintSetup& setup) {
    return driverOf(language).calibration(setup);
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
