#include "drivers/camerainputs.h"

#include "support/film.h"
#include "support/qtprint.h"
#include "support/scene.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {
namespace {

using test::Scene;

const QString kParcel = QStringLiteral("LX904417268CN");
const QString kItem = QStringLiteral("SKU-20418");
const QString kLink = QStringLiteral("https://example.org/p/20418");

QByteArray benchFilm() {
    QList<QImage> pictures;
    for (int shown = 0; shown < 30; ++shown)
        pictures.append(Scene()
                            .bars(kParcel, {250.0 + shown, 130}, shown / 4.0)
                            .bars(kItem, {650, 420})
                            .square(kLink, {700, 150.0 + shown / 2.0})
                            .image());
    return test::film(pictures);
}

class CameraInputsTest : public testing::Test {
protected:
    void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void start(const QString& path) {
        m_inputs = std::make_unique<CameraInputs>(QStringList{path});
        QObject::connect(m_inputs.get(), &CameraInputs::scanned, &m_here,
                         [this](const ScannedCode& code) { m_codes.append(code); });
        QObject::connect(
            m_inputs.get(), &CameraInputs::devicesChanged, &m_here,
            [this](const QList<InputDescription>& devices) { m_camera = devices.value(0); });
        m_inputs->start();
    }
    template <class Question>
    [[nodiscard]] bool until(Question isSo) {
        const QDeadlineTimer tooLate(60'000);
        while (!isSo() && !tooLate.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            20);
        return isSo();
    }
    [[nodiscard]] bool untilState(const char* state) {
        return until([&] { return m_camera.state == QLatin1String(state); });
    }
    [[nodiscard]] QSet<QString> texts() const {
        QSet<QString> all;
        for (const ScannedCode& code : m_codes)
            all.insert(code.text);
        return all;
    }

    const QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(QStringLiteral("bench.avi"));
    QObject m_here;
    QList<ScannedCode> m_codes;
    InputDescription m_camera;
    std::unique_ptr<CameraInputs> m_inputs; ///< ends first
};

TEST_F(CameraInputsTest, TheCodesOfAFilmAreRead) {
    write(m_path, benchFilm());
    start(m_path);
    ASSERT_TRUE(until([&] { return texts().size() >= 3; })) << m_camera.problem.toStdString();
    EXPECT_EQ(texts(), (QSet<QString>{kParcel, kItem, kLink}));
    EXPECT_EQ(m_codes.first().device, QStringLiteral("camera:") + m_path);
    ASSERT_TRUE(untilState("ready"));
    EXPECT_EQ(m_camera.id, QStringLiteral("camera:") + m_path);
    EXPECT_EQ(m_camera.transport, QStringLiteral("camera"));
    EXPECT_TRUE(m_camera.problem.isEmpty());
}

TEST_F(CameraInputsTest, OneThatGoesAwayIsMissedAndReadAgainOnceItIsBack) {
    write(m_path, benchFilm());
    start(m_path);
    ASSERT_TRUE(untilState("ready"));
    ASSERT_TRUE(QFile::rename(m_path, m_path + QStringLiteral(".away")));
    ASSERT_TRUE(untilState("unplugged"));
    EXPECT_TRUE(m_camera.problem.contains(m_path)) << m_camera.problem.toStdString();
    m_codes.clear();
    ASSERT_TRUE(QFile::rename(m_path + QStringLiteral(".away"), m_path));
    ASSERT_TRUE(untilState("ready"));
    EXPECT_TRUE(until([&] { return texts().size() >= 3; }));
}

TEST_F(CameraInputsTest, WhatIsMissingIsSaidInWords) {
    start(QStringLiteral("/dev/no-camera"));
    ASSERT_TRUE(untilState("unplugged"));
    EXPECT_TRUE(m_camera.problem.contains(QStringLiteral("/dev/no-camera")));
    EXPECT_TRUE(m_camera.problem.endsWith(u'.'));
    EXPECT_EQ(CameraInputs::present({QStringLiteral("/dev/no-camera")}).last(), m_camera);
}

TEST_F(CameraInputsTest, WhatIsNoCameraAndNoFilmIsSaidInWords) {
    start(QStringLiteral("/dev/null"));
    ASSERT_TRUE(untilState("fault"));
    EXPECT_TRUE(m_camera.problem.contains(QStringLiteral("/dev/null")));
    m_inputs.reset();
    m_camera = {};
    write(m_path, "no film");
    start(m_path);
    ASSERT_TRUE(untilState("fault"));
    EXPECT_TRUE(m_camera.problem.startsWith(QStringLiteral("The film ")))
        << m_camera.problem.toStdString();
}

} // namespace
} // namespace packbench
