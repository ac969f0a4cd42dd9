#include "labels/samplelabels.h"

namespace packbench {

namespace {

using Values = QHash<QString, QString>;

Values goods(const char* title, const char* spec, int quantity) {
    return {{QStringLiteral("title"), QString::fromUtf8(title)},
            {QStringLiteral("spec"), QString::fromUtf8(spec)},
            {QStringLiteral("quantity"), QString::number(quantity)},
            {QStringLiteral("sku"), QStringLiteral("SKU-1")}};
}

/// What all three have in common, so that no item of a template stays untried.
Values common() {
    return {{"order", "04873"},
            {"bench", "03"},
            {"operator", "0417"},
            {"printed_at", "11-21 15:21"},
            {"printed_time", "2026-11-21T15:21"},
            {"copy", "第2次打印 2nd print"},
            {"copy_mark", "-PBM-4873-2-7QXM"}};
}

LabelFields chinese() {
    LabelFields fields;
    fields.values = {{"tracking", "773020148806215"},
                     {"courier", "申通快递 STO Express"},
                     {"sorting_mark", "杭州市 西湖区"},
                     {"sorting_code", "571-A03-012"},
                     {"hub", "杭州转运中心"},
                     {"service", "标准快递"},
                     {"payment", "寄付月结"},
                     {"cod", "128.00"},
                     {"insured", "500.00"},
                     {"recipient.name", "样*"},
                     {"recipient.phone", "140******01"},
                     {"recipient.place", "浙江省 杭州市 西湖区"},
                     {"recipient.street", "文三路***"},
                     {"recipient.postcode", "310012"},
                     {"recipient.country", "CN"},
                     {"sender.name", "一号仓"},
                     {"sender.phone", "0571-****18"},
                     {"sender.address", "浙江省杭州市余杭区仓前街道"},
                     {"shop", "棉语旗舰店"},
                     {"carton", "1/2"},
                     {"pieces", "7"},
                     {"weight", "2.46 kg"},
                     {"remark", "礼品 · 不放价目单"}};
    fields.values.insert(common());
    fields.clear = {{"recipient.name", "样例"},
                    {"recipient.phone", "140-0000-0001"},
                    {"recipient.street", "文三路1号2幢301室"},
                    {"sender.phone", "0571-0000018"}};
    fields.rows = {
        {QStringLiteral("goods"),
         {goods("亚麻短袖衬衫", "雾灰 M", 2), goods("正山小种红茶", "250 g", 1),
          goods("月光石银吊坠", "", 1), goods("台灯", "暖白", 1), goods("中筒袜", "黑 39-42", 2)}}};
    return fields;
}

LabelFields longest() {
    LabelFields fields = chinese();
    Values& values = fields.values;
    values["tracking"] = "JDVA01234567890-1-1-K";
    values["courier"] = "众邮快递 Zhongyou Express";
    values["sorting_mark"] = "巴音郭楞蒙古自治州 和静县";
    values["sorting_code"] = "996-W88-9999 Q12";
    values["hub"] = "乌鲁木齐航空转运中心";
    values["service"] = "电商标快(航空)";
    values["cod"] = "128888.00";
    values["insured"] = "500000.00";
    values["recipient.name"] = "样*********";
    values["recipient.place"] = "新疆维吾尔自治区 巴音郭楞蒙古自治州 和静县";
    values["recipient.street"] =
        "巴音布鲁克镇清水河北路与迎宾大道交叉口东南侧二百米处绿洲明珠小区***";
    values["sender.name"] = "棉语旗舰店华东一号仓收发货平台";
    values["sender.address"] = "广东省东莞市虎门镇大宁社区麒麟路创兴工业园东侧电商仓库";
    values["order"] = "2609210001-4873002991720";
    values["shop"] = "棉语旗舰店华东专营";
    values["carton"] = "12/18";
    values["pieces"] = "1280";
    values["weight"] = "128.46 kg";
    values["remark"] = "易碎物品请轻拿轻放;请勿放快递柜,送货前先打电话,周末不在家请改约";
    fields.clear["recipient.name"] = "样例样例样例样例样例";
    fields.clear["recipient.street"] = "巴音布鲁克镇清水河北路与迎宾大道交叉口东南侧二百米处"
                                       "绿洲明珠小区12幢3单元2501室";
    QList<Values> rows;
    for (int i = 1; i <= 12; ++i)
        rows.append(goods("加厚磨毛四件套纯棉床单被套", "星空蓝 1.8米床", i));
    fields.rows[QStringLiteral("goods")] = rows;
    return fields;
}

LabelFields latin() {
    LabelFields fields;
    fields.values = {{"tracking", "LX904417268CN"},
                     {"courier", "China Post ePacket"},
                     {"sorting_mark", "PL-WAW 02"},
                     {"sorting_code", "WAW-02-117"},
                     {"hub", "Shanghai Pudong"},
                     {"service", "Registered"},
                     {"payment", "Prepaid"},
                     {"cod", "32.50"},
                     {"insured", "100.00"},
                     {"recipient.name", "S***** R********"},
                     {"recipient.phone", "48*******12"},
                     {"recipient.place", "Łódź, Województwo łódzkie, Poland"},
                     {"recipient.street", "ul. Piotrkowska ***"},
                     {"recipient.postcode", "90-001"},
                     {"recipient.country", "PL"},
                     {"sender.name", "Warehouse One"},
                     {"sender.phone", "86******18"},
                     {"sender.address", "Cangqian Street, Yuhang District, Hangzhou, Zhejiang"},
                     {"shop", "Cotton Words"},
                     {"carton", "1/1"},
                     {"pieces", "3"},
                     {"weight", "0.84 kg"},
                     {"remark", "Gift, no price list"}};
    fields.values.insert(common());
    fields.clear = {{"recipient.name", "Sample Recipient"},
                    {"recipient.phone", "+48 000 000 012"},
                    {"recipient.street", "ul. Piotrkowska 1, m. 2"},
                    {"sender.phone", "+86 000 0000 018"}};
    fields.rows = {{QStringLiteral("goods"),
                    {goods("Linen short-sleeve shirt", "Fog grey, M", 1),
                     goods("Moonstone pendant, sterling silver", "", 1),
                     goods("Crew socks", "Black 39-42", 1)}}};
    return fields;
}

} // namespace

QList<SampleLabel> sampleLabels() {
    return {{QStringLiteral("chinese"), chinese()},
            {QStringLiteral("long"), longest()},
            {QStringLiteral("latin"), latin()}};
}

} // namespace packbench
