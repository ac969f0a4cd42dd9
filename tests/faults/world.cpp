#include "world.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace packbench::faults {
namespace {

constexpr int kBuriedMs = 10'000;  ///< for the end of what was killed
constexpr int kJudgedMs = 900'000; ///< a whole soak's labels are read once, its chain each day
/// Says nothing of its own and changes nothing; its answer tells that all before it is said.
const QString kQuiet = QStringLiteral("PBC-QTY-1");

void copyFolder(const QString& from, const QString& to) {
    for (const QString& name : QDir(from).entryList(QDir::Files))
        QFile::copy(from + u'/' + name, to + u'/' + name);
}

/// A sample shop, made once for all worlds of its kind.
std::unique_ptr<QTemporaryDir> sampleShop(World::Time time) {
    auto folder = std::make_unique<QTemporaryDir>();
    QStringList words{QStringLiteral("init"), QStringLiteral("--sample-shop"),
                      QStringLiteral("--ledger"),
                      QStringLiteral("sqlite:") + folder->filePath(QStringLiteral("ledger.db"))};
    if (time == World::Time::Steered)
        words += QStringLiteral("--simulation");
    QProcess init;
    init.start(QStringLiteral(PACKCTL_FAULTS), words);
    init.waitForFinished(kJudgedMs);
    return folder;
}

QStringList& hangsOfAllWorlds() {
    static QStringList hangs;
    return hangs;
}

const QTemporaryDir& shopOf(World::Time time) {
    if (time == World::Time::Steered) {
        static const auto steered = sampleShop(World::Time::Steered);
        return *steered;
    }
    static const auto real = sampleShop(World::Time::Real);
    return *real;
}

void start(QProcess& process, const QString& program, const QStringList& arguments,
           const Around& around) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("tr_TR.UTF-8"));
    for (const QString& one : around.environment)
        environment.insert(one.section(u'=', 0, 0), one.section(u'=', 1));
    process.setProcessEnvironment(environment);
    QStringList words = around.wrapper + QStringList{program} + arguments;
    const QString first = words.takeFirst();
    process.start(first, words);
}

} // namespace

Around faultAt(const QString& point, int hit, const QString& deed) {
    return {{}, {QStringLiteral("PACKBENCH_FAULT=%1@%2:%3").arg(point).arg(hit).arg(deed)}};
}

World::World(Time time) : m_time(time) {
    copyFolder(shopOf(time).path(), m_folder.path());
    QDir().mkpath(labels());
}

QStringList World::ledgerOption() const {
    return {QStringLiteral("--ledger"), QStringLiteral("sqlite:") + ledger()};
}

Ended World::packctl(const QStringList& arguments, const Around& around,
                     const QByteArray& input) const {
    QProcess process;
    start(process, QStringLiteral(PACKCTL_FAULTS), arguments + ledgerOption(), around);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(m_patienceMs) && process.state() != QProcess::NotRunning) {
        noteHang(QStringLiteral("packctl %1 did not end").arg(arguments.join(u' ')));
        process.kill();
        process.waitForFinished(kBuriedMs);
        return {};
    }
    const bool isDone = process.exitStatus() == QProcess::NormalExit;
    return {isDone ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

void World::noteHang(const QString& what) const {
    const QString hang =
        QStringLiteral("hang: %1 within %2 ms, and it was killed").arg(what).arg(m_patienceMs);
    m_hangs += hang;
    hangsOfAllWorlds() += hang;
}

QStringList World::takeHangs() {
    return std::exchange(hangsOfAllWorlds(), {});
}

QString World::judged(const QStringList& options) const {
    QStringList wrong = m_hangs;
    if (const QString said = checked(options); !said.isEmpty())
        wrong += said;
    return wrong.join(u'\n');
}

QString World::checked(const QStringList& options) const {
    QProcess checker;
    checker.start(QStringLiteral(CHECKER),
                  QStringList{ledger(), labels(), QStringLiteral("--acknowledged"),
                              path(QStringLiteral("acknowledged")), QStringLiteral("--history"),
                              path(QStringLiteral("history")), QStringLiteral("--packctl"),
                              QStringLiteral(PACKCTL_FAULTS)} +
                      options);
    if (!checker.waitForFinished(kJudgedMs))
        return QStringLiteral("the checker did not end");
    const QString said =
        QString::fromUtf8(checker.readAllStandardOutput() + checker.readAllStandardError());
    const bool isGood = checker.exitStatus() == QProcess::NormalExit && checker.exitCode() == 0;
    return isGood ? QString() : QStringLiteral("the checker says:\n") + said;
}

QList<PaperCopy> World::loose() const {
    QList<PaperCopy> labels;
    for (const PaperCopy& label : m_shelf.all())
        if (!m_gone.contains(label.text))
            labels += label;
    return labels;
}

void World::note(const QByteArray& line) const {
    QFile file(path(QStringLiteral("acknowledged")));
    if (file.open(QIODevice::Append))
        file.write(line + '\n');
}

void World::noteSent(const QString& text) const {
    note("sent\t" + text.toUtf8().toPercentEncoding());
}

void World::noteAnswer(const QString& text, const QString& outcome) const {
    note("ack\t" + text.toUtf8().toPercentEncoding() + '\t' + outcome.toUtf8());
}

Bench::Bench(const World& world, const Around& around, const QStringList& options)
    : m_world(world) {
    start(m_process, QStringLiteral(PACKCTL_FAULTS),
          QStringList{QStringLiteral("station"), QStringLiteral("--labels"), world.labels()} +
              (world.isReal() ? QStringList() : QStringList{QStringLiteral("--simulation")}) +
              world.ledgerOption() + options,
          around);
    m_isAlive = m_process.waitForStarted(m_world.patienceMs());
    scan(QStringLiteral("PBU-0417"));
}

Bench::~Bench() {
    end();
}

void Bench::end() {
    if (!m_isAlive)
        return;
    m_process.closeWriteChannel();
    buried();
}

void Bench::hung(const QString& what) {
    m_world.noteHang(what);
    m_process.kill();
    m_process.waitForFinished(kBuriedMs);
}

void Bench::awaitEnd() {
    if (!m_process.waitForFinished(m_world.patienceMs()) &&
        m_process.state() != QProcess::NotRunning)
        hung(QStringLiteral("the station did not end after '%1'").arg(m_lastSent));
}

void Bench::buried() {
    m_isAlive = false;
    awaitEnd();
    m_lastWords = m_process.readAllStandardError();
    m_exitCode = m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Bench::send(const QString& text) {
    m_lastSent = text;
    m_process.write(text.toUtf8() + '\n');
}

std::optional<QByteArray> Bench::line() {
    QDeadlineTimer patience(m_world.patienceMs());
    while (!m_process.canReadLine()) {
        const bool isThere = m_process.waitForReadyRead(int(patience.remainingTime()));
        if (isThere || m_process.canReadLine())
            continue;
        if (m_process.state() != QProcess::NotRunning)
            hung(QStringLiteral("no line came after '%1'").arg(m_lastSent));
        return std::nullopt;
    }
    return m_process.readLine().trimmed();
}

void Bench::steer(const QString& line) {
    if (m_isAlive)
        send(line);
}

QList<Bench::Reply> Bench::scan(const QString& text) {
    if (!m_isAlive)
        return {};
    const bool isQuiet = text == kQuiet;
    for (const QString& one : isQuiet ? QStringList{kQuiet} : QStringList{text, kQuiet}) {
        m_world.noteSent(one);
        send(one);
    }
    m_lastSent = text;
    QList<Reply> replies;
    bool isAnswered = false;
    while (const auto said = line()) {
        const QJsonObject object = QJsonDocument::fromJson(*said).object();
        const Reply reply{object.value(QStringLiteral("scan")).toString(),
                          object.value(QStringLiteral("outcome")).toString(),
                          object.value(QStringLiteral("done")).toInt(),
                          object.value(QStringLiteral("required")).toInt()};
        const bool isAnswer =
            !object.contains(QStringLiteral("event")) && !object.contains(QStringLiteral("held"));
        const bool isLast = isAnswer && (isAnswered || isQuiet);
        if (isAnswer)
            m_world.noteAnswer(isLast ? kQuiet : text, reply.outcome);
        isAnswered = isAnswered || isAnswer;
        if (!isLast || isQuiet)
            replies += reply;
        if (isLast)
            return replies;
    }
    buried();
    return replies;
}

namespace {

bool has(const QList<Bench::Reply>& replies, std::initializer_list<const char*> outcomes) {
    return std::any_of(replies.cbegin(), replies.cend(), [&](const Bench::Reply& reply) {
        return std::any_of(outcomes.begin(), outcomes.end(), [&](const char* outcome) {
            return reply.outcome == QLatin1String(outcome);
        });
    });
}

/// One person at one order.
class Packer {
public:
    Packer(const World& world, Bench& bench, const Job& job)
        : m_world(world), m_bench(bench), m_job(job) {}

    bool pack() {
        m_said = m_bench.scan(m_job.order);
        for (int step = 0; step < kPatientSteps && m_bench.isAlive(); ++step) {
            if (has(m_said, {"dispatched", "already-packed"}))
                return true;
            if (has(m_said, {"label-in-doubt", "scan-label", "label-printed", "label-sent",
                             "printer-waits", "label-first"}))
                takeLabel();
            else if (has(m_said, {"printer-gone"}))
                mendPrinter();
            else if (lacksPieces())
                m_said = m_bench.scan(m_job.item);
            else
                beginAgain();
        }
        return false;
    }

private:
    static constexpr int kPatientSteps = 60;

    [[nodiscard]] bool lacksPieces() const {
        return has(m_said, {"opened", "accepted"}) && m_said.first().required > 0 &&
               m_said.first().done < m_said.first().required;
    }
    void mendPrinter() {
        m_bench.steer(QStringLiteral("@printer ready"));
        m_said = m_bench.scan(kQuiet);
    }
    /// A scan that was held is judged at the release, and may be refused in its turn.
    void release() {
        for (int refusal = 0; refusal < 4; ++refusal) {
            m_bench.scan(QStringLiteral("PBC-OK"));
            if (!has(m_bench.scan(kQuiet), {"acknowledge-first"}))
                return;
        }
    }
    void beginAgain() {
        release();
        m_bench.scan(QStringLiteral("PBC-ASIDE"));
        m_said = m_bench.scan(m_job.order);
    }
    /// The newest label that lies about and was not refused here; none: "nothing came".
    void takeLabel() {
        const auto out = m_world.loose();
        const auto fresh = std::find_if(out.crbegin(), out.crend(), [this](const PaperCopy& one) {
            return !m_refused.contains(one.text);
        });
        if (has(m_said, {"label-first"}))
            release();
        if (fresh != out.crend()) {
            stick(*fresh);
        } else if (has(m_said, {"printer-waits"})) {
            mendPrinter();
            if (m_said.size() == 1)
                beginAgain();
        } else {
            m_said = m_bench.scan(QStringLiteral("PBC-NONE"));
        }
    }
    void stick(const PaperCopy& label) {
        m_said = m_bench.scan(label.text);
        if (has(m_said, {"label-bound"}))
            m_said = m_bench.scan(label.text);
        if (has(m_said, {"dispatched", "old-copy", "void-copy", "number-given-up"}))
            m_world.throwAway(label.text);
        if (has(m_said, {"old-copy", "void-copy", "number-given-up", "wrong-label",
                         "already-packed", "label-not-printed"})) {
            m_refused += label.text;
            m_bench.scan(QStringLiteral("PBC-OK"));
            m_said = {{QString(), QStringLiteral("scan-label"), 0, 0}};
        }
    }

    const World& m_world;
    Bench& m_bench;
    const Job& m_job;
    QStringList m_refused;
    QList<Bench::Reply> m_said;
};

} // namespace

bool pack(const World& world, Bench& bench, const Job& job) {
    return Packer(world, bench, job).pack();
}

bool packWhateverHappened(const World& world, const Job& job) {
    for (int start = 0; start < 3; ++start) {
        Bench bench(world);
        if (pack(world, bench, job))
            return true;
    }
    return false;
}

Job socks() {
    return {QStringLiteral("2609210012"), QStringLiteral("6901234500868"), 1};
}

} // namespace packbench::faults
