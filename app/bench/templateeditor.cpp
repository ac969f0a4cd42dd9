#include "bench/templateeditor.h"

#include "bench/templateproperties.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

constexpr qsizetype kStepsKept = 500;
constexpr double kSmallestMm = 1;
constexpr double kTouchMm = 1.5; ///< how near a finger must come to a line

const QString kItems = QStringLiteral("items");
const QString kAt = QStringLiteral("at_mm");
const QString kSize = QStringLiteral("size_mm");

double onGrid(double mm) {
    return std::round(mm / TemplateEditor::kGridMm) * TemplateEditor::kGridMm;
}

/// What is off the grid stays where it is until it is moved along that way.
double moved(double from, double by, double most) {
    if (by == 0)
        return from;
    return std::clamp(onGrid(from + by), 0.0, std::max(0.0, most));
}

QJsonArray pairOf(double first, double second) {
    return {first, second};
}

QPointF pointOf(const QJsonValue& value) {
    const QJsonArray pair = value.toArray();
    return {pair.at(0).toDouble(), pair.at(1).toDouble()};
}

QString typeOf(const QJsonObject& item) {
    return item.value(QStringLiteral("type")).toString();
}

bool isHollow(const QJsonObject& item) {
    return typeOf(item) == QLatin1String("box") && !item.value(QStringLiteral("filled")).toBool();
}

/// "unmasked:phone" says whether that word is in the list.
QJsonObject withWord(QJsonObject item, const QString& key, const QString& word, bool isIn) {
    QJsonArray words = item.value(key).toArray();
    const auto there = std::find(words.begin(), words.end(), QJsonValue(word));
    if (isIn && there == words.end())
        words.append(word);
    else if (!isIn && there != words.end())
        words.erase(there);
    if (words.isEmpty())
        item.remove(key);
    else
        item.insert(key, words);
    return item;
}

QJsonObject withValue(QJsonObject item, const QString& key, const QJsonValue& value) {
    if (const qsizetype colon = key.indexOf(u':'); colon > 0)
        return withWord(item, key.left(colon), key.mid(colon + 1), value.toBool());
    const QStringList path = key.split(u'.');
    if (path.size() == 2) {
        QJsonArray pair = item.value(path.first()).toArray();
        const int index = path.last().toInt();
        if (index < pair.size())
            pair[index] = value;
        item.insert(path.first(), pair);
    } else if (value.isUndefined()) {
        item.remove(key);
    } else {
        item.insert(key, value);
    }
    return item;
}

} // namespace

std::optional<TemplateEditor> TemplateEditor::fromJson(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    TemplateEditor editor(document.object());
    editor.markSaved();
    return editor;
}

QByteArray TemplateEditor::json() const {
    return QJsonDocument(m_now.document).toJson();
}

QSizeF TemplateEditor::sizeMm() const {
    const QPointF size = pointOf(m_now.document.value(kSize));
    return {size.x(), size.y()};
}

int TemplateEditor::count() const {
    return static_cast<int>(m_now.document.value(kItems).toArray().size());
}

QJsonObject TemplateEditor::item(int index) const {
    return m_now.document.value(kItems).toArray().at(index).toObject();
}

QRectF TemplateEditor::place(int index) const {
    const QJsonObject one = item(index);
    const QPointF size = pointOf(one.value(kSize));
    return {pointOf(one.value(kAt)), QSizeF(size.x(), size.y())};
}

void TemplateEditor::select(int index) {
    m_now.selected = index >= 0 && index < count() ? index : kNone;
}

int TemplateEditor::itemAt(QPointF mm) const {
    for (int i = count() - 1; i >= 0; --i) {
        const QRectF box = place(i);
        const QRectF near = box.adjusted(-kTouchMm, -kTouchMm, kTouchMm, kTouchMm);
        if (box.width() <= 0 || box.height() <= 0) {
            if (near.contains(mm))
                return i;
            continue;
        }
        const QRectF inner = box.adjusted(kTouchMm, kTouchMm, -kTouchMm, -kTouchMm);
        if (isHollow(item(i)) ? near.contains(mm) && !inner.contains(mm) : box.contains(mm))
            return i;
    }
    return kNone;
}

void TemplateEditor::undo() {
    if (!canUndo())
        return;
    m_after.append(m_now);
    m_now = m_before.takeLast();
}

void TemplateEditor::redo() {
    if (!canRedo())
        return;
    m_before.append(m_now);
    m_now = m_after.takeLast();
}

bool TemplateEditor::hasSelection() const {
    return m_now.selected != kNone;
}

void TemplateEditor::become(const QJsonObject& document, int selected) {
    if (document == m_now.document)
        return;
    m_before.append(m_now);
    if (m_before.size() > kStepsKept)
        m_before.removeFirst();
    m_after.clear();
    m_now = {document, selected};
}

void TemplateEditor::put(const QJsonObject& item) {
    QJsonObject document = m_now.document;
    QJsonArray items = document.value(kItems).toArray();
    items[m_now.selected] = item;
    document.insert(kItems, items);
    become(document, m_now.selected);
}

void TemplateEditor::setPlace(QPointF at, QSizeF size) {
    QJsonObject changed = item(m_now.selected);
    const QRectF before = place(m_now.selected);
    if (at != before.topLeft())
        changed.insert(kAt, pairOf(at.x(), at.y()));
    if (size != before.size())
        changed.insert(kSize, pairOf(size.width(), size.height()));
    put(changed);
}

void TemplateEditor::moveBy(double dxMm, double dyMm) {
    if (!hasSelection())
        return;
    const QRectF box = place(m_now.selected);
    setPlace({moved(box.x(), dxMm, sizeMm().width() - box.width()),
              moved(box.y(), dyMm, sizeMm().height() - box.height())},
             box.size());
}

void TemplateEditor::resizeBy(double dwMm, double dhMm) {
    if (!hasSelection())
        return;
    const QRectF box = place(m_now.selected);
    const auto sized = [](double from, double by, double most) {
        if (by == 0 || from == 0) // a line has one way only
            return from;
        return std::clamp(onGrid(from + by), kSmallestMm, std::max(kSmallestMm, most));
    };
    setPlace(box.topLeft(), {sized(box.width(), dwMm, sizeMm().width() - box.x()),
                             sized(box.height(), dhMm, sizeMm().height() - box.y())});
}

void TemplateEditor::set(const QString& key, const QJsonValue& value) {
    if (hasSelection())
        put(withValue(item(m_now.selected), key, value));
}

void TemplateEditor::setOfLabel(const QString& key, const QJsonValue& value) {
    become(withValue(m_now.document, key, value), m_now.selected);
}

void TemplateEditor::remove() {
    if (!hasSelection())
        return;
    QJsonObject document = m_now.document;
    QJsonArray items = document.value(kItems).toArray();
    items.removeAt(m_now.selected);
    document.insert(kItems, items);
    become(document, kNone);
}

void TemplateEditor::duplicate() {
    if (!hasSelection())
        return;
    const int copy = m_now.selected + 1;
    const QRectF box = place(m_now.selected);
    const double step = 2 * kGridMm;
    QJsonObject twin = item(m_now.selected);
    twin.insert(kAt, pairOf(moved(box.x(), step, sizeMm().width() - box.width()),
                            moved(box.y(), step, sizeMm().height() - box.height())));
    QJsonObject document = m_now.document;
    QJsonArray items = document.value(kItems).toArray();
    items.insert(copy, twin);
    document.insert(kItems, items);
    become(document, copy);
}

void TemplateEditor::swapWith(int other) {
    if (!hasSelection() || other < 0 || other >= count())
        return;
    QJsonObject document = m_now.document;
    QJsonArray items = document.value(kItems).toArray();
    const QJsonValue mine = items.at(m_now.selected);
    items[m_now.selected] = items.at(other);
    items[other] = mine;
    document.insert(kItems, items);
    become(document, other);
}

void TemplateEditor::bringForward() {
    swapWith(m_now.selected + 1);
}

void TemplateEditor::sendBack() {
    swapWith(m_now.selected - 1);
}

void TemplateEditor::add(const QString& kind) {
    QJsonObject item = newTemplateItem(kind);
    if (item.isEmpty())
        return;
    const QPointF size = pointOf(item.value(kSize));
    const QSizeF label = sizeMm();
    item.insert(kSize, pairOf(std::min(size.x(), std::max(kSmallestMm, label.width() - 5)),
                              std::min(size.y(), std::max(kSmallestMm, label.height() - 5))));
    QJsonObject document = m_now.document;
    QJsonArray items = document.value(kItems).toArray();
    items.append(item);
    document.insert(kItems, items);
    become(document, static_cast<int>(items.size()) - 1);
}

} // namespace packbench
