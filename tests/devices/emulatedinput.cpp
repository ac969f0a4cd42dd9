#include "emulatedinput.h"

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

QByteArray scannerDescriptor() {
    return QByteArray::fromHex("058c0902a1018502c0");
}

QByteArray scaleDescriptor() {
    return QByteArray::fromHex("058d0920a10185030970150026ff00750895058102c0");
}

QByteArray EmulatedInput::descriptors() const {
    QByteArray device = QByteArray::fromHex("120100020000004000000000000100000001");
    device[8] = low(vendor);
    device[9] = high(vendor);
    device[10] = low(product);
    device[11] = high(product);
    device[14] = 1;
    device[15] = 2;
    device[16] = serial.isEmpty() ? 0 : 3;
    const QByteArray configuration = QByteArray::fromHex("0902220001010080fa");
    QByteArray interface = QByteArray::fromHex("090400000103000000");
    if (isKeyboard) {
        interface[6] = 1;
        interface[7] = 1;
    }
    QByteArray hid = QByteArray::fromHex("092111010001220000");
    hid[7] = low(int(reportDescriptor.size()));
    hid[8] = high(int(reportDescriptor.size()));
    const QByteArray in = QByteArray::fromHex("07058103400004");
    return device + configuration + interface + hid + in;
}

DeviceModel::Answer EmulatedInput::control(const Request& request) {
    if (request.type == 0x81 && request.request == 6 && request.value == 0x2200)
        return {0, reportDescriptor};
    if (request.type == 0x21 && request.request == 9) {
        features.append(QByteArray::number(request.value, 16));
        return {0, {}};
    }
    if (request.type != 0x80 || request.request != 6 || request.value >> 8 != 3)
        return {-EPIPE, {}};
    switch (request.value & 0xff) {
    case 1: return {0, stringDescriptor(QStringLiteral("Northbeam"))};
    case 2: return {0, stringDescriptor(QStringLiteral("NB-Input"))};
    case 3: return {0, stringDescriptor(serial)};
    default: return {-EPIPE, {}};
    }
}

std::optional<int> EmulatedInput::take(const QByteArray& bytes) {
    return static_cast<int>(bytes.size());
}

std::optional<QByteArray> EmulatedInput::give() {
    if (reports.isEmpty())
        return std::nullopt;
    return reports.takeFirst();
}

} // namespace packbench::test
