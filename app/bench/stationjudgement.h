#pragma once

#include "bench/station.h"

namespace packbench {

enum class Station::Action {
    None,
    SignOn,
    SignOff,
    Release,
    Open,         ///< orderId
    OpenAndCount, ///< single-item mode
    Count,        ///< pick
    AskSerial,    ///< pick.line
    SetQuantity,
    ToggleSingle,
    SetAside,
    Undo,
    ConfirmRemarks,
    RetryLabel,
    AskReason,
    PrintAgain,
    AskVerb,  ///< orderId, 0 = asked for next
    DoVerb,   ///< text: reason
    NotThere, ///< text: copy
    NoteLateReason,
    NothingCame,
    CancelLabel,
    TakeBackCarton, ///< text: parcel
    SayLanguage,    ///< text
    Bind,           ///< orderId, waybill
    AssignTote,
    AssignBox, ///< text
    ConfirmClock
};

struct Station::Judgement {
    QString outcome{};
    Verdict verdict = Verdict::None;
    Notice notice{};
    bool isRefusal = false;
    Action action = Action::None;
    qint64 orderId = 0;
    std::optional<OrderKey> order{};
    PickVerdict pick{};
    QString serial{};
    QString how = QStringLiteral("scan");
    QString text{}; ///< waybill, tote, reason, badge
    std::optional<ShownItem> got{};
    std::optional<ShownItem> expected{};
    QStringList differing{};
};

} // namespace packbench
