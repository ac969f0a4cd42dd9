#include "emulatedprinter.h"

#include <algorithm>
#include <cerrno>

namespace packbench::test {
namespace {

char low(int value) {
    return static_cast<char>(value & 0xff);
}
char high(int value) {
    return static_cast<char>(value >> 8 & 0xff);
}

QByteArray stringDescriptor(const QString& text) {
    QByteArray bytes;
    bytes.append(low(int(2 + 2 * text.size()))).append('\x03');
    for (const QChar c : text)
        bytes.append(low(c.unicode())).append(high(c.unicode()));
    return bytes;
}

} // namespace

QByteArray readyAnswer() {
    return "\x02"
           "030,0,0,1218,000,0,0,0,000,0,0,0\x03\r\n"
           "\x02"
           "000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n"
           "\x02"
           "1234,0\x03\r\n";
}

QByteArray paperOutAnswer() {
    return readyAnswer().replace("\x02"
                                 "030,0",
                                 "\x02"
                                 "030,1");
}

// Device, configuration, an interface that is no printer, the printer's interface, its endpoints.
QByteArray EmulatedPrinter::descriptors() const {
    QByteArray device = QByteArray::fromHex("120100020000004000000000000100000001");
    device[8] = low(vendor);
    device[9] = high(vendor);
    device[10] = low(product);
    device[11] = high(product);
    device[14] = 1;
    device[15] = 2;
    device[16] = serial.isEmpty() ? 0 : 3;
    QByteArray configurationBytes = QByteArray::fromHex("0902290002010080fa");
    configurationBytes[5] = low(configuration);
    const QByteArray other = QByteArray::fromHex("090400000003000000");
    QByteArray printer = QByteArray::fromHex("090401000207010000");
    printer[7] = low(protocol);
    const QByteArray in = QByteArray::fromHex("07058302000200");
    const QByteArray out = QByteArray::fromHex("07050402000200");
    return device + configurationBytes + other + printer + in + out;
}

DeviceModel::Answer EmulatedPrinter::control(const Request& request) {
    ++requests;
    if (!answersRequests)
        return {-EPIPE, {}};
    if (rawId && request.type == 0xa1 && request.request == 0)
        return {0, *rawId};
    if (request.type == 0xa1 && request.request == 0 && request.index == 0x0100) {
        const int size = int(deviceId.size()) + 2;
        return {0, QByteArray(1, high(size)) + low(size) + deviceId};
    }
    if (request.type == 0xa1 && request.request == 1 && request.index == 1)
        return {0, QByteArray(1, low(portStatus))};
    if (request.type != 0x80 || request.request != 6 || request.value >> 8 != 3)
        return {-EPIPE, {}};
    switch (request.value & 0xff) {
    case 1: return {0, stringDescriptor(QStringLiteral("Northbeam"))};
    case 2: return {0, stringDescriptor(QStringLiteral("NB-4"))};
    case 3: return {0, stringDescriptor(serial)};
    default: return {-EPIPE, {}};
    }
}

std::optional<int> EmulatedPrinter::take(const QByteArray& bytes) {
    if (stallAt >= 0 && received.size() >= stallAt) {
        stallAt = -1;
        return -EPIPE;
    }
    if (noiseAt >= 0 && received.size() >= noiseAt) {
        noiseAt = -1;
        return -EPROTO;
    }
    qint64 count = bytes.size();
    for (const qint64 limit : {room, stallAt, noiseAt})
        if (limit >= 0)
            count = std::clamp(limit - received.size(), qint64(0), count);
    if (count == 0)
        return std::nullopt;
    // Never outgrown: a reader's copy shares the bytes, and Qt counts the sharers without an order
    // that the thread sanitizer sees.
    received.reserve(1 << 20);
    received += bytes.left(count);
    if (received.endsWith("~HS") && !reply.isEmpty())
        m_replies.append(reply);
    if (received.endsWith("~HQES") && !errors.isEmpty())
        m_replies.append(errors);
    return static_cast<int>(count);
}

std::optional<QByteArray> EmulatedPrinter::give() {
    if (m_replies.isEmpty())
        return std::nullopt;
    return m_replies.takeFirst();
}

} // namespace packbench::test
