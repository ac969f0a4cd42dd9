#pragma once

#include "drivers/virtual/streammachine.h"

namespace packbench {

/// Reads q, Q, N, GW, P line by line, and ^ee. A set width or length clears the picture, as N does.
class Epl2Machine : public StreamMachine {
public:
    using StreamMachine::StreamMachine;
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

protected:
    [[nodiscard]] Step readOne() override;

private:
    [[nodiscard]] Step readPicture();
    void obey(const QByteArray& line);
    void clear();

    int m_width = 0;
    int m_length = 0;
    Page m_page;
};

} // namespace packbench
