#pragma once

#include "drivers/virtual/streammachine.h"

namespace packbench {

/// Reads SIZE, CLS, BITMAP, PRINT line by line, and ESC!?, ESC!S, ESC!. between the lines.
class TsplMachine : public StreamMachine {
public:
    using StreamMachine::StreamMachine;
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

protected:
    [[nodiscard]] Step readOne() override;

private:
    [[nodiscard]] Step readEscape();
    [[nodiscard]] Step readBitmap();
    void obey(const QByteArray& line);
    void setSize(const QByteArray& parameters);
    void print(const QByteArray& parameters);
    [[nodiscard]] int dotsFrom(const QByteArray& length) const;

    Page m_page;
};

} // namespace packbench
