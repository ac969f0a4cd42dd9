// What fits is also drawn: the largest words once were not, and nothing but the picture told.
#include "window.h"

#include <QImage>

#include <gtest/gtest.h>

namespace packbench {
namespace {

struct Look {
    QSize size;
    Language language;
};

class TextDrawnTest : public testing::TestWithParam<Look> {
protected:
    TextDrawnTest() : shown(options()) {}
    static KioskOptions options() {
        KioskOptions out;
        out.size = GetParam().size;
        out.language = GetParam().language;
        return out;
    }

    static bool hasInk(const QImage& picture, const QRect& part) {
        const QRgb ground = picture.pixel(part.topLeft());
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                if (picture.pixel(x, y) != ground)
                    return true;
        return false;
    }

    void expectEveryTextDrawn() {
        const QImage picture = shown.picture().convertToFormat(QImage::Format_RGB32);
        int looked = 0;
        for (QQuickItem* text : ShownKiosk::texts(shown.window()->contentItem())) {
            const QString words = text->property("text").toString();
            const QRect part = text->mapRectToScene(text->boundingRect())
                                   .toAlignedRect()
                                   .intersected(picture.rect());
            if (words.trimmed().isEmpty() || part.width() < 4 || part.height() < 4)
                continue;
            ++looked;
            EXPECT_TRUE(hasInk(picture, part)) << qPrintable(words);
        }
        EXPECT_GT(looked, 8);
    }

    ShownKiosk shown;
};

TEST_P(TextDrawnTest, WhilePacking) {
    shown.bench.show(samples::packing(GetParam().language));
    expectEveryTextDrawn();
}

TEST_P(TextDrawnTest, OnTheDevicesPage) {
    shown.bench.show(samples::idle(GetParam().language));
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(true));
    expectEveryTextDrawn();
}

INSTANTIATE_TEST_SUITE_P(SizesAndLanguages, TextDrawnTest,
                         testing::Values(Look{{1920, 1080}, Language::Chinese},
                                         Look{{1920, 1080}, Language::English},
                                         Look{{1280, 800}, Language::Chinese}));

} // namespace
} // namespace packbench
