#include "labels/carrier/zplinterpreter.h"

#include "labels/sheet.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr int kMostSide = 32'000;
constexpr int kTallestFont = 4000;
constexpr qint64 kMostShapeDots = 64'000'000;

QByteArray withoutLineEnds(QByteArray data) {
    data.replace('\r', "");
    data.replace('\n', "");
    return data;
}

} // namespace

void ZplInterpreter::placeField(const ZplCommand& command) {
    // A field that was not ended by ^FS ends where the next one is placed.
    if (m_field.isPlaced && (m_field.hasData || !m_field.picture.isNull()))
        closeField(command);
    const QList<QByteArray> fields = command.fields();
    m_field.isPlaced = true;
    m_field.isBaseline = command.is("FT");
    m_field.followsLast = m_field.isBaseline && fields.value(0).trimmed().isEmpty() &&
                          fields.value(1).trimmed().isEmpty();
    m_field.at = m_settings.home + QPoint(dots(command, 0, 0), dots(command, 1, 0));
    m_field.isRightAligned = zplInteger(fields.value(2), 0) == 1;
}

ZplFont ZplInterpreter::fontFrom(const QByteArray& parameters, char delimiter,
                                 const ZplFont& otherwise) const {
    ZplFont font = otherwise;
    if (parameters.isEmpty() || parameters.at(0) == delimiter)
        return font;
    font.name = static_cast<char>(std::toupper(static_cast<unsigned char>(parameters.at(0))));
    const QList<QByteArray> fields = parameters.mid(1).split(delimiter);
    const QByteArray turn = fields.value(0).trimmed();
    font.degrees = zplDegrees(turn, otherwise.degrees);
    const bool isSameFont = font.name == otherwise.name;
    const auto size = [&](const QByteArray& field) {
        return std::clamp(qRound(zplDecimal(field, 0) * m_settings.unit), 0, kTallestFont);
    };
    font.height = size(fields.value(1));
    font.width = size(fields.value(2));
    if (font.height == 0 && font.width == 0 && isSameFont) {
        font.height = otherwise.height;
        font.width = otherwise.width;
    }
    return snappedFont(font);
}

void ZplInterpreter::fieldFont(const ZplCommand& command) {
    QByteArray parameters = command.parameters;
    if (parameters.startsWith('@')) // a font by the name of its file: as the scalable one
        parameters[0] = '0';
    ZplFont otherwise = m_settings.font;
    otherwise.degrees = m_settings.degrees;
    m_field.font = fontFrom(parameters, command.delimiter, otherwise);
}

void ZplInterpreter::fieldBlock(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    ZplBlock block;
    if (command.is("TB")) {
        m_field.font.degrees = zplDegrees(fields.value(0), m_field.font.degrees);
        block.width = std::clamp(dots(command, 1, 1), 1, kMostSide);
        block.height = std::clamp(dots(command, 2, 1), 1, kMostSide);
    } else {
        block.width = std::clamp(dots(command, 0, 0), 0, kMostSide);
        block.lines = std::clamp(zplInteger(fields.value(1), 1), 1, 9999);
        block.spacing = std::clamp(dots(command, 2, 0), -9999, 9999);
        const QByteArray align = fields.value(3).trimmed().toUpper();
        block.align = align.isEmpty() ? 'L' : align.at(0);
        block.indent = std::clamp(dots(command, 4, 0), 0, 9999);
    }
    m_field.block = block;
}

void ZplInterpreter::fieldData(const ZplCommand& command) {
    constexpr qsizetype kLongest = 1 << 20;
    m_field.data = withoutLineEnds(command.parameters.left(kLongest));
    m_field.data = withoutHexMarks(m_field.data, m_field.hexMark);
    m_field.hasData = true;
}

void ZplInterpreter::fieldHex(const ZplCommand& command) {
    const QByteArray mark = command.parameters.trimmed();
    m_field.hexMark = mark.isEmpty() ? '_' : mark.at(0);
}

void ZplInterpreter::fieldNumber(const ZplCommand& command) {
    m_field.number = std::clamp(zplInteger(command.parameters, 0), 0, 9999);
}

void ZplInterpreter::fieldReverse(const ZplCommand& command) {
    Q_UNUSED(command)
    m_field.isReversed = true;
}

// ^SN value,step,zeros stands in place of ^FD; ^SF mask,step follows it.
void ZplInterpreter::fieldSerial(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    ZplSerial serial;
    serial.field = m_fields.size();
    if (command.is("SN")) {
        m_field.data = withoutHexMarks(fields.value(0), m_field.hexMark);
        m_field.hasData = true;
        serial.step =
            fields.value(1).trimmed().isEmpty() ? QByteArray("1") : fields.value(1).trimmed();
        for (const char c : std::as_const(m_field.data))
            serial.mask += std::isdigit(static_cast<unsigned char>(c)) != 0 ? 'D' : '%';
        const qsizetype last = serial.mask.lastIndexOf('%', serial.mask.lastIndexOf('D'));
        for (qsizetype i = 0; i <= last; ++i) // only the last digits count
            serial.mask[i] = '%';
    } else {
        serial.mask = fields.value(0).trimmed().toUpper();
        serial.step =
            fields.value(1).trimmed().isEmpty() ? QByteArray("1") : fields.value(1).trimmed();
    }
    constexpr qsizetype kMostSerials = 1000;
    if (m_serials.size() < kMostSerials)
        m_serials.append(serial);
}

void ZplInterpreter::fieldSymbol(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    m_field.isSymbol = true;
    m_field.font.degrees = zplDegrees(fields.value(0), m_settings.degrees);
    const int height = dots(command, 1, 0);
    const int width = dots(command, 2, 0);
    m_field.font.height = std::min(height > 0 ? height : m_field.font.height, kTallestFont);
    m_field.font.width = std::min(width > 0 ? width : m_field.font.height, kTallestFont);
}

void ZplInterpreter::fieldBarcode(const ZplCommand& command) {
    ZplBarcode code;
    code.name = command.name;
    code.bars = m_settings.bars;
    code.parameters = command.fields();
    code.degrees = m_settings.degrees;
    if (code.name != "BD") {
        code.degrees = zplDegrees(code.parameters.takeFirst(), m_settings.degrees);
        for (qsizetype i = 0;
             m_settings.unit != 1 && i < std::min<qsizetype>(2, code.parameters.size()); ++i) {
            const bool isHeight =
                (i == 0) == (code.name != "B1" && code.name != "B3" && code.name != "BK" &&
                             code.name != "BM" && code.name != "BP");
            if (isHeight && !code.parameters.at(i).trimmed().isEmpty())
                code.parameters[i] = QByteArray::number(dots(command, i + 1, 0));
        }
    }
    m_field.barcode = code;
}

void ZplInterpreter::addShape(const QImage& shape, const QByteArray& colour) {
    m_field.picture = shape;
    m_field.isWhite = colour.trimmed().toUpper().startsWith('W');
}

void ZplInterpreter::fieldBox(const ZplCommand& command) {
    const int thick = std::clamp(dots(command, 2, 1), 1, kMostSide);
    const QSize size(std::clamp(dots(command, 0, thick), thick, kMostSide),
                     std::clamp(dots(command, 1, thick), thick, kMostSide));
    const QSize inside = size.boundedTo(m_setup.mostDots + QSize(thick, thick));
    if (!mayDraw(inside))
        return;
    const QList<QByteArray> fields = command.fields();
    addShape(boxSheet(inside, thick, zplInteger(fields.value(4), 0)), fields.value(3));
}

void ZplInterpreter::fieldEllipse(const ZplCommand& command) {
    const bool isCircle = command.is("GC");
    const int width = std::clamp(dots(command, 0, 3), 3, 4095);
    const int height = isCircle ? width : std::clamp(dots(command, 1, 3), 3, 4095);
    const int thick = std::clamp(dots(command, isCircle ? 1 : 2, 1), 1, 4095);
    if (mayDraw({width, height}))
        addShape(ellipseSheet({width, height}, thick), command.fields().value(isCircle ? 2 : 3));
}

void ZplInterpreter::fieldDiagonal(const ZplCommand& command) {
    const int width = std::clamp(dots(command, 0, 3), 3, 16384);
    const int height = std::clamp(dots(command, 1, 3), 3, 16384);
    const int thick = std::clamp(dots(command, 2, 1), 1, 16384);
    const QByteArray lean = command.fields().value(4).trimmed().toUpper();
    const QSize size(width + thick, height);
    if (mayDraw(size))
        addShape(diagonalSheet(size, thick, !lean.startsWith('L')), command.fields().value(3));
}

// Time is counted in dots: what a field costs beside painting them is put into dots, too.
bool ZplInterpreter::maySpend(qint64 dots) {
    constexpr qint64 kMostPages = 600; // laid one over the other
    constexpr qint64 kMostCopies = 20; // of so full a label, where copies differ
    const QSize page = pageSize();
    const qint64 most = std::max<qint64>(kMostPages * page.width() * page.height(), kMostShapeDots);
    m_drawnDots += dots;
    m_spentDots += dots;
    return m_drawnDots <= most && m_spentDots <= most * kMostCopies;
}

bool ZplInterpreter::mayDraw(const QSize& size) {
    const qint64 dotsOfSize = qint64(size.width()) * size.height();
    if (dotsOfSize <= kMostShapeDots && maySpend(dotsOfSize))
        return true;
    fail(QStringLiteral("A label of the stream draws far more than its paper holds; no printer's "
                        "label does. It was not drawn."));
    return false;
}

} // namespace packbench
