#include "ledger/statementtext.h"

#include <QFile>

static void loadLedgerTexts() {
    Q_INIT_RESOURCE(ledger);
}

namespace packbench {
namespace {

bool isNameCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'_';
}

/// End of the quoted text that begins at `from`.
qsizetype endOfQuote(const QString& text, qsizetype from) {
    const qsizetype end = text.indexOf(text.at(from), from + 1);
    return end < 0 ? text.size() : end + 1;
}

bool beginsParameter(const QString& text, qsizetype at) {
    const bool afterColon = at > 0 && text.at(at - 1) == u':';
    return text.at(at) == u':' && !afterColon && at + 1 < text.size() && text.at(at + 1).isLetter();
}

} // namespace

StatementText statementText(const QString& file) {
    StatementText result;
    qsizetype at = 0;
    while (at < file.size()) {
        const QChar c = file.at(at);
        qsizetype end = at + 1;
        if (c == u'-' && file.mid(at, 2) == u"--") {
            end = file.indexOf(u'\n', at);
            at = end < 0 ? file.size() : end;
            continue;
        }
        if (c == u'\'' || c == u'"')
            end = endOfQuote(file, at);
        if (beginsParameter(file, at)) {
            while (end < file.size() && isNameCharacter(file.at(end)))
                ++end;
            const QString name = file.mid(at, end - at);
            if (!result.parameters.contains(name))
                result.parameters += name;
        }
        result.sql += QStringView(file).mid(at, end - at);
        at = end;
    }
    result.sql = result.sql.trimmed();
    return result;
}

QString ledgerText(const QString& path, bool postgres) {
    loadLedgerTexts();
    const QString root = QStringLiteral(":/packbench/ledger/");
    QFile file(root + path + (postgres ? QStringLiteral(".postgres.sql") : QStringLiteral(".sql")));
    if (!file.exists())
        file.setFileName(root + path + QStringLiteral(".sql"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

} // namespace packbench
