#include "labels/template.h"

#include "labels/itemreader.h"
#include "labels/objectreader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Q_INIT_RESOURCE must stand outside a namespace.
static void initLabelTemplates() {
    Q_INIT_RESOURCE(labeltemplates);
}

namespace packbench {

namespace {

constexpr qsizetype kLongestFile = 262'144;
constexpr qsizetype kMostItems = 300;
constexpr double kSmallestMm = 10;

TemplateReading refused(const QString& sentence) {
    return {{}, {sentence}};
}

void readItems(const QJsonArray& items, const QString& folder, TemplateReading& reading) {
    for (const QJsonValue& value : items) {
        const auto who = QStringLiteral("Item %1").arg(reading.value.items.size() + 1);
        if (!value.isObject())
            reading.problems.append(QStringLiteral("%1: it is not an object in {…}.").arg(who));
        reading.value.items.append(
            readItem(value.toObject(), {who, reading.value.sizeMm, folder}, reading.problems));
    }
}

} // namespace

TemplateReading readTemplate(const QByteArray& json, const QString& folder) {
    if (json.size() > kLongestFile)
        return refused(QStringLiteral("The template is larger than 256 kB and is not read."));
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return refused(QStringLiteral("The template is not JSON: %1 at byte %2.")
                           .arg(error.errorString())
                           .arg(error.offset));
    const QJsonObject object = document.object();
    TemplateReading reading;
    ObjectReader reader(QStringLiteral("Template"), object, reading.problems);
    reader.text(QStringLiteral("name"), reading.value.name);
    if (reading.value.name.isEmpty())
        reader.say(QStringLiteral("“name” must say what the template is called."));
    double width = 0;
    double height = 0;
    reader.pair(QStringLiteral("size_mm"), kSmallestMm, width, height);
    reading.value.sizeMm = QSizeF(width, height);
    readUnmasked(reader, reading.value.unmasked);
    const QJsonValue items = reader.take(QStringLiteral("items"));
    if (!items.isArray() || items.toArray().isEmpty() || items.toArray().size() > kMostItems)
        reader.say(QStringLiteral("“items” must be a list of 1 to %1 items.").arg(kMostItems));
    else
        readItems(items.toArray(), folder, reading);
    reader.leftOver();
    return reading;
}

QStringList builtInTemplates() {
    initLabelTemplates();
    QStringList names;
    for (const QString& file : QDir(QStringLiteral(":/labels")).entryList({"*.json"}, QDir::Files))
        names.append(file.chopped(5));
    return names;
}

QByteArray builtInTemplateJson(const QString& name) {
    initLabelTemplates();
    QFile file(QStringLiteral(":/labels/%1.json").arg(name));
    const bool isOne = builtInTemplates().contains(name) && file.open(QIODevice::ReadOnly);
    return isOne ? file.readAll() : QByteArray();
}

TemplateReading builtInTemplate(const QString& name) {
    if (!builtInTemplates().contains(name))
        return refused(QStringLiteral("There is no built-in template “%1”; there are %2.")
                           .arg(name, builtInTemplates().join(QStringLiteral(", "))));
    return readTemplate(builtInTemplateJson(name));
}

} // namespace packbench
