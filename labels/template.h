#pragma once

#include "labels/fields.h"

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace packbench {

enum class ItemKind { Text, Barcode, Line, Box, Table, Image };
enum class Fit { Shrink, Wrap, Cut };
enum class Align { Left, Centre, Right };
enum class VerticalAlign { Top, Middle, Bottom };
enum class Symbology {
    Code128,
    Qr,
    Gs1_128,
    Ean13,
    Itf14,
    DataMatrix,
    Gs1DataMatrix,
    Pdf417,
    MaxiCode
};
/// Noto Sans, Serif and Sans Mono CJK SC; what is not installed is set in the first.
enum class Face { Sans, Serif, Mono };
/// How a picture's greys become dots: by spreading each dot's error (Floyd and Steinberg), or each
/// dot for itself.
enum class Dither { Spread, Threshold };

/// What of a person a label hides unless its template says otherwise.
enum class Personal { Name = 1, Phone = 2, Address = 4 };
Q_DECLARE_FLAGS(PersonalParts, Personal)
Q_DECLARE_OPERATORS_FOR_FLAGS(PersonalParts)

/// One column of a table; columns stand side by side from the table's left edge.
struct TableColumn {
    QString field; ///< "{{title}}", filled from the row first, then from the label's values
    double widthMm = 0;
    Align align = Align::Left;
    Fit fit = Fit::Shrink; ///< Cut: the template allows its cells to be cut, that is no finding

    bool operator==(const TableColumn&) const = default;
};

/// One thing drawn on a label. Millimetres from the top left corner, dots where it says so: dots
/// are those of an 8 dots/mm printer and become the nearest whole dots (modules: the next lower)
/// of the same size on a finer one.
struct TemplateItem {
    ItemKind kind = ItemKind::Text;
    QRectF mm;     ///< place and size
    QString field; ///< "{{recipient.name}} {{recipient.phone}}" or fixed text
    // text and table
    double fontMm = 4;    ///< cap-to-descender height of one line
    double minFontMm = 2; ///< shrink stops here, then the text is cut and that is a finding
    bool bold = false;
    bool inverted = false; ///< white on black
    Fit fit = Fit::Shrink;
    Align align = Align::Left;
    VerticalAlign verticalAlign = VerticalAlign::Middle;
    int rotate = 0;                          ///< text and barcode: clockwise, 0, 90, 180 or 270
    QString rows;                            ///< table: name of the rows repeated
    QList<TableColumn> columns;              ///< table: empty = one column of `field`
    double rowMm = 0;                        ///< table: height of a row; 0 = 1.3 font_mm
    QString more = QStringLiteral("+{{n}}"); ///< table: last row when {{n}} rows do not fit
    // barcode
    Symbology symbology = Symbology::Code128;
    int moduleDots = 3;  ///< the widest module; made smaller down to 2 where the box is tight
    bool verify = true;  ///< must be read back before printing
    bool caption = true; ///< human-readable text below (linear codes)
    // line and box
    int lineDots = 2;
    bool filled = false;
    double roundMm = 0; ///< radius of the corners of a box or an inverted text
    QString onlyIf;     ///< field name: drawn only when that field is not empty
    QString onlyIfIs;   ///< … and, unless this is empty, is exactly this
    QString onlyUnless; ///< field name: drawn only when that field is empty
    Face face = Face::Sans;
    bool vertical = false;       ///< text: top to bottom, lines from right to left
    PersonalParts unmasked = {}; ///< shown in full in this item, whatever the template says
    int shade = 100;             ///< filled box: percent of black dots
    QByteArray picture;          ///< image: the bytes of a PNG or JPEG
    QString file; ///< image: its name beside the template, empty when it came inside it
    Dither dither = Dither::Spread;
    int threshold = 128; ///< image: darker is black

    bool operator==(const TemplateItem&) const = default;
};

/// A label as a shop or courier wants it, in mm; any resolution is made from it.
struct LabelTemplate {
    QString name;
    QSizeF sizeMm;
    QList<TemplateItem> items;
    PersonalParts unmasked = {}; ///< of every item: names, phones, units shown in full

    bool operator==(const LabelTemplate&) const = default;
};

/// A template file read, or what is wrong with it (file stays unused then).
struct TemplateReading {
    LabelTemplate value;
    QStringList problems; ///< one English sentence each, with the item's number

    [[nodiscard]] bool ok() const { return problems.isEmpty(); }
};

/// Reads the JSON form; unknown keys, unknown kinds and values out of range are problems.
/// `folder` is where pictures lie that the template names; without it they are problems.
[[nodiscard]] TemplateReading readTemplate(const QByteArray& json, const QString& folder = {});

/// The templates that come with Packbench: "general-100x150", "sf-76x130" …
[[nodiscard]] QStringList builtInTemplates();
[[nodiscard]] TemplateReading builtInTemplate(const QString& name);
/// Its file as it is; empty for an unknown name.
[[nodiscard]] QByteArray builtInTemplateJson(const QString& name);

} // namespace packbench
