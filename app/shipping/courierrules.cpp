#include "shipping/courierrules.h"

#include <QLocale>

#include <algorithm>
#include <string_view>

namespace packbench {

namespace {

using enum FormStrength;
using enum CheckMethod;

// Chinese couriers: published rule sets A (Taobao reg_mail_no, 2018), B (a marketplace's
// validation, 2022) and C (a detector of 2026), anchored here. Their "4 to 35 of anything" rules
// are left out. International: jkeen/tracking_number_data b79ce4bf (2026-08-17, MIT).
constexpr CourierRule kRules[] = {
    // Prefixes that decide by themselves.
    {"sf", "SF[0-9]{12,20}", Decides},
    {"jt", "JT[0-9]{10,20}", Decides},
    {"yto", "YT[0-9]{10,16}", Decides},
    {"jd", "JD[XK][0-9]{12}", Decides},
    {"jd", "JDV[A-Z][0-9]{11}", Decides},
    {"jd", "JDV?[0-9]{10,20}", Decides},
    {"deppon", "DPK[0-9]{9,18}", Decides},
    {"sto", "STO[0-9]{10}", Decides},
    {"zjs", "ZJS[0-9]{12}", Decides},
    // The parcel's place on a label of several, "JDX012345678901-1-2-".
    {"jd", "JD(?:[XK][0-9]{12}|V[A-Z][0-9]{11}|V?[0-9]{10,20})-[0-9]{1,3}-[0-9]{1,3}-?", Decides},

    // International forms with a check digit that few other codes could meet.
    {"ups", "1Z(?<b>[A-Z0-9]{15})(?<c>[0-9])", DecidesChecked, Mod10Weights12},
    {"ups", "[AHJKTV](?<b>[0-9]{9})(?<c>[0-9])", DecidesChecked, Mod10Weights12},
    {"ontrac", "C(?<b>4[0-9]{12})(?<c>[0-9])", DecidesChecked, Mod10Weights12},
    {"ontrac", "C(?<b>[0-35-9][0-9]{12})(?<c>[0-9])", DecidesChecked, Mod10After4},
    {"ontrac", "D(?<b>5[0-9]{12})(?<c>[0-9])", DecidesChecked, Mod10Weights12},
    {"ontrac", "D(?<b>[0-46-9][0-9]{12})(?<c>[0-9])", DecidesChecked, Mod10After5},
    {"dpd", "(?<b>[0-9]{27})(?<c>[0-9A-Z])", DecidesChecked, Mod37_36},
    {"dpd", "(?<b>[0-9]{14})(?<c>[A-Z])", DecidesChecked, Mod37_36},
    {"fedex", "[0-8][0-9]{19}(?<b>[0-9]{13})(?<c>[0-9])", DecidesChecked, FedExGround},
    {"fedex", "3[0-9]{15}(?<b>[0-9]{11})(?<c>[0-9])[0-9]{4}", DecidesChecked, FedExExpress},
    {"fedex", "96[0-9]{5}(?<b>[0-9]{14})(?<c>[0-9])", DecidesChecked, Mod10Weights13},
    {"fedex", "96[0-9]{18}(?<b>[0-9]{13})(?<c>[0-9])", DecidesChecked, FedExGround},
    {"usps",
     "(?:420[0-9]{5}(?=(?:[0-9]{22}|[0-9]{26})$)(?:[0-9]{4}(?=[0-9]{22}$))?)?"
     "(?<b>94[0-9]{3}(?:9[0-9]{8}(?:[0-9]{15}|[0-9]{11}|[0-9]{7})"
     "|[0-8][0-9]{5}(?:[0-9]{14}|[0-9]{10})))(?<c>[0-9])",
     DecidesChecked, Mod10Reversed},
    {"usps",
     "(?:420[0-9]{5}(?:[0-9]{4}(?=[0-9]{22}$))?)?"
     "(?<b>(?:92(?=[0-9]{3}9)|93(?=[0-9]{3}[0-8])|95)[0-9]{3}(?:9[0-9]{8}(?:[0-9]{11}|[0-9]{7})"
     "|[0-8][0-9]{5}(?:[0-9]{14}|[0-9]{10})))(?<c>[0-9])",
     DecidesChecked, Mod10Weights31},
    {"usps", "(?:420[0-9]{5}(?:[0-9]{4})?)?(?<b>91[0-9]{19})(?<c>[0-9])", DecidesChecked,
     Mod10Weights31},
    {"usps", "420[0-9]{5}(?:[0-9]{4})?(?<b>(?!91)[0-9]{19})(?<c>[0-9])", DecidesChecked,
     Mod10After91},

    // Prefixes of current rules.
    {"chinapost", "(?:KA|KQ|PH|GA|PA|SA|XA|XB)[0-9]{9,11}", Prefix},
    {"jd", "JD[0-9A-Z]{11,17}", Prefix},
    {"zto",
     "(?:010|768|765|778|779|719|828|618|680|518|688|880|660|805|988|628|205|717|718|728|738|761|"
     "762|763|701|757|751|359|358|100|200|118|128|689|528|852)[0-9]{9}",
     Prefix},
    {"zto", "(?:5711|2008|2009|2010|2013)[0-9]{8}", Prefix},
    {"yunda", "(?:10|11|12|13|14|15|16|17|18|19|31|39|50|55|58|66|77|80|88)[0-9]{11}", Prefix},
    {"sto", "(?:268|888|588|688|368|468|568|668|768|868|968)[0-9]{9}", Prefix},
    {"sto", "773[0-9]{9,13}", Prefix},
    {"sto", "(?:77|88|99)[0-9]{13}", Prefix},
    {"yto", "[6-9][0-9]{17}", Prefix},
    {"yto", "DD[89][0-9]{15}", Prefix},
    {"yto", "Y[0-9]{12}", Prefix},
    {"ems", "(?:10|11|12|50|51|52|95|97|98|99)[0-9]{11}", Prefix},
    {"chinapost", "(?:96|98|99)[0-9]{11}", OldPrefix},

    // Letters in front, nothing to verify.
    {"deppon", "DPK[0-9]{11,}-[0-9-]+", Named},
    {"best", "(?:BXA[0-9]{10}|K8[0-9]{11}|C0000[0-9]{8}|[ABDE][0-9]{12})", Named},
    {"zjs", "A[0-9]{12}", Named},
    {"uc", "(?:VIP[0-9]{9}|V[0-9]{11}|LBX[0-9]{15}-[2-9AZ]-[1-9A-Z])", Named},
    {"yunexpress", "YT[0-9]{16}", Named},
    {"yodel", "JJ?D[0-9]{16}", Named},
    {"amazon", "TB[ACM][0-9]{12}", Named},
    {"amazon", "[AFC][0-9]{10}", Named},
    {"canpar", "[CDKLSUXZ][0-9]{21}", Named},
    {"dhl", "J[A-Z]{2,3}[0-9]{9,10}", Named},
    {"dhl", "(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=[A-Z]*[0-9])[0-9A-Z]{10,39}", Named},
    {"gofo", "GFUS[0-9]{14}", Named},
    {"landmark", "LTN[0-9]{8}N1", Named},
    {"lasership", "L[AIEHNX][1-3][0-9]{7}", Named},
    {"lasership", "1LS7[12][0-9]{10}", Named},
    {"lasership", "1LS7[12][0-9]{2}01[1-4][0-9]{6}-1", Named},
    {"lasership", "1LSCX[0-9A-Z]{10}", Named},
    {"purolator", "[A-Z]{3}[0-9]{9}", Named},
    {"speedee", "SP[0-9]{18}", Named},

    // Bare digits with a check digit.
    {"dhl", "(?<b>[0-9]{9,10})(?<c>[0-9])", Checked, Mod7},
    {"fedex", "(?<b>[0-9]{11})(?<c>[0-9])", Checked, FedExExpress},
    {"fedex", "(?<b>[0-9]{14})(?<c>[0-9])", Checked, Mod10Weights13},
    {"fedex", "[0-9]{2}(?<b>[0-9]{15})(?<c>[0-9])", Checked, Mod10Weights31},
    {"dpd", "(?<b>[0-9]{14})(?<c>[0-9])", Checked, Mod37_36},
    {"canadapost", "(?<b>[0-9]{15})(?<c>[0-9])", Checked, Mod10Weights31},
    {"purolator", "(?<b>[0-5][0-9]{10})(?<c>[0-9])", Checked, Luhn},
    {"olddominion", "(?<b>(?:77[78]|072|780)[0-9]{7})(?<c>[0-9])", Checked, Luhn},
    {"olddominion", "(?<b>80[0-9]{8})(?<c>[0-9])", Checked, Luhn},
    {"usps", "(?<b>[0-9]{19})(?<c>[0-9])", Checked, Mod10Weights31},
    {"usps", "(?<b>(?!91)[0-9]{19})(?<c>[0-9])", Checked, Mod10After91},

    // Prefixes of older rules.
    {"sto", "(?:11|22|40|268|888|588|688|368|468|568|668|768|868|968)[0-9]{10}", OldPrefix},
    {"sto", "(?:268|888|588|688|368|468|568|668|768|868|968)[0-9]{10,13}", OldPrefix},
    {"sto", "(?:33|55|66|77|88|99)[0-9]{11}", OldPrefix},
    {"sto", "4[0-9]{12}", OldPrefix},
    {"zto", "(?:571|780|778|882|885|881|120|960|665|666|717|761|888)[0-9]{9}", OldPrefix},
    {"zto", "(?:8050|7518)[0-9]{8}", OldPrefix},
    {"zto", "(?:36|37|39|50|53|54|55|56|63|64|66|68|72|90|91|92|93|94|95|98)[0-9]{10}", OldPrefix},
    {"zto", "4[0-9]{11}", OldPrefix},
    {"zto", "2[1-9][0-9]{10}", OldPrefix},
    {"best", "(?:02[0-9]{11}|000[0-9]{10})", OldPrefix},
    {"best", "(?:2[1-9]|3[0-9]|61|63)[0-9]{10}", OldPrefix},
    {"best", "(?:5[0-9]{13,14}|[67][0-9]{13}|58[0-9]{14})", OldPrefix},
    {"zjs", "(?:42|16)[0-9]{8}", OldPrefix},
    {"uc", "9001[0-9]{8}", OldPrefix},

    // Every number of that length.
    {"yunda", "(?:[0-9]{13}|[0-9]{15})", AnyDigits},
    {"zto", "[0-9]{14}", AnyDigits},
    {"sf", "[0-9]{12}", AnyDigits},
    {"yto", "(?!SF|JT|JD)[A-Z0-9]{2}(?:[0-9]{8}|[0-9]{10,13})", AnyDigits},
    {"chinapost", "[0-9]{13}", AnyDigits},
    {"ttk", "[0-9]{12}", AnyDigits},
    {"uc", "[0-9]{12,15}", AnyDigits},
    {"ane", "[0-9]{12}", AnyDigits},
    {"fedex", "[0-9]{12}", AnyDigits},
    {"dhl", "[0-9]{14}", AnyDigits},
    {"deppon", "(?:[0-9]{8,10}|[0-9]{16,})", AnyDigits},
    {"zjs", "[A-Z0-9]{10}", AnyDigits},
};

struct CountryPost {
    std::string_view country;
    const char* courier;
};

constexpr CountryPost kPosts[] = {
    {"AU", "auspost"},   {"CA", "canadapost"}, {"DE", "deutschepost"}, {"FR", "laposte"},
    {"GB", "royalmail"}, {"HK", "hkpost"},     {"JP", "japanpost"},    {"KR", "koreapost"},
    {"NL", "postnl"},    {"SG", "singpost"},   {"TW", "chunghwapost"}, {"US", "usps"},
};

} // namespace

std::span<const CourierRule> courierRules() {
    return kRules;
}

QString postOf(const QString& country, QChar service) {
    if (country == QLatin1String("CN"))
        return service == u'E' ? QStringLiteral("ems") : QStringLiteral("chinapost");
    if (QLocale::codeToTerritory(country) == QLocale::AnyTerritory)
        return {};
    for (const CountryPost& post : kPosts) {
        if (country == QLatin1String(post.country.data(), qsizetype(post.country.size())))
            return QString::fromLatin1(post.courier);
    }
    return QStringLiteral("post");
}

} // namespace packbench
