#include "labels/carrier/paperinterpreter.h"

#include "labels/carrier/codepage.h"
#include "labels/codemeasure.h"
#include "labels/sheet.h"

#include <QStringDecoder>

#include <algorithm>

namespace packbench {

namespace {

// In dots drawn: what all items of a stream may take together, for each item a label may have, and
// what one item costs however small it is. By default four thousand million dots.
constexpr qint64 kDotsOfDrawing = 40'000;
constexpr qint64 kItemCost = 20'000;
constexpr qint64 kSymbolCost = 500'000;
constexpr int kMostCopies = 99'999;
constexpr qsizetype kMostFindings = 100;
constexpr qsizetype kLongestName = 24;
constexpr int kCaptionGap = 4;
constexpr qint64 kMostSymbolDots = 64'000'000;

int offset(Side side, int length) {
    return side == Side::Left ? 0 : side == Side::Centre ? length / 2 : length;
}

/// `steps` dots back along a text that runs in that direction.
QPoint back(QPoint at, int steps, int degrees) {
    switch (degrees) {
    case 90: return at - QPoint(0, steps);
    case 180: return at + QPoint(steps, 0);
    case 270: return at + QPoint(0, steps);
    default: return at - QPoint(steps, 0);
    }
}

bool isUtf8(const QByteArray& bytes) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && text.size() < bytes.size();
}

QImage reversed(const QImage& sheet) {
    QImage result = whiteSheet(sheet.size());
    fillDots(result, result.rect(), true);
    stamp(result, sheet, QPoint(0, 0), false);
    return result;
}

} // namespace

QString quoted(const QByteArray& name) {
    QString text;
    for (const char c : name.left(kLongestName))
        text += c >= 0x20 && c < 0x7F ? QChar::fromLatin1(c) : QChar(u'·');
    if (name.size() > kLongestName)
        text += u'…';
    return u'\'' + text + u'\'';
}

PaperInterpreter::PaperInterpreter(const InterpreterSetup& setup)
    : m_setup(setup)
    , m_canvas(setup.pageDots, setup.dotsPerMm)
    , m_budget(kDotsOfDrawing * setup.mostDrawings) {}

void PaperInterpreter::resize(QSize dots) {
    if (dots.width() > m_setup.mostDots.width() || dots.height() > m_setup.mostDots.height()) {
        refuse(QStringLiteral("The stream asks for a label of %1 × %2 dots; more than %3 × %4 are "
                              "not drawn.")
                   .arg(dots.width())
                   .arg(dots.height())
                   .arg(m_setup.mostDots.width())
                   .arg(m_setup.mostDots.height()));
        return;
    }
    m_canvas = Canvas(dots, m_setup.dotsPerMm);
}

void PaperInterpreter::find(const char* kind, const QByteArray& subject, const QString& text) {
    const QByteArray key = kind + (' ' + subject.left(kLongestName));
    if (m_found.contains(key) || m_findings.size() >= kMostFindings)
        return;
    m_found.insert(key);
    m_findings.append({QString::fromLatin1(kind), text});
}

void PaperInterpreter::changesPrinter(const QByteArray& command) {
    find("changes-printer", command,
         QStringLiteral("%1 changes or stops the printer; it has no effect here and must not be "
                        "sent on.")
             .arg(quoted(command)));
}

void PaperInterpreter::refuse(const QString& problem) {
    if (m_problem.isEmpty())
        m_problem = problem;
}

bool PaperInterpreter::mayDraw(QSize dots, qint64 extra) {
    if (isRefused())
        return false;
    if (++m_drawings > m_setup.mostDrawings) {
        find("too-much", {},
             QStringLiteral("The label has more than %1 items; the others are not drawn.")
                 .arg(m_setup.mostDrawings));
        return false;
    }
    m_budget -= kItemCost + extra + qint64(dots.width()) * dots.height();
    if (m_budget < 0)
        refuse(QStringLiteral("The stream asks for more drawing than is done for one stream; its "
                              "labels from here on are not drawn."));
    return !isRefused();
}

void PaperInterpreter::draw(const QImage& sheet, QPoint at, int degrees, Ink ink) {
    if (mayDraw(sheet.size()))
        m_canvas.putTurned(sheet, at, degrees, ink);
}

void PaperInterpreter::noteMissing(const QString& missing) {
    if (!missing.isEmpty())
        find("missing-glyph", missing.toUtf8(),
             QStringLiteral("No font has '%1'; □ is drawn in its place.").arg(missing.left(8)));
}

QString PaperInterpreter::decoded(const QByteArray& bytes, const QByteArray& codePage) {
    if (!codePage.isEmpty())
        return fromCodePage(bytes, codePage);
    if (!isUtf8(bytes))
        return fromCodePage(bytes, "437");
    find("code-page", {},
         QStringLiteral("The stream has letters beyond ASCII and names no code page; they are read "
                        "as UTF-8, a printer may show others."));
    return QString::fromUtf8(bytes);
}

void PaperInterpreter::draw(const TextItem& item) {
    const QSize roughly(
        static_cast<int>(std::min<double>(
            kMostTextDots, double(item.text.size()) * std::max(item.font.width, item.font.height))),
        static_cast<int>(std::clamp(item.font.height, 1.0, 2000.0)));
    if (item.text.isEmpty() || !mayDraw(roughly, item.text.size() * 1000))
        return;
    QString missing;
    const QImage sheet = textSheet(item.text, item.font, &missing);
    noteMissing(missing);
    const QPoint at = back(item.at, offset(item.side, sheet.width()), item.degrees);
    if (item.isReversed)
        m_canvas.putTurned(reversed(sheet), at, item.degrees, Ink::Replace);
    else
        m_canvas.putTurned(sheet, at, item.degrees);
}

QImage PaperInterpreter::withCaption(const QImage& bars, const QString& words, Side side) {
    const double height = 20.0 * m_setup.dotsPerMm / 8;
    QString missing;
    const QImage caption =
        textSheet(words, {PrinterFace::Bitmap, height, height * 0.6, 0, false}, &missing);
    noteMissing(missing);
    QImage whole = whiteSheet(QSize(std::max(bars.width(), caption.width()),
                                    bars.height() + kCaptionGap + caption.height()));
    // A caption wider than its bars begins where they begin: the bars stay where they were asked.
    const int room = std::max(bars.width() - caption.width(), 0);
    stamp(whole, bars, QPoint(0, 0), true);
    stamp(whole, caption, QPoint(offset(side, room), bars.height() + kCaptionGap), true);
    return whole;
}

void PaperInterpreter::draw(const CodeItem& item, const QByteArray& subject) {
    if (!mayDraw({}, kSymbolCost))
        return;
    const SymbolModules modules = encodeSymbol(item.kind, item.text, item.options);
    if (modules.problem.isEmpty()) {
        drawSymbol(modules, item);
        const auto unread = m_setup.tellsUnprovable ? notProvable(item.kind) : std::nullopt;
        if (unread)
            find("not-provable", unreadKind(item.kind).toLatin1(), unread->text);
        return;
    }
    find("bad-barcode", subject,
         QStringLiteral("A code of %1 cannot be drawn: %2").arg(quoted(subject), modules.problem));
}

void PaperInterpreter::drawSymbol(const SymbolModules& modules, const CodeItem& item) {
    const qint64 wide = qint64(modules.columns) * item.dots.narrow * 4;
    const qint64 rowDots = std::max<qint64>(item.dots.rowHeight, item.dots.narrow * 4);
    const qint64 tall = std::max<qint64>(item.dots.height, modules.rows * rowDots);
    if (wide * tall > kMostSymbolDots) {
        find("off-label", "code",
             QStringLiteral("A bar code is larger than any label; it is not drawn."));
        return;
    }
    QImage sheet = item.kind == SymbolKind::MaxiCode ? maxiCodeSheet(modules, m_setup.dotsPerMm)
                                                     : symbolSheet(modules, item.kind, item.dots);
    const int length = sheet.width();
    if (item.hasCaption)
        sheet = withCaption(sheet, modules.readable.isEmpty() ? item.text : modules.readable,
                            item.captionSide);
    draw(sheet, back(item.at, offset(item.side, length), item.degrees), item.degrees);
}

void PaperInterpreter::store(const QByteArray& name, const QByteArray& bytes) {
    constexpr qsizetype kEach = 64; // an empty one costs something, too
    const auto there = m_stored.constFind(name);
    if (there != m_stored.constEnd())
        m_storedBytes -= there->size() + there.key().size() + kEach;
    m_storedBytes += bytes.size() + name.size() + kEach;
    if (m_storedBytes > m_setup.mostBytes)
        refuse(QStringLiteral("The stream stores more than %1 MB of pictures and forms.")
                   .arg(m_setup.mostBytes >> 20));
    else
        m_stored.insert(name, bytes);
}

const QByteArray* PaperInterpreter::stored(const QByteArray& name) const {
    const auto found = m_stored.constFind(name);
    return found == m_stored.constEnd() ? nullptr : &*found;
}

void PaperInterpreter::print(qint64 copies, bool isTurned, bool isMirrored) {
    if (isRefused())
        return;
    if (++m_count > m_setup.mostLabels) {
        refuse(QStringLiteral("The stream prints more than %1 different labels; the others are not "
                              "drawn.")
                   .arg(m_setup.mostLabels));
        return;
    }
    qsizetype waiting = qsizetype(m_canvas.size().width() + 7) / 8 * m_canvas.size().height();
    for (const CarrierLabel& label : std::as_const(m_labels))
        waiting += label.page.bits.size();
    if (waiting > m_setup.mostBytes) {
        refuse(QStringLiteral("The stream's labels need more than %1 MB.")
                   .arg(m_setup.mostBytes >> 20));
        return;
    }
    if (m_canvas.wasCut())
        find("off-label", {},
             QStringLiteral("Something lies beyond the label's edge and is cut off there."));
    Canvas out = m_canvas;
    if (isTurned || isMirrored) {
        out = Canvas(m_canvas.size(), m_setup.dotsPerMm);
        QImage sheet = isTurned ? turned(m_canvas.sheet(), 180) : m_canvas.sheet();
        out.put(isMirrored ? sheet.mirrored(true, false) : sheet, QPoint(0, 0));
    }
    CarrierLabel label{out.page(), static_cast<int>(std::clamp<qint64>(copies, 1, kMostCopies)),
                       std::exchange(m_findings, {})};
    m_labels.append(std::move(label));
    m_found.clear();
    m_drawings = 0;
    m_hasPrinted = true;
    if (m_setup.isEndless) {
        m_count = 0;
        m_budget = kDotsOfDrawing * m_setup.mostDrawings;
    }
}

void PaperInterpreter::finish() {
    if (!m_labels.isEmpty()) {
        m_labels.last().findings += std::exchange(m_findings, {});
    } else if (!m_hasPrinted) {
        refuse(m_findings.isEmpty()
                   ? QStringLiteral("The stream prints no label.")
                   : QStringLiteral("The stream prints no label: ") + m_findings.first().text);
    } else if (!m_findings.isEmpty()) {
        refuse(QStringLiteral("After the last label: ") + m_findings.first().text);
    }
}

} // namespace packbench
