#include "drivers/languages.h"

#include "drivers/tspl/tsplencoder.h"
#include "drivers/tspl/tsplstatus.h"
#include "drivers/zpl/zplencoder.h"
#include "drivers/zpl/zplstatus.h"

#include <algorithm>
#include <array>

namespace packbench {
namespace {

const std::array<LanguageDriver, 2>& drivers() {
    static const std::array<LanguageDriver, 2> table{{
        {PrinterLanguage::Zpl, QLatin1String("zpl"), encodeZpl, QLatin1String("~HS"), zplStatusFrom,
         isWholeZplStatus, QLatin1String("~JX")},
        {PrinterLanguage::Tspl, QLatin1String("tspl"), encodeTspl, QLatin1String("\x1b!?"),
         tsplStatusFrom, isWholeTsplStatus, QLatin1String("\x1b!.")},
    }};
    return table;
}

} // namespace

const LanguageDriver& driverOf(PrinterLanguage language) {
    return *std::find_if(drivers().begin(), drivers().end(),
                         [language](const auto& driver) { return driver.language == language; });
}

QByteArray encode(PrinterLanguage language, const Page& page, const PrintSetup& setup) {
    Q_ASSERT(page.width > 0 && page.height > 0);
    Q_ASSERT(page.bits.size() == qsizetype(page.bytesPerRow()) * page.height);
    return driverOf(language).encode(page, setup);
}

QByteArray statusQuery(PrinterLanguage language) {
    const QLatin1String query = driverOf(language).statusQuery;
    return {query.data(), query.size()};
}

PrinterState statusFrom(PrinterLanguage language, const QByteArray& answer) {
    return driverOf(language).statusFrom(answer);
}

QString word(PrinterLanguage language) {
    return driverOf(language).word;
}

std::optional<PrinterLanguage> printerLanguageFromWord(const QString& word) {
    for (const LanguageDriver& driver : drivers())
        if (word.trimmed().compare(driver.word, Qt::CaseInsensitive) == 0)
            return driver.language;
    return std::nullopt;
}

QString word(PrinterState state) {
    switch (state) {
    case PrinterState::Ready: return QStringLiteral("ready");
    case PrinterState::Printing: return QStringLiteral("printing");
    case PrinterState::Paused: return QStringLiteral("paused");
    case PrinterState::PaperOut: return QStringLiteral("paper-out");
    case PrinterState::RibbonOut: return QStringLiteral("ribbon-out");
    case PrinterState::HeadOpen: return QStringLiteral("head-open");
    case PrinterState::CutterFault: return QStringLiteral("cutter-fault");
    case PrinterState::TooHot: return QStringLiteral("too-hot");
    case PrinterState::Fault: return QStringLiteral("fault");
    case PrinterState::Unplugged: return QStringLiteral("unplugged");
    case PrinterState::Unknown: return QStringLiteral("unknown");
    }
    return QStringLiteral("unknown");
}

} // namespace packbench
