#pragma once

#include "drivers/virtual/drawnstream.h"
#include "drivers/virtual/streammachine.h"

namespace packbench {

/// Reads line by line, steps over the bytes that GW and GM count, and answers ^ee between them.
class Epl2Machine : public StreamMachine {
public:
    explicit Epl2Machine(int dotsPerMm)
        : StreamMachine(dotsPerMm), m_drawn(CarrierLanguage::Epl2, dotsPerMm) {}
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

protected:
    [[nodiscard]] Step readOne() override;

private:
    /// Bytes of the picture that begins the input, with its head; nothing: it is none, or not yet.
    [[nodiscard]] std::optional<qsizetype> pictureLength() const;
    void draw(const QByteArray& bytes);

    DrawnStream m_drawn;
};

} // namespace packbench
