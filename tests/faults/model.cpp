#include "model.h"

#include <algorithm>
#include <unordered_map>

namespace packbench::faults {
namespace {

unsigned code(const PaperLabel& label) {
    return label ? 1U + (label.number - 1U) * 4U + label.parcel * 2U + (label.copy - 1U) : 0U;
}

class Bits {
public:
    void add(unsigned value, unsigned width) {
        m_bits |= std::uint64_t(value) << m_used;
        m_used += width;
    }
    [[nodiscard]] std::uint64_t all() const { return m_bits; }

private:
    std::uint64_t m_bits = 0;
    unsigned m_used = 0;
};

bool isLive(const State& state, unsigned number) {
    return !state.isVoid[number - 1] &&
           std::any_of(state.parcels.begin(), state.parcels.end(),
                       [number](const Parcel& parcel) { return parcel.number == number; });
}

std::size_t ownerOf(const State& state, unsigned number) {
    return state.parcels[0].number == number ? 0 : 1;
}

/// Whether the gate lets a box with this label pass. Without scanning back nobody asks for more
/// than a number that is in use.
bool passes(const Design& design, const State& state, const PaperLabel& label) {
    if (!isLive(state, label.number))
        return false;
    if (!design.scansBack)
        return true;
    const Parcel& owner = state.parcels[ownerOf(state, label.number)];
    return owner.copy == Copy::Bound && !owner.dispatched &&
           (!design.marksCopies || owner.copyNo == label.copy);
}

void lay(State& state, const PaperLabel& label) {
    const auto place = std::find(state.loose.begin(), state.loose.end(), PaperLabel());
    if (place != state.loose.end()) // where three lie already it is thrown away
        *place = label;
    std::sort(state.loose.begin(), state.loose.end(), std::greater<>());
}

unsigned freeNumber(const State& state) {
    for (unsigned number = 1; number <= state.isVoid.size(); ++number) {
        if (!state.isVoid[number - 1] && !isLive(state, number))
            return number;
    }
    return 0;
}

/// All moves out of one state, one after the other.
class Moves {
public:
    Moves(const Design& design, const State& from) : m_design(design), m_from(from) {}

    std::vector<Move> all() {
        for (std::uint8_t parcel = 0; parcel < 2; ++parcel) {
            m_parcel = parcel;
            prepare();
            send();
            stick();
            scanBack();
            scanUnseen();
            another();
            leave();
        }
        onTheWay();
        printer();
        return std::move(m_moves);
    }

private:
    [[nodiscard]] const Parcel& parcel() const { return m_from.parcels[m_parcel]; }
    State& to(Act act, const PaperLabel& label = {}) {
        m_moves.push_back({{act, m_parcel, label}, m_from});
        return m_moves.back().to;
    }
    Parcel& parcelTo(Act act) { return to(act).parcels[m_parcel]; }

    void prepare() {
        const unsigned number = freeNumber(m_from);
        if (!m_design.recordsFirst || parcel().copy != Copy::None || number == 0)
            return;
        Parcel& after = parcelTo(Act::Prepare);
        after.number = static_cast<std::uint8_t>(number);
        after.copyNo = 1;
        after.copy = Copy::Prepared;
    }

    /// One label at a time is on its way.
    void send() {
        if (m_from.working != 0)
            return;
        if (!m_design.recordsFirst) {
            if (parcel().number == 0 && freeNumber(m_from) != 0)
                begin(freeNumber(m_from));
            return;
        }
        if (parcel().copy != Copy::Prepared && parcel().copy != Copy::FailedClean)
            return;
        begin(parcel().number).parcels[m_parcel].copy = Copy::Sending;
    }
    State& begin(unsigned number) {
        State& after = to(Act::Send);
        after.working = static_cast<std::uint8_t>(m_parcel + 1);
        after.number = static_cast<std::uint8_t>(number);
        return after;
    }

    void onTheWay() {
        if (m_from.working == 0)
            return;
        m_parcel = static_cast<std::uint8_t>(m_from.working - 1);
        if (m_from.handedOver) {
            State& after = ended(Act::Report, Copy::Sent);
            if (!m_design.recordsFirst)
                after.parcels[m_parcel] = {m_from.number, 1, Copy::Sent, false, parcel().onBox,
                                           parcel().gone};
        } else {
            if (!m_from.buffer[1]) {
                State& after = to(Act::HandOver);
                after.handedOver = true;
                const auto copy = std::max<std::uint8_t>(parcel().copyNo, 1);
                after.buffer[m_from.buffer[0] ? 1 : 0] = {m_from.number, m_parcel, copy};
            }
            ended(Act::Break, Copy::Uncertain);
            if (m_design.wholeBench)
                ended(Act::FailClean, Copy::FailedClean);
        }
        m_parcel = 0;
        State& after = to(Act::Crash);
        after.working = after.number = 0;
        after.handedOver = false;
        for (Parcel& one : after.parcels) {
            if (one.copy == Copy::Sending)
                one.copy = Copy::Uncertain;
        }
    }
    State& ended(Act act, Copy copy) {
        State& after = to(act);
        after.working = after.number = 0;
        after.handedOver = false;
        if (m_design.recordsFirst)
            after.parcels[m_parcel].copy = copy;
        return after;
    }

    void printer() {
        m_parcel = 0;
        if (!m_from.buffer[0])
            return;
        if (!m_from.loose[2]) {
            State& after = to(Act::Print);
            lay(after, m_from.buffer[0]);
            after.buffer = {m_from.buffer[1], {}};
            if (m_design.printerRepeats)
                lay(to(Act::PrintTwice), m_from.buffer[0]);
        }
        to(Act::Forget).buffer = {};
    }

    void stick() {
        if (parcel().onBox || parcel().gone)
            return;
        PaperLabel before;
        for (const PaperLabel& label : m_from.loose) {
            if (!label || label == before)
                continue;
            before = label;
            State& after = to(Act::Stick, label);
            after.parcels[m_parcel].onBox = label;
            *std::find(after.loose.begin(), after.loose.end(), label) = {};
            std::sort(after.loose.begin(), after.loose.end(), std::greater<>());
        }
    }

    /// A label that is not the right one comes off the box again.
    void scanBack() {
        const PaperLabel label = parcel().onBox;
        const bool isOut = parcel().copy == Copy::Sent || parcel().copy == Copy::Uncertain;
        if (!m_design.scansBack || !label || parcel().gone || parcel().number == 0 || !isOut)
            return;
        State& after = to(Act::ScanBack);
        if (label.number == parcel().number &&
            (!m_design.marksCopies || label.copy == parcel().copyNo)) {
            after.parcels[m_parcel].copy = Copy::Bound;
            return;
        }
        after.parcels[m_parcel].onBox = {};
        lay(after, label);
    }

    /// Nobody asks which box it is: the label's own parcel is bound.
    void scanUnseen() {
        const PaperLabel label = parcel().onBox;
        if (!m_design.bindsUnseen || !label || parcel().gone || !isLive(m_from, label.number))
            return;
        const Parcel& owner = m_from.parcels[ownerOf(m_from, label.number)];
        const bool isOut = owner.copy == Copy::Sent || owner.copy == Copy::Uncertain;
        if (isOut && (!m_design.marksCopies || label.copy == owner.copyNo))
            to(Act::ScanUnseen).parcels[ownerOf(m_from, label.number)].copy = Copy::Bound;
    }

    void another() {
        const bool isOut = parcel().copy == Copy::Sent || parcel().copy == Copy::Uncertain;
        if (!m_design.recordsFirst || parcel().dispatched)
            return;
        if (isOut)
            next(Act::NothingCame);
        if (m_design.wholeBench && parcel().copy == Copy::Bound && parcel().onBox && !parcel().gone)
            next(Act::Damaged);
    }
    void next(Act act) {
        const unsigned number = m_design.newNumber ? freeNumber(m_from) : parcel().number;
        if (number == 0 || (!m_design.newNumber && parcel().copyNo == 2))
            return;
        State& after = to(act);
        Parcel& changed = after.parcels[m_parcel];
        if (m_design.newNumber)
            after.isVoid[changed.number - 1U] = true;
        else
            ++changed.copyNo;
        changed.number = static_cast<std::uint8_t>(number);
        changed.copy = Copy::Prepared;
        if (act == Act::Damaged)
            changed.onBox = {};
        if (m_design.flushes)
            after.buffer = {};
    }

    void leave() {
        const PaperLabel label = parcel().onBox;
        if (parcel().gone || !label || !passes(m_design, m_from, label))
            return;
        const std::size_t owner = ownerOf(m_from, label.number);
        if (m_design.gateSeesBox && owner != m_parcel)
            return;
        State& after = to(Act::Leave);
        after.parcels[m_parcel].gone = true;
        if (m_design.scansBack)
            after.parcels[owner].dispatched = true;
    }

    const Design& m_design;
    const State& m_from;
    std::uint8_t m_parcel = 0;
    std::vector<Move> m_moves;
};

} // namespace

const std::vector<Design>& designs() {
    static const std::vector<Design> all{
        {.name = "N1", .recordsFirst = false, .scansBack = false, .marksCopies = false},
        {.name = "N2", .newNumber = true, .scansBack = false, .marksCopies = false},
        {.name = "N3", .scansBack = false, .marksCopies = false},
        {.name = "N4", .marksCopies = false, .flushes = true},
        {.name = "N5", .newNumber = true, .flushes = true},
        {.name = "D1"},
        {.name = "D2", .flushes = true},
        {.name = "D3", .flushes = true, .printerRepeats = true},
        {.name = "D4", .flushes = true, .printerRepeats = true, .gateSeesBox = true},
        {.name = "bench", .gateSeesBox = true, .wholeBench = true},
        {.name = "idle", .bindsUnseen = true, .wholeBench = true},
        {.name = "idleGate", .gateSeesBox = true, .bindsUnseen = true, .wholeBench = true},
    };
    return all;
}

const Design& design(const std::string& name) {
    return *std::find_if(designs().begin(), designs().end(),
                         [&name](const Design& one) { return one.name == name; });
}

std::uint64_t packed(const State& state) {
    Bits bits;
    for (const Parcel& parcel : state.parcels) {
        bits.add(parcel.number, 2);
        bits.add(parcel.copyNo, 2);
        bits.add(static_cast<unsigned>(parcel.copy), 3);
        bits.add(parcel.dispatched, 1);
        bits.add(code(parcel.onBox), 4);
        bits.add(parcel.gone, 1);
    }
    for (const bool isVoid : state.isVoid)
        bits.add(isVoid, 1);
    for (const PaperLabel& label : state.buffer)
        bits.add(code(label), 4);
    for (const PaperLabel& label : state.loose)
        bits.add(code(label), 4);
    bits.add(state.working, 2);
    bits.add(state.number, 2);
    bits.add(state.handedOver, 1);
    return bits.all();
}

std::string word(const Step& step) {
    static constexpr std::array kWords{"prepare",     "send",         "hand over", "break",
                                       "fail clean",  "report",       "crash",     "print",
                                       "print twice", "forget",       "stick",     "scan back",
                                       "scan unseen", "nothing came", "damaged",   "leave"};
    std::string text = kWords[static_cast<std::size_t>(step.act)];
    text += step.parcel == 0 ? " A" : " B";
    if (step.label)
        text += " (number " + std::to_string(step.label.number) + " copy " +
                std::to_string(step.label.copy) + ")";
    return text;
}

std::string word(Harm harm) {
    switch (harm) {
    case Harm::AnothersNumber: return "a box left with another parcel's number";
    case Harm::Twins: return "two identical labels are valid";
    case Harm::TwoValid: return "two different labels of one parcel are valid";
    case Harm::VoidedAfterLeaving: return "a number was voided that had left";
    }
    return {};
}

std::vector<Move> movesFrom(const Design& design, const State& state) {
    return Moves(design, state).all();
}

std::vector<Harm> harmsIn(const Design& design, const State& state) {
    std::vector<Harm> harms;
    std::vector<PaperLabel> valid;
    for (const Parcel& parcel : state.parcels) {
        const PaperLabel label = parcel.onBox;
        if (parcel.gone && state.isVoid[label.number - 1U])
            harms.push_back(Harm::VoidedAfterLeaving);
        else if (parcel.gone && &state.parcels[ownerOf(state, label.number)] != &parcel)
            harms.push_back(Harm::AnothersNumber);
        if (label && passes(design, state, label))
            valid.push_back(label);
    }
    for (const PaperLabel& label : state.loose) {
        if (label && passes(design, state, label))
            valid.push_back(label);
    }
    for (std::size_t one = 0; one < valid.size(); ++one) {
        for (std::size_t two = one + 1; two < valid.size(); ++two) {
            if (valid[one] == valid[two])
                harms.push_back(Harm::Twins);
            else if (valid[one].parcel == valid[two].parcel)
                harms.push_back(Harm::TwoValid);
        }
    }
    return harms;
}

Explored explore(const Design& design) {
    struct Came {
        std::uint64_t from;
        Step step;
    };
    Explored found;
    std::unordered_map<std::uint64_t, Came> seen;
    std::vector<State> now{State()};
    seen.reserve(1 << 18);
    seen.emplace(packed(State()), Came{packed(State()), {}});
    const auto wayTo = [&seen](std::uint64_t to) {
        std::vector<Step> steps;
        for (const std::uint64_t start = packed(State()); to != start; to = seen.at(to).from)
            steps.insert(steps.begin(), seen.at(to).step);
        return steps;
    };
    while (!now.empty()) {
        std::vector<State> next;
        for (const State& state : now) {
            found.bothCanLeave |= state.parcels[0].gone && state.parcels[1].gone;
            for (const Harm harm : harmsIn(design, state)) {
                if (!found.harms.contains(harm))
                    found.harms.emplace(harm, wayTo(packed(state)));
            }
            for (const Move& move : movesFrom(design, state)) {
                ++found.transitions;
                if (seen.emplace(packed(move.to), Came{packed(state), move.step}).second)
                    next.push_back(move.to);
            }
        }
        now = std::move(next);
    }
    found.states = seen.size();
    return found;
}

} // namespace packbench::faults
