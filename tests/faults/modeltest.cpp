#include "model.h"

#include <gtest/gtest.h>

namespace packbench::faults {
namespace {

std::string told(const Explored& found) {
    std::string text = std::to_string(found.states) + " states, " +
                       std::to_string(found.transitions) + " transitions";
    for (const auto& [harm, steps] : found.harms) {
        text += "\n  " + word(harm) + " (" + std::to_string(steps.size()) + " steps):";
        for (const Step& step : steps)
            text += " " + word(step) + ";";
    }
    return text;
}

struct Expected {
    const char* design;
    std::vector<Harm> harms;
};

class PrintProtocol : public testing::TestWithParam<Expected> {};

TEST_P(PrintProtocol, HasTheHarmsOfItsDesignAndNoOther) {
    const Explored found = explore(design(GetParam().design));
    std::vector<Harm> harms;
    for (const auto& [harm, steps] : found.harms)
        harms.push_back(harm);
    EXPECT_EQ(harms, GetParam().harms) << told(found);
    EXPECT_TRUE(found.bothCanLeave) << "a design under which nothing leaves is safe and useless";
    EXPECT_GT(found.states, 5000U);
    RecordProperty("states", std::to_string(found.states));
    std::printf("%s: %s\n", GetParam().design, told(found).c_str());
}

INSTANTIATE_TEST_SUITE_P(
    Designs, PrintProtocol,
    testing::Values(Expected{"N1", {Harm::AnothersNumber, Harm::Twins, Harm::TwoValid}},
                    Expected{"N2", {Harm::AnothersNumber, Harm::VoidedAfterLeaving}},
                    Expected{"N3", {Harm::AnothersNumber, Harm::TwoValid}},
                    Expected{"N4", {Harm::AnothersNumber, Harm::TwoValid}}, Expected{"N5", {}},
                    Expected{"D1", {}}, Expected{"D2", {}},
                    Expected{"D3", {Harm::AnothersNumber, Harm::Twins}},
                    Expected{"D4", {Harm::Twins}}, Expected{"bench", {}},
                    Expected{"idle", {Harm::AnothersNumber}}, Expected{"idleGate", {}}),
    [](const auto& one) { return std::string(one.param.design); });

TEST(Model, StatesThatDifferArePackedDifferently) {
    State one;
    State other;
    other.loose[0] = {3, 1, 2};
    EXPECT_NE(packed(one), packed(other));
    one.buffer[0] = {3, 1, 2};
    EXPECT_NE(packed(one), packed(other));
}

} // namespace
} // namespace packbench::faults
