#pragma once

#include "bench/benchworker.h"
#include "screens/labelshelf.h"
#include "screens/shownrows.h"

#include <QTimeZone>

namespace packbench {

/// One label of the inbox as it is shown.
struct InboxShown {
    InboxRow row;
    QString time;
    QString picture;
    QString why;
    bool isChosen = false;

    [[nodiscard]] qint64 key() const { return row.id; }
    bool operator==(const InboxShown&) const = default;
};

/// Ready-made labels that wait for a person, and the one chosen to be looked at.
class InboxModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(InboxModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString picture READ picture NOTIFY chosenChanged)
    Q_PROPERTY(QString why READ why NOTIFY chosenChanged)
    Q_PROPERTY(QString steps READ toDo NOTIFY chosenChanged)
    Q_PROPERTY(bool mayUse READ mayUse NOTIFY chosenChanged)
    Q_PROPERTY(bool mayName READ mayName NOTIFY chosenChanged)
    /// The next scan says whose the chosen one is.
    Q_PROPERTY(bool naming READ isNaming NOTIFY chosenChanged)
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY chosenChanged)
public:
    enum Role { LabelId = Qt::UserRole, Time, Source, Waybill, Order, Why, IsChosen };

    InboxModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone);

    void show(const QList<InboxRow>& rows);
    void speak(Language language);
    Q_INVOKABLE void ask() { m_bench.askInbox(); }
    Q_INVOKABLE void choose(qint64 id);
    /// The chosen one is not wanted, with a reason word.
    Q_INVOKABLE void discard(const QString& reason);
    /// The chosen one is its order's label, not the other.
    Q_INVOKABLE void use();
    /// The next scan says whose the chosen one is, or after all not.
    Q_INVOKABLE void name();
    /// The page was left: scans mean what they always do.
    void leave() { name(0); }
    /// The scan came.
    void named();

    [[nodiscard]] qint64 chosen() const { return m_chosen.row.id; }
    [[nodiscard]] QString picture() const { return m_chosen.picture; }
    [[nodiscard]] QString why() const { return m_chosen.why; }
    [[nodiscard]] QString toDo() const {
        return steps(m_chosen.row.notice, m_language).join(u'\n');
    }
    [[nodiscard]] bool mayUse() const { return m_chosen.row.mayUse; }
    [[nodiscard]] bool mayName() const { return m_chosen.row.mayName; }
    [[nodiscard]] bool isNaming() const { return m_naming != 0; }
    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] InboxShown shown(const InboxRow& row);
    void name(qint64 id);

    BenchPort& m_bench;
    LabelShelf& m_shelf;
    QTimeZone m_zone;
    Language m_language = Language::Chinese;
    bool m_hasArrived = false;
    qint64 m_naming = 0; ///< the label whose order the next scan names
    InboxShown m_chosen;
    QList<InboxShown> m_rows;
};

} // namespace packbench
