#pragma once

#include "drivers/virtual/drawnstream.h"
#include "drivers/virtual/labelmachine.h"
#include "labels/carrier/zplreader.h"

namespace packbench {

/// Draws each format at its ^XZ, and answers ~HS, ~HQES, ~HI and for its label counter; ~JX drops
/// what was not ended, ~JA every label that is not out.
class ZplMachine : public LabelMachine {
public:
    explicit ZplMachine(int dotsPerMm)
        : m_dotsPerMm(dotsPerMm), m_drawn(CarrierLanguage::Zpl, dotsPerMm) {}
    void take(const QByteArray& bytes) override;
    /// A real Zebra is silent when it is out of paper; this one answers with the flag set.
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

    [[nodiscard]] QByteArray counterAnswer(const QByteArray& query, qint64 count) const override;

private:
    [[nodiscard]] QByteArray withoutCounterQuery(const QByteArray& bytes);
    void obey(const ZplCommand& command, const QByteArray& bytes);
    void finishFormat();

    int m_dotsPerMm;
    ZplReader m_reader;
    DrawnStream m_drawn;
    QByteArray m_input; ///< taken and not yet of a command
    qint64 m_read = 0;  ///< bytes before the input
    QByteArray m_label; ///< the bytes since the last label
    int m_length = 0;   ///< dots of the last label
};

} // namespace packbench
