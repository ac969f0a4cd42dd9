#include "drivers/cameraeye.h"
#include "drivers/greypicture.h"
#include "drivers/picturesource.h"
#include "drivers/scanners/cameramode.h"
#include "labels/proof.h"
#include "support/qtprint.h"
#include "support/scene.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QTemporaryDir>
#include <QThread>
#include <QVideoFrame>

#include <gtest/gtest.h>

#include <atomic>
#include <cstring>

namespace packbench {
namespace {

using test::kView;
using test::Scene;

/// Where the brightness, or the green, of a picture's dots lies.
struct Layout {
    int step;
    int first;
};
Layout layoutOf(QVideoFrameFormat::PixelFormat format) {
    switch (format) {
    case QVideoFrameFormat::Format_YUYV: return {2, 0};
    case QVideoFrameFormat::Format_UYVY: return {2, 1};
    case QVideoFrameFormat::Format_Y16: return {2, 1};
    case QVideoFrameFormat::Format_BGRX8888: return {4, 1};
    case QVideoFrameFormat::Format_XBGR8888: return {4, 2};
    default: return {1, 0};
    }
}

QVideoFrame frame(const QImage& grey, QVideoFrameFormat::PixelFormat format) {
    QVideoFrame made(QVideoFrameFormat(grey.size(), format));
    EXPECT_TRUE(made.map(QVideoFrame::WriteOnly));
    const Layout layout = layoutOf(format);
    std::memset(made.bits(0), 0x80, size_t(made.mappedBytes(0)));
    for (int y = 0; y < grey.height(); ++y) {
        uchar* to = made.bits(0) + qsizetype(y) * made.bytesPerLine(0) + layout.first;
        for (int x = 0; x < grey.width(); ++x)
            to[x * layout.step] = grey.constScanLine(y)[x];
    }
    made.unmap();
    return made;
}

QVideoFrame frame(const QImage& grey) {
    return frame(grey, QVideoFrameFormat::Format_Y8);
}

/// An eye, what it told, and how many pictures it looked at; time is the test's.
class Eye : public testing::Test {
protected:
    /// Shows the picture until it was looked at, so many times.
    void show(const QVideoFrame& picture, int looks = 2) {
        lookAt(picture, looks);
        // The next look begins when everything of the last one was told.
        lookAt(frame(QImage(kView, QImage::Format_Grayscale8)), 1);
    }
    void show(const QImage& grey, int looks = 2) { show(frame(grey), looks); }
    [[nodiscard]] QList<ScannedCode> codes() {
        const QMutexLocker lock(&m_mutex);
        return m_codes;
    }
    [[nodiscard]] QStringList texts() {
        QStringList all;
        for (const ScannedCode& code : codes())
            all.append(code.text);
        all.sort();
        return all;
    }
    void forget() {
        const QMutexLocker lock(&m_mutex);
        m_codes.clear();
    }

    std::atomic<qint64> m_now = 1000;
    std::atomic<int> m_looks = 0;

private:
    void lookAt(const QVideoFrame& picture, int looks) {
        const int enough = m_looks + looks;
        const QDeadlineTimer tooLate(60'000);
        while (m_looks < enough && !tooLate.hasExpired()) {
            m_eye.show(picture);
            QThread::yieldCurrentThread();
        }
        ASSERT_GE(m_looks, enough);
    }

    QMutex m_mutex;
    QList<ScannedCode> m_codes;
    CameraEye m_eye{QStringLiteral("camera:test"),
                    [this](const ScannedCode& code) {
                        const QMutexLocker lock(&m_mutex);
                        m_codes.append(code);
                    },
                    [this] {
                        ++m_looks;
                        return m_now.load();
                    }};
};

const QString kParcel = QStringLiteral("LX904417268CN");
const QString kItem = QStringLiteral("SKU-20418");
const QString kLink = QStringLiteral("https://example.org/p/20418");

TEST_F(Eye, EveryCodeInViewIsToldOnceHoweverLongItStays) {
    const QImage three =
        Scene().bars(kParcel, {260, 130}).bars(kItem, {650, 420}).square(kLink, {700, 150}).image();
    for (int times = 0; times < 3; ++times) {
        show(three);
        m_now += 40;
    }
    QStringList expected{kParcel, kItem, kLink};
    expected.sort();
    EXPECT_EQ(texts(), expected);
    EXPECT_EQ(codes().first().device, QStringLiteral("camera:test"));
}

TEST_F(Eye, ACodeThatLeftTheViewAndCameBackIsToldAgain) {
    const QImage item = Scene().bars(kItem, {480, 270}).image();
    show(item);
    m_now += ViewMemory::kGoneMs / 2;
    show(Scene().image());
    show(item);
    EXPECT_EQ(texts().size(), 1) << "half a second without it is a picture that was not read";
    m_now += ViewMemory::kGoneMs + 1;
    show(item);
    EXPECT_EQ(texts(), (QStringList{kItem, kItem}));
}

TEST_F(Eye, BarsOfOnePictureAloneAreNotBelieved) {
    show(Scene().bars(kItem, {260, 270}).square(kLink, {720, 270}).image(), 1);
    EXPECT_EQ(texts(), QStringList{kLink});
}

TEST_F(Eye, TheKindOfCodeAndItsBytesAreKeptAsWithOtherScanners) {
    show(Scene().bars(kItem, {250, 270}).square(QStringLiteral("商品"), {700, 270}).image());
    ASSERT_EQ(codes().size(), 2);
    for (const ScannedCode& code : codes()) {
        EXPECT_EQ(code.aim, code.text == kItem ? QStringLiteral("]C0") : QStringLiteral("]Q1"));
        EXPECT_EQ(code.raw, (code.aim + code.text).toUtf8());
    }
    EXPECT_TRUE(texts().contains(QStringLiteral("商品")));
}

TEST_F(Eye, EveryFormatThatCamerasSendIsRead) {
    for (const auto format : {QVideoFrameFormat::Format_Y8, QVideoFrameFormat::Format_YUV420P,
                              QVideoFrameFormat::Format_YUV422P, QVideoFrameFormat::Format_YV12,
                              QVideoFrameFormat::Format_NV12, QVideoFrameFormat::Format_NV21,
                              QVideoFrameFormat::Format_YUYV, QVideoFrameFormat::Format_UYVY,
                              QVideoFrameFormat::Format_Y16, QVideoFrameFormat::Format_BGRX8888,
                              QVideoFrameFormat::Format_XBGR8888}) {
        forget();
        m_now += ViewMemory::kGoneMs + 1;
        show(frame(Scene().bars(kItem, {480, 270}).image(), format));
        EXPECT_EQ(texts(), QStringList{kItem}) << int(format);
    }
}

TEST_F(Eye, APictureThatCannotBeReadDoesNoHarm) {
    EXPECT_TRUE(greyPicture(QVideoFrame()).isNull());
    // Says that it is JPEG, and is not.
    const QVideoFrame odd(QVideoFrameFormat(kView, QVideoFrameFormat::Format_Jpeg));
    CameraEye eye(QStringLiteral("camera:odd"), [](const ScannedCode&) {});
    eye.show(QVideoFrame());
    eye.show(odd);
    show(Scene().bars(kItem, {480, 270}).image());
    EXPECT_EQ(texts(), QStringList{kItem});
}

TEST(CodesInView, ACodeThatLiesAskewHidesNoOther) {
    for (const int degrees : {0, 7, 11, 90, 180, 263}) {
        const QImage view =
            Scene().bars(kItem, {260, 270}, degrees).square(kLink, {720, 270}).image();
        QStringList found;
        for (const CodeInView& seen : readCodesInView(view))
            found.append(seen.code.text);
        EXPECT_TRUE(found.contains(kItem) && found.contains(kLink)) << degrees;
        EXPECT_EQ(found.size(), 2) << degrees;
    }
}

/// What makes ReadBarcodes of 1.4.0 abort: one linear text at several places.
TEST(CodesInView, OneTextAtManyPlacesIsOneCode) {
    Scene scene;
    for (const QPointF& place : {QPointF(250, 90), QPointF(700, 90), QPointF(250, 270),
                                 QPointF(700, 270), QPointF(250, 450), QPointF(700, 450)})
        scene.bars(kParcel, place);
    const QList<CodeInView> found = readCodesInView(scene.image());
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().code.text, kParcel);
}

TEST(CodesInView, NothingIsReadIntoNoise) {
    quint32 state = 20418;
    for (int picture = 0; picture < 8; ++picture) {
        QImage noise(320, 240, QImage::Format_Grayscale8);
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x) {
                state = state * 1664525 + 1013904223;
                // Rows of equal columns look like bars.
                noise.scanLine(y)[x] = picture % 2 == 1 && y % 16 != 0
                                           ? noise.constScanLine(y - 1)[x]
                                           : static_cast<uchar>(state >> 24);
            }
        for (const CodeInView& seen : readCodesInView(noise))
            EXPECT_FALSE(seen.isCertain) << seen.code.text.toStdString();
    }
}

TEST(ViewMemory, ACodeIsNewOnceAndAgainAfterItWasGone) {
    ViewMemory memory;
    const auto seen = [&](const QStringList& names, qint64 now) {
        QList<ViewMemory::Sight> sights;
        for (const QString& name : names)
            sights.append({name});
        return memory.news(sights, now);
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    EXPECT_EQ(seen({a, b}, 0), (QStringList{a, b}));
    EXPECT_EQ(seen({b, c}, 500), QStringList{c});
    EXPECT_EQ(seen({a, b}, ViewMemory::kGoneMs + 1), QStringList{a});
    EXPECT_EQ(seen({QStringLiteral("d"), QStringLiteral("d")}, 1100),
              QStringList{QStringLiteral("d")});
}

TEST(ViewMemory, WhatIsUncertainIsNewInTheSecondPicture) {
    ViewMemory memory;
    const QList<ViewMemory::Sight> bars{{QStringLiteral("a"), false}, {QStringLiteral("a"), false}};
    EXPECT_EQ(memory.news(bars, 0), QStringList());
    EXPECT_EQ(memory.news(bars, 100), QStringList{QStringLiteral("a")});
    EXPECT_EQ(memory.news(bars, 200), QStringList());
    EXPECT_EQ(memory.news(bars, 1300), QStringList()) << "gone: it must be seen twice again";
}

TEST(CameraMode, TheLargestThatComesInTimeIsTaken) {
    const CameraMode small{{640, 480}, 30, false};
    const CameraMode slow{{1920, 1080}, 5, false};
    const CameraMode packed{{1920, 1080}, 30, true};
    const CameraMode medium{{1280, 720}, 30, false};
    const CameraMode mediumPacked{{1280, 720}, 60, true};
    const CameraMode huge{{3840, 2160}, 30, true};
    EXPECT_EQ(bestMode({small, slow, packed, medium}), 2);
    EXPECT_EQ(bestMode({small, slow, mediumPacked, medium}), 3);
    EXPECT_EQ(bestMode({huge, small, slow}), 1);
    EXPECT_EQ(bestMode({slow}), 0);
    EXPECT_EQ(bestMode({huge}), 0);
    EXPECT_EQ(bestMode({}), -1);
}

TEST(CameraName, TheNameThatStaysIsTakenWhereThereIsOne) {
    const QTemporaryDir folder;
    const QString node = folder.filePath(QStringLiteral("video0"));
    ASSERT_TRUE(QFile(node).open(QIODevice::WriteOnly));
    const QString names = folder.filePath(QStringLiteral("by-id"));
    ASSERT_TRUE(QDir().mkdir(names));
    EXPECT_EQ(lastingName(node, names), node);
    const QString link = names + QStringLiteral("/usb-Maker_Camera_1-video-index0");
    ASSERT_TRUE(QFile::link(node, link));
    EXPECT_EQ(lastingName(node, names), link);
    EXPECT_EQ(lastingName(node, folder.filePath(QStringLiteral("none"))), node);
}

} // namespace
} // namespace packbench
