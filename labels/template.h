#pragma once

#include "labels/fields.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace packbench {

enum class ItemKind { Text, Barcode, Line, Box, Table };
enum class Fit { Shrink, Wrap, Cut };
enum class Align { Left, Centre, Right };
enum class Symbology { Code128, Qr };

/// One thing drawn on a label. Millimetres from the top left corner, dots where it says so.
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
    QString rows; ///< table: name of the rows repeated
    // barcode
    Symbology symbology = Symbology::Code128;
    int moduleDots = 3;
    bool verify = true;  ///< must be read back before printing
    bool caption = true; ///< human-readable text below (linear codes)
    // line and box
    int lineDots = 2;
    bool filled = false;
    QString onlyIf; ///< field name: drawn only when that field is not empty

    bool operator==(const TemplateItem&) const = default;
};

/// A label as a shop or courier wants it, in mm; any resolution is made from it.
struct LabelTemplate {
    QString name;
    QSizeF sizeMm;
    QList<TemplateItem> items;

    bool operator==(const LabelTemplate&) const = default;
};

/// A template file read, or what is wrong with it (file stays unused then).
struct TemplateReading {
    LabelTemplate value;
    QStringList problems; ///< one English sentence each, with the item's number

    [[nodiscard]] bool ok() const { return problems.isEmpty(); }
};

/// Reads the JSON form; unknown keys, unknown kinds and values out of range are problems.
[[nodiscard]] TemplateReading readTemplate(const QByteArray& json);

/// The templates that come with Packbench: "general-100x150", "general-76x130".
[[nodiscard]] QStringList builtInTemplates();
[[nodiscard]] TemplateReading builtInTemplate(const QString& name);

} // namespace packbench
