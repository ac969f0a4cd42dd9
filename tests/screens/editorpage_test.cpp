#include "window.h"

#include "labels/template.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

class EditorPageTest : public testing::Test {
protected:
    EditorPageTest() : shown(options(folder.path())) {
        shown.bench.show(samples::supervised(Language::Chinese));
        shown.model().show(KioskModel::EditorPage);
        Q_EMIT shown.bench.templateOpened(samples::openedTemplate());
        answerDrawing();
    }

    static KioskOptions options(const QString& folder) {
        KioskOptions out;
        out.importFolders = {folder};
        return out;
    }
    TemplateModel& model() { return *shown.model().templates(); }
    void answerDrawing(const QList<PreviewFinding>& findings = {}) {
        TemplatePreview preview = drawPreview(
            {shown.bench.drawings.last().serial, shown.bench.drawings.last().json, {}, 8});
        preview.findings = findings;
        Q_EMIT shown.bench.templateDrawn(preview);
    }
    QJsonObject item(int index) const {
        return QJsonDocument::fromJson(shown.bench.drawings.last().json)
            .object()
            .value(u"items")
            .toArray()
            .at(index)
            .toObject();
    }
    double dotsPerMm() const {
        return shown.item(QStringLiteral("editorCanvas"))->property("dotsPerMm").toDouble();
    }
    /// Where a point of the label lies in the window.
    QPoint onLabel(double xMm, double yMm) const {
        return shown.item(QStringLiteral("editorLabel"))
            ->mapToScene(QPointF(xMm, yMm) * dotsPerMm())
            .toPoint();
    }
    void drag(QPoint from, QPointF byMm) const {
        const QPoint to = from + (byMm * dotsPerMm()).toPoint();
        QTest::mousePress(shown.window(), Qt::LeftButton, {}, from);
        QTest::mouseMove(shown.window(), (from + to) / 2);
        QTest::mouseMove(shown.window(), to);
        QTest::mouseRelease(shown.window(), Qt::LeftButton, {}, to);
    }
    void type(const char* field, const QString& text) {
        shown.tap(QLatin1String(field) + QStringLiteral("-field"));
        QTest::keyClick(shown.window(), Qt::Key_A, Qt::ControlModifier);
        for (const QChar letter : text) {
            QTest::keyClick(shown.window(), letter.toLatin1());
            QTest::qWait(60); // slower than any scanner
        }
        QTest::keyClick(shown.window(), Qt::Key_Return);
        QTest::qWait(60);
    }

    QTemporaryDir folder;
    ShownKiosk shown;
};

TEST_F(EditorPageTest, TheBenchsTemplateIsOpenedOnce) {
    EXPECT_TRUE(shown.bench.asked.contains(QStringLiteral("open template  -1")));
    shown.bench.asked.clear();
    shown.model().show(KioskModel::PackPage);
    shown.model().show(KioskModel::EditorPage);
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("templates")});
}

TEST_F(EditorPageTest, DraggingMovesTheItemByMillimetresOnTheGrid) {
    (void)shown.picture();
    drag(onLabel(20, 8), {7, 4.5});
    EXPECT_EQ(item(0).value(u"at_mm").toArray(), (QJsonArray{12, 9.5}));
    EXPECT_EQ(item(0).value(u"size_mm").toArray(), (QJsonArray{40, 8}));
    EXPECT_EQ(model().selected(), 0);
    EXPECT_TRUE(model().isChanged());
    shown.tap(QStringLiteral("editorUndo"));
    EXPECT_EQ(item(0).value(u"at_mm").toArray(), (QJsonArray{5, 5}));
    EXPECT_FALSE(model().isChanged());
}

TEST_F(EditorPageTest, TheCornerSizesTheItem) {
    (void)shown.picture();
    QTest::mouseClick(shown.window(), Qt::LeftButton, {}, onLabel(20, 8));
    drag(onLabel(45, 13), {-10, 3});
    EXPECT_EQ(item(0).value(u"at_mm").toArray(), (QJsonArray{5, 5}));
    EXPECT_EQ(item(0).value(u"size_mm").toArray(), (QJsonArray{30, 11}));
}

TEST_F(EditorPageTest, ArrowsMoveByHalfAMillimetre) {
    (void)shown.picture();
    QTest::mouseClick(shown.window(), Qt::LeftButton, {}, onLabel(20, 8));
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down}) {
        QTest::keyClick(shown.window(), key);
        QTest::qWait(60);
    }
    EXPECT_EQ(item(0).value(u"at_mm").toArray(), (QJsonArray{6, 5.5}));
    QTest::keyClick(shown.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([this] {
        return item(0).value(u"at_mm").toArray() == QJsonArray{6, 5};
    }));
}

TEST_F(EditorPageTest, EachControlWritesItsKey) {
    model().select(1);
    shown.tap(QStringLiteral("choice-symbology-qr"));
    EXPECT_EQ(item(1).value(u"symbology").toString(), QStringLiteral("qr"));
    shown.tap(QStringLiteral("more-module_dots"));
    EXPECT_EQ(item(1).value(u"module_dots").toInt(), 4);
    shown.tap(QStringLiteral("flag-caption"));
    EXPECT_EQ(item(1).value(u"caption"), QJsonValue(false));
    type("property-field", QStringLiteral("N{{order}}"));
    EXPECT_EQ(item(1).value(u"field").toString(), QStringLiteral("N{{order}}"));
    type("number-module_dots", QStringLiteral("99"));
    EXPECT_EQ(item(1).value(u"module_dots").toInt(), 4) << "out of range";
}

TEST_F(EditorPageTest, TheLatestDrawingIsShownAndItsFindingsSelectTheirItem) {
    model().select(0);
    model().moveBy(1, 0);
    model().moveBy(1, 0);
    ASSERT_EQ(shown.bench.drawings.size(), 3);
    answerDrawing({{QStringLiteral("not-read"), QStringLiteral("Item 2"), 1, true}});
    const QString picture = model().picture();
    TemplatePreview late;
    late.serial = shown.bench.drawings.first().serial;
    late.png = samples::labelPng();
    Q_EMIT shown.bench.templateDrawn(late);
    EXPECT_EQ(model().picture(), picture);
    shown.tap(QStringLiteral("finding0"));
    EXPECT_EQ(model().selected(), 1);
}

TEST_F(EditorPageTest, EachCodeShowsItsGrade) {
    EXPECT_TRUE(shown.item(QStringLiteral("itemGrade1"))->isVisible());
    const QString grade = shown.item(QStringLiteral("itemGrade1"))->property("text").toString();
    EXPECT_EQ(grade.toStdString(), "F") << "the proof cannot read this one back";
    const QQuickItem* ofText = shown.item(QStringLiteral("itemGrade0"));
    EXPECT_TRUE(ofText == nullptr || !ofText->isVisible()) << "a text has none";
}

TEST_F(EditorPageTest, SavingWithFindingsAsksForADecision) {
    answerDrawing({{QStringLiteral("text-cut"), QStringLiteral("Item 1"), 0, false}});
    shown.tap(QStringLiteral("editorSave"));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("saveNow"));
    EXPECT_EQ(shown.bench.asked, QStringList()) << "no reason yet";
    shown.tap(QStringLiteral("decision1"));
    shown.tap(QStringLiteral("saveNow"));
    EXPECT_EQ(shown.bench.asked,
              QStringList{QStringLiteral("save template general-100x150 (快递公司要求这样)")});
}

TEST_F(EditorPageTest, WithoutFindingsItIsSavedAtOnceAndTheUndoStays) {
    model().select(0);
    model().moveBy(1, 0);
    answerDrawing();
    shown.tap(QStringLiteral("editorSave"));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("saveNow"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("save template general-100x150 ()")});
    Q_EMIT shown.bench.templateAnswered(
        {QStringLiteral("saved"), QStringLiteral("general-100x150"), 3, {}});
    TemplateOpened saved = samples::openedTemplate();
    saved.version = 3;
    saved.json = shown.bench.savedJson;
    Q_EMIT shown.bench.templateOpened(saved);
    EXPECT_EQ(model().version(), 3);
    EXPECT_FALSE(model().isChanged());
    EXPECT_TRUE(model().canUndo());
    EXPECT_NE(shown.item(QStringLiteral("editorAnswer")), nullptr);
}

TEST_F(EditorPageTest, ABenchThatFoundMoreAsksForTheDecision) {
    Q_EMIT shown.bench.templateAnswered(
        {QStringLiteral("needs-decision"), QStringLiteral("general-100x150"), 0, {}});
    EXPECT_NE(shown.item(QStringLiteral("saveNow")), nullptr);
}

TEST_F(EditorPageTest, WhoIsNoSupervisorLooksOnly) {
    shown.bench.show(samples::idle(Language::Chinese));
    EXPECT_NE(shown.item(QStringLiteral("editorReadOnly")), nullptr);
    (void)shown.picture();
    const qsizetype drawings = shown.bench.drawings.size();
    drag(onLabel(20, 8), {7, 4.5});
    EXPECT_EQ(model().selected(), 0) << "looking at an item is free";
    QTest::keyClick(shown.window(), Qt::Key_Delete);
    QTest::qWait(60);
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("more-font_mm"));
    shown.tap(QStringLiteral("item-remove"));
    shown.tap(QStringLiteral("editorSave"));
    model().save(QStringLiteral("x"), {});
    EXPECT_EQ(shown.bench.asked, QStringList());
    EXPECT_EQ(shown.bench.drawings.size(), drawings);
    EXPECT_FALSE(model().isChanged());
}

TEST_F(EditorPageTest, AnotherTemplateIsOpenedOnlyWhenNothingUnsavedIsLost) {
    Q_EMIT shown.bench.templatesMade({{QStringLiteral("general-76x130"), 0, {}, {}, {}, false}});
    model().select(0);
    model().moveBy(1, 0);
    shown.tap(QStringLiteral("editorShelfButton"));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("version-general-76x130--1"));
    EXPECT_EQ(shown.bench.asked, QStringList());
    shown.tap(QStringLiteral("dropChanges"));
    shown.tap(QStringLiteral("version-general-76x130--1"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("open template general-76x130 -1")});
}

TEST_F(EditorPageTest, FilesOfTheFolderAreTakenInAndWritten) {
    const QString path = folder.filePath(QStringLiteral("courier.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    shown.tap(QStringLiteral("editorShelfButton"));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("file-courier.json"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("read template ") + path});
    TemplateOpened read = samples::openedTemplate();
    read.name = QStringLiteral("courier");
    read.version = -1;
    Q_EMIT shown.bench.templateOpened(read);
    EXPECT_TRUE(model().isChanged()) << "a file is not in the ledger yet";
    shown.tap(QStringLiteral("editorShelfButton"));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("exportTemplate"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("write template ") + path});
    EXPECT_EQ(QJsonDocument::fromJson(shown.bench.savedJson).object(),
              QJsonDocument::fromJson(read.json).object());
}

} // namespace
} // namespace packbench
