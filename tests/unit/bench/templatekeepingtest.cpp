#include "bench/templatekeeping.h"

#include "bench/benchsettings.h"
#include "bench/templatechoice.h"
#include "labels/layout.h"
#include "labels/proof.h"
#include "shipping/fault.h"
#include "stationfixture.h"

namespace packbench {

namespace {

const QString kGeneral = QStringLiteral("general-100x150");
const Operator kSupervisor{QStringLiteral("0001"), QStringLiteral("S"), Role::Supervisor};
const QByteArray kFine =
    R"({"name":"fine","size_mm":[70,40],"items":[
    {"type":"text","at_mm":[2,2],"size_mm":[60,8],"field":"MARK","font_mm":6},
    {"type":"barcode","at_mm":[2,14],"size_mm":[66,20],"symbology":"code128","field":"{{tracking}}"}]})";
const QByteArray kCut =
    R"({"name":"cut","size_mm":[70,40],"items":[
    {"type":"box","at_mm":[1,1],"size_mm":[68,38]},
    {"type":"text","at_mm":[2,2],"size_mm":[3,3],"field":"far too long for this place"},
    {"type":"barcode","at_mm":[2,14],"size_mm":[66,20],"symbology":"code128","field":"{{tracking}}"}]})";
const QByteArray kNoNumber =
    R"({"name":"words","size_mm":[70,40],"items":[
    {"type":"text","at_mm":[2,2],"size_mm":[60,8],"field":"{{tracking}}"}]})";

} // namespace

class TemplateKeepingTest : public StationTest {
protected:
    TemplateAnswer save(const QByteArray& json, const QString& decision = {},
                        const Operator& person = kSupervisor, const QString& name = kGeneral) {
        return saveTemplate(*m_ledger, {name, json, decision, person, m_clock.now()}, 8);
    }
    QList<PreviewFinding> findings(const QByteArray& json) {
        return drawPreview(
                   {1, json, newestFields(*m_ledger, m_station->settings(), m_clock.now()), 8})
            .findings;
    }
};

TEST_F(TemplateKeepingTest, OnlyASupervisorSaves) {
    for (const Role role : {Role::Packer, Role::QcClerk, Role::StockTaker, Role::StockClerk})
        EXPECT_EQ(save(kFine, {}, {QStringLiteral("1"), {}, role}).outcome,
                  QStringLiteral("not-allowed"));
    EXPECT_TRUE(m_ledger->templates().names().isEmpty());
    const TemplateAnswer saved = save(kFine);
    EXPECT_EQ(saved.outcome, QStringLiteral("saved"));
    EXPECT_EQ(saved.version, 1);
}

TEST_F(TemplateKeepingTest, FindingsWantADecisionAndItIsKept) {
    EXPECT_EQ(save(kCut).outcome, QStringLiteral("needs-decision"));
    EXPECT_EQ(save(kCut, QStringLiteral("  ")).outcome, QStringLiteral("needs-decision"));
    EXPECT_FALSE(m_ledger->templates().newest(kGeneral));
    EXPECT_EQ(save(kCut, QStringLiteral("the courier's own form")).outcome,
              QStringLiteral("saved"));
    EXPECT_EQ(m_ledger->templates().newest(kGeneral)->decision,
              QStringLiteral("the courier's own form"));
    EXPECT_EQ(save(kFine, QStringLiteral("not needed")).version, 2);
    EXPECT_EQ(m_ledger->templates().newest(kGeneral)->decision, QString());
}

TEST_F(TemplateKeepingTest, WhatCannotBeReadIsNeverSaved) {
    const TemplateAnswer answer =
        save(R"({"name":"x","size_mm":[70,40],"items":[{"type":"hologram"}]})",
             QStringLiteral("all the same"));
    EXPECT_EQ(answer.outcome, QStringLiteral("not-a-template"));
    EXPECT_TRUE(answer.text.contains(QStringLiteral("Item 1")));
    EXPECT_EQ(save(kFine, {}, kSupervisor, QStringLiteral(" ")).outcome, QStringLiteral("no-name"));
    EXPECT_TRUE(m_ledger->templates().names().isEmpty());
}

TEST_F(TemplateKeepingTest, AFindingNamesItsItem) {
    const QList<PreviewFinding> found = findings(kCut);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().kind, QStringLiteral("text-cut"));
    EXPECT_EQ(found.first().item, 1);
    EXPECT_FALSE(found.first().stops);
    const QList<PreviewFinding> tight = findings(
        R"({"name":"x","size_mm":[70,40],"items":[{"type":"box","at_mm":[0,0],"size_mm":[5,5]},
        {"type":"barcode","at_mm":[2,2],"size_mm":[12,10],"symbology":"code128","field":"{{tracking}}"}]})");
    const auto thin = std::find_if(tight.cbegin(), tight.cend(),
                                   [](const PreviewFinding& one) { return one.stops; });
    ASSERT_NE(thin, tight.cend());
    EXPECT_EQ(thin->item, 1);
    EXPECT_EQ(tight.first().kind, QStringLiteral("overlap")) << "and it lies on the frame";
}

TEST_F(TemplateKeepingTest, ATemplateWithoutACodeOfTheNumberWantsADecision) {
    const QList<PreviewFinding> found = findings(kNoNumber);
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().kind, QStringLiteral("no-waybill-code"));
    EXPECT_EQ(found.first().item, -1);
    EXPECT_TRUE(found.first().stops) << "it is not printed";
    EXPECT_EQ(save(kNoNumber).outcome, QStringLiteral("needs-decision"));
}

TEST_F(TemplateKeepingTest, TheDrawingSaysHowWellItsCodesWouldScan) {
    const TemplatePreview preview =
        drawPreview({1, kFine, newestFields(*m_ledger, m_station->settings(), m_clock.now()), 8});
    ASSERT_EQ(preview.grades.size(), 1);
    EXPECT_EQ(preview.grades.first().item, 1) << "the bars, not the text";
    EXPECT_TRUE(QStringLiteral("ABC").contains(preview.grades.first().grade));
}

TEST_F(TemplateKeepingTest, TheBuiltInTemplatesAreFineWithEveryData) {
    for (const QString& name : builtInTemplates())
        for (const PreviewData data : {PreviewData::Newest, PreviewData::Latin}) {
            const TemplatePreview preview = drawPreview(
                {3, builtInTemplateJson(name),
                 previewFields(data, *m_ledger, m_station->settings(), m_clock.now()), 8});
            EXPECT_TRUE(preview.findings.isEmpty()) << qPrintable(name) << ' ' << int(data) << ' '
                                                    << qPrintable(preview.findings.value(0).text);
            EXPECT_EQ(preview.serial, 3U);
            EXPECT_FALSE(preview.png.isEmpty());
        }
}

TEST_F(TemplateKeepingTest, ListsShowWhatIsBuiltInAndWhatIsKept) {
    (void)save(kFine);
    (void)save(kFine);
    (void)save(kFine, {}, kSupervisor, QStringLiteral("small"));
    const QList<TemplateRow> rows = templateRows(m_ledger->templates(), kGeneral);
    ASSERT_EQ(rows.size(), builtInTemplates().size() + 1);
    const auto named = [&rows](const QString& name) {
        return *std::find_if(rows.cbegin(), rows.cend(),
                             [&name](const TemplateRow& row) { return row.name == name; });
    };
    EXPECT_EQ(named(kGeneral).version, 2);
    EXPECT_TRUE(named(kGeneral).isUsed);
    EXPECT_EQ(named(QStringLiteral("general-76x130")).version, 0);
    EXPECT_EQ(named(QStringLiteral("small")).version, 1);
    EXPECT_EQ(versionRows(m_ledger->templates(), kGeneral).size(), 3);
    EXPECT_EQ(openTemplate(m_ledger->templates(), kGeneral, 0)->json,
              builtInTemplateJson(kGeneral));
    EXPECT_EQ(openTemplate(m_ledger->templates(), kGeneral, -1)->version, 2);
    EXPECT_FALSE(openTemplate(m_ledger->templates(), kGeneral, 9));
    EXPECT_FALSE(openTemplate(m_ledger->templates(), QStringLiteral("nothing"), -1));
}

TEST_F(TemplateKeepingTest, TheBenchPrintsTheNewestVersionAndTheCopySaysWhich) {
    ASSERT_EQ(save(kFine).outcome, QStringLiteral("saved"));
    signOn();
    packSocks();
    const LabelCopy copy = copyOf(order("tmall-women", "2609210012"));
    EXPECT_EQ(copy.form, kGeneral + QStringLiteral("@1"));
    const QImage printed = QImage::fromData(copy.png);
    EXPECT_EQ(printed.size(), QSize(560, 320));
    LabelFields fields;
    fields.values.insert(QStringLiteral("tracking"), copy.waybill);
    EXPECT_EQ(printed.convertToFormat(QImage::Format_Grayscale8),
              imageFromPage(drawLabel(readTemplate(kFine).value, fields, 8).page))
        << "MARK and the bars, where the template has them";
}

TEST_F(TemplateKeepingTest, ATemplateWhoseProofFailsIsNotPrintedThoughItWasSaved) {
    const QByteArray tight =
        R"({"name":"x","size_mm":[70,40],"items":[{"type":"barcode","at_mm":[2,2],"size_mm":[12,10],
        "symbology":"code128","field":"{{tracking}}"}]})";
    EXPECT_EQ(save(tight, QStringLiteral("tried all the same")).outcome, QStringLiteral("saved"));
    signOn();
    scan(QStringLiteral("2609210012"));
    const auto replies = scanAll(QStringLiteral("6901234500868"));
    EXPECT_EQ(replies.last().outcome, QStringLiteral("label-not-proofed"));
    EXPECT_TRUE(m_jobs.isEmpty());
}

TEST_F(TemplateKeepingTest, ASavedTemplateMayBeTheBenchsTemplate) {
    const QString name = QStringLiteral("label.template");
    EXPECT_NE(settingProblem(name, QStringLiteral("small"), m_ledger->templates()), QString());
    (void)save(kFine, {}, kSupervisor, QStringLiteral("small"));
    EXPECT_EQ(settingProblem(name, QStringLiteral("small"), m_ledger->templates()), QString());
    EXPECT_EQ(labelTemplate(QStringLiteral("small"), m_ledger->templates()).title,
              QStringLiteral("small@1"));
    EXPECT_EQ(labelTemplate(kGeneral, m_ledger->templates()).title, kGeneral);
    EXPECT_THROW((void)labelTemplate(QStringLiteral("large"), m_ledger->templates()), FileError);
}

} // namespace packbench
