#pragma once

#include "bench/templateeditor.h"
#include "bench/templatepreview.h"
#include "screens/shownrows.h"

#include <QStringList>

namespace packbench {

/// One item of a template in the list beside its picture.
struct TemplateItemShown {
    int number = 0; ///< index
    QString kind;
    QString text; ///< its field or rows
    bool isChosen = false;
    int findings = 0;
    bool stops = false;
    QString grade{}; ///< of a code, "A" … "F"; empty where none was drawn

    [[nodiscard]] int key() const { return number; }
    bool operator==(const TemplateItemShown&) const = default;
};

/// The items of the template, in the order in which they are drawn.
class TemplateItemRows : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(TemplateItemRows)
    QML_UNCREATABLE("made by the kiosk")
public:
    enum Role { Number = Qt::UserRole, Kind, Field, Chosen, Findings, Stops, Grade };

    void show(const TemplateEditor& editor, const TemplatePreview& drawn);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QList<TemplateItemShown> m_rows;
};

/// One property of the selected item.
struct TemplatePropertyShown {
    QString id;   ///< "3/font_mm": the same property of another item is another row
    QString name; ///< "font_mm"
    QString kind; ///< "text", "number", "flag", "choice"
    QString value;
    QStringList choices;

    [[nodiscard]] QString key() const { return id; }
    bool operator==(const TemplatePropertyShown&) const = default;
};

/// What may be set of the selected item, by the bench's table of properties.
class TemplatePropertyRows : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(TemplatePropertyRows)
    QML_UNCREATABLE("made by the kiosk")
public:
    enum Role { Name = Qt::UserRole, Kind, Value, Choices };

    void show(const TemplateEditor& editor);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QList<TemplatePropertyShown> m_rows;
};

} // namespace packbench
