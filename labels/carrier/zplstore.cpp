#include "labels/carrier/zplinterpreter.h"

#include "labels/sheet.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr int kDeepest = 4; // formats recalled by formats

QByteArray afterFields(const QByteArray& parameters, char delimiter, int count) {
    qsizetype at = 0;
    for (int field = 0; field < count && at >= 0; ++field)
        at = parameters.indexOf(delimiter, at) + 1;
    return parameters.mid(at);
}

QImage magnified(const QImage& sheet, int across, int down) {
    if (across == 1 && down == 1)
        return sheet;
    QImage result = whiteSheet({sheet.width() * across, sheet.height() * down});
    for (int y = 0; y < sheet.height(); ++y) {
        for (int x = 0; x < sheet.width(); ++x) {
            if (sheet.pixelIndex(x, y) != 0)
                fillDots(result, QRect(x * across, y * down, across, down), true);
        }
    }
    return result;
}

} // namespace

QString zplName(const QByteArray& parameter) {
    QByteArray name = parameter.trimmed().toUpper();
    if (name.size() > 1 && name.at(1) == ':')
        name.remove(0, 2);
    const qsizetype dot = name.lastIndexOf('.');
    return QString::fromLatin1(dot >= 0 ? name.left(dot) : name).left(64);
}

bool ZplInterpreter::mayKeep(qsizetype bytes) {
    if (m_keptBytes + bytes > m_setup.mostBytes) {
        fail(QStringLiteral("The stream stores more than %1 MB of pictures and forms, more than "
                            "any printer keeps. The rest was not read.")
                 .arg(m_setup.mostBytes >> 20));
        return false;
    }
    m_keptBytes += bytes;
    return true;
}

void ZplInterpreter::keepGraphic(const QString& name, const ZplGraphic& graphic) {
    m_keptBytes -= m_graphics.value(name).bits.size();
    if (mayKeep(graphic.bits.size()))
        m_graphics.insert(name, graphic);
}

void ZplInterpreter::fieldGraphic(const ZplCommand& command) {
    const QList<QByteArray> fields = command.parameters.left(128).split(command.delimiter);
    const qlonglong size = fields.value(2).trimmed().toLongLong();
    const qlonglong row = fields.value(3).trimmed().toLongLong();
    QString words;
    std::optional<ZplGraphic> graphic;
    if (!command.raw.isEmpty()) {
        const bool isSound = row > 0 && size > 0 && size >= row && command.raw.size() >= size;
        words = QStringLiteral("its numbers of bytes do not fit each other");
        if (isSound && fields.value(0).trimmed().toUpper() == "B")
            graphic = ZplGraphic{static_cast<int>(row),
                                 command.raw.left(static_cast<qsizetype>(size - size % row))};
        else if (isSound)
            words = QStringLiteral("it is compressed in a way of the maker's own (^GFC)");
    } else {
        graphic = decodedGraphic(afterFields(command.parameters, command.delimiter, 4), size, row,
                                 &words);
    }
    if (!graphic) {
        find(QStringLiteral("bad-graphic"), QStringLiteral("GF"),
             QStringLiteral("A picture of the label (^GF) was not drawn: %1.").arg(words));
        return;
    }
    if (mayDraw({graphic->bytesPerRow * 8, graphic->rows()}))
        m_field.picture = graphic->sheet();
}

void ZplInterpreter::downloadGraphic(const ZplCommand& command) {
    const QList<QByteArray> fields = command.parameters.left(256).split(command.delimiter);
    QString words;
    const auto graphic = decodedGraphic(afterFields(command.parameters, command.delimiter, 3),
                                        fields.value(1).trimmed().toLongLong(),
                                        fields.value(2).trimmed().toLongLong(), &words);
    if (graphic)
        keepGraphic(zplName(fields.value(0)), *graphic);
    else
        find(QStringLiteral("bad-graphic"), QStringLiteral("DG"),
             QStringLiteral("A stored picture (~DG) was not kept: %1.").arg(words));
}

// ~DYd:name,form,kind,bytes,bytes of a row,data
void ZplInterpreter::downloadObject(const ZplCommand& command) {
    const QList<QByteArray> fields = command.parameters.left(256).split(command.delimiter);
    const QByteArray form = fields.value(1).trimmed().toUpper();
    const QByteArray kind = fields.value(2).trimmed().toUpper();
    const QByteArray data =
        command.raw.isEmpty() ? afterFields(command.parameters, command.delimiter, 5) : command.raw;
    QString words = QStringLiteral("only pictures are kept, no fonts or programs");
    std::optional<ZplGraphic> graphic;
    if (kind == "P" || form == "P") {
        graphic = graphicFromPng(form == "A" || form == "P" ? QByteArray::fromHex(data) : data);
        words = QStringLiteral("it is no PNG picture of a label's size");
    } else if (kind == "G" && command.raw.isEmpty()) {
        graphic = decodedGraphic(data, fields.value(3).trimmed().toLongLong(),
                                 fields.value(4).trimmed().toLongLong(), &words);
    } else if (kind == "G") {
        const int row = zplInteger(fields.value(4), 0);
        words = QStringLiteral("its numbers of bytes do not fit each other");
        if (row > 0 && row <= data.size())
            graphic = ZplGraphic{row, data.left(data.size() - data.size() % row)};
    } else {
        find(QStringLiteral("changes-printer"), QStringLiteral("DY"),
             QStringLiteral("~DY would store a font or a program in the printer; it has no effect "
                            "here."));
        return;
    }
    if (graphic)
        keepGraphic(zplName(fields.value(0)), *graphic);
    else
        find(QStringLiteral("bad-graphic"), QStringLiteral("DY"),
             QStringLiteral("A stored picture (~DY) was not kept: %1.").arg(words));
}

// ^XG name,across,down; ^IM name; ^IL name at the top left corner.
void ZplInterpreter::recallGraphic(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    const auto known = m_graphics.constFind(zplName(fields.value(0)));
    if (known == m_graphics.constEnd()) {
        find(QStringLiteral("missing-graphic"), zplName(fields.value(0)),
             QStringLiteral("The label asks for a picture that the stream does not bring with it "
                            "(^%1); a printer may have it stored. It is missing on the label.")
                 .arg(QString::fromLatin1(command.name)));
        return;
    }
    const bool isMagnified = command.is("XG");
    const int across = isMagnified ? std::clamp(zplInteger(fields.value(1), 1), 1, 10) : 1;
    const int down = isMagnified ? std::clamp(zplInteger(fields.value(2), 1), 1, 10) : 1;
    if (!mayDraw({known->bytesPerRow * 8 * across, known->rows() * down}))
        return;
    m_field.picture = magnified(known->sheet(), across, down);
    if (command.is("IL")) {
        m_field.at = {0, 0};
        m_field.isPlaced = true;
        closeField(command);
    }
}

void ZplInterpreter::storeFormat(const ZplCommand& command) {
    m_storing = zplName(command.parameters);
    if (m_storing.isEmpty())
        m_storing = QStringLiteral("UNKNOWN");
    qsizetype bytes = 0;
    for (const ZplCommand& old : m_formats.value(m_storing))
        bytes += old.parameters.size() + old.raw.size() + 64;
    m_keptBytes -= bytes;
    m_formats.insert(m_storing, {});
}

void ZplInterpreter::recallFormat(const ZplCommand& command) {
    const QString name = zplName(command.parameters);
    if (!m_formats.contains(name)) {
        find(QStringLiteral("missing-format"), name,
             QStringLiteral("The label asks for a form that the stream does not bring with it "
                            "(^XF); a printer may have it stored. The label is not whole."));
        return;
    }
    if (m_depth >= kDeepest) {
        find(QStringLiteral("missing-format"), name,
             QStringLiteral("Forms of the label recall each other (^XF) without an end; the "
                            "deepest was left out."));
        return;
    }
    clearField();
    ++m_depth;
    const QList<ZplCommand> commands = m_formats.value(name);
    for (const ZplCommand& one : commands) {
        if (!m_problem.isEmpty())
            break;
        obey(one);
    }
    --m_depth;
    clearField();
}

void ZplInterpreter::storeImage(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    m_imageName = zplName(fields.value(0));
    m_isImagePrinted = !fields.value(1).trimmed().toUpper().startsWith('N');
}

QByteArray serialValue(const QByteArray& value, const ZplSerial& serial, int times) {
    QByteArray result = value;
    const QByteArray mask = serial.mask.right(value.size()).rightJustified(value.size(), '%');
    bool isNegative = serial.step.startsWith('-');
    const QByteArray step = isNegative ? serial.step.mid(1) : serial.step;
    qint64 carry = times * std::clamp<qint64>(step.toLongLong(), 0, 1'000'000'000);
    for (qsizetype i = value.size() - 1; i >= 0 && carry != 0; --i) {
        const QByteArray digits = mask.at(i) == 'D'   ? "0123456789"
                                  : mask.at(i) == 'O' ? "01234567"
                                  : mask.at(i) == 'H' ? "0123456789ABCDEF"
                                  : mask.at(i) == 'A' ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  : mask.at(i) == 'N' ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                      : "";
        const char upper =
            static_cast<char>(std::toupper(static_cast<unsigned char>(result.at(i))));
        const qsizetype at = digits.indexOf(upper);
        if (digits.isEmpty() || at < 0)
            continue;
        const qint64 base = digits.size();
        const qint64 whole = isNegative ? at - carry : at + carry;
        const qint64 rest = ((whole % base) + base) % base;
        result[i] = digits.at(static_cast<qsizetype>(rest));
        carry = isNegative ? (rest - whole) / base : (whole - rest) / base;
    }
    return result;
}

} // namespace packbench
