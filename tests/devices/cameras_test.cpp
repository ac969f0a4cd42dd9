// The whole way of a real camera: Qt Multimedia, unmodified, on an emulated V4L2.
#include "drivers/camerainputs.h"
#include "drivers/picturesource.h"
#include "emulatedcamera.h"
#include "preload.h"
#include "support/qtprint.h"
#include "support/scene.h"

#include <QDeadlineTimer>
#include <QGuiApplication>

#include <gtest/gtest.h>

namespace packbench {
namespace {

using test::EmulatedCamera;
using test::Scene;

const QString kId = QStringLiteral("camera:/dev/video0");
const QString kItem = QStringLiteral("SKU-20418");
const QString kParcel = QStringLiteral("LX904417268CN");
const QString kLink = QStringLiteral("https://example.org/p/20418");

class Heard {
public:
    explicit Heard(CameraInputs& inputs) {
        QObject::connect(&inputs, &CameraInputs::scanned, &m_here,
                         [this](const ScannedCode& code) { texts.append(code.text); });
        QObject::connect(
            &inputs, &CameraInputs::devicesChanged, &m_here,
            [this](const QList<InputDescription>& devices) { camera = devices.value(0); });
    }
    template <class Question>
    [[nodiscard]] static bool until(Question isSo) {
        const QDeadlineTimer tooLate(60'000);
        while (!isSo() && !tooLate.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            20);
        return isSo();
    }
    [[nodiscard]] bool untilState(const char* state) {
        return until([&] { return camera.state == QLatin1String(state); });
    }
    [[nodiscard]] bool untilHeard(const QString& text) {
        return until([&] { return texts.contains(text); });
    }

    QStringList texts;
    InputDescription camera;

private:
    QObject m_here;
};

/// One test, for Qt looks for cameras in the thread that first asked for them.
TEST(CamerasTest, ACameraIsReadMissedFoundAgainAndSaidToBeHeld) {
    if (!test::isUmockdevPreloaded())
        GTEST_SKIP() << "libumockdev-preload.so.0 is not there";
    EmulatedCamera emulated;
    emulated.see(Scene().bars(kItem, {260, 130}).square(kLink, {700, 250}).image());
    emulated.plug(EmulatedCamera::Pixels::Yuyv);
    CameraInputs inputs({QStringLiteral("/dev/video0")});
    Heard heard(inputs);
    inputs.start();
    ASSERT_TRUE(heard.untilState("ready")) << heard.camera.problem.toStdString();
    EXPECT_EQ(heard.camera.id, kId);
    EXPECT_EQ(heard.camera.model, QStringLiteral("Bench Camera"));
    ASSERT_TRUE(heard.untilHeard(kItem) && heard.untilHeard(kLink));
    emulated.see(Scene().bars(kParcel, {480, 270}, 8).image());
    ASSERT_TRUE(heard.untilHeard(kParcel));
    EXPECT_EQ(heard.texts.size(), 3) << "each once";

    emulated.unplug();
    ASSERT_TRUE(heard.untilState("unplugged"));
    EXPECT_TRUE(heard.camera.problem.contains(QStringLiteral("/dev/video0")));

    heard.texts.clear();
    emulated.see(Scene().square(kLink, {480, 270}).image());
    emulated.hold(true);
    emulated.plug(EmulatedCamera::Pixels::Jpeg);
    ASSERT_TRUE(heard.untilState("busy")) << heard.camera.problem.toStdString();
    EXPECT_TRUE(heard.camera.problem.contains(QStringLiteral("Bench Camera")));
    emulated.hold(false);
    ASSERT_TRUE(heard.untilState("ready")) << heard.camera.problem.toStdString();
    ASSERT_TRUE(heard.untilHeard(kLink));
}

} // namespace
} // namespace packbench

int main(int argc, char** argv) {
    packbench::test::preloadUmockdev(argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    packbench::chooseCameraBackend();
    const QGuiApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
