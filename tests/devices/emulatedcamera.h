#pragma once

#include <QImage>
#include <QString>

#include <memory>

namespace packbench::test {

/// A camera at /dev/video0, in a test bed of its own: the kernel's side of V4L2, as far as a
/// program that streams needs it. Its pictures lie in the device node, which is mapped, as in a
/// camera's memory. One a program: Qt watches the first /dev it sees.
class EmulatedCamera {
public:
    enum class Pixels { Yuyv, Jpeg };
    static constexpr QSize kSize{960, 540};

    EmulatedCamera(); ///< not plugged in
    ~EmulatedCamera();
    EmulatedCamera(const EmulatedCamera&) = delete;
    EmulatedCamera& operator=(const EmulatedCamera&) = delete;

    void plug(Pixels pixels);
    /// The node goes away and whoever streams is told, as by the kernel.
    void unplug();
    /// What it sees from now on, Format_Grayscale8 of its size.
    void see(const QImage& grey);
    /// Another program streams from it.
    void hold(bool isHeld);

    struct Inside;

private:
    std::unique_ptr<Inside> m_inside;
};

} // namespace packbench::test
