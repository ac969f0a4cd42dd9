#pragma once

#include "labels/template.h"

#include <QFont>
#include <QImage>
#include <QRawFont>
#include <QSize>
#include <QString>
#include <QStringList>

namespace packbench {

/// Text as it can be printed: one line, no control or direction characters, □ for what no label
/// font has.
struct PrintableText {
    QString text;
    QStringList missing;   ///< "U+1F600" …, each once
    bool borrowed = false; ///< has letters of a fallback font
};

/// How a text is to stand in its box, in dots.
struct TextStyle {
    int lineDots = 32; ///< from the top of a capital or ideograph to the foot of a descender
    int leastLineDots = 16;
    bool bold = false;
    Face face = Face::Sans;
    bool vertical = false; ///< top to bottom, lines from right to left
    Fit fit = Fit::Shrink;
    Align align = Align::Left;
    VerticalAlign verticalAlign = VerticalAlign::Middle;
};

/// A text drawn into its box.
struct SetText {
    QImage ink; ///< a sheet of the box's size
    bool cut = false;
};

/// Sets text in the label fonts, in 1-bit dots without antialiasing. Belongs to one thread.
class Typesetter {
public:
    Typesetter();

    [[nodiscard]] PrintableText printable(const QString& text) const;
    [[nodiscard]] SetText set(const PrintableText& text, QSize box, const TextStyle& style) const;

private:
    struct Lines {
        QStringList lines;
        int em = 0;
        bool cut = false;
    };
    [[nodiscard]] QFont font(int em, const TextStyle& style, bool borrowed) const;
    [[nodiscard]] bool has(char32_t character, bool& borrowed) const;
    [[nodiscard]] Lines oneLine(const PrintableText& text, QSize box, const TextStyle& style) const;
    [[nodiscard]] Lines wrapped(const PrintableText& text, QSize box, const TextStyle& style) const;
    [[nodiscard]] SetText setVertical(const PrintableText& text, QSize box,
                                      const TextStyle& style) const;
    [[nodiscard]] static QStringList broken(const QString& text, const QFont& font, int width);
    [[nodiscard]] static QString shortened(const QString& text, const QFont& font, int width);

    QStringList m_families; ///< the first is the label font
    QList<QRawFont> m_faces;
};

} // namespace packbench
