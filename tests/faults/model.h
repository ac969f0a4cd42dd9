#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace packbench::faults {

/// The print protocol as a state machine small enough to be searched whole: 2 parcels, 3 numbers,
/// at most 2 copies of a label, a printer that keeps 2 labels, 3 labels that lie about (reliability
/// facts, 5.5). People stick any loose label on any box, the program dies anywhere, the printer is
/// late, forgets, or repeats itself.

/// How a bench might go about it.
struct Design {
    std::string name;
    bool recordsFirst = true; ///< the ledger knows before the printer does
    bool newNumber = false;   ///< another copy takes another number
    bool scansBack = true;    ///< the label on the box is scanned before the box counts as labelled
    bool marksCopies = true;  ///< a label says which copy it is
    bool flushes = false;     ///< the printer's memory is emptied before another copy
    bool printerRepeats = false; ///< the printer may print a copy twice
    bool gateSeesBox = false;    ///< the gate scans the box, too
    bool bindsUnseen = false; ///< a label scanned while no order is open counts as on its own box
    bool wholeBench = false;  ///< also clean failures and damage after binding (C11)
};

/// N1–N5 and D1–D4 of the facts, and the bench as it is built.
[[nodiscard]] const std::vector<Design>& designs();
[[nodiscard]] const Design& design(const std::string& name);

/// A label of paper. Number 0: none.
struct PaperLabel {
    std::uint8_t number = 0; ///< 1 … 3
    std::uint8_t parcel = 0; ///< whose address is on it
    std::uint8_t copy = 0;   ///< 1 … 2
    auto operator<=>(const PaperLabel&) const = default;
    explicit operator bool() const { return number != 0; }
};

enum class Copy : std::uint8_t { None, Prepared, Sending, Sent, Uncertain, Bound, FailedClean };

struct Parcel {
    // what the ledger knows
    std::uint8_t number = 0;
    std::uint8_t copyNo = 0;
    Copy copy = Copy::None;
    bool dispatched = false;
    // what there is
    PaperLabel onBox;
    bool gone = false;
    auto operator<=>(const Parcel&) const = default;
};

struct State {
    std::array<Parcel, 2> parcels;
    std::array<bool, 3> isVoid{};       ///< number 1 … 3
    std::array<PaperLabel, 2> buffer{}; ///< in the printer, oldest first
    std::array<PaperLabel, 3> loose{};  ///< sorted, none last
    // lost when the program dies
    std::uint8_t working = 0; ///< 1 + parcel whose label is on its way, 0 = none
    std::uint8_t number = 0;  ///< of that label
    bool handedOver = false;  ///< the printer has it
    auto operator<=>(const State&) const = default;
};

[[nodiscard]] std::uint64_t packed(const State& state);

enum class Act : std::uint8_t {
    Prepare,     ///< a number and a copy for the parcel
    Send,        ///< committed: the first byte may leave
    HandOver,    ///< the printer takes all bytes
    Break,       ///< the transfer ends in doubt, nothing arrived
    FailClean,   ///< … before its first byte
    Report,      ///< the bench hears that the printer took it
    Crash,       ///< and starts again
    Print,       ///< the oldest label comes out of the printer
    PrintTwice,  ///< … and stays in its memory
    Forget,      ///< the printer loses its memory
    Stick,       ///< loose label `label` onto the box
    ScanBack,    ///< the box, then the label on it
    ScanUnseen,  ///< the label on the box alone
    NothingCame, ///< a person says so: another copy
    Damaged,     ///< a bound label is torn: another copy
    Leave,       ///< through the gate
};

struct Step {
    Act act = Act::Crash;
    std::uint8_t parcel = 0;
    PaperLabel label; ///< which loose one
    auto operator<=>(const Step&) const = default;
};

[[nodiscard]] std::string word(const Step& step);

/// What must never be.
enum class Harm {
    AnothersNumber,     ///< a box left with another parcel's number
    Twins,              ///< two identical labels, both of which the gate lets pass
    TwoValid,           ///< two different labels of one parcel, both of which the gate lets pass
    VoidedAfterLeaving, ///< a number was given up that had left on a box
};
[[nodiscard]] std::string word(Harm harm);

struct Move {
    Step step;
    State to;
};
[[nodiscard]] std::vector<Move> movesFrom(const Design& design, const State& state);
/// What is wrong in a state.
[[nodiscard]] std::vector<Harm> harmsIn(const Design& design, const State& state);

struct Explored {
    std::size_t states = 0;
    std::size_t transitions = 0;
    bool bothCanLeave = false;               ///< some state has both parcels gone
    std::map<Harm, std::vector<Step>> harms; ///< the shortest way to each
};
[[nodiscard]] Explored explore(const Design& design);

} // namespace packbench::faults
