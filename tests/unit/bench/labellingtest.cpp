#include "bench/labelling.h"
#include "labels/proof.h"
#include "shipping/copymark.h"
#include "stationfixture.h"

#include "bench/templatechoice.h"
#include <QFile>

namespace packbench {

TEST_F(StationTest, ALabelShowsNoFullPhoneNameOrRoom) {
    ParcelRecord parcel;
    parcel.waybill = QStringLiteral("758320014601");
    const LabelFields fields =
        labelFields(order("tmall-women", "2609210001"), parcel, m_station->settings(), {});
    QString all;
    for (const QString& value : fields.values)
        all += value + u'\n';
    EXPECT_FALSE(all.contains(QStringLiteral("14000000001")));
    EXPECT_FALSE(all.contains(QStringLiteral("王测试")));
    EXPECT_FALSE(all.contains(QStringLiteral("501")));
    EXPECT_TRUE(all.contains(QStringLiteral("杭州市")));
    EXPECT_EQ(fields.rows.value(QStringLiteral("goods")).size(), 3);
}

TEST_F(StationTest, WhatIsInFullStandsApartFromWhatALabelShows) {
    const LabelFields fields =
        labelFields(order("tmall-women", "2609210001"), ParcelRecord(), m_station->settings(), {});
    const QString name = QStringLiteral("recipient.name");
    EXPECT_EQ(fields.clear.value(name), QStringLiteral("王测试"));
    EXPECT_NE(fields.values.value(name), fields.clear.value(name));
    EXPECT_EQ(fields.clear.size(), 4);
}

TEST_F(StationTest, ACouriersLabelTakesItsTemplateTheOthersTheCommonOne) {
    BenchSettings settings;
    settings.courierTemplates = {{QStringLiteral("sto"), QStringLiteral("sto-76x130")}};
    EXPECT_EQ(labelTemplate(templateName(settings, QStringLiteral("sto"))).sizeMm, QSizeF(76, 130));
    EXPECT_EQ(labelTemplate(templateName(settings, QStringLiteral("zto"))).sizeMm,
              QSizeF(100, 150));
    EXPECT_EQ(labelTemplate(templateName(settings, {})).sizeMm, QSizeF(100, 150));
}

TEST_F(StationTest, TheBenchPrintsWithTheTemplateOfTheOrdersCourier) {
    const auto pictureSize = [this] {
        packSocks();
        const LabelCopy copy = copyOf(order("tmall-women", "2609210012"));
        return QImage::fromData(copy.png).size();
    };
    m_ledger->settings().set(QStringLiteral("label.templates"),
                             QStringLiteral("sf=sf-100x180 zto=zto-76x130 sto=sto-76x130"));
    restart();
    signOn();
    const QSize size = pictureSize();
    const QString courier = copyOf(order("tmall-women", "2609210012")).courier;
    const LabelTemplate form = labelTemplate(templateName(m_station->settings(), courier));
    EXPECT_NE(form.sizeMm, QSizeF(100, 150)) << qPrintable(courier);
    EXPECT_EQ(size, (form.sizeMm * 8).toSize());
}

TEST_F(StationTest, ALabelThatFailsItsProofIsNeverPrepared) {
    m_ledger->settings().set(QStringLiteral("label.template"),
                             m_folder.filePath(QStringLiteral("narrow.json")));
    QFile file(m_folder.filePath(QStringLiteral("narrow.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"name":"narrow","size_mm":[30,20],"items":[{"type":"barcode","at_mm":[1,1],"size_mm":[20,10],
        "symbology":"code128","module_dots":3,"field":"{{tracking}}","verify":true}]})");
    file.close();
    restart();
    signOn();
    scan(QStringLiteral("2609210012"));
    const auto replies = scanAll(QStringLiteral("6901234500868"));
    EXPECT_EQ(replies.last().outcome, QStringLiteral("label-not-proofed"));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_TRUE(m_ledger->labels().ofOrder(order("tmall-women", "2609210012").id).isEmpty());
}

TEST_F(StationTest, ALabelWithoutACodeOfItsNumberIsNeverPrepared) {
    const QString path = m_folder.filePath(QStringLiteral("words.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"name":"words","size_mm":[60,40],"items":[{"type":"text","at_mm":[5,5],"size_mm":[50,10],
        "field":"{{tracking}}"}]})");
    file.close();
    m_ledger->settings().set(QStringLiteral("label.template"), path);
    restart();
    signOn();
    scan(QStringLiteral("2609210012"));
    const auto replies = scanAll(QStringLiteral("6901234500868"));
    EXPECT_EQ(replies.last().outcome, QStringLiteral("label-not-proofed"));
    EXPECT_TRUE(m_jobs.isEmpty());
}

TEST_F(StationTest, ThePreparedPictureReadsBackAsItsNumber) {
    signOn();
    packSocks();
    const LabelCopy copy = copyOf(order("tmall-women", "2609210012"));
    QStringList texts;
    for (const ReadCode& code : readCodes(QImage::fromData(copy.png)))
        texts.append(code.text);
    EXPECT_TRUE(texts.contains(QStringLiteral("758320014601"))) << texts.join(u' ').toStdString();
}

TEST_F(StationTest, EveryBuiltInTemplateShowsTheCopyMarkAndWhichPrintItIs) {
    BenchSettings settings = m_station->settings();
    settings.markKey = QByteArray(32, 'k');
    for (const QString& name : builtInTemplates()) {
        const LabelTemplate form = builtInTemplate(name).value;
        for (const QString& number :
             {QStringLiteral("758320014601"), QStringLiteral("SF1400099012345")}) {
            ParcelRecord parcel{1'234'567, 1, 1, 1, 0, number, {}};
            const LabelFields fields = labelFields(order("tmall-women", "2609210001"), parcel,
                                                   settings, {{}, m_clock.now(), 12, {}, 0});
            const DrawnLabel label = drawLabel(form, fields, 8);
            const QString wanted = number + copyMarkTail(number, parcel.id, 12, settings.markKey);
            EXPECT_TRUE(std::any_of(label.codes.cbegin(), label.codes.cend(),
                                    [&](const auto& code) { return code.text == wanted; }))
                << name.toStdString();
            for (const LabelFinding& finding : label.findings + proof(label.page, label.codes))
                EXPECT_FALSE(mustNotPrint(finding))
                    << name.toStdString() << ": " << finding.text.toStdString();
        }
    }
    const LabelFields second = labelFields(order("tmall-women", "2609210001"), {}, settings,
                                           {{}, m_clock.now(), 2, {}, 0});
    EXPECT_TRUE(second.values.value(QStringLiteral("copy")).contains(QStringLiteral("第2次打印")));
    EXPECT_TRUE(second.values.value(QStringLiteral("copy")).contains(QStringLiteral("2nd print")));
}

TEST_F(StationTest, TheCartonToComeHasTheCourierThatPrintingDecides) {
    const qint64 free = m_ledger->waybills().countFree({});
    Labelling labelling(*m_ledger, m_station->settings());
    const ParcelRecord remarked = labelling.parcelToCome(order("tmall-women", "2609210003"));
    EXPECT_EQ(remarked.courier, QStringLiteral("sto")) << "the remark, not the order's zto";
    EXPECT_EQ(remarked.waybill, kSampleNumber);
    OrderRecord numbered = order("tmall-women", "2609210001");
    numbered.order.waybill = QStringLiteral("SF1400099012345");
    const ParcelRecord own = labelling.parcelToCome(numbered);
    EXPECT_EQ(own.courier, QStringLiteral("sf")) << "the number's form, not the order's zto";
    EXPECT_EQ(own.waybill, numbered.order.waybill);
    EXPECT_EQ(m_ledger->waybills().countFree({}), free);
}

TEST_F(StationTest, ThePackedCartonIsWhatItsLabelShowed) {
    signOn();
    packSocks();
    Labelling labelling(*m_ledger, m_station->settings());
    EXPECT_EQ(labelling.parcelToCome(order("tmall-women", "2609210012")).waybill,
              QStringLiteral("758320014601"));
}

} // namespace packbench
