#include "benchmodel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <random>
#include <set>
#include <unordered_map>

namespace packbench::faults {
namespace {

/// What a move is as the bench sees it: the ledger's half of the state, the move, the label
/// scanned.
using Kind = std::pair<std::uint64_t, std::uint64_t>;

Kind kindOf(const State& state, const Step& step) {
    State ledger;
    for (std::size_t at = 0; at < 2; ++at) {
        ledger.parcels[at] = state.parcels[at];
        const bool isScanned =
            at == step.parcel && (step.act == Act::ScanBack || step.act == Act::Leave);
        ledger.parcels[at].onBox = isScanned ? state.parcels[at].onBox : PaperLabel();
        ledger.parcels[at].gone = false;
    }
    ledger.working = state.working;
    ledger.handedOver = state.handedOver && step.act == Act::Report;
    return {packed(ledger), std::uint64_t(step.act) * 2 + step.parcel};
}

bool isAtTheBench(const Step& step) {
    return step.act != Act::HandOver && step.act != Act::Print && step.act != Act::Forget &&
           step.act != Act::Stick;
}

/// The whole graph of a design, and ways to moves that were not made yet.
class Graph {
public:
    explicit Graph(const Design& design) : m_design(design) {
        std::deque<State> open{State()};
        std::set<std::uint64_t> seen{packed(State())};
        while (!open.empty()) {
            const State state = open.front();
            open.pop_front();
            auto moves = movesFrom(m_design, state);
            for (const Move& move : moves) {
                if (isAtTheBench(move.step))
                    m_left.insert(kindOf(state, move.step));
                if (seen.insert(packed(move.to)).second)
                    open.push_back(move.to);
            }
            m_moves.emplace(packed(state), std::move(moves));
        }
        m_kinds = m_left.size();
    }

    [[nodiscard]] std::size_t kinds() const { return m_kinds; }
    [[nodiscard]] std::size_t left() const { return m_left.size(); }
    void made(const State& state, const Step& step) { m_left.erase(kindOf(state, step)); }

    /// The shortest way from here to a move nobody made yet; empty: there is none.
    [[nodiscard]] std::vector<Move> wayToNew(const State& from, std::mt19937& random) const {
        struct Came {
            std::uint64_t from;
            Move move;
        };
        std::unordered_map<std::uint64_t, Came> came;
        std::deque<State> open{from};
        const std::uint64_t start = packed(from);
        while (!open.empty()) {
            const State state = open.front();
            open.pop_front();
            auto moves = m_moves.at(packed(state));
            std::shuffle(moves.begin(), moves.end(), random);
            for (const Move& move : moves) {
                const bool isNew =
                    isAtTheBench(move.step) && m_left.contains(kindOf(state, move.step));
                if (isNew) {
                    std::vector<Move> way{move};
                    for (std::uint64_t at = packed(state); at != start; at = came.at(at).from)
                        way.insert(way.begin(), came.at(at).move);
                    return way;
                }
                if (packed(move.to) != start &&
                    came.emplace(packed(move.to), Came{packed(state), move}).second)
                    open.push_back(move.to);
            }
        }
        return {};
    }

private:
    const Design& m_design;
    std::unordered_map<std::uint64_t, std::vector<Move>> m_moves;
    std::set<Kind> m_left;
    std::size_t m_kinds = 0;
};

bool isWhole() {
    return qgetenv("PACKBENCH_FAULTS") == "all";
}

unsigned seed() {
    bool isSet = false;
    const unsigned given = qEnvironmentVariable("PACKBENCH_SEED").toUInt(&isSet);
    return isSet ? given : std::random_device()() % 1'000'000;
}

/// Row 50: the bench is led along the moves of its own model, and holds the same after each.
TEST(BenchModel, TheRealBenchGoesTheWaysOfTheModel) {
    const Design& design = faults::design("bench");
    Graph graph(design);
    const unsigned chosen = seed();
    std::mt19937 random(chosen);
    std::printf("PACKBENCH_SEED=%u plays this again\n", chosen);
    const int most = isWhole() ? 1'000'000 : 600;
    int steps = 0;
    int walks = 0;
    while (graph.left() > 0 && steps < most) {
        BenchModel bench;
        ++walks;
        State state;
        std::string trace;
        for (auto way = graph.wayToNew(state, random); !way.empty() && steps < most;
             way = graph.wayToNew(state, random)) {
            for (const Move& move : way) {
                trace += word(move.step) + "; ";
                const QString wrong = bench.follow(state, move.step);
                ASSERT_TRUE(wrong.isEmpty()) << wrong.toStdString() << " after " << trace;
                graph.made(state, move.step);
                state = move.to;
                ++steps;
                const State seen = bench.seen(state);
                for (std::size_t at = 0; at < 2; ++at) {
                    const Parcel& is = seen.parcels[at];
                    const Parcel& should = state.parcels[at];
                    ASSERT_TRUE(is == should)
                        << (at == 0 ? "A" : "B") << " has number " << int(is.number) << " copy "
                        << int(is.copyNo) << " state " << int(is.copy) << " dispatched "
                        << is.dispatched << ", the model number " << int(should.number) << " copy "
                        << int(should.copyNo) << " state " << int(should.copy) << " dispatched "
                        << should.dispatched << " after " << trace;
                }
                ASSERT_TRUE(seen == state) << "after " << trace;
            }
        }
    }
    std::printf("%zu of %zu kinds of moves, %d steps in %d walks\n", graph.kinds() - graph.left(),
                graph.kinds(), steps, walks);
    if (isWhole()) {
        EXPECT_EQ(graph.left(), 0U);
    }
}

} // namespace
} // namespace packbench::faults
