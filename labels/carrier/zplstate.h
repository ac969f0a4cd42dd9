#pragma once

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QList>
#include <QPoint>
#include <QString>

#include <optional>

namespace packbench {

/// ^A, ^CF, ^FW: a printer's font as a label asks for it.
struct ZplFont {
    char name = 'A';
    int degrees = 0; ///< clockwise
    int height = 9;
    int width = 5;
};

/// ^FB and ^TB: a field of several lines.
struct ZplBlock {
    int width = 0; ///< 0 = the field is one line
    int lines = 1;
    int spacing = 0;
    char align = 'L';
    int indent = 0;
    int height = 0; ///< of ^TB: what is lower is cut off; 0 = ^FB
};

/// ^BY: what bar codes that do not say otherwise have.
struct ZplBars {
    int narrow = 2;
    double ratio = 3.0;
    int height = 10;
};

/// A bar code command with what was set when it came.
struct ZplBarcode {
    QByteArray name;              ///< "BC", "BQ", …
    QList<QByteArray> parameters; ///< after the turn
    int degrees = 0;
    ZplBars bars;
};

/// What ^CI says of the bytes in fields.
struct ZplEncoding {
    int number = 0;
    QHash<unsigned char, unsigned char> swapped;

    [[nodiscard]] QString text(const QByteArray& bytes) const;
};

/// One field, from ^FO or ^FT to ^FS.
struct ZplField {
    QPoint at;
    bool isPlaced = false;       ///< ^FO or ^FT came
    bool isBaseline = false;     ///< ^FT
    bool followsLast = false;    ///< ^FT without numbers
    bool isRightAligned = false; ///< ^FO x,y,1
    ZplFont font;
    ZplBlock block;
    bool isSymbol = false;   ///< ^GS
    bool isReversed = false; ///< ^FR, ^LR
    bool isWhite = false;    ///< a shape in white
    int number = -1;         ///< ^FN
    bool hasData = false;
    QByteArray data;  ///< after ^FH
    char hexMark = 0; ///< of ^FH; 0 = none
    ZplEncoding encoding;
    std::optional<ZplBarcode> barcode;
    QImage picture; ///< upright, of a shape or a graphic
};

/// ^FH: every mark with two hexadecimal digits is that byte.
[[nodiscard]] QByteArray withoutHexMarks(const QByteArray& data, char mark);

/// A parameter as a number; letters before it are stepped over, as printers do. `otherwise` where
/// there is none.
[[nodiscard]] double zplDecimal(const QByteArray& parameter, double otherwise);
[[nodiscard]] int zplInteger(const QByteArray& parameter, int otherwise);

/// 0, 90, 180, 270 of N, R, I, B; `otherwise` of anything else.
[[nodiscard]] int zplDegrees(const QByteArray& letter, int otherwise);

} // namespace packbench
