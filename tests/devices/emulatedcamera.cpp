#include "emulatedcamera.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/stat.h>
#include <umockdev.h>
#include <unistd.h>

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QList>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <stdexcept>

namespace packbench::test {
namespace {

constexpr const char* kNode = "/dev/video0";
constexpr const char* kPath = "/sys/devices/platform/camera/video4linux/video0";
constexpr int kBuffers = 4;
constexpr qsizetype kBufferBytes = 4096 * 256; // whole pages; a picture of two bytes a dot fits
constexpr int kPictureMs = 33;
static_assert(EmulatedCamera::kSize.width() * EmulatedCamera::kSize.height() * 2 <= kBufferBytes);

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Memory = std::unique_ptr<UMockdevIoctlData, Unref>;

struct Result {
    long value = 0;
    int error = 0;
};
Result failed(int error) {
    return {-1, error};
}

/// The request's structure in the client's memory; written back when the request is completed.
template <class Value>
Value& structure(UMockdevIoctlData* argument, Memory& memory) {
    memory = Memory(umockdev_ioctl_data_resolve(argument, 0, sizeof(Value), nullptr));
    return *reinterpret_cast<Value*>(memory->data);
}

QByteArray yuyv(const QImage& grey) {
    QByteArray bytes(grey.width() * grey.height() * 2, '\x80');
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x)
            bytes[(y * grey.width() + x) * 2] = static_cast<char>(grey.constScanLine(y)[x]);
    return bytes;
}

QByteArray jpeg(const QImage& grey) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    grey.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPG", 90);
    return bytes;
}

} // namespace

struct EmulatedCamera::Inside {
    [[nodiscard]] Result serve(unsigned long request, UMockdevIoctlData* argument);
    [[nodiscard]] Result capability(UMockdevIoctlData* argument) const;
    [[nodiscard]] Result pixelFormat(UMockdevIoctlData* argument) const;
    [[nodiscard]] Result frameSize(UMockdevIoctlData* argument) const;
    [[nodiscard]] Result frameInterval(UMockdevIoctlData* argument) const;
    [[nodiscard]] Result setFormat(UMockdevIoctlData* argument) const;
    [[nodiscard]] Result requestBuffers(UMockdevIoctlData* argument) const;
    [[nodiscard]] Result queryBuffer(UMockdevIoctlData* argument) const;
    [[nodiscard]] Result queue(UMockdevIoctlData* argument);
    [[nodiscard]] Result dequeue(UMockdevIoctlData* argument);
    [[nodiscard]] quint32 fourcc() const {
        return pixels == Pixels::Yuyv ? V4L2_PIX_FMT_YUYV : V4L2_PIX_FMT_MJPEG;
    }

    Pixels pixels = Pixels::Yuyv;
    std::mutex mutex;
    QImage seen{kSize, QImage::Format_Grayscale8};
    QList<quint32> queued;
    bool isHeld = false;
    bool isThere = false;
    UMockdevTestbed* bed = umockdev_testbed_new();
    UMockdevIoctlBase* handler = nullptr;
    QString file; ///< the node as this program's own file
};

Result EmulatedCamera::Inside::capability(UMockdevIoctlData* argument) const {
    Memory memory;
    auto& capability = structure<v4l2_capability>(argument, memory);
    capability = {};
    std::strcpy(reinterpret_cast<char*>(capability.driver), "emulated");
    std::strcpy(reinterpret_cast<char*>(capability.card), "Bench Camera");
    capability.device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    capability.capabilities = capability.device_caps | V4L2_CAP_DEVICE_CAPS;
    return {};
}

Result EmulatedCamera::Inside::pixelFormat(UMockdevIoctlData* argument) const {
    Memory memory;
    auto& format = structure<v4l2_fmtdesc>(argument, memory);
    if (format.index > 0)
        return failed(EINVAL);
    format.pixelformat = fourcc();
    return {};
}

Result EmulatedCamera::Inside::frameSize(UMockdevIoctlData* argument) const {
    Memory memory;
    auto& size = structure<v4l2_frmsizeenum>(argument, memory);
    if (size.index > 0)
        return failed(EINVAL);
    size.type = V4L2_FRMSIZE_TYPE_DISCRETE;
    size.discrete = {kSize.width(), kSize.height()};
    return {};
}

Result EmulatedCamera::Inside::frameInterval(UMockdevIoctlData* argument) const {
    Memory memory;
    auto& interval = structure<v4l2_frmivalenum>(argument, memory);
    if (interval.index > 0)
        return failed(EINVAL);
    interval.type = V4L2_FRMIVAL_TYPE_DISCRETE;
    interval.discrete = {1, 30};
    return {};
}

Result EmulatedCamera::Inside::setFormat(UMockdevIoctlData* argument) const {
    Memory memory;
    auto& pix = structure<v4l2_format>(argument, memory).fmt.pix;
    pix.bytesperline = pixels == Pixels::Yuyv ? quint32(kSize.width()) * 2 : 0;
    pix.sizeimage = quint32(kBufferBytes);
    pix.colorspace = V4L2_COLORSPACE_SRGB;
    return {};
}

Result EmulatedCamera::Inside::requestBuffers(UMockdevIoctlData* argument) const {
    if (isHeld)
        return failed(EBUSY);
    Memory memory;
    structure<v4l2_requestbuffers>(argument, memory).count = kBuffers;
    return {};
}

Result EmulatedCamera::Inside::queryBuffer(UMockdevIoctlData* argument) const {
    Memory memory;
    auto& buffer = structure<v4l2_buffer>(argument, memory);
    buffer.length = quint32(kBufferBytes);
    buffer.m.offset = buffer.index * quint32(kBufferBytes);
    return {};
}

Result EmulatedCamera::Inside::queue(UMockdevIoctlData* argument) {
    Memory memory;
    queued.append(structure<v4l2_buffer>(argument, memory).index);
    return {};
}

Result EmulatedCamera::Inside::dequeue(UMockdevIoctlData* argument) {
    if (queued.isEmpty())
        return failed(EAGAIN);
    Memory memory;
    auto& buffer = structure<v4l2_buffer>(argument, memory);
    buffer.index = queued.takeFirst();
    const QByteArray picture = pixels == Pixels::Yuyv ? yuyv(seen) : jpeg(seen);
    buffer.bytesused = quint32(picture.size());
    const int node = open(file.toLocal8Bit().constData(), O_WRONLY | O_CLOEXEC);
    const auto written = pwrite(node, picture.constData(), size_t(picture.size()),
                                off_t(buffer.index) * off_t(kBufferBytes));
    close(node);
    return written == picture.size() ? Result{} : failed(EIO);
}

Result EmulatedCamera::Inside::serve(unsigned long request, UMockdevIoctlData* argument) {
    if (!isThere)
        return failed(ENODEV);
    switch (request) {
    case VIDIOC_QUERYCAP: return capability(argument);
    case VIDIOC_ENUM_FMT: return pixelFormat(argument);
    case VIDIOC_ENUM_FRAMESIZES: return frameSize(argument);
    case VIDIOC_ENUM_FRAMEINTERVALS: return frameInterval(argument);
    case VIDIOC_S_FMT: return setFormat(argument);
    case VIDIOC_S_PARM: return {};
    case VIDIOC_REQBUFS: return requestBuffers(argument);
    case VIDIOC_QUERYBUF: return queryBuffer(argument);
    case VIDIOC_QBUF: return queue(argument);
    case VIDIOC_DQBUF: return dequeue(argument);
    case VIDIOC_STREAMON: return {};
    case VIDIOC_STREAMOFF: queued.clear(); return {};
    default: return failed(EINVAL); // a control it does not have
    }
}

namespace {

gboolean onRequest(UMockdevIoctlBase*, UMockdevIoctlClient* client,
                   EmulatedCamera::Inside* camera) {
    const unsigned long request = umockdev_ioctl_client_get_request(client);
    // The node is a file, which poll() always calls readable: a picture is waited for here.
    if (request == VIDIOC_DQBUF)
        g_usleep(kPictureMs * 1000);
    Result result;
    {
        const std::scoped_lock lock(camera->mutex);
        result = camera->serve(request, umockdev_ioctl_client_get_arg(client));
    }
    umockdev_ioctl_client_complete(client, result.value, result.error);
    return TRUE;
}

} // namespace

EmulatedCamera::EmulatedCamera() : m_inside(std::make_unique<Inside>()) {
    gchar* root = umockdev_testbed_get_root_dir(m_inside->bed);
    m_inside->file = QString::fromLocal8Bit(root) + QLatin1String(kNode);
    g_free(root);
    QDir().mkpath(QFileInfo(m_inside->file).path());
    m_inside->handler = umockdev_ioctl_base_new();
    g_signal_connect(m_inside->handler, "handle-ioctl", G_CALLBACK(onRequest), m_inside.get());
}

EmulatedCamera::~EmulatedCamera() {
    unplug();
    g_signal_handlers_disconnect_by_data(m_inside->handler, m_inside.get());
    g_object_unref(m_inside->handler);
    g_object_unref(m_inside->bed);
}

void EmulatedCamera::plug(Pixels pixels) {
    QFile node(m_inside->file + QStringLiteral(".made"));
    if (!node.open(QIODevice::WriteOnly) || !node.resize(kBuffers * kBufferBytes))
        throw std::runtime_error("no file for the device node");
    node.close();
    // umockdev takes a sticky file for a device.
    chmod(node.fileName().toLocal8Bit().constData(), 01666);
    umockdev_testbed_attach_ioctl(m_inside->bed, kNode, m_inside->handler, nullptr);
    const std::scoped_lock lock(m_inside->mutex);
    m_inside->pixels = pixels;
    m_inside->isThere = true;
    node.rename(m_inside->file);
}

void EmulatedCamera::unplug() {
    const std::scoped_lock lock(m_inside->mutex);
    if (!std::exchange(m_inside->isThere, false))
        return;
    m_inside->queued.clear();
    QFile::remove(m_inside->file);
    umockdev_testbed_detach_ioctl(m_inside->bed, kNode, nullptr);
}

void EmulatedCamera::see(const QImage& grey) {
    const std::scoped_lock lock(m_inside->mutex);
    m_inside->seen = grey;
}

void EmulatedCamera::hold(bool isHeld) {
    const std::scoped_lock lock(m_inside->mutex);
    m_inside->isHeld = isHeld;
}

} // namespace packbench::test
