#include "drivers/printeraddress.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

#include <cmath>

namespace packbench {
namespace {

/// Reads one name and value into the address; false: it takes no such value.
using Take = bool (*)(PrinterAddress&, const QString&);

bool takeNumber(const QString& text, double least, double most, double& value) {
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < least || number > most)
        return false;
    value = number;
    return true;
}

bool takeWhole(const QString& text, int least, int most, int& value) {
    double number = 0;
    if (!takeNumber(text, least, most, number) || number != int(number))
        return false;
    value = int(number);
    return true;
}

bool takeLanguage(PrinterAddress& to, const QString& text) {
    const auto language = printerLanguageFromWord(text);
    if (language)
        to.language = *language;
    return language.has_value();
}

bool takeTracking(PrinterAddress& to, const QString& text) {
    if (text == u"gap")
        to.setup.tracking = Tracking::Gap;
    else if (text == u"mark")
        to.setup.tracking = Tracking::Mark;
    else if (text == u"continuous")
        to.setup.tracking = Tracking::Continuous;
    else
        return false;
    return true;
}

bool takeFinish(PrinterAddress& to, const QString& text) {
    if (text == u"tear")
        to.setup.finish = Finish::TearOff;
    else if (text == u"peel")
        to.setup.finish = Finish::Peel;
    else if (text == u"cut")
        to.setup.finish = Finish::Cut;
    else
        return false;
    return true;
}

bool takeDots(PrinterAddress& to, const QString& text) {
    return (text == u"6" || text == u"8" || text == u"12" || text == u"24") &&
           takeWhole(text, 6, 24, to.dotsPerMm);
}

bool takeHead(PrinterAddress& to, const QString& text) {
    int mm = 0;
    const bool fits = takeWhole(text, 10, 300, mm);
    if (fits)
        to.setup.headDots = mm; // made dots of once the resolution is known
    return fits;
}

struct Setting {
    const char* name;
    Take take;
};
constexpr Setting kSettings[] = {
    {"language", takeLanguage},
    {"dots", takeDots},
    {"tracking", takeTracking},
    {"finish", takeFinish},
    {"head", takeHead},
    {"baud", [](PrinterAddress& to,
                const QString& text) { return takeWhole(text, 1200, 921600, to.baud); }},
    {"gap", [](PrinterAddress& to,
               const QString& text) { return takeNumber(text, 0, 50, to.setup.gapMm); }},
    {"left", [](PrinterAddress& to,
                const QString& text) { return takeNumber(text, -50, 50, to.setup.leftMm); }},
    {"top", [](PrinterAddress& to,
               const QString& text) { return takeNumber(text, -50, 50, to.setup.topMm); }},
    {"darkness", [](PrinterAddress& to,
                    const QString& text) { return takeWhole(text, 0, 100, to.setup.darkness); }},
    {"speed",
     [](PrinterAddress& to, const QString& text) {
         return takeWhole(text, 10, 400, to.setup.speedMmPerSecond);
     }},
    {"z64",
     [](PrinterAddress& to, const QString& text) {
         to.setup.compressed = text != u"no";
         return text == u"no" || text == u"yes";
     }},
    {"burns",
     [](PrinterAddress& to, const QString& text) {
         to.setup.burnsOnes = text == u"ones";
         return text == u"ones" || text == u"zeros";
     }},
};

PrinterAddressReading refused(const QString& text, const QString& why) {
    return {std::nullopt,
            QStringLiteral("The printer address '%1' cannot be used: %2.").arg(text, why)};
}

const Setting* settingNamed(const QString& name) {
    for (const Setting& setting : kSettings)
        if (name == QLatin1String(setting.name))
            return &setting;
    return nullptr;
}

QString takeSettings(PrinterAddress& to, const QUrl& url) {
    for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        const Setting* setting = settingNamed(name);
        if (setting == nullptr)
            return QStringLiteral("there is no setting '%1'").arg(name);
        if (!setting->take(to, value))
            return QStringLiteral("%1 cannot be '%2'").arg(name, value);
    }
    to.setup.headDots *= to.dotsPerMm;
    return {};
}

} // namespace

QString PrinterAddress::id() const {
    switch (way) {
    case Way::Tcp:
        return QStringLiteral("tcp://%1:%2")
            .arg(host.contains(u':') ? u'[' + host + u']' : host)
            .arg(port);
    case Way::Serial: return QStringLiteral("serial://") + path;
    case Way::Spool: return QStringLiteral("spool://") + path;
    }
    return {};
}

PrinterAddressReading printerAddressFrom(const QString& text) {
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    PrinterAddress address;
    if (url.scheme() == u"tcp") {
        address.host = url.host();
        address.port = static_cast<quint16>(url.port(9100));
        const bool hasPath = !url.path().isEmpty() && url.path() != u"/";
        if (address.host.isEmpty() || hasPath || address.port == 0)
            return refused(text, QStringLiteral("it is written tcp://host:9100"));
    } else if (url.scheme() == u"serial" || url.scheme() == u"spool") {
        address.way =
            url.scheme() == u"serial" ? PrinterAddress::Way::Serial : PrinterAddress::Way::Spool;
        address.path = QDir::cleanPath(url.path(QUrl::FullyDecoded));
        if (!url.host().isEmpty() || !address.path.startsWith(u'/'))
            return refused(text, QStringLiteral("it is written %1:///path").arg(url.scheme()));
    } else {
        return refused(text, QStringLiteral("it begins with tcp://, serial:// or spool://"));
    }
    if (const QString problem = takeSettings(address, url); !problem.isEmpty())
        return refused(text, problem);
    return {address, {}};
}

} // namespace packbench
