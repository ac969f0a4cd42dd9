#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QRectF>
#include <QString>

#include <optional>

namespace packbench {

/// A label template while a person changes it: the JSON itself, so that keys nobody here knows
/// stay. Each operation that changes something is one step back; one that changes nothing is none.
class TemplateEditor {
public:
    static constexpr double kGridMm = 0.5; ///< where things land that are moved or sized by hand
    static constexpr int kNone = -1;

    TemplateEditor() = default;
    explicit TemplateEditor(const QJsonObject& document) : m_now{document, kNone} {}
    /// Nothing when the bytes are no JSON object; what it holds is not judged here.
    [[nodiscard]] static std::optional<TemplateEditor> fromJson(const QByteArray& json);

    [[nodiscard]] const QJsonObject& document() const { return m_now.document; }
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] QSizeF sizeMm() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] QJsonObject item(int index) const;
    [[nodiscard]] QRectF place(int index) const; ///< mm

    [[nodiscard]] int selected() const { return m_now.selected; }
    void select(int index); ///< kNone or out of range: nothing
    /// The topmost item under a point; lines and frames by their strokes' neighbourhood.
    [[nodiscard]] int itemAt(QPointF mm) const;

    [[nodiscard]] bool canUndo() const { return !m_before.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_after.isEmpty(); }
    void undo();
    void redo();
    [[nodiscard]] bool isChanged() const { return m_now.document != m_saved; }
    void markSaved() { m_saved = m_now.document; }

    // Operations on the selected item. It stays on the label and lands on the grid.
    void moveBy(double dxMm, double dyMm);
    void resizeBy(double dwMm, double dhMm);
    /// `key` of the properties' table; an undefined value takes the key out.
    void set(const QString& key, const QJsonValue& value);
    void remove();
    void duplicate(); ///< the copy lies two grid steps further and is selected
    void bringForward();
    void sendBack();
    void add(const QString& kind); ///< on top of all, selected
    /// A key of the template itself: "name", "size_mm".
    void setOfLabel(const QString& key, const QJsonValue& value);

private:
    struct Step {
        QJsonObject document;
        int selected = kNone;
    };
    [[nodiscard]] bool hasSelection() const;
    void become(const QJsonObject& document, int selected);
    void put(const QJsonObject& item);
    void swapWith(int other);
    void setPlace(QPointF at, QSizeF size);

    Step m_now;
    QJsonObject m_saved;
    QList<Step> m_before;
    QList<Step> m_after;
};

} // namespace packbench
