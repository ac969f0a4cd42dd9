#include "labels/symbol.h"

#include "labels/sheet.h"

#include <QPainter>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace packbench {

namespace {

bool hasTwoWidths(SymbolKind kind) {
    switch (kind) {
    case SymbolKind::Code11:
    case SymbolKind::Code39:
    case SymbolKind::Interleaved25:
    case SymbolKind::Industrial25:
    case SymbolKind::Standard25:
    case SymbolKind::Itf14:
    case SymbolKind::Codabar:
    case SymbolKind::Logmars:
    case SymbolKind::Msi:
    case SymbolKind::Plessey: return true;
    default: return false;
    }
}

bool isPostal(SymbolKind kind) {
    return kind == SymbolKind::Planet || kind == SymbolKind::Postnet || kind == SymbolKind::Imb;
}

struct Columns {
    int from;
    int to; ///< inclusive
};

// Guard patterns in modules; UPC-A draws its first and last digit as tall as its guards.
QList<Columns> guards(SymbolKind kind) {
    switch (kind) {
    case SymbolKind::Ean13: return {{0, 2}, {45, 49}, {92, 94}};
    case SymbolKind::Ean8: return {{0, 2}, {31, 35}, {64, 66}};
    case SymbolKind::UpcA: return {{0, 9}, {45, 49}, {85, 94}};
    case SymbolKind::UpcE: return {{0, 2}, {45, 50}};
    default: return {};
    }
}

/// Where each module begins, in dots; one more than there are.
QList<int> columnStarts(const SymbolModules& modules, SymbolKind kind, const SymbolDots& dots) {
    QList<int> starts;
    starts.reserve(modules.columns + 1);
    const bool twoWidths = hasTwoWidths(kind);
    const int wide = std::max(dots.narrow + 1, qRound(dots.narrow * dots.ratio));
    int at = 0;
    for (int column = 0; column < modules.columns;) {
        int end = column + 1;
        while (end < modules.columns && modules.isDark(end, 0) == modules.isDark(column, 0))
            ++end;
        const int run = end - column;
        for (int i = 0; i < run; ++i) {
            starts.append(at);
            if (!twoWidths)
                at += dots.narrow;
            else if (i == 0)
                at += run > 1 ? wide : dots.narrow;
        }
        column = end;
    }
    starts.append(at);
    return starts;
}

void drawRow(QImage& sheet, const SymbolModules& modules, int row, const QList<int>& starts,
             QPoint topAndBottom) {
    for (int column = 0; column < modules.columns;) {
        int end = column + 1;
        while (end < modules.columns && modules.isDark(end, row) == modules.isDark(column, row))
            ++end;
        if (modules.isDark(column, row)) {
            const int left = starts.at(column);
            fillDots(sheet,
                     QRect(left, topAndBottom.x(), starts.at(end) - left,
                           topAndBottom.y() - topAndBottom.x()),
                     true);
        }
        column = end;
    }
}

QImage linearSheet(const SymbolModules& modules, SymbolKind kind, const SymbolDots& dots) {
    const QList<int> starts = columnStarts(modules, kind, dots);
    const bool hasGuards = dots.guardDescent > 0 && !guards(kind).isEmpty();
    const int full = dots.height + (hasGuards ? dots.guardDescent : 0);
    QImage sheet = whiteSheet({starts.last(), full});
    drawRow(sheet, modules, 0, starts, {0, full});
    if (!hasGuards)
        return sheet;
    int from = 0;
    const auto shorten = [&](int to) {
        const int left = starts.value(std::min(from, modules.columns));
        const int right = starts.value(std::min(to, modules.columns));
        fillDots(sheet, QRect(left, dots.height, right - left, dots.guardDescent), false);
    };
    for (const Columns& guard : guards(kind)) {
        shorten(guard.from);
        from = guard.to + 1;
    }
    if (kind != SymbolKind::UpcE)
        shorten(modules.columns);
    return sheet;
}

// A bar every two and a half times its width; zint says by rows which bars are tall.
QImage postalSheet(const SymbolModules& modules, const SymbolDots& dots) {
    const int pitch = qRound(dots.narrow * 2.5);
    const int bars = (modules.columns + 1) / 2;
    QImage sheet = whiteSheet({(bars - 1) * pitch + dots.narrow, dots.height});
    double whole = 0;
    for (int row = 0; row < modules.rows; ++row)
        whole += modules.heights.value(row, 1);
    double above = 0;
    for (int row = 0; row < modules.rows; ++row) {
        const int top = qRound(dots.height * above / whole);
        above += modules.heights.value(row, 1);
        const int bottom = qRound(dots.height * above / whole);
        for (int bar = 0; bar < bars; ++bar) {
            if (modules.isDark(bar * 2, row))
                fillDots(sheet, QRect(bar * pitch, top, dots.narrow, bottom - top), true);
        }
    }
    return sheet;
}

QImage stackedSheet(const SymbolModules& modules, SymbolKind kind, const SymbolDots& dots) {
    QList<int> tops{0};
    for (int row = 0; row < modules.rows; ++row) {
        const int height = dots.rowHeight > 0
                               ? dots.rowHeight
                               : std::max(1, qRound(modules.heights.value(row, 1) * dots.narrow));
        tops.append(tops.last() + height);
    }
    const QList<int> starts = columnStarts(modules, kind, dots);
    QImage sheet = whiteSheet({starts.last(), tops.last()});
    for (int row = 0; row < modules.rows; ++row)
        drawRow(sheet, modules, row, starts, {tops.at(row), tops.at(row + 1)});
    return sheet;
}

// ISO/IEC 15417, table 1: widths of bars and spaces of the values 0 to 105.
constexpr std::array<const char*, 106> kCode128{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232"};
constexpr const char* kCode128Stop = "2331112";

void addWidths(QByteArray& dark, const char* widths) {
    char value = 1;
    for (; *widths != '\0'; ++widths) {
        dark.append(*widths - '0', value);
        value = static_cast<char>(1 - value);
    }
}

int lengthOfAi(const QString& ai) {
    const int two = ai.left(2).toInt();
    if (two == 23 || two == 24 || two == 25 || (two >= 40 && two <= 42) || two == 71)
        return 3;
    const bool isLong = (two >= 31 && two <= 36) || two == 39 || two == 43 || two == 70 ||
                        two == 72 || (two >= 80 && two <= 82);
    return isLong ? 4 : 2;
}

// GS1 General Specifications, table of predefined lengths: AI and value together.
int wholeLengthOfAi(int two) {
    switch (two) {
    case 0: return 20;
    case 1:
    case 2:
    case 3: return 16;
    case 4: return 18;
    case 11:
    case 12:
    case 13:
    case 14:
    case 15:
    case 16:
    case 17:
    case 18:
    case 19: return 8;
    case 20: return 4;
    case 31:
    case 32:
    case 33:
    case 34:
    case 35:
    case 36: return 10;
    case 41: return 16;
    default: return 0;
    }
}

} // namespace

QString bracketedGs1(const QString& elements) {
    QString result;
    const QStringList parts = elements.split(QChar(0x1D), Qt::SkipEmptyParts);
    for (QString part : parts) {
        while (!part.isEmpty()) {
            const int length = lengthOfAi(part);
            if (part.size() <= length)
                return {};
            const int whole = wholeLengthOfAi(part.left(2).toInt());
            const qsizetype end = whole > 0 ? std::min<qsizetype>(whole, part.size()) : part.size();
            result += u'[' + part.left(length) + u']' + part.mid(length, end - length);
            part.remove(0, end);
        }
    }
    return result;
}

QString gs1Elements(const QString& bracketed) {
    static const QRegularExpression form(QStringLiteral("[\\[(]([0-9]{2,4})[\\])]"));
    QString result;
    qsizetype end = 0;
    bool isOpen = false; // the element before has no predefined length
    for (auto ai = form.globalMatch(bracketed); ai.hasNext();) {
        const auto match = ai.next();
        if (result.isEmpty() && match.capturedStart() > 0)
            return {};
        result += QStringView(bracketed).mid(end, match.capturedStart() - end);
        if (isOpen)
            result += QChar(0x1D);
        result += match.captured(1);
        isOpen = wholeLengthOfAi(match.captured(1).left(2).toInt()) == 0;
        end = match.capturedEnd();
    }
    return result.isEmpty() ? QString() : result + bracketed.mid(end);
}

SymbolModules code128Modules(const QList<int>& values) {
    SymbolModules modules;
    qint64 sum = 0;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const int value = std::clamp(values.at(i), 0, 105);
        sum += value * std::max<qint64>(1, i);
        addWidths(modules.dark, kCode128.at(static_cast<size_t>(value)));
    }
    addWidths(modules.dark, kCode128.at(static_cast<size_t>(sum % 103)));
    addWidths(modules.dark, kCode128Stop);
    modules.rows = 1;
    modules.columns = static_cast<int>(modules.dark.size());
    return modules;
}

QImage symbolSheet(const SymbolModules& modules, SymbolKind kind, const SymbolDots& dots) {
    if (modules.columns <= 0)
        return whiteSheet({1, 1});
    if (isPostal(kind))
        return postalSheet(modules, dots);
    if (modules.rows == 1 && dots.rowHeight == 0)
        return linearSheet(modules, kind, dots);
    return stackedSheet(modules, kind, dots);
}

// ISO/IEC 16023: 30 columns of 0.82 to 0.93 mm, every other row half a column further;
// three rings in the middle.
QImage maxiCodeSheet(const SymbolModules& modules, int dotsPerMm) {
    constexpr double kColumn = 0.825;
    constexpr double kRow = 0.73;
    constexpr double kGap = 0.92;
    const double column = kColumn * dotsPerMm;
    const double row = kRow * dotsPerMm;
    const double side = column / std::sqrt(3.0);
    QImage sheet = whiteSheet({qRound(30.5 * column), qRound(32 * row + 2 * side)});
    QPainter painter(&sheet);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    for (int y = 0; y < modules.rows; ++y) {
        for (int x = 0; x < modules.columns; ++x) {
            if (!modules.isDark(x, y))
                continue;
            const QPointF centre((x + (y % 2 == 0 ? 0.5 : 1.0)) * column, y * row + side);
            QPolygonF hexagon;
            for (int corner = 0; corner < 6; ++corner) {
                const double angle = (30 + 60 * corner) * 3.14159265358979 / 180;
                hexagon << centre + kGap * side * QPointF(std::cos(angle), std::sin(angle));
            }
            painter.drawPolygon(hexagon);
        }
    }
    const QPointF middle(14.5 * column, 16 * row + side);
    constexpr std::array<double, 6> kRings{3.62, 2.98, 2.35, 1.72, 1.11, 0.50}; // mm, radii
    for (size_t ring = 0; ring < kRings.size(); ++ring) {
        painter.setBrush(ring % 2 == 0 ? Qt::black : Qt::white);
        const double radius = kRings.at(ring) * dotsPerMm;
        painter.drawEllipse(middle, radius, radius);
    }
    return sheet;
}

} // namespace packbench
