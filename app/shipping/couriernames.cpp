#include "shipping/couriernames.h"

#include "shipping/courier.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace packbench {

namespace {

struct Row {
    const char* key;
    const char16_t* zh;
    const char* en;
};

constexpr Row kRows[] = {
    {"sf", u"顺丰速运", "SF Express"},
    {"sto", u"申通快递", "STO Express"},
    {"yto", u"圆通速递", "YTO Express"},
    {"zto", u"中通快递", "ZTO Express"},
    {"yunda", u"韵达快递", "Yunda Express"},
    {"jt", u"极兔速递", "J&T Express"},
    {"jd", u"京东物流", "JD Logistics"},
    {"ems", u"EMS", "EMS"},
    {"chinapost", u"中国邮政", "China Post"},
    {"deppon", u"德邦快递", "Deppon"},
    {"zjs", u"宅急送", "ZJS Express"},
    {"best", u"百世快递", "Best Express"},
    {"ttk", u"天天快递", "TTK Express"},
    {"uc", u"优速快递", "UC Express"},
    {"ane", u"安能物流", "ANE Logistics"},
    {"ztofreight", u"中通快运", "ZTO Freight"},
    {"yundafreight", u"韵达快运", "Yunda Freight"},
    {"bestfreight", u"百世快运", "Best Freight"},
    {"yimi", u"壹米滴答", "Yimidida"},
    {"kye", u"跨越速运", "KYE Express"},
    {"suer", u"速尔快递", "Suer Express"},
    {"gto", u"国通快递", "GTO Express"},
    {"fengwang", u"丰网速运", "Fengwang Express"},
    {"zhongyou", u"众邮快递", "Zhongyou Express"},
    {"cainiao", u"菜鸟速递", "Cainiao"},
    {"suning", u"苏宁物流", "Suning Logistics"},
    {"fedex", u"联邦快递", "FedEx"},
    {"dhl", u"DHL", "DHL"},
    {"ups", u"UPS", "UPS"},
    {"usps", u"美国邮政", "USPS"},
    {"tnt", u"TNT", "TNT"},
    {"dpd", u"DPD", "DPD"},
    {"gls", u"GLS", "GLS"},
    {"evri", u"Evri", "Evri"},
    {"yodel", u"Yodel", "Yodel"},
    {"royalmail", u"英国皇家邮政", "Royal Mail"},
    {"deutschepost", u"德国邮政", "Deutsche Post"},
    {"laposte", u"法国邮政", "La Poste"},
    {"postnl", u"荷兰邮政", "PostNL"},
    {"canadapost", u"加拿大邮政", "Canada Post"},
    {"auspost", u"澳大利亚邮政", "Australia Post"},
    {"japanpost", u"日本邮政", "Japan Post"},
    {"koreapost", u"韩国邮政", "Korea Post"},
    {"hkpost", u"香港邮政", "Hongkong Post"},
    {"singpost", u"新加坡邮政", "Singapore Post"},
    {"chunghwapost", u"中华邮政", "Chunghwa Post"},
    {"post", u"万国邮政", "Postal service"},
    {"yamato", u"大和运输", "Yamato Transport"},
    {"sagawa", u"佐川急便", "Sagawa Express"},
    {"amazon", u"亚马逊物流", "Amazon Logistics"},
    {"ontrac", u"OnTrac", "OnTrac"},
    {"lasership", u"LaserShip", "LaserShip"},
    {"purolator", u"Purolator", "Purolator"},
    {"canpar", u"Canpar", "Canpar"},
    {"olddominion", u"Old Dominion", "Old Dominion"},
    {"speedee", u"Spee-Dee", "Spee-Dee Delivery"},
    {"gofo", u"GOFO", "GOFO Express"},
    {"landmark", u"Landmark", "Landmark Global"},
    {"yunexpress", u"云途物流", "YunExpress"},
    {"yanwen", u"燕文物流", "Yanwen"},
    {"4px", u"递四方", "4PX"},
    {"aramex", u"Aramex", "Aramex"},
};

const QList<Courier>& table() {
    static const QList<Courier> couriers = [] {
        QList<Courier> list;
        for (const Row& row : kRows)
            list << Courier{QString::fromLatin1(row.key), QString::fromUtf16(row.zh),
                            QString::fromLatin1(row.en)};
        return list;
    }();
    return couriers;
}

/// Names that may stand anywhere in a text. Latin ones are whole words there.
struct Alias {
    const char16_t* name;
    const char* courier;
};

constexpr Alias kAliases[] = {
    {u"顺丰", "sf"},
    {u"SF", "sf"},
    {u"SF Express", "sf"},
    {u"SF-Express", "sf"},
    {u"shunfeng", "sf"},
    {u"丰网", "fengwang"},
    {u"申通", "sto"},
    {u"STO", "sto"},
    {u"shentong", "sto"},
    {u"圆通", "yto"},
    {u"YTO", "yto"},
    {u"yuantong", "yto"},
    {u"中通", "zto"},
    {u"ZTO", "zto"},
    {u"zhongtong", "zto"},
    {u"中通快运", "ztofreight"},
    {u"ZTO Freight", "ztofreight"},
    {u"韵达", "yunda"},
    {u"Yunda", "yunda"},
    {u"韵达快运", "yundafreight"},
    {u"极兔", "jt"},
    {u"J&T", "jt"},
    {u"J&T Express", "jt"},
    {u"JT Express", "jt"},
    {u"jtexpress", "jt"},
    {u"京东", "jd"},
    {u"京东物流", "jd"},
    {u"京东快递", "jd"},
    {u"京东快运", "jd"},
    {u"京东配送", "jd"},
    {u"JD Logistics", "jd"},
    {u"JD Express", "jd"},
    {u"JDL", "jd"},
    {u"EMS", "ems"},
    {u"邮政EMS", "ems"},
    {u"邮政特快", "ems"},
    {u"邮政速递", "ems"},
    {u"中国邮政速递", "ems"},
    {u"邮政标准快递", "ems"},
    {u"邮政电商标快", "ems"},
    {u"eyoubao", "ems"},
    {u"E邮宝", "ems"},
    {u"邮政", "chinapost"},
    {u"邮政快递包裹", "chinapost"},
    {u"中国邮政", "chinapost"},
    {u"邮政平邮", "chinapost"},
    {u"China Post", "chinapost"},
    {u"POSTB", "chinapost"},
    {u"youzhengguonei", "chinapost"},
    {u"德邦", "deppon"},
    {u"Deppon", "deppon"},
    {u"DBKD", "deppon"},
    {u"DBL", "deppon"},
    {u"debangkuaidi", "deppon"},
    {u"debangwuliu", "deppon"},
    {u"宅急送", "zjs"},
    {u"ZJS", "zjs"},
    {u"zhaijisong", "zjs"},
    {u"百世", "best"},
    {u"汇通", "best"},
    {u"百世快运", "bestfreight"},
    {u"HTKY", "best"},
    {u"Best Express", "best"},
    {u"huitongkuaidi", "best"},
    {u"天天快递", "ttk"},
    {u"TTKDEX", "ttk"},
    {u"TTK Express", "ttk"},
    {u"优速", "uc"},
    {u"UC Express", "uc"},
    {u"youshuwuliu", "uc"},
    {u"安能", "ane"},
    {u"ANE Logistics", "ane"},
    {u"annengwuliu", "ane"},
    {u"壹米滴答", "yimi"},
    {u"跨越速运", "kye"},
    {u"跨越物流", "kye"},
    {u"速尔", "suer"},
    {u"国通快递", "gto"},
    {u"众邮", "zhongyou"},
    {u"菜鸟速递", "cainiao"},
    {u"菜鸟直送", "cainiao"},
    {u"丹鸟", "cainiao"},
    {u"苏宁物流", "suning"},
    {u"苏宁快递", "suning"},
    {u"联邦快递", "fedex"},
    {u"联邦", "fedex"},
    {u"FedEx", "fedex"},
    {u"Federal Express", "fedex"},
    {u"敦豪", "dhl"},
    {u"DHL", "dhl"},
    {u"UPS", "ups"},
    {u"United Parcel Service", "ups"},
    {u"USPS", "usps"},
    {u"美国邮政", "usps"},
    {u"US Postal Service", "usps"},
    {u"TNT", "tnt"},
    {u"DPD", "dpd"},
    {u"GLS", "gls"},
    {u"Evri", "evri"},
    {u"Hermes", "evri"},
    {u"Yodel", "yodel"},
    {u"Royal Mail", "royalmail"},
    {u"皇家邮政", "royalmail"},
    {u"英国皇家邮政", "royalmail"},
    {u"Deutsche Post", "deutschepost"},
    {u"德国邮政", "deutschepost"},
    {u"La Poste", "laposte"},
    {u"Colissimo", "laposte"},
    {u"法国邮政", "laposte"},
    {u"PostNL", "postnl"},
    {u"荷兰邮政", "postnl"},
    {u"Canada Post", "canadapost"},
    {u"加拿大邮政", "canadapost"},
    {u"Australia Post", "auspost"},
    {u"AusPost", "auspost"},
    {u"澳大利亚邮政", "auspost"},
    {u"澳洲邮政", "auspost"},
    {u"Japan Post", "japanpost"},
    {u"日本邮政", "japanpost"},
    {u"Korea Post", "koreapost"},
    {u"韩国邮政", "koreapost"},
    {u"Hongkong Post", "hkpost"},
    {u"Hong Kong Post", "hkpost"},
    {u"香港邮政", "hkpost"},
    {u"Singapore Post", "singpost"},
    {u"SingPost", "singpost"},
    {u"新加坡邮政", "singpost"},
    {u"Chunghwa Post", "chunghwapost"},
    {u"中华邮政", "chunghwapost"},
    {u"Yamato", "yamato"},
    {u"大和运输", "yamato"},
    {u"Sagawa", "sagawa"},
    {u"佐川", "sagawa"},
    {u"Amazon Logistics", "amazon"},
    {u"亚马逊物流", "amazon"},
    {u"OnTrac", "ontrac"},
    {u"LaserShip", "lasership"},
    {u"Purolator", "purolator"},
    {u"Canpar", "canpar"},
    {u"Old Dominion", "olddominion"},
    {u"Spee-Dee", "speedee"},
    {u"GOFO", "gofo"},
    {u"Landmark Global", "landmark"},
    {u"YunExpress", "yunexpress"},
    {u"云途", "yunexpress"},
    {u"Yanwen", "yanwen"},
    {u"燕文", "yanwen"},
    {u"4PX", "4px"},
    {u"递四方", "4px"},
    {u"Aramex", "aramex"},
};

/// Words too common for a text, but clear where nothing else stands in the courier's column.
constexpr Alias kWholeNames[] = {
    {u"JD", "jd"},
    {u"JT", "jt"},
    {u"JTSD", "jt"},
    {u"BEST", "best"},
    {u"UC", "uc"},
    {u"ANE", "ane"},
    {u"TTK", "ttk"},
    {u"天天", "ttk"},
    {u"Amazon", "amazon"},
    {u"AMZL", "amazon"},
    {u"POST", "chinapost"},
    {u"菜鸟", "cainiao"},
    {u"苏宁", "suning"},
    {u"跨越", "kye"},
    {u"国通", "gto"},
    {u"tiantian", "ttk"},
    {u"Landmark", "landmark"},
};

bool isLatin(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool standsAlone(const QString& text, qsizetype at, qsizetype length) {
    const bool joinedBefore = at > 0 && isLatin(text.at(at)) && isLatin(text.at(at - 1));
    const qsizetype end = at + length;
    const bool joinedAfter =
        end < text.size() && isLatin(text.at(end - 1)) && isLatin(text.at(end));
    return !joinedBefore && !joinedAfter;
}

/// "其中通常" names nobody, "京东商城" and "京东券" no courier.
bool isPartOfAWord(const QString& text, qsizetype at, QStringView name) {
    static const QStringList notCourier{QStringLiteral("自营"), QStringLiteral("商城"),
                                        QStringLiteral("超市"), QStringLiteral("客服"),
                                        QStringLiteral("平台"), QStringLiteral("店"),
                                        QStringLiteral("券"),   QStringLiteral("E卡"),
                                        QStringLiteral("白条"), QStringLiteral("买")};
    if (name == u"中通")
        return at > 0 && text.at(at - 1) == u'其';
    return name == u"京东" &&
           std::any_of(notCourier.begin(), notCourier.end(), [&](const QString& word) {
               return QStringView(text).mid(at + 2).startsWith(word);
           });
}

/// The aliases by their first character, in small letters.
const QMultiHash<QChar, const Alias*>& aliasesByFirst() {
    static const QMultiHash<QChar, const Alias*> index = [] {
        QMultiHash<QChar, const Alias*> byFirst;
        for (const Alias& alias : kAliases)
            byFirst.insert(QChar(alias.name[0]).toLower(), &alias);
        return byFirst;
    }();
    return index;
}

/// The longest name that begins at `at`.
CourierMention mentionAt(const QString& text, qsizetype at) {
    CourierMention best;
    const auto [begin, end] = aliasesByFirst().equal_range(text.at(at).toLower());
    for (auto it = begin; it != end; ++it) {
        const QStringView name(it.value()->name);
        if (name.size() <= best.length ||
            QStringView(text).mid(at, name.size()).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (standsAlone(text, at, name.size()) && !isPartOfAWord(text, at, name))
            best = {at, name.size(), QString::fromLatin1(it.value()->courier)};
    }
    return best;
}

QString wholeName(const QString& name) {
    static const QHash<QString, QString> keys = [] {
        QHash<QString, QString> byName;
        for (const Alias& alias : kWholeNames)
            byName.insert(QString::fromUtf16(alias.name).toLower(), QLatin1String(alias.courier));
        for (const Courier& courier : table()) {
            for (const QString& known : {courier.key, courier.nameZh, courier.nameEn})
                byName.insert(known.toLower(), courier.key);
        }
        return byName;
    }();
    return keys.value(name.toLower());
}

/// The one courier named; empty for none, and for two that differ.
QString onlyMention(const QString& text) {
    QString courier;
    for (const CourierMention& mention : courierMentions(text)) {
        if (!courier.isEmpty() && courier != mention.courier)
            return {};
        courier = mention.courier;
    }
    return courier;
}

} // namespace

const QList<Courier>& couriers() {
    return table();
}

QList<CourierMention> courierMentions(const QString& text) {
    QList<CourierMention> mentions;
    for (qsizetype at = 0; at < text.size();) {
        const CourierMention mention = mentionAt(text, at);
        if (mention.length > 0)
            mentions << mention;
        at += std::max<qsizetype>(1, mention.length);
    }
    return mentions;
}

QString courierFromName(const QString& name) {
    static const QRegularExpression brackets(QStringLiteral("[(（\\[【][^)）\\]】]*[)）\\]】]?"));
    const QString whole = name.simplified();
    QString bare = whole;
    bare.remove(brackets);
    bare = bare.simplified();
    for (const QString& text : {whole, bare}) {
        const QString key = wholeName(text);
        if (!key.isEmpty())
            return key;
    }
    return courierMentions(bare).isEmpty() ? onlyMention(whole) : onlyMention(bare);
}

QString courierName(const QString& key, bool chinese) {
    for (const Courier& courier : table()) {
        if (courier.key == key)
            return chinese ? courier.nameZh : courier.nameEn;
    }
    return key;
}

} // namespace packbench
