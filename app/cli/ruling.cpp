#include "cli/ruling.h"

#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {

QList<QCommandLineOption> rulingOptions() {
    return {{QStringLiteral("reason"), QStringLiteral("Why."), QStringLiteral("why")},
            {QStringLiteral("badge"), QStringLiteral("The supervisor's badge."),
             QStringLiteral("badge")}};
}

Ruling rulingOf(const Invocation& call, Ledger& ledger, Instant now) {
    if (call.value("reason").trimmed().isEmpty())
        throw UsageError(QStringLiteral("Give --reason WHY: it is kept."));
    const QList<Operator> staff = ledger.staff().all();
    const bool asks = std::any_of(staff.cbegin(), staff.cend(), [](const Operator& person) {
        return person.role == Role::Supervisor;
    });
    const auto person = ledger.staff().byBadge(call.value("badge"));
    if (asks && (!person || person->role != Role::Supervisor))
        throw UsageError(QStringLiteral("Only a supervisor decides this: give --badge with the "
                                        "badge of one."));
    return {call.value("badge"), call.value("reason").trimmed(), now};
}

} // namespace packbench
