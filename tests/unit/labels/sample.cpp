#include "sample.h"

namespace packbench {

namespace {

using Row = QHash<QString, QString>;

Row goods(const QString& title, const QString& spec, const QString& quantity) {
    return {{QStringLiteral("title"), title},
            {QStringLiteral("spec"), spec},
            {QStringLiteral("quantity"), quantity},
            {QStringLiteral("sku"), QStringLiteral("SKU-1")}};
}

} // namespace

LabelFields chineseParcel() {
    LabelFields fields;
    fields.values = {{"tracking", "773020148806215"},
                     {"courier", "STO 申通"},
                     {"sorting_mark", "571-A03 12"},
                     {"recipient.name", "王**"},
                     {"recipient.phone", "138******46"},
                     {"recipient.place", "浙江省 杭州市 西湖区"},
                     {"recipient.street", "文三路***"},
                     {"recipient.postcode", ""},
                     {"sender.name", "一号仓"},
                     {"sender.phone", "0571-****18"},
                     {"sender.address", "浙江省杭州市余杭区仓前街道"},
                     {"order", "04873"},
                     {"shop", "棉语旗舰店"},
                     {"carton", "1/2"},
                     {"pieces", "7"},
                     {"weight", "2.46 kg"},
                     {"remark", "礼品 · 不放价目单"},
                     {"operator", "0417"},
                     {"bench", "03"},
                     {"printed_at", "11-21 15:21"},
                     {"copy", ""},
                     {"copy_mark", ""}};
    fields.rows = {{QStringLiteral("goods"),
                    {goods("亚麻短袖衬衫", "雾灰 M", "2"), goods("正山小种红茶", "250 g", "1"),
                     goods("月光石银吊坠", "", "1"), goods("台灯", "暖白", "1"),
                     goods("中筒袜", "黑 39-42", "2")}}};
    return fields;
}

LabelFields latinParcel() {
    LabelFields fields;
    fields.values = {{"tracking", "LX904417268CN"},
                     {"courier", "China Post ePacket"},
                     {"sorting_mark", "PL-WAW 02"},
                     {"recipient.name", "Z******** K*****"},
                     {"recipient.phone", "48*******12"},
                     {"recipient.place", "Łódź, Województwo łódzkie, Poland"},
                     {"recipient.street", "ul. Piotrkowska ***"},
                     {"recipient.postcode", "90-001"},
                     {"sender.name", "Warehouse One"},
                     {"sender.phone", ""},
                     {"sender.address", "Cangqian Street, Yuhang District, Hangzhou, Zhejiang"},
                     {"order", "112-4873002-9917"},
                     {"shop", "Cotton Words"},
                     {"carton", "1/1"},
                     {"pieces", "3"},
                     {"weight", "0.84 kg"},
                     {"remark", "Gift, no price list"},
                     {"operator", "0417"},
                     {"bench", "03"},
                     {"printed_at", "11-21 15:21"},
                     {"copy", "第2次打印 2nd print"},
                     {"copy_mark", "#2"}};
    fields.rows = {{QStringLiteral("goods"),
                    {goods("Linen short-sleeve shirt", "Fog grey, M", "1"),
                     goods("Moonstone pendant, sterling silver", "", "1"),
                     goods("Crew socks", "Black 39-42", "1")}}};
    return fields;
}

LabelFields denseParcel() {
    LabelFields fields = chineseParcel();
    fields.values["tracking"] = "JDVA01234567890-1-1-K";
    fields.values["recipient.name"] = "阿卜杜拉·买买提";
    fields.values["recipient.place"] = "新疆维吾尔自治区 巴音郭楞蒙古自治州 和硕县";
    fields.values["recipient.street"] = "特吾里克镇清水河北路绿洲明珠小区***";
    fields.values["sender.address"] = "广东省东莞市虎门镇大宁社区麒麟路创兴工业园";
    fields.values["remark"] = "易碎物品,请勿放快递柜";
    fields.values["copy"] = "第2次打印 2nd print";
    fields.values["copy_mark"] = "#2";
    const QStringList titles{"加厚磨毛四件套纯棉床单被套",
                             "无线降噪蓝牙耳机入耳式",
                             "儿童保温杯带吸管",
                             "手工竹编收纳篮",
                             "不锈钢厨房剪刀",
                             "羊毛围巾女冬季",
                             "便携式咖啡手冲壶",
                             "速干运动短袖男",
                             "防滑浴室地垫"};
    const QStringList specs{"星空蓝 1.8米床", "白色 标准版", "粉 480ml", "大号 35cm", "黑柄",
                            "驼色 200cm",     "600ml",       "深灰 XL",  "60×90"};
    QList<Row> rows;
    for (qsizetype i = 0; i < titles.size(); ++i)
        rows.append(goods(titles.at(i), specs.at(i), QString::number(i + 1)));
    fields.rows[QStringLiteral("goods")] = rows;
    return fields;
}

LabelFields overfullParcel() {
    LabelFields fields = denseParcel();
    fields.values["recipient.name"] = "阿卜杜拉·买买提艾力·图尔荪江·吾斯曼";
    fields.values["recipient.street"] = "特吾里克镇清水河北路与迎宾大道交叉口东南侧二百米处绿洲明珠"
                                        "小区物业服务中心旁菜鸟驿站代收点***";
    fields.values["sender.address"] =
        "广东省东莞市虎门镇大宁社区麒麟路创兴工业园第七栋三楼东侧电商仓库"
        "收发货平台(靠近二号货梯)";
    fields.values["remark"] = "易碎物品请轻拿轻放;请勿放快递柜,送货前先打电话,周末不在家请改约";
    return fields;
}

} // namespace packbench
