#include "labels/carrier/zplinterpreter.h"

#include "labels/sheet.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr qsizetype kMostCommands = 1'000'000; // of one label, with those of recalled formats
constexpr qsizetype kMostFindings = 200;
constexpr int kMostCopies = 99'999'999;

} // namespace

std::unique_ptr<CarrierInterpreter> zplInterpreter(const InterpreterSetup& setup) {
    return std::make_unique<ZplInterpreter>(setup);
}

ZplInterpreter::ZplInterpreter(const InterpreterSetup& setup) : m_setup(setup) {}

void ZplInterpreter::fail(const QString& sentence) {
    if (m_problem.isEmpty())
        m_problem = sentence;
}

void ZplInterpreter::find(const QString& kind, const QString& name, const QString& sentence) {
    const QString key = kind + u' ' + name;
    if (m_found.contains(key) || m_found.size() >= kMostFindings)
        return;
    m_found.insert(key);
    m_findings.append({kind, sentence});
}

void ZplInterpreter::take(const QByteArray& bytes) {
    if (!m_problem.isEmpty())
        return;
    m_reader.take(bytes);
    while (m_problem.isEmpty()) {
        const auto command = m_reader.next();
        if (!command)
            break;
        obey(*command);
    }
    if (m_reader.isTooLong())
        fail(QStringLiteral("A command of the stream is longer than a printer can take: this is "
                            "no label in ZPL, or it was cut. Ask the sender for the file again."));
}

void ZplInterpreter::end() {
    m_reader.end();
    take({});
    if (!m_problem.isEmpty() || !m_isInLabel || (m_fields.isEmpty() && !m_field.hasData))
        return;
    fail(QStringLiteral("The stream ends inside a label, before ^XZ: a printer would print nothing "
                        "of it. Ask the sender for the whole file."));
}

void ZplInterpreter::obey(const ZplCommand& command) {
    if (++m_commands > kMostCommands) {
        fail(QStringLiteral("One label of the stream has more than %1 commands; no printer's "
                            "label has so many. It was not drawn.")
                 .arg(kMostCommands));
        return;
    }
    if (!m_storing.isEmpty() && !command.isControl && !command.is("XZ") && !command.is("XA")) {
        const qsizetype size = command.parameters.size() + command.raw.size() + 64;
        if (mayKeep(size))
            m_formats[m_storing].append(command);
        return;
    }
    if (const Handler handler = handlerOf(command))
        (this->*handler)(command);
    else
        obeyUnknown(command);
}

void ZplInterpreter::startLabel(const ZplCommand& command) {
    Q_UNUSED(command)
    if (m_isInLabel && !m_fields.isEmpty())
        find(QStringLiteral("unknown-command"), QStringLiteral("XA"),
             QStringLiteral("^XA stands inside a label; it has no effect there."));
    m_isInLabel = true;
    clearField();
}

void ZplInterpreter::clearField() {
    m_field = {};
    m_field.font = m_settings.font;
    m_field.font.degrees = m_settings.degrees;
    m_field.at = m_settings.home;
}

void ZplInterpreter::closeField(const ZplCommand& command) {
    Q_UNUSED(command)
    if (m_isInLabel)
        keepField();
    clearField();
}

void ZplInterpreter::keepField() {
    if (m_field.number >= 0 && m_field.hasData)
        m_values.insert(m_field.number, m_field.data);
    const bool onlyFills = m_field.number >= 0 && m_field.hasData && !m_field.isPlaced;
    const bool draws = m_field.hasData || m_field.number >= 0 || !m_field.picture.isNull();
    if (onlyFills || !draws)
        return;
    if (m_fields.size() >= m_setup.mostDrawings) {
        fail(QStringLiteral("One label of the stream has more than %1 fields; no printer's label "
                            "has so many. It was not drawn.")
                 .arg(m_setup.mostDrawings));
        return;
    }
    const qsizetype bytes = m_field.data.size() + m_field.picture.sizeInBytes();
    m_waitingBytes += bytes;
    if (m_waitingBytes > m_setup.mostBytes) {
        fail(QStringLiteral("One label of the stream holds more than %1 MB of text and pictures. "
                            "It was not drawn.")
                 .arg(m_setup.mostBytes >> 20));
        return;
    }
    m_field.isReversed = m_field.isReversed || m_settings.isReversed;
    m_field.encoding = m_settings.encoding;
    m_fields.append(m_field);
}

QSize ZplInterpreter::pageSize() const {
    QSize size = m_setup.pageDots;
    if (m_settings.page.width() > 0)
        size.setWidth(m_settings.page.width());
    if (m_settings.page.height() > 0 && m_setup.obeysLength)
        size.setHeight(m_settings.page.height());
    return size;
}

void ZplInterpreter::endLabel(const ZplCommand& command) {
    Q_UNUSED(command)
    if (m_isInLabel)
        closeField(command);
    const bool isStoring = !m_storing.isEmpty();
    m_storing.clear();
    // A label of nothing but what could not be read is one that lacks it, not none.
    const bool isLabel =
        !m_fields.isEmpty() || std::any_of(m_findings.cbegin(), m_findings.cend(), mustNotPrint);
    if (m_isInLabel && !isStoring && isLabel && m_problem.isEmpty())
        giveLabels();
    if (!m_settings.keepsMap) {
        m_fields.clear();
        m_waitingBytes = 0;
    }
    m_serials.clear();
    m_values.clear();
    m_copies = 1;
    m_replicates = 1;
    m_drawnDots = 0;
    m_spentDots = 0;
    m_commands = 0;
    m_isInLabel = false;
    m_imageName.clear();
    m_isImagePrinted = true;
}

void ZplInterpreter::giveLabels() {
    const QSize size = pageSize();
    if (size.width() > m_setup.mostDots.width() || size.height() > m_setup.mostDots.height()) {
        fail(QStringLiteral("A label of the stream is %1 by %2 dots; no printer takes one so "
                            "large. It was not drawn.")
                 .arg(size.width())
                 .arg(size.height()));
        return;
    }
    const int different = m_serials.isEmpty() ? 1 : m_copies;
    qsizetype waiting = 0;
    for (const CarrierLabel& label : std::as_const(m_labels))
        waiting += label.page.bits.size();
    for (int copy = 0; copy < different && m_problem.isEmpty(); ++copy) {
        CarrierLabel label = drawn(copy);
        waiting += label.page.bits.size();
        if (m_labels.size() >= m_setup.mostLabels || waiting > m_setup.mostBytes) {
            fail(QStringLiteral("The stream holds more than %1 labels, or more than fit into the "
                                "memory set aside for it. The rest was not drawn.")
                     .arg(m_labels.size()));
            return;
        }
        label.copies = m_serials.isEmpty() ? m_copies : m_replicates;
        if (m_problem.isEmpty() && m_isImagePrinted)
            m_labels.append(label);
    }
    m_findings.clear();
    m_found.clear();
}

CarrierLabel ZplInterpreter::drawn(int copy) {
    const QSize size = pageSize();
    Canvas canvas(size, m_setup.dotsPerMm);
    m_last = {};
    m_drawnDots = 0;
    m_missing.clear();
    for (qsizetype i = 0; i < m_fields.size() && m_problem.isEmpty(); ++i) {
        ZplField field = m_fields.at(i);
        if (field.number >= 0 && m_values.contains(field.number))
            field.data = m_values.value(field.number);
        for (const ZplSerial& serial : std::as_const(m_serials)) {
            if (serial.field == i)
                field.data = serialValue(field.data, serial, copy);
        }
        draw(canvas, field);
    }
    if (!m_missing.isEmpty())
        find(QStringLiteral("missing-glyph"), {},
             QStringLiteral("%1 characters of the label are in none of the fonts; they are missing "
                            "on it.")
                 .arg(m_missing.size()));
    if (canvas.wasCut())
        find(QStringLiteral("cut-off"), {},
             QStringLiteral("Something of the label lies beyond the edge of the paper and is cut "
                            "off."));
    CarrierLabel label;
    QImage sheet = canvas.sheet();
    if (!m_imageName.isEmpty())
        keepGraphic(m_imageName, {sheet.width() / 8 + (sheet.width() % 8 != 0 ? 1 : 0),
                                  pageFromSheet(sheet, m_setup.dotsPerMm).bits});
    if (m_settings.isMirrored)
        sheet = sheet.mirrored(true, false);
    if (m_settings.isTurned)
        sheet = turned(sheet, 180);
    label.page = pageFromSheet(sheet, m_setup.dotsPerMm);
    label.findings = m_findings;
    return label;
}

void ZplInterpreter::setCopies(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    m_copies = std::clamp(zplInteger(fields.value(0), 1), 1, kMostCopies);
    m_replicates = std::clamp(zplInteger(fields.value(2), 1), 1, kMostCopies);
}

} // namespace packbench
