#pragma once

#include "printed.h"

#include <QByteArray>
#include <QProcess>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace packbench::faults {

/// What a program came to; -1: it was killed.
struct Ended {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// How a program is started: a wrapper before it (strace …) and what is added to its environment.
struct Around {
    QStringList wrapper;
    QStringList environment; ///< "PACKBENCH_FAULT=*@3:kill"
};

/// "*@3:kill" as an environment.
[[nodiscard]] Around faultAt(const QString& point, int hit, const QString& deed);

/// A ledger with the sample shop, a virtual printer's folder, and what was acknowledged: one
/// bench's whole world, in a folder of its own.
class World {
public:
    /// A simulation's clock stands still unless it is steered; a real ledger goes by the wall's.
    enum class Time { Steered, Real };
    explicit World(Time time = Time::Steered);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString ledger() const { return path(QStringLiteral("ledger.db")); }
    [[nodiscard]] QString labels() const { return path(QStringLiteral("labels")); }
    [[nodiscard]] QStringList ledgerOption() const;

    /// Runs packctl_faults to its end.
    [[nodiscard]] Ended packctl(const QStringList& arguments, const Around& around = {},
                                const QByteArray& input = {}) const;
    /// What the checker says; empty: every promise kept.
    [[nodiscard]] QString judged(const QStringList& options = {}) const;
    /// Into the file of what was sent and acknowledged.
    void noteSent(const QString& text) const;
    void noteAnswer(const QString& text, const QString& outcome) const;

    /// Labels that lie about: came out, not yet on a box that left, not thrown away.
    [[nodiscard]] QList<PaperCopy> loose() const;
    void throwAway(const QString& mark) const { m_gone += mark; }

    [[nodiscard]] bool isReal() const { return m_time == Time::Real; }

    /// How long an answer or an end may take; what takes longer hangs, and that is a breach.
    [[nodiscard]] int patienceMs() const { return m_patienceMs; }
    void waitAtMost(int ms) { m_patienceMs = ms; }
    /// A program that had to be killed because nothing came of it; `judged` names it.
    void noteHang(const QString& what) const;
    /// Of all worlds, since they were last taken.
    [[nodiscard]] static QStringList takeHangs();

private:
    void note(const QByteArray& line) const;
    [[nodiscard]] QString checked(const QStringList& options) const;

    Time m_time;
    QTemporaryDir m_folder;
    mutable LabelShelf m_shelf{labels()};
    mutable QSet<QString> m_gone;
    /// Above the 29 s for which packctl looks up, at the longest, whether a step was stored.
    int m_patienceMs = 40'000;
    mutable QStringList m_hangs;
};

/// A bench that packs orders as a person would, over the standard input of `packctl station`.
class Bench {
public:
    struct Reply {
        QString scan; ///< empty: an event
        QString outcome;
        int done = 0;
        int required = 0;
    };

    explicit Bench(const World& world, const Around& around = {}, const QStringList& options = {});
    ~Bench();
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    [[nodiscard]] bool isAlive() const { return m_isAlive; }
    [[nodiscard]] QByteArray lastWords() const { return m_lastWords; } ///< its standard error
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    /// Everything that was said to a scan; nothing when the bench died of it.
    QList<Reply> scan(const QString& text);
    void steer(const QString& line); ///< "@printer paper-out"
    void end();

private:
    [[nodiscard]] std::optional<QByteArray> line();
    void send(const QString& text);
    void buried();
    void awaitEnd();
    void hung(const QString& what);

    const World& m_world;
    QProcess m_process;
    bool m_isAlive = true;
    int m_exitCode = -1;
    QByteArray m_lastWords;
    QString m_lastSent;
};

/// An order of the sample shop and what it takes to pack it.
struct Job {
    QString order;
    QString item;
    int pieces = 1;
};

/// Packs an order from wherever it stands: looks what the printer's folder holds, scans it, or says
/// that nothing came. @returns whether it left; false: the bench died.
[[nodiscard]] bool pack(const World& world, Bench& bench, const Job& job);
/// Starts benches until the order has left.
[[nodiscard]] bool packWhateverHappened(const World& world, const Job& job);

[[nodiscard]] Job socks();

} // namespace packbench::faults
