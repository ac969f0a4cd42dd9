#pragma once

#include "shipping/checkdigit.h"
#include "shipping/scancode.h"

#include <QList>
#include <QString>

#include <span>

namespace packbench {

/// How much a form of number says about its courier, strongest first.
enum class FormStrength {
    Decides,        ///< the prefix is this courier's alone
    DecidesChecked, ///< its shape and a check digit that holds make it this courier's
    Prefix,         ///< a prefix of current rules, shared now and then
    Named,          ///< letters in front that few others use, no check digit
    Checked,        ///< bare digits whose check digit holds: chance does that too
    OldPrefix,      ///< a prefix of older rules
    AnyDigits       ///< every number of that length
};

/// One form of waybill number. The expression is matched against the whole number; group `b` is
/// what the check character in group `c` protects.
struct CourierRule {
    const char* courier;
    const char* form;
    FormStrength strength;
    CheckMethod check = CheckMethod::None;
};

[[nodiscard]] std::span<const CourierRule> courierRules();

/// The courier of an S10 number by its country, empty for a country that does not exist.
[[nodiscard]] QString postOf(const QString& country, QChar service);

/// What a scan may conclude from a number's form.
enum class WaybillForm {
    Unclear, ///< no form, or only forms that other codes have too
    Waybill, ///< nothing but a waybill looks like this
    Misread  ///< shaped as a waybill with check digit, but the digit is wrong
};

/// @param proposals what proposeCouriers() says of the same number
[[nodiscard]] WaybillForm waybillForm(const QString& number,
                                      const QList<CourierProposal>& proposals);

} // namespace packbench
