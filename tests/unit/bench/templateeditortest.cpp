#include "bench/templateeditor.h"

#include "bench/templateproperties.h"
#include "labels/template.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>
#include <random>

#include <gtest/gtest.h>

namespace packbench {
namespace {

const QByteArray kForm = R"({"name":"t","size_mm":[100,50],"future_key":{"a":[1,2]},"items":[
    {"type":"text","at_mm":[10.3,5],"size_mm":[20,6],"field":"one","glow":7},
    {"type":"barcode","at_mm":[30,20],"size_mm":[40,15],"symbology":"code128","field":"{{order}}"},
    {"type":"line","at_mm":[2,40],"size_mm":[90,0]}]})";

TemplateEditor opened(int selected) {
    TemplateEditor editor = *TemplateEditor::fromJson(kForm);
    editor.select(selected);
    return editor;
}

TEST(TemplateEditor, WhatIsNoJsonObjectIsNotOpened) {
    EXPECT_FALSE(TemplateEditor::fromJson("[1]"));
    EXPECT_FALSE(TemplateEditor::fromJson("{"));
}

TEST(TemplateEditor, MovingLandsOnTheGridAlongTheWayMovedOnly) {
    TemplateEditor editor = opened(0);
    editor.moveBy(0, 2.2);
    EXPECT_EQ(editor.place(0).topLeft(), QPointF(10.3, 7));
    editor.moveBy(1.1, 0);
    EXPECT_EQ(editor.place(0).topLeft(), QPointF(11.5, 7));
}

TEST(TemplateEditor, AnItemStaysOnTheLabel) {
    TemplateEditor editor = opened(0);
    editor.moveBy(500, -500);
    EXPECT_EQ(editor.place(0), QRectF(80, 0, 20, 6));
    editor.resizeBy(500, 500);
    EXPECT_EQ(editor.place(0), QRectF(80, 0, 20, 50));
    editor.resizeBy(-500, -500);
    EXPECT_EQ(editor.place(0), QRectF(80, 0, 1, 1));
    EXPECT_TRUE(readTemplate(editor.json()).problems.filter(QStringLiteral("beyond")).isEmpty());
}

TEST(TemplateEditor, ALineKeepsItsWay) {
    TemplateEditor editor = opened(2);
    editor.resizeBy(-10, 10);
    EXPECT_EQ(editor.place(2), QRectF(2, 40, 80, 0));
}

TEST(TemplateEditor, KeysNobodyKnowsSurviveEveryOperation) {
    TemplateEditor editor = opened(0);
    editor.moveBy(1, 1);
    editor.resizeBy(1, 1);
    editor.set(QStringLiteral("font_mm"), 5);
    editor.set(QStringLiteral("at_mm.0"), 3);
    editor.bringForward();
    editor.duplicate();
    EXPECT_EQ(editor.item(1).value(u"glow").toInt(), 7);
    EXPECT_EQ(editor.item(2).value(u"glow").toInt(), 7);
    editor.remove();
    editor.setOfLabel(QStringLiteral("name"), QStringLiteral("u"));
    const QJsonObject saved = QJsonDocument::fromJson(editor.json()).object();
    const QJsonObject before = QJsonDocument::fromJson(kForm).object();
    EXPECT_EQ(saved.value(u"future_key"), before.value(u"future_key"));
    EXPECT_EQ(saved.value(u"items").toArray().at(1).toObject().value(u"glow").toInt(), 7);
}

TEST(TemplateEditor, ASetValueIsTheOnlyThingThatChanges) {
    TemplateEditor editor = opened(1);
    const QJsonObject before = editor.item(1);
    editor.set(QStringLiteral("symbology"), QStringLiteral("qr"));
    QJsonObject wanted = before;
    wanted.insert(QStringLiteral("symbology"), QStringLiteral("qr"));
    EXPECT_EQ(editor.item(1), wanted);
    editor.set(QStringLiteral("size_mm.1"), 12.5);
    EXPECT_EQ(editor.place(1).height(), 12.5);
    editor.set(QStringLiteral("symbology"), QJsonValue(QJsonValue::Undefined));
    EXPECT_FALSE(editor.item(1).contains(u"symbology"));
}

TEST(TemplateEditor, OrderOfDrawingChangesByOneAndTheSelectionGoesAlong) {
    TemplateEditor editor = opened(0);
    editor.bringForward();
    EXPECT_EQ(editor.selected(), 1);
    EXPECT_EQ(editor.item(1).value(u"field").toString(), QStringLiteral("one"));
    editor.sendBack();
    editor.sendBack();
    EXPECT_EQ(editor.selected(), 0);
    EXPECT_EQ(editor.document(), opened(0).document());
}

TEST(TemplateEditor, EveryNewItemIsOneTheReaderTakes) {
    for (const QString& kind : templateItemKinds()) {
        TemplateEditor editor = opened(TemplateEditor::kNone);
        editor.select(0);
        editor.set(QStringLiteral("glow"), QJsonValue(QJsonValue::Undefined));
        QJsonObject document = editor.document();
        document.remove(QStringLiteral("future_key"));
        editor = TemplateEditor(document);
        editor.add(kind);
        EXPECT_EQ(editor.selected(), 3) << qPrintable(kind);
        const QStringList problems = readTemplate(editor.json()).problems;
        EXPECT_TRUE(problems.isEmpty()) << qPrintable(kind + u' ' + problems.join(u' '));
    }
    TemplateEditor editor = opened(0);
    editor.add(QStringLiteral("hologram"));
    EXPECT_FALSE(editor.canUndo());
}

TEST(TemplateEditor, TheTopmostItemIsTouchedAndALineIsTouchedNearIt) {
    TemplateEditor editor = opened(0);
    EXPECT_EQ(editor.itemAt({12, 7}), 0);
    EXPECT_EQ(editor.itemAt({50, 41}), 2);
    EXPECT_EQ(editor.itemAt({50, 45}), TemplateEditor::kNone);
    editor.duplicate();
    EXPECT_EQ(editor.itemAt({12, 7}), 1);
}

TEST(TemplateEditor, WhatChangesNothingIsNoStep) {
    TemplateEditor editor = opened(0);
    editor.moveBy(0, 0);
    editor.set(QStringLiteral("field"), QStringLiteral("one"));
    editor.sendBack();
    editor.undo();
    EXPECT_FALSE(editor.canUndo());
    EXPECT_FALSE(editor.canRedo());
    EXPECT_FALSE(editor.isChanged());
}

/// Whatever was done, undone altogether it is the start, done again it is the end.
TEST(TemplateEditor, UndoOfAnyOperationsEndsAtTheStart) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        const auto upTo = [&random](int most) {
            return static_cast<int>(random() % unsigned(most));
        };
        TemplateEditor editor = opened(0);
        const QJsonObject start = editor.document();
        const QStringList kinds = templateItemKinds();
        const QList<std::function<void()>> operations{
            [&] { editor.moveBy(upTo(80) - 40, upTo(80) - 40); },
            [&] { editor.resizeBy(upTo(80) - 40, upTo(80) - 40); },
            [&] { editor.set(QStringLiteral("font_mm"), 1 + upTo(9)); },
            [&] { editor.set(QStringLiteral("at_mm.1"), upTo(40)); },
            [&] { editor.remove(); },
            [&] { editor.duplicate(); },
            [&] { editor.bringForward(); },
            [&] { editor.sendBack(); },
            [&] { editor.add(kinds.at(upTo(int(kinds.size())))); },
            [&] { editor.undo(); },
            [&] { editor.redo(); }};
        for (int i = 0; i < 200; ++i) {
            editor.select(upTo(editor.count() + 1) - 1);
            operations.at(upTo(int(operations.size())))();
            ASSERT_LT(editor.selected(), editor.count());
        }
        while (editor.canRedo())
            editor.redo();
        const QJsonObject end = editor.document();
        while (editor.canUndo())
            editor.undo();
        EXPECT_EQ(editor.document(), start) << "seed " << seed;
        while (editor.canRedo())
            editor.redo();
        EXPECT_EQ(editor.document(), end) << "seed " << seed;
    }
}

TEST(TemplateProperties, AnItemShowsItsOwnPropertiesAndWhatCountsWithoutThem) {
    const TemplateEditor editor = opened(1);
    const QJsonObject barcode = editor.item(1);
    EXPECT_FALSE(propertyOf(barcode, QStringLiteral("bold")));
    EXPECT_EQ(shownValue(barcode, *propertyOf(barcode, QStringLiteral("module_dots"))),
              QStringLiteral("3"));
    EXPECT_EQ(shownValue(barcode, *propertyOf(barcode, QStringLiteral("size_mm.0"))),
              QStringLiteral("40"));
    EXPECT_TRUE(propertyOf(editor.item(0), QStringLiteral("bold")));
}

TEST(TemplateProperties, ValuesOutOfRangeAreNotWritten) {
    const QJsonObject barcode = opened(1).item(1);
    const auto dots = *propertyOf(barcode, QStringLiteral("module_dots"));
    EXPECT_FALSE(valueFromText(dots, QStringLiteral("1")));
    EXPECT_FALSE(valueFromText(dots, QStringLiteral("2.5")));
    EXPECT_FALSE(valueFromText(dots, QStringLiteral("wide")));
    EXPECT_EQ(valueFromText(dots, QStringLiteral("4")), QJsonValue(4));
    EXPECT_EQ(steppedValue(barcode, dots, -5).toInt(), 2);
    const auto turn = *propertyOf(barcode, QStringLiteral("rotate"));
    EXPECT_EQ(valueFromText(turn, QStringLiteral("90")), QJsonValue(90));
    EXPECT_FALSE(valueFromText(turn, QStringLiteral("45")));
}

/// Every value that the panel can write is one the reader takes.
TEST(TemplateProperties, TheTablesChoicesAndRangesAreTheReaders) {
    for (const QString& kind : templateItemKinds()) {
        TemplateEditor fresh(
            QJsonDocument::fromJson(R"({"name":"t","size_mm":[300,300],"items":[]})").object());
        fresh.add(kind);
        for (const TemplateProperty& property : propertiesOf(fresh.item(0))) {
            QStringList values = property.choiceList();
            if (property.kind == PropertyKind::Flag)
                values = QStringList{QStringLiteral("true"), QStringLiteral("false")};
            const bool isPlace = QString::fromLatin1(property.key).contains(u'.');
            if (property.step > 0 && !isPlace && property.key != std::string("min_font_mm"))
                values = QStringList{QString::number(std::max(property.low, 3.5)),
                                     QString::number(property.high)};
            if (property.kind == PropertyKind::Whole)
                values.first() = QString::number(property.low);
            for (const QString& value : values) {
                TemplateEditor editor = fresh;
                editor.set(QLatin1String(property.key), *valueFromText(property, value));
                const QStringList problems = readTemplate(editor.json()).problems;
                EXPECT_TRUE(problems.isEmpty())
                    << qPrintable(kind) << ' ' << property.key << '=' << qPrintable(value) << ": "
                    << qPrintable(problems.join(u' '));
            }
        }
    }
}

} // namespace
} // namespace packbench
