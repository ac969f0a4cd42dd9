#pragma once

#include "drivers/printer.h"

#include <QDir>
#include <QMutex>

namespace packbench {

/// A printer without hardware, the embedded default: keeps each label as `label-0001.png` and the
/// bytes it was sent as `label-0001.zpl` (or .tspl) in its folder, and can be steered. It answers
/// status queries and takes bytes through the same conversation as a real one.
/// All functions may be called from any thread.
class VirtualPrinter {
public:
    /// @param folder is created; labels already in it are kept and numbered on.
    VirtualPrinter(const QString& folder, PrinterLanguage language, int dotsPerMm);
    VirtualPrinter(const VirtualPrinter&) = delete;
    VirtualPrinter& operator=(const VirtualPrinter&) = delete;
    ~VirtualPrinter();

    /// Does what one of these words says, from the next byte or label on:
    ///   ready, paper-out, paper-out-after N, head-open, paused, unplugged, unplug-at K, stall,
    ///   mute, garbage, split, late, twice, lose, come-late
    /// `twice`, `lose` and `come-late` hold for one label, which comes out at `ready` only,
    /// whatever is dropped meanwhile; the others hold until `ready`.
    /// @returns a sentence when it is none of them, else nothing.
    [[nodiscard]] QString order(const QString& words);

    void setPaperOut(); ///< takes bytes, answers "paper out", prints what waits once ready
    void setReady();    ///< paper in, plugged in; waiting labels come out
    void unplug();      ///< gone: opening and sending fail
    void unplugAtByte(qint64 count); ///< gone when so many more bytes have been taken

    [[nodiscard]] PrinterState state() const;
    [[nodiscard]] PrinterDescription description() const;
    [[nodiscard]] int labelsOut() const;       ///< pictures written since construction
    [[nodiscard]] int labelsWaiting() const;   ///< in its memory, not on paper yet
    [[nodiscard]] QString lastPicture() const; ///< path, empty when none

    // The device's side of the wire; used by the transport of VirtualPrinterBus.
    /// Whoever speaks to it has a stream of his own: nobody's bytes get into another's label. 0 is
    /// the bench's, which outlives every opening.
    using Stream = quint64;
    [[nodiscard]] bool isPresent() const;
    [[nodiscard]] Transfer take(const QByteArray& chunk, Stream stream = 0);
    [[nodiscard]] QByteArray answer(Stream stream = 0);
    /// Not while it is stalled, nor while its memory is full of labels that wait.
    [[nodiscard]] bool isTaking() const;
    /// A stream ended: what is left of a label in it prints nothing.
    void forget(Stream stream);

private:
    struct State;
    mutable QMutex m_mutex;
    std::unique_ptr<State> m_state;
};

/// Makes the virtual printer look like any other printer of the bench.
class VirtualPrinterBus : public PrinterBus {
public:
    explicit VirtualPrinterBus(VirtualPrinter& printer) : m_printer(printer) {}
    [[nodiscard]] QList<PrinterDescription> present() override;
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& id) override;
    /// The way to it, for who speaks to it himself. @throws DeviceError
    [[nodiscard]] std::unique_ptr<Transport> transport(const QString& id);

private:
    VirtualPrinter& m_printer;
};

} // namespace packbench
