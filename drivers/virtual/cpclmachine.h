#pragma once

#include "drivers/virtual/streammachine.h"

namespace packbench {

/// Reads a label session "! 0 …", PAGE-WIDTH, CG, PRINT line by line, and ESC h, ESC i between
/// sessions.
class CpclMachine : public StreamMachine {
public:
    using StreamMachine::StreamMachine;
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

protected:
    [[nodiscard]] Step readOne() override;

private:
    [[nodiscard]] Step readEscape();
    [[nodiscard]] Step readPicture();
    void obey(const QByteArray& line);
    void begin(const QList<QByteArray>& words);
    void print();

    bool m_isInSession = false;
    int m_height = 0;
    int m_copies = 1;
    Page m_page;
};

} // namespace packbench
