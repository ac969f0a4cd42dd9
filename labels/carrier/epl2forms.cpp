#include "labels/carrier/epl2.h"

namespace packbench {

namespace {

/// What stands between the first two quotes.
QByteArray nameIn(QByteArrayView text) {
    const qsizetype from = text.indexOf('"');
    const qsizetype to = from < 0 ? -1 : text.indexOf('"', from + 1);
    return to < 0 ? QByteArray() : text.sliced(from + 1, to - from - 1).toByteArray();
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The data of a line: texts in quotes and variables, one after another.
class DataReader {
public:
    DataReader(QByteArrayView text, const Epl2Variables& variables)
        : m_text(text), m_variables(variables) {}

    void readInto(Epl2Values& values) {
        while (m_at < m_text.size() && values.problem.isEmpty()) {
            const char c = m_text[m_at];
            if (c == '"')
                readQuoted(values);
            else if (c == 'V' && m_at + 2 < m_text.size() && isDigit(m_text[m_at + 1]) &&
                     isDigit(m_text[m_at + 2]))
                readVariable(values);
            else if (c == ' ' || c == '\t')
                ++m_at;
            else
                refuse(values);
        }
    }

private:
    void readQuoted(Epl2Values& values) {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return;
            }
            const bool isEscape = c == '\\' && m_at + 1 < m_text.size() &&
                                  (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\');
            if (isEscape)
                ++m_at;
            values.data += m_text[m_at];
        }
        values.problem = QStringLiteral("its text has no closing quote");
    }

    void readVariable(Epl2Values& values) {
        const int number = m_text.sliced(m_at + 1, 2).toInt();
        values.data += m_variables.value(number);
        m_at += 3;
    }

    void refuse(Epl2Values& values) {
        const QByteArrayView rest = m_text.sliced(m_at);
        values.isVariable = rest.startsWith('C') || rest.startsWith("TT") || rest.startsWith("TD");
        values.problem = values.isVariable
                             ? QStringLiteral("counters and the printer's clock are not calculated")
                             : QStringLiteral("something stands behind its text");
    }

    QByteArrayView m_text;
    const Epl2Variables& m_variables;
    qsizetype m_at = 0;
};

/// Whether what begins here is data rather than one more value: a quote, a variable, a counter.
bool isData(QByteArrayView value) {
    if (value.startsWith('"') || value.startsWith("TT") || value.startsWith("TD"))
        return true;
    return value.size() >= 2 && (value[0] == 'V' || value[0] == 'C') && isDigit(value[1]);
}

} // namespace

Epl2Values epl2Values(QByteArrayView text, const Epl2Variables& variables) {
    Epl2Values values;
    qsizetype at = 0;
    while (at < text.size()) {
        if (isData(text.sliced(at))) {
            DataReader(text.sliced(at), variables).readInto(values);
            break;
        }
        const qsizetype comma = text.indexOf(',', at);
        const qsizetype end = comma < 0 ? text.size() : comma;
        values.plain.append(text.sliced(at, end - at).trimmed().toByteArray());
        at = end + 1;
    }
    return values;
}

void Epl2Interpreter::storeForm(QByteArrayView rest) {
    m_stored = nameIn(rest);
    m_lines.clear();
    if (m_stored.isEmpty())
        find("bad-parameter", "FS", QStringLiteral("A form is stored without a name."));
}

bool Epl2Interpreter::isTakenByForm(const QByteArray& line) {
    if (!m_stored.isEmpty()) {
        if (line.trimmed() == "FE") {
            store("FORM " + m_stored, m_lines);
            m_stored.clear();
        } else if (m_lines.size() > setup().mostBytes / 8) {
            refuse(QStringLiteral("A stored form is too large."));
        } else {
            m_lines += line + '\n';
        }
        return true;
    }
    if (m_asked.isEmpty())
        return false;
    m_variables.insert(m_asked.takeFirst(), line);
    return true;
}

void Epl2Interpreter::recallForm(QByteArrayView rest) {
    const QByteArray name = nameIn(rest);
    const QByteArray* lines = stored("FORM " + name);
    if (lines == nullptr) {
        find("unknown-form", name,
             QStringLiteral("The form %1 is in a printer's memory, not in the stream; it is not "
                            "drawn.")
                 .arg(quoted(name)));
        return;
    }
    drawForm();
    clear();
    m_variables.clear();
    m_form = *lines;
}

void Epl2Interpreter::askVariables(QByteArrayView) {
    m_asked.clear();
    for (const QByteArray& line : m_form.split('\n')) {
        bool isNumber = false;
        const int number = line.mid(1, 2).toInt(&isNumber);
        if (line.startsWith('V') && isNumber && !m_asked.contains(number))
            m_asked.append(number);
    }
}

void Epl2Interpreter::defineVariable(QByteArrayView) {}

void Epl2Interpreter::drawForm() {
    const QByteArray lines = std::exchange(m_form, {});
    constexpr int kDeepest = 4;
    if (lines.isEmpty() || m_depth >= kDeepest || !mayDraw({}, lines.size() * 1000))
        return;
    ++m_depth;
    for (const QByteArray& line : lines.split('\n')) {
        if (isRefused())
            break;
        // A form that prints itself would be drawn once more by that.
        if (!line.startsWith('P') && !line.startsWith("FR") && !line.startsWith("FS"))
            obey(line);
    }
    --m_depth;
}

} // namespace packbench
