#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <thread>

namespace packbench::test {

/// Waits until `condition` holds, at most 10 s of the guest's clock, and says whether it does.
template <class Condition>
[[nodiscard]] bool eventually(Condition condition) {
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= deadline)
            return false;
        std::this_thread::sleep_for(5ms);
    }
    return true;
}

/// A device at the end of a cable: one of the USB gadgets that init.sh lays out. The kernel behind
/// it is the real one, with dummy_hcd for the wire.
class Gadget {
public:
    /// @param port 0 to 3, each on a bus of its own. The gadget stays unplugged.
    Gadget(const QString& name, int port);
    ~Gadget(); ///< unplugs it
    Gadget(const Gadget&) = delete;
    Gadget& operator=(const Gadget&) = delete;

    void plug();
    void unplug();
    /// The driver that holds its interface on the host's side, empty when none does.
    [[nodiscard]] QString driver() const;

private:
    QString m_socket; ///< the file that names the port while it is plugged
    int m_port;
    bool m_isPlugged = false;
};

/// The machine behind a printer gadget, played by the test. The kernel takes nothing for it until
/// it makes room; then ten pieces of 8 KiB at most wait to be read.
class GadgetPrinter {
public:
    enum class Which { Printer = 0, Twin = 1, Clipped = 2 }; ///< in init.sh's order
    GadgetPrinter(Which which, int port);
    ~GadgetPrinter();
    GadgetPrinter(const GadgetPrinter&) = delete;
    GadgetPrinter& operator=(const GadgetPrinter&) = delete;

    /// Returns once the host has given it an address: before that it cannot be switched on.
    void plug();
    void unplug();
    [[nodiscard]] QString driver() const { return m_gadget.driver(); }

    void makeRoom();
    /// The next `count` bytes; fewer when 10 s pass without any. Whole pieces only before unplug():
    /// usb_f_printer (6.1) keeps a half read one for the next plugging-in, and then brings the
    /// kernel down.
    [[nodiscard]] QByteArray take(qsizetype count);
    void say(const QByteArray& answer);
    /// The answer to GET_PORT_STATUS: 0x20 paper empty, 0x10 selected, 0x08 no error.
    void setPortStatus(unsigned char status);

    static constexpr qsizetype kPiece = 8192;
    static constexpr qsizetype kRoom = 10 * kPiece;

private:
    Gadget m_gadget;
    QByteArray m_node;
    int m_file = -1;
};

} // namespace packbench::test
