#include "bench/foreignreader.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>

namespace packbench {
namespace {

constexpr int kSliceMs = 50; ///< of waiting, before cancel is looked at
constexpr qint64 kMostAnswer = qint64(512) << 20;

QStringList argumentsOf(const CarrierWish& wish) {
    QStringList arguments{QString::number(wish.dotsPerMm), QString::number(wish.madeForDots),
                          QString::number(wish.stockMm.width()),
                          QString::number(wish.stockMm.height())};
    if (wish.grades)
        arguments.append(QStringLiteral("grades"));
    return arguments;
}

ForeignFile refused(const QString& sentence) {
    return {CarrierForm::Unknown, {}, sentence};
}

} // namespace

ForeignReader::ForeignReader(const QString& program, int seconds)
    : m_program(program.isEmpty()
                    ? QCoreApplication::applicationDirPath() + QStringLiteral("/packbench-reader")
                    : program)
    , m_seconds(seconds) {}

ForeignFile ForeignReader::open(const QByteArray& file, const CarrierWish& wish,
                                const std::atomic<bool>* cancel) const {
    QProcess reader;
    reader.setProcessChannelMode(QProcess::SeparateChannels);
    reader.start(m_program, argumentsOf(wish));
    if (!reader.waitForStarted())
        return refused(QStringLiteral("Label files cannot be opened: %1 is not there. Install "
                                      "Packbench again.")
                           .arg(m_program));
    reader.write(file);
    reader.closeWriteChannel();
    QByteArray answer;
    const QDeadlineTimer deadline(m_seconds * 1000);
    while (reader.state() != QProcess::NotRunning) {
        reader.waitForFinished(kSliceMs);
        answer += reader.readAllStandardOutput();
        const bool isCancelled = cancel != nullptr && *cancel;
        if (!isCancelled && !deadline.hasExpired() && answer.size() <= kMostAnswer)
            continue;
        reader.kill();
        reader.waitForFinished();
        return refused(isCancelled
                           ? QStringLiteral("Opening the file was cancelled.")
                           : QStringLiteral("The file takes longer than %1 s to draw: it is "
                                            "refused. Export it in files of fewer labels.")
                                 .arg(m_seconds));
    }
    answer += reader.readAllStandardOutput();
    const auto foreign = fromWire(answer);
    if (reader.exitStatus() == QProcess::NormalExit && reader.exitCode() == 0 && foreign)
        return *foreign;
    const QString said = QString::fromLocal8Bit(reader.readAllStandardError()).trimmed();
    if (reader.exitCode() == 3 && reader.exitStatus() == QProcess::NormalExit)
        return refused(QStringLiteral("Label files cannot be opened safely: %1").arg(said));
    return refused(QStringLiteral("The file cannot be opened: it is damaged, or it needs more than "
                                  "any label. Nothing else was touched; have it exported again."));
}

} // namespace packbench
