#include "screens/templaterows.h"

#include "bench/templateproperties.h"

namespace packbench {

namespace {

QString word(PropertyKind kind) {
    switch (kind) {
    case PropertyKind::Text: return QStringLiteral("text");
    case PropertyKind::Number:
    case PropertyKind::Whole: return QStringLiteral("number");
    case PropertyKind::Flag: return QStringLiteral("flag");
    case PropertyKind::Choice: break;
    }
    return QStringLiteral("choice");
}

TemplateItemShown shown(int number, const QJsonObject& item) {
    TemplateItemShown row;
    row.number = number;
    row.kind = item.value(QStringLiteral("type")).toString();
    row.text = item.value(QStringLiteral("field")).toString();
    if (row.text.isEmpty())
        row.text = item.value(QStringLiteral("rows")).toString();
    return row;
}

} // namespace

void TemplateItemRows::show(const TemplateEditor& editor, const TemplatePreview& drawn) {
    QList<TemplateItemShown> wanted;
    for (int i = 0; i < editor.count(); ++i) {
        wanted.append(shown(i, editor.item(i)));
        wanted.last().isChosen = i == editor.selected();
    }
    for (const PreviewGrade& grade : drawn.grades) {
        if (grade.item >= 0 && grade.item < wanted.size())
            wanted[grade.item].grade = grade.grade;
    }
    for (const PreviewFinding& finding : drawn.findings) {
        if (finding.item < 0 || finding.item >= wanted.size())
            continue;
        ++wanted[finding.item].findings;
        wanted[finding.item].stops |= finding.stops;
    }
    match(m_rows, wanted);
}

int TemplateItemRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TemplateItemRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TemplateItemShown& row = m_rows.at(index.row());
    switch (role) {
    case Number: return row.number;
    case Kind: return row.kind;
    case Field: return row.text;
    case Chosen: return row.isChosen;
    case Findings: return row.findings;
    case Stops: return row.stops;
    case Grade: return row.grade;
    default: return {};
    }
}

QHash<int, QByteArray> TemplateItemRows::roleNames() const {
    return {{Number, "number"},     {Kind, "kind"},   {Field, "field"}, {Chosen, "chosen"},
            {Findings, "findings"}, {Stops, "stops"}, {Grade, "grade"}};
}

void TemplatePropertyRows::show(const TemplateEditor& editor) {
    QList<TemplatePropertyShown> wanted;
    const int selected = editor.selected();
    const QJsonObject item = editor.item(selected);
    if (selected != TemplateEditor::kNone) {
        for (const TemplateProperty& property : propertiesOf(item)) {
            const QString name = QLatin1String(property.key);
            wanted.append({QStringLiteral("%1/%2").arg(selected).arg(name), name,
                           word(property.kind), shownValue(item, property), property.choiceList()});
        }
    }
    match(m_rows, wanted);
}

int TemplatePropertyRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TemplatePropertyRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TemplatePropertyShown& row = m_rows.at(index.row());
    switch (role) {
    case Name: return row.name;
    case Kind: return row.kind;
    case Value: return row.value;
    case Choices: return row.choices;
    default: return {};
    }
}

QHash<int, QByteArray> TemplatePropertyRows::roleNames() const {
    return {{Name, "name"}, {Kind, "kind"}, {Value, "value"}, {Choices, "choices"}};
}

} // namespace packbench
