#pragma once

#include "drivers/virtual/labelmachine.h"

#include <QPoint>

namespace packbench {

/// Reads ^XA … ^XZ with ^PW ^LL ^LH ^LS ^LT ^FO ^GF (hex, ACS, B64, Z64) ^PQ ^PO, and ~HS, ~HQES,
/// ~HI, ~JX. What a format sets of the paper stays set for the next ones.
class ZplMachine : public LabelMachine {
public:
    explicit ZplMachine(int dotsPerMm) : m_dotsPerMm(dotsPerMm) {}
    void take(const QByteArray& bytes) override;
    /// A real Zebra is silent when it is out of paper; this one answers with the flag set.
    [[nodiscard]] QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                          int labelsWaiting) const override;

private:
    [[nodiscard]] bool readCommand();
    [[nodiscard]] bool obeyAtOnce(const QByteArray& name);
    void obey(const QByteArray& name, const QByteArray& parameters);
    void keep(qsizetype end);
    void drop(qsizetype end);
    void finishFormat();
    void readGraphic(const QByteArray& parameters);

    int m_dotsPerMm;
    QByteArray m_input;     ///< not yet understood, starts at a command or at nothing
    qsizetype m_looked = 0; ///< how far the end of the first command was looked for
    QByteArray m_label;     ///< the bytes since the last label
    bool m_isInFormat = false;
    bool m_isSpoilt = false; ///< a field could not be read: the format prints nothing
    int m_width = 0;
    int m_length = 0;
    int m_copies = 1;
    bool m_isTurned = false;
    QPoint m_home;  ///< ^LH
    QPoint m_shift; ///< ^LS to the left, ^LT down
    QPoint m_field; ///< ^FO
    QList<PictureBlock> m_blocks;
    qsizetype m_blockBytes = 0;
};

} // namespace packbench
