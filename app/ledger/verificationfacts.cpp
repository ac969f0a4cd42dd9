#include "ledger/verificationfacts.h"

#include "ledger/database.h"

#include <QCryptographicHash>

namespace packbench {

QString verificationFacts(Rows& rows) {
    constexpr int kColumns = 9;
    constexpr qsizetype kDigits = 16;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int column = 0; column < kColumns; ++column) {
        const QByteArray text = rows.text().toUtf8();
        hash.addData(QByteArray::number(text.size()) + ':' + text);
    }
    return QString::fromLatin1(hash.result().toHex().left(kDigits));
}

} // namespace packbench
