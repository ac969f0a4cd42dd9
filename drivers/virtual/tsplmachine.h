#pragma once

#include "drivers/virtual/drawnstream.h"
#include "drivers/virtual/streammachine.h"

namespace packbench {

/// Reads line by line, steps over the bytes that BITMAP and DOWNLOAD count, and answers ESC!? and
/// ESC!S between them; ESC!. drops what was not printed.
class TsplMachine : public StreamMachine {
public:
    explicit TsplMachine(int dotsPerMm)
        : StreamMachine(dotsPerMm), m_drawn(CarrierLanguage::Tspl, dotsPerMm) {}
    void take(const QByteArray& bytes) override;
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

protected:
    [[nodiscard]] Step readOne() override;

private:
    [[nodiscard]] Step readEscape();
    [[nodiscard]] Step readPicture();
    [[nodiscard]] Step readFile();
    [[nodiscard]] Step readCounted(qsizetype size);
    void draw(const QByteArray& bytes);
    void forget();

    DrawnStream m_drawn;
};

} // namespace packbench
