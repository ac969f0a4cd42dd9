#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace packbench {

/// A list on screen that changes row by row: delegates of rows that stay are kept, because
/// building one costs more than a whole scan.
class ShownRows : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int count() const { return rowCount(); }

Q_SIGNALS:
    void countChanged();

protected:
    /// Makes `rows` equal to `wanted` with the fewest row changes. Rows are told apart by `key()`.
    template <class Row>
    void match(QList<Row>& rows, const QList<Row>& wanted) {
        const qsizetype before = rows.size();
        auto known = dropMissing(rows, wanted);
        for (int i = 0; i < wanted.size(); ++i)
            place(rows, wanted.at(i), i, known);
        if (rows.size() != before)
            Q_EMIT countChanged();
    }

private:
    template <class Row>
    auto dropMissing(QList<Row>& rows, const QList<Row>& wanted) {
        using Key = decltype(wanted.first().key());
        QSet<Key> wantedKeys;
        QSet<Key> known;
        for (const Row& row : wanted)
            wantedKeys.insert(row.key());
        for (int i = int(rows.size()) - 1; i >= 0; --i) {
            const Key key = rows.at(i).key();
            if (wantedKeys.contains(key) && !known.contains(key)) {
                known.insert(key);
                continue;
            }
            beginRemoveRows({}, i, i);
            rows.removeAt(i);
            endRemoveRows();
        }
        return known;
    }

    template <class Row, class Key>
    void place(QList<Row>& rows, const Row& wanted, int at, QSet<Key>& known) {
        if (!known.contains(wanted.key())) {
            beginInsertRows({}, at, at);
            rows.insert(at, wanted);
            endInsertRows();
            return;
        }
        known.remove(wanted.key());
        int from = at;
        while (rows.at(from).key() != wanted.key())
            ++from;
        if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            rows.move(from, at);
            endMoveRows();
        }
        if (rows.at(at) == wanted)
            return;
        rows[at] = wanted;
        Q_EMIT dataChanged(index(at), index(at));
    }
};

} // namespace packbench
