#include "exchange/shopreader.h"

#include <array>

namespace packbench {

namespace {

struct Country {
    const char* code;
    const char* name;
};

// ISO 3166-1 alpha-2, English names as marketplaces write them.
constexpr std::array kCountries{
    Country{"AE", "united arab emirates"},
    Country{"AR", "argentina"},
    Country{"AT", "austria"},
    Country{"AU", "australia"},
    Country{"BE", "belgium"},
    Country{"BG", "bulgaria"},
    Country{"BR", "brazil"},
    Country{"CA", "canada"},
    Country{"CH", "switzerland"},
    Country{"CL", "chile"},
    Country{"CN", "china"},
    Country{"CO", "colombia"},
    Country{"CY", "cyprus"},
    Country{"CZ", "czech republic"},
    Country{"CZ", "czechia"},
    Country{"DE", "germany"},
    Country{"DK", "denmark"},
    Country{"EE", "estonia"},
    Country{"ES", "spain"},
    Country{"FI", "finland"},
    Country{"FR", "france"},
    Country{"GB", "united kingdom"},
    Country{"GB", "great britain"},
    Country{"GR", "greece"},
    Country{"HK", "hong kong"},
    Country{"HR", "croatia"},
    Country{"HU", "hungary"},
    Country{"ID", "indonesia"},
    Country{"IE", "ireland"},
    Country{"IL", "israel"},
    Country{"IN", "india"},
    Country{"IS", "iceland"},
    Country{"IT", "italy"},
    Country{"JP", "japan"},
    Country{"KR", "south korea"},
    Country{"LT", "lithuania"},
    Country{"LU", "luxembourg"},
    Country{"LV", "latvia"},
    Country{"MO", "macao"},
    Country{"MT", "malta"},
    Country{"MX", "mexico"},
    Country{"MY", "malaysia"},
    Country{"NL", "netherlands"},
    Country{"NL", "the netherlands"},
    Country{"NO", "norway"},
    Country{"NZ", "new zealand"},
    Country{"PH", "philippines"},
    Country{"PL", "poland"},
    Country{"PR", "puerto rico"},
    Country{"PT", "portugal"},
    Country{"RO", "romania"},
    Country{"RU", "russia"},
    Country{"SA", "saudi arabia"},
    Country{"SE", "sweden"},
    Country{"SG", "singapore"},
    Country{"SI", "slovenia"},
    Country{"SK", "slovakia"},
    Country{"TH", "thailand"},
    Country{"TR", "turkey"},
    Country{"TW", "taiwan"},
    Country{"UA", "ukraine"},
    Country{"US", "united states"},
    Country{"US", "united states of america"},
    Country{"US", "usa"},
    Country{"VN", "vietnam"},
    Country{"ZA", "south africa"},
};

} // namespace

QString countryCode(const QString& name) {
    const QString wanted = name.toLower();
    for (const Country& country : kCountries) {
        if (wanted == QLatin1String(country.name)) {
            return QLatin1String(country.code);
        }
    }
    return name;
}

} // namespace packbench
