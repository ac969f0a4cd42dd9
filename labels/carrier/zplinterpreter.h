#pragma once

#include "labels/carrier/canvas.h"
#include "labels/carrier/interpreter.h"
#include "labels/carrier/zplbarcode.h"
#include "labels/carrier/zplgraphic.h"
#include "labels/carrier/zplreader.h"
#include "labels/carrier/zpltext.h"

#include <QSet>

namespace packbench {

/// What the label sets for the fields that follow.
struct ZplSettings {
    QPoint home;     ///< ^LH
    QPoint shift;    ///< ^LS to the left, ^LT down
    QSize page;      ///< ^PW, ^LL; 0 = not said
    ZplFont font;    ///< ^CF
    int degrees = 0; ///< ^FW
    ZplBars bars;
    ZplEncoding encoding;
    bool isReversed = false; ///< ^LR
    bool isTurned = false;   ///< ^PO I
    bool isMirrored = false; ///< ^PM
    bool keepsMap = false;   ///< ^MC N
    double unit = 1;         ///< dots of one ^MU
};

/// ^SN, ^SF: how a field goes on from copy to copy.
struct ZplSerial {
    qsizetype field = -1; ///< of the label's fields
    QByteArray mask;      ///< D, H, O, A, N a character, % stays
    QByteArray step;
};

class ZplInterpreter : public CarrierInterpreter {
public:
    explicit ZplInterpreter(const InterpreterSetup& setup);
    void take(const QByteArray& bytes) override;
    void end() override;

private:
    using Handler = void (ZplInterpreter::*)(const ZplCommand&);
    [[nodiscard]] static Handler handlerOf(const ZplCommand& command);
    void obey(const ZplCommand& command);
    void obeyUnknown(const ZplCommand& command);
    void find(const QString& kind, const QString& name, const QString& sentence);
    void fail(const QString& sentence);

    // The label: zplinterpreter.cpp
    void startLabel(const ZplCommand& command);
    void endLabel(const ZplCommand& command);
    void giveLabels();
    [[nodiscard]] CarrierLabel drawn(int copy);
    [[nodiscard]] QSize pageSize() const;
    void clearField();
    void closeField(const ZplCommand& command);
    void keepField();

    // What commands set: zplsettings.cpp
    void setHome(const ZplCommand& command);
    void setPage(const ZplCommand& command);
    void setShift(const ZplCommand& command);
    void setFont(const ZplCommand& command);
    void setTurn(const ZplCommand& command);
    void setBars(const ZplCommand& command);
    void setEncoding(const ZplCommand& command);
    void setLabel(const ZplCommand& command);
    void setUnit(const ZplCommand& command);
    void setCopies(const ZplCommand& command);
    void answer(const ZplCommand& command);

    // Fields: zplfields.cpp
    void placeField(const ZplCommand& command);
    void fieldFont(const ZplCommand& command);
    void fieldBlock(const ZplCommand& command);
    void fieldData(const ZplCommand& command);
    void fieldHex(const ZplCommand& command);
    void fieldNumber(const ZplCommand& command);
    void fieldReverse(const ZplCommand& command);
    void fieldSerial(const ZplCommand& command);
    void fieldSymbol(const ZplCommand& command);
    void fieldBarcode(const ZplCommand& command);
    void fieldBox(const ZplCommand& command);
    void fieldEllipse(const ZplCommand& command);
    void fieldDiagonal(const ZplCommand& command);
    void addShape(const QImage& shape, const QByteArray& colour);
    [[nodiscard]] int dots(const ZplCommand& command, qsizetype index, int otherwise) const;
    [[nodiscard]] ZplFont fontFrom(const QByteArray& parameters, char delimiter,
                                   const ZplFont& otherwise) const;

    // Graphics and formats kept: zplstore.cpp
    void fieldGraphic(const ZplCommand& command);
    void downloadGraphic(const ZplCommand& command);
    void downloadObject(const ZplCommand& command);
    void recallGraphic(const ZplCommand& command);
    void storeFormat(const ZplCommand& command);
    void recallFormat(const ZplCommand& command);
    void storeImage(const ZplCommand& command);
    void keepGraphic(const QString& name, const ZplGraphic& graphic);
    [[nodiscard]] bool mayKeep(qsizetype bytes);

    // Drawing: zpldrawing.cpp
    void draw(Canvas& canvas, const ZplField& field);
    [[nodiscard]] ZplDrawing drawingOf(const ZplField& field);
    [[nodiscard]] bool mayDraw(const QSize& size);
    [[nodiscard]] bool maySpend(qint64 dots);

    InterpreterSetup m_setup;
    ZplReader m_reader;
    ZplTypes m_types;
    ZplSettings m_settings;

    bool m_isInLabel = false;
    ZplField m_field;
    QList<ZplField> m_fields;
    QList<ZplSerial> m_serials;
    QHash<int, QByteArray> m_values; ///< ^FN
    int m_copies = 1;
    int m_replicates = 1;
    QPoint m_last; ///< where ^FT without numbers goes on
    QList<LabelFinding> m_findings;
    QSet<QString> m_found;
    qint64 m_drawnDots = 0;   ///< of the copy being drawn
    qint64 m_spentDots = 0;   ///< of all copies
    qsizetype m_commands = 0; ///< of this label, recalled ones included
    QString m_missing;

    QHash<QString, ZplGraphic> m_graphics;
    QHash<QString, QList<ZplCommand>> m_formats;
    QString m_storing;   ///< the format that ^DF keeps
    QString m_imageName; ///< ^IS
    bool m_isImagePrinted = true;
    qsizetype m_keptBytes = 0;
    qsizetype m_waitingBytes = 0;
    int m_depth = 0; ///< of ^XF in ^XF
};

/// A name of a stored thing without its drive and ending: "R:LOGO.GRF" is LOGO.
[[nodiscard]] QString zplName(const QByteArray& parameter);

/// The next value of a serial field, `times` steps on.
[[nodiscard]] QByteArray serialValue(const QByteArray& value, const ZplSerial& serial, int times);

} // namespace packbench
