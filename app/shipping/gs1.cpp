#include "shipping/gs1.h"

#include "shipping/gs1checks.h"
#include "shipping/gs1table.h"
#include "shipping/wordtable.h"

#include <QVarLengthArray>

#include <algorithm>
#include <charconv>
#include <optional>

namespace packbench {

namespace {

constexpr QChar kFnc1(u'\x1D');

constexpr WordTable<Gs1Problem, 8> kProblems{{
    {Gs1Problem::None, "none"},
    {Gs1Problem::NotGs1, "not-gs1"},
    {Gs1Problem::UnknownAi, "unknown-ai"},
    {Gs1Problem::BadLength, "bad-length"},
    {Gs1Problem::BadCharacter, "bad-character"},
    {Gs1Problem::BadCheckDigit, "bad-check-digit"},
    {Gs1Problem::BadDate, "bad-date"},
    {Gs1Problem::Contradiction, "contradiction"},
}};

/// One component of a field's form, "N6,yymmdd" or "[X..17]".
struct Component {
    char set = 'N';
    int shortest = 0;
    int longest = 0;
    bool optional = false;
    QVarLengthArray<std::string_view, 2> checks;
};

std::string_view cutTo(std::string_view& text, char mark) {
    const auto end = text.find(mark);
    const std::string_view head = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return head;
}

Component componentOf(std::string_view text) {
    Component component;
    component.optional = text.front() == '[';
    std::string_view size = cutTo(text, ',');
    if (component.optional)
        size.remove_prefix(1);
    component.set = size.front();
    const bool variable = size.substr(1, 2) == "..";
    size.remove_prefix(variable ? 3 : 1);
    std::from_chars(size.data(), size.data() + size.size(), component.longest);
    component.shortest = variable ? 1 : component.longest;
    while (!text.empty())
        component.checks.append(cutTo(text, ','));
    return component;
}

QVarLengthArray<Component, 5> componentsOf(const Gs1Field& field) {
    QVarLengthArray<Component, 5> components;
    for (std::string_view form = field.form; !form.empty();)
        components.append(componentOf(cutTo(form, ' ')));
    return components;
}

int lengthOf(const Gs1Field& field) {
    int length = 0;
    for (const Component& component : componentsOf(field))
        length += component.longest;
    return length;
}

bool isDigits(QStringView text) {
    return !text.isEmpty() && fitsGs1CharacterSet(text, 'N');
}

/// The field whose identifier the text begins with.
const Gs1Field* fieldAt(QStringView text) {
    for (const Gs1Field& field : gs1Fields()) {
        const auto size = qsizetype(field.first.size());
        const QStringView ai = text.left(size);
        const auto bound = [](std::string_view view) {
            return QLatin1String(view.data(), qsizetype(view.size()));
        };
        if (ai.size() == size && isDigits(ai) && ai >= bound(field.first) &&
            ai <= bound(field.last))
            return &field;
    }
    return nullptr;
}

Gs1Problem judgeComponent(QStringView part, const Component& component) {
    if (part.size() < component.shortest)
        return Gs1Problem::BadLength;
    if (!fitsGs1CharacterSet(part, component.set))
        return Gs1Problem::BadCharacter;
    for (const std::string_view check : component.checks) {
        const Gs1Problem problem = judgeGs1Content(part, check);
        if (problem != Gs1Problem::None)
            return problem;
    }
    return Gs1Problem::None;
}

Gs1Problem judgeValue(QStringView value, const Gs1Field& field) {
    for (const Component& component : componentsOf(field)) {
        if (value.isEmpty() && component.optional)
            return Gs1Problem::None;
        const QStringView part = value.left(component.longest);
        const Gs1Problem problem = judgeComponent(part, component);
        if (problem != Gs1Problem::None)
            return problem;
        value = value.mid(part.size());
    }
    return value.isEmpty() ? Gs1Problem::None : Gs1Problem::BadLength;
}

/// Fills a message element by element until something is wrong.
class Gs1Reader {
public:
    /// Identifier and value stand side by side; self-delimiting fields end by their length.
    void readElementStrings(QStringView text) {
        while (!text.isEmpty() && m_message.problem == Gs1Problem::None) {
            if (text.front() == kFnc1) {
                text = text.mid(1);
                continue;
            }
            text = readElementString(text);
        }
    }

    /// "(01)06901234567892(10)A1", as printed below a symbol.
    void readBracketed(QStringView text) {
        while (!text.isEmpty() && m_message.problem == Gs1Problem::None) {
            const auto close = text.indexOf(u')');
            const QStringView ai = text.mid(1, close - 1);
            qsizetype end = close + 1;
            while (end < text.size() && !bracketAt(text, end))
                ++end;
            take(ai, fieldOf(ai), text.mid(close + 1, end - close - 1));
            text = text.mid(end);
        }
    }

    /// Whether "(", two to four digits and ")" stand at `i`.
    static bool bracketAt(QStringView text, qsizetype i) {
        const auto close = text.indexOf(u')', i);
        return text.at(i) == u'(' && close - i >= 3 && close - i <= 5 &&
               isDigits(text.mid(i + 1, close - i - 1));
    }

    [[nodiscard]] Gs1Message message() && { return std::move(m_message); }

private:
    static const Gs1Field* fieldOf(QStringView ai) {
        const Gs1Field* field = fieldAt(ai);
        return field && qsizetype(field->first.size()) == ai.size() ? field : nullptr;
    }

    QStringView readElementString(QStringView text) {
        const Gs1Field* field = fieldAt(text);
        if (!field) {
            take(text.left(2), nullptr, {});
            return text;
        }
        const auto ai = text.left(qsizetype(field->first.size()));
        const QStringView rest = text.mid(ai.size());
        const auto fnc1 = rest.indexOf(kFnc1);
        QStringView value = fnc1 < 0 ? rest : rest.left(fnc1);
        if (field->selfDelimiting)
            value = value.left(lengthOf(*field));
        take(ai, field, value);
        return rest.mid(value.size());
    }

    void take(QStringView ai, const Gs1Field* field, QStringView value) {
        const Gs1Problem problem = field ? judgeValue(value, *field) : noField(ai);
        const Gs1Element element{ai.toString(), value.toString()};
        if (problem == Gs1Problem::None && !contradicts(element)) {
            m_message.elements << element;
            return;
        }
        m_message.problem = problem == Gs1Problem::None ? Gs1Problem::Contradiction : problem;
        m_message.problemAt = element.ai;
    }

    [[nodiscard]] Gs1Problem noField(QStringView ai) const {
        return m_message.elements.isEmpty() && !isDigits(ai) ? Gs1Problem::NotGs1
                                                             : Gs1Problem::UnknownAi;
    }

    /// The same identifier twice with different values.
    [[nodiscard]] bool contradicts(const Gs1Element& element) const {
        return std::any_of(m_message.elements.begin(), m_message.elements.end(),
                           [&](const Gs1Element& earlier) {
                               return earlier.ai == element.ai && earlier.value != element.value;
                           });
    }

    Gs1Message m_message;
};

} // namespace

QString Gs1Message::value(const QString& ai) const {
    for (const Gs1Element& element : elements) {
        if (element.ai == ai)
            return element.value;
    }
    return {};
}

Gs1Message readGs1(const QString& text) {
    QStringView rest(text);
    while (!rest.isEmpty() && rest.front() == kFnc1)
        rest = rest.mid(1);
    if (rest.isEmpty())
        return {{}, Gs1Problem::NotGs1, {}};
    Gs1Reader reader;
    if (Gs1Reader::bracketAt(rest, 0))
        reader.readBracketed(rest);
    else
        reader.readElementStrings(rest);
    return std::move(reader).message();
}

QString word(Gs1Problem problem) {
    return kProblems.word(problem);
}

} // namespace packbench
