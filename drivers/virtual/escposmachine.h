#pragma once

#include "drivers/virtual/streammachine.h"

namespace packbench {

/// Reads GS v 0 and GS ( L rasters, ESC J feeds and what ends a label (GS FF, a cut, a long feed);
/// DLE EOT between commands. A receipt has no page: what came out until the end is the label.
class EscPosMachine : public StreamMachine {
public:
    using StreamMachine::StreamMachine;
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

protected:
    [[nodiscard]] Step readOne() override;

private:
    [[nodiscard]] Step readEscape();
    [[nodiscard]] Step readClear();
    [[nodiscard]] Step readGroup();
    [[nodiscard]] Step readRaster();
    [[nodiscard]] Step readStored();
    void print(int rowBytes, const QByteArray& bits);
    void feed(int rows);
    void endLabel();

    QList<PictureBlock> m_blocks;
    int m_row = 0;
    int m_width = 0; ///< dots of the widest raster
};

} // namespace packbench
