// Writes the bench's tones as WAV files into the folder named on the command line: 22 kHz, mono,
// 16 bit. Pitch and rhythm both differ, so that a tone survives noise and hearing loss.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <numbers>
#include <string>
#include <vector>

namespace {

constexpr int kRate = 22050;

struct Note {
    double fromHz;
    double toHz;
    int ms;
    double loudness;
    bool isBuzz = false;
};

struct Tone {
    const char* name;
    std::vector<Note> notes; // 0 Hz is a rest
};

const std::vector<Tone>& tones() {
    static const std::vector<Tone> kAll{
        {"accepted", {{1568, 1568, 90, 0.55}}},
        {"done", {{988, 988, 110, 0.55}, {0, 0, 25, 0}, {1480, 1480, 200, 0.55}}},
        {"turn", {{760, 760, 22, 0.35}, {0, 0, 90, 0}, {760, 760, 22, 0.35}}},
        {"wrong", {{233, 233, 210, 0.85}, {0, 0, 70, 0}, {175, 175, 300, 0.85}}},
        {"many",
         {{233, 233, 120, 0.85},
          {0, 0, 60, 0},
          {233, 233, 120, 0.85},
          {0, 0, 60, 0},
          {233, 233, 120, 0.85}}},
        {"unknown", {{118, 118, 520, 0.7, true}}},
        {"stop", {{980, 310, 480, 0.8}, {0, 0, 40, 0}, {980, 310, 480, 0.8}, {0, 0, 40, 0}}},
        {"look", {{784, 784, 160, 0.6}, {0, 0, 50, 0}, {587, 587, 240, 0.6}}},
        {"wait", {{440, 440, 260, 0.3}}},
    };
    return kAll;
}

// Low notes get overtones: a small loudspeaker plays nothing below 300 Hz.
double shape(const Note& note, double phase) {
    const double turn = 2 * std::numbers::pi * phase;
    if (note.isBuzz)
        return std::fmod(phase, 1.0) < 0.5 ? 0.8 : -0.8;
    if (note.toHz < 320)
        return 0.5 * std::sin(turn) + 0.3 * std::sin(3 * turn) + 0.2 * std::sin(5 * turn);
    return 0.85 * std::sin(turn) + 0.15 * std::sin(2 * turn);
}

void append(std::vector<int16_t>& samples, const Note& note) {
    const int count = kRate * note.ms / 1000;
    const double fade = kRate * 0.006;
    double phase = 0;
    for (int i = 0; i < count; ++i) {
        const double hz = note.fromHz + (note.toHz - note.fromHz) * i / count;
        phase += hz / kRate;
        const double edge = std::min({1.0, i / fade, double(count - i) / fade});
        const double value = note.loudness * edge * shape(note, phase);
        samples.push_back(int16_t(std::lround(value * 32767)));
    }
}

void put(std::ofstream& out, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.put(char(value >> (8 * i) & 0xff));
}

bool write(const std::string& path, const std::vector<int16_t>& samples) {
    std::ofstream out(path, std::ios::binary);
    const auto bytes = uint32_t(samples.size() * 2);
    out << "RIFF";
    put(out, 36 + bytes, 4);
    out << "WAVEfmt ";
    put(out, 16, 4);
    put(out, 1, 2);
    put(out, 1, 2);
    put(out, kRate, 4);
    put(out, kRate * 2, 4);
    put(out, 2, 2);
    put(out, 16, 2);
    out << "data";
    put(out, bytes, 4);
    for (const int16_t sample : samples)
        put(out, uint16_t(sample), 2);
    return out.good();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "maketones: name the folder to write to\n";
        return 1;
    }
    for (const Tone& tone : tones()) {
        std::vector<int16_t> samples;
        for (const Note& note : tone.notes)
            append(samples, note);
        if (!write(std::string(argv[1]) + "/" + tone.name + ".wav", samples)) {
            std::cerr << "maketones: cannot write " << tone.name << ".wav\n";
            return 1;
        }
    }
    return 0;
}
