#include "print.h"

#include "shipping/labelstate.h"

#include <gtest/gtest.h>

#include <QSet>

namespace packbench {
namespace {

const QList<WaybillState> kWaybills{WaybillState::Free, WaybillState::Reserved, WaybillState::Bound,
                                    WaybillState::Dispatched, WaybillState::Void};
const QList<CopyState> kCopies{CopyState::Prepared,    CopyState::Sending, CopyState::Sent,
                               CopyState::Printed,     CopyState::Bound,   CopyState::Uncertain,
                               CopyState::FailedClean, CopyState::Void};
const QList<IncomingState> kIncoming{IncomingState::Matched,  IncomingState::Unmatched,
                                     IncomingState::Doubled,  IncomingState::Unreadable,
                                     IncomingState::TooLarge, IncomingState::Used,
                                     IncomingState::Discarded};

template <typename State>
QSet<QString> stepsOf(const QList<State>& states) {
    QSet<QString> steps;
    for (State from : states) {
        for (State to : states) {
            if (mayBecome(from, to))
                steps.insert(word(from) + u'>' + word(to));
        }
    }
    return steps;
}

TEST(LabelState, ANumberTakesTheseStepsAndNoOthers) {
    EXPECT_EQ(stepsOf(kWaybills),
              (QSet<QString>{"free>reserved", "free>void", "reserved>bound", "reserved>void",
                             "bound>dispatched", "bound>reserved", "bound>void"}));
}

TEST(LabelState, ACopyTakesTheseStepsAndNoOthers) {
    EXPECT_EQ(stepsOf(kCopies),
              (QSet<QString>{"prepared>sending", "prepared>void", "sending>sent",
                             "sending>uncertain", "sending>failed-clean", "sent>printed",
                             "sent>bound", "sent>uncertain", "sent>void", "printed>bound",
                             "printed>void", "uncertain>bound", "uncertain>void",
                             "failed-clean>prepared", "failed-clean>void", "bound>void"}));
}

TEST(LabelState, AnIncomingLabelTakesTheseStepsAndNoOthers) {
    EXPECT_EQ(stepsOf(kIncoming),
              (QSet<QString>{"matched>used", "matched>unmatched", "matched>doubled",
                             "matched>discarded", "unmatched>unmatched", "unmatched>matched",
                             "unmatched>doubled", "unmatched>discarded", "doubled>matched",
                             "doubled>discarded", "unreadable>discarded", "too-large>discarded"}));
}

TEST(LabelState, NothingIsSentAgainByItself) {
    for (CopyState state : {CopyState::Sent, CopyState::Printed, CopyState::Uncertain,
                            CopyState::Bound, CopyState::Void})
        EXPECT_FALSE(mayBecome(state, CopyState::Sending));
}

TEST(LabelState, WordsGoBothWays) {
    for (WaybillState state : kWaybills)
        EXPECT_EQ(waybillStateFromWord(word(state)), state);
    for (CopyState state : kCopies)
        EXPECT_EQ(copyStateFromWord(word(state)), state);
    for (IncomingState state : kIncoming)
        EXPECT_EQ(incomingStateFromWord(word(state)), state);
    EXPECT_FALSE(waybillStateFromWord(QStringLiteral("gone")));
    EXPECT_FALSE(copyStateFromWord(QStringLiteral("")));
}

} // namespace
} // namespace packbench
