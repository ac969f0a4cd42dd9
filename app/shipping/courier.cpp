#include "shipping/courier.h"

#include "shipping/courierrules.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace packbench {

namespace {

/// A rule with its expression made ready.
struct ReadyRule {
    const CourierRule* rule;
    QRegularExpression form;
};

const std::vector<ReadyRule>& readyRules() {
    static const std::vector<ReadyRule> rules = [] {
        std::vector<ReadyRule> ready;
        for (const CourierRule& rule : courierRules()) {
            ready.push_back({&rule, QRegularExpression(QRegularExpression::anchoredPattern(
                                        QString::fromLatin1(rule.form)))});
            ready.back().form.optimize();
        }
        return ready;
    }();
    return rules;
}

struct RankedProposal {
    FormStrength strength;
    CourierProposal proposal;
};

QString normalised(const QString& number) {
    QString text = number.toUpper();
    text.remove(u' ');
    return text;
}

struct S10Number {
    bool shaped = false;
    bool checked = false;
    QString courier;
};

/// UPU S10: two letters, eight digits, check digit, country.
S10Number readS10(const QString& number) {
    static const QRegularExpression form(
        QStringLiteral("\\A([A-Z]{2})([0-9]{8})([0-9])([A-Z]{2})\\z"));
    const auto match = form.match(number);
    if (!match.hasMatch())
        return {};
    S10Number read;
    read.courier = postOf(match.captured(4), number.front());
    read.shaped = !read.courier.isEmpty();
    read.checked = checkHolds(CheckMethod::S10, match.capturedView(2), number.at(10));
    return read;
}

std::optional<CourierProposal> tryRule(const ReadyRule& ready, const QString& number) {
    const auto match = ready.form.match(number);
    if (!match.hasMatch())
        return std::nullopt;
    const CheckMethod method = ready.rule->check;
    const bool checked = method != CheckMethod::None;
    if (checked && !checkHolds(method, match.capturedView(u"b"), match.capturedView(u"c").front()))
        return std::nullopt;
    const bool reliable = ready.rule->strength == FormStrength::Decides ||
                          ready.rule->strength == FormStrength::DecidesChecked;
    return CourierProposal{QString::fromLatin1(ready.rule->courier), reliable, checked};
}

void keepBest(std::vector<RankedProposal>& proposals, const RankedProposal& next) {
    const auto same = std::find_if(proposals.begin(), proposals.end(), [&](const auto& each) {
        return each.proposal.courier == next.proposal.courier;
    });
    if (same == proposals.end()) {
        proposals.push_back(next);
        return;
    }
    // A verified digit stays said, even where a prefix is the stronger ground.
    const bool checked = same->proposal.checked || next.proposal.checked;
    if (next.strength < same->strength)
        *same = next;
    same->proposal.checked = checked;
}

/// Forms whose shape alone says "waybill", so that a wrong digit is a misread.
bool promisesCheckDigit(const QString& number) {
    static const QRegularExpression form(QStringLiteral("\\A1Z[A-Z0-9]{15}[0-9]\\z"));
    return form.match(number).hasMatch() || readS10(number).shaped;
}

} // namespace

QList<CourierProposal> proposeCouriers(const QString& number) {
    const QString text = normalised(number);
    std::vector<RankedProposal> proposals;
    const S10Number s10 = readS10(text);
    if (s10.shaped && s10.checked)
        proposals.push_back({FormStrength::Decides, {s10.courier, true, true}});
    for (const ReadyRule& ready : readyRules()) {
        if (const auto proposal = tryRule(ready, text))
            keepBest(proposals, {ready.rule->strength, *proposal});
    }
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const auto& a, const auto& b) { return a.strength < b.strength; });
    QList<CourierProposal> answer;
    for (const RankedProposal& each : proposals)
        answer << each.proposal;
    return answer;
}

WaybillForm waybillForm(const QString& number, const QList<CourierProposal>& proposals) {
    if (!proposals.isEmpty() && proposals.first().reliable)
        return WaybillForm::Waybill;
    return promisesCheckDigit(normalised(number)) ? WaybillForm::Misread : WaybillForm::Unclear;
}

} // namespace packbench
