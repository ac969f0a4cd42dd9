#pragma once

#include "usbfs.h"

namespace packbench::test {

/// A USB printer without paper: class 7, subclass 1. Maker and model are invented.
/// Members are read and changed under the lock of its `EmulatedDevice`.
class EmulatedPrinter : public DeviceModel {
public:
    QByteArray deviceId = "MFG:Northbeam;CMD:ZPL;MDL:NB-4 203dpi;CLS:PRINTER;";
    QString serial = QStringLiteral("NB0001");
    int vendor = 0x1d5a;
    int product = 0x0401;
    int protocol = 2;
    int portStatus = 0x18;
    int configuration = 1;
    bool answersRequests = true;
    std::optional<QByteArray> rawId; ///< the answer to GET_DEVICE_ID as it is, length included
    int requests = 0;                ///< how often it was asked anything beside its bytes

    QByteArray received;
    qint64 room = -1;    ///< bytes it takes before it is full; -1: any
    qint64 stallAt = -1; ///< stalls once when so many bytes were received
    qint64 noiseAt = -1; ///< the transfer breaks with -EPROTO once so many bytes were received
    QByteArray reply;    ///< given whenever it was asked ~HS
    QByteArray errors;   ///< given whenever it was asked ~HQES

    [[nodiscard]] QByteArray descriptors() const override;
    [[nodiscard]] Answer control(const Request& request) override;
    [[nodiscard]] std::optional<int> take(const QByteArray& bytes) override;
    [[nodiscard]] std::optional<QByteArray> give() override;

private:
    QList<QByteArray> m_replies;
};

/// What a ZPL printer says to ~HS when all is well, and when its paper is out.
[[nodiscard]] QByteArray readyAnswer();
[[nodiscard]] QByteArray paperOutAnswer();

} // namespace packbench::test
