#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace packbench {

/// How a property of a template item is set by hand.
enum class PropertyKind { Text, Number, Whole, Flag, Choice };

/// One key of a template item that a person may set. A new key is one line of the table.
struct TemplateProperty {
    const char*
        key; ///< "font_mm"; "at_mm.0" is the first of a pair, "unmasked:name" a word of a list
    PropertyKind kind;
    const char* types;        ///< kinds of items that have it, blanks between; empty = all
    const char* choices = ""; ///< blanks between; numbers are written as numbers
    double low = 0;
    double high = 0;
    double step = 0;
    const char* otherwise = ""; ///< what counts where the key is missing

    [[nodiscard]] QStringList choiceList() const;
};

/// The properties of an item, in the order in which a person sees them.
[[nodiscard]] QList<TemplateProperty> propertiesOf(const QJsonObject& item);
[[nodiscard]] std::optional<TemplateProperty> propertyOf(const QJsonObject& item,
                                                         const QString& key);

/// What the item says or, where it says nothing, what counts then; as text.
[[nodiscard]] QString shownValue(const QJsonObject& item, const TemplateProperty& property);

/// The text as the value to write; nothing when it does not fit the property.
[[nodiscard]] std::optional<QJsonValue> valueFromText(const TemplateProperty& property,
                                                      const QString& text);
/// One step up (+1) or down (-1) from what is shown, within the property's range.
[[nodiscard]] QJsonValue steppedValue(const QJsonObject& item, const TemplateProperty& property,
                                      int steps);

/// A new item of that kind ("text", "barcode", …) at the label's corner; empty for an unknown one.
[[nodiscard]] QJsonObject newTemplateItem(const QString& kind);
[[nodiscard]] QStringList templateItemKinds();

} // namespace packbench
