#pragma once

#include "ledger/address.h"

#include <QCommandLineParser>
#include <QHash>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

#include <memory>

namespace packbench {

class Ledger;

/// How a command ends; the process's exit code.
enum ExitCode { kDone = 0, kDoneWithFindings = 1, kUsage = 2, kWorldBroke = 3 };

/// Wrong words on the command line; `what` is the sentence shown.
class UsageError : public std::exception {
public:
    explicit UsageError(const QString& sentence) : m_bytes(sentence.toUtf8()) {}
    [[nodiscard]] const char* what() const noexcept override { return m_bytes.constData(); }

private:
    QByteArray m_bytes;
};

/// One call of packctl: the options and words behind the command's name.
class Invocation {
public:
    /// `options` are the command's own; --json, --ledger and --language are always there.
    Invocation(const QStringList& arguments, const QList<QCommandLineOption>& options);

    [[nodiscard]] bool json() const { return m_parser.isSet(QStringLiteral("json")); }
    [[nodiscard]] bool isSet(const char* option) const {
        return m_parser.isSet(QLatin1String(option));
    }
    [[nodiscard]] QString value(const char* option) const {
        return m_parser.value(QLatin1String(option));
    }
    [[nodiscard]] QStringList words() const { return m_parser.positionalArguments(); }
    /// The only word; UsageError when there is none or more.
    [[nodiscard]] QString onlyWord(const QString& what) const;

    [[nodiscard]] QString ledgerText() const;
    [[nodiscard]] LedgerAddress ledgerAddress() const;
    [[nodiscard]] std::unique_ptr<Ledger> openLedger() const;
    /// The ledger's settings, though a kiosk may be working with it; none where nobody named a
    /// ledger and there is none in the usual place.
    [[nodiscard]] QHash<QString, QString> settings() const;

private:
    QCommandLineParser m_parser;
};

/// One JSON document on standard output.
void print(const QJsonDocument& document);
[[nodiscard]] bool hasPrintedDocument();
/// A line for people, on standard output; `tell` for remarks, on standard error.
void printLine(const QString& line);
void tell(const QString& line);

} // namespace packbench
