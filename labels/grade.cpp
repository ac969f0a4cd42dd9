#include "labels/grade.h"

#include <algorithm>
#include <array>

namespace packbench {

namespace {

/// From so much on it is this grade.
struct Step {
    double least;
    CodeGrade grade;
};

// In dots; a module of a drawn page may be a rounding short.
constexpr std::array kModule{Step{2.75, CodeGrade::A}, Step{1.75, CodeGrade::B},
                             Step{1.25, CodeGrade::C}, Step{0, CodeGrade::D}};
constexpr std::array kQuiet{Step{0.95, CodeGrade::A}, Step{0.75, CodeGrade::B},
                            Step{0.5, CodeGrade::C}, Step{0, CodeGrade::D}};
// Of the three worse copies, how many are read.
constexpr std::array kCopies{Step{3, CodeGrade::A}, Step{2, CodeGrade::B}, Step{1, CodeGrade::C},
                             Step{0, CodeGrade::D}};

template <std::size_t N>
CodeGrade stepOf(const std::array<Step, N>& steps, double value) {
    for (const Step& step : steps) {
        if (value >= step.least)
            return step.grade;
    }
    return steps.back().grade;
}

CodeGrade gradeOfReading(CodeMeasure::Read read) {
    switch (read) {
    case CodeMeasure::Read::Whole: return CodeGrade::A;
    case CodeMeasure::Read::InParts: return CodeGrade::C;
    case CodeMeasure::Read::Barely: return CodeGrade::D;
    case CodeMeasure::Read::No: break;
    }
    return CodeGrade::F;
}

CodeGrade gradeOfCopies(const CodeMeasure& measure) {
    return stepOf(kCopies, int(measure.atHalf) + int(measure.burnt) + int(measure.faded));
}

CodeGrade gradeOfModule(const CodeMeasure& measure) {
    return measure.moduleDots > 0 ? stepOf(kModule, measure.moduleDots) : CodeGrade::A;
}

QString wordsOfReading(CodeMeasure::Read read) {
    switch (read) {
    case CodeMeasure::Read::InParts: return QStringLiteral("a part of its height does not read");
    case CodeMeasure::Read::Barely: return QStringLiteral("it hardly reads at its resolution");
    case CodeMeasure::Read::No: return QStringLiteral("it does not read");
    case CodeMeasure::Read::Whole: break;
    }
    return {};
}

} // namespace

QString word(CodeGrade grade) {
    switch (grade) {
    case CodeGrade::A: return QStringLiteral("A");
    case CodeGrade::B: return QStringLiteral("B");
    case CodeGrade::C: return QStringLiteral("C");
    case CodeGrade::D: return QStringLiteral("D");
    case CodeGrade::F: break;
    }
    return QStringLiteral("F");
}

CodeGrade gradeOf(const CodeMeasure& measure) {
    if (measure.read == CodeMeasure::Read::No)
        return CodeGrade::F;
    return std::max({gradeOfReading(measure.read), gradeOfCopies(measure), gradeOfModule(measure),
                     stepOf(kQuiet, measure.quiet)});
}

QString weaknessOf(const CodeMeasure& measure) {
    const CodeGrade grade = gradeOf(measure);
    if (grade == CodeGrade::A)
        return {};
    if (gradeOfReading(measure.read) == grade)
        return wordsOfReading(measure.read);
    if (stepOf(kQuiet, measure.quiet) == grade)
        return QStringLiteral("there is too little white beside it");
    if (gradeOfModule(measure) == grade)
        return QStringLiteral("its narrowest bars have %1 dots").arg(measure.moduleDots);
    return QStringLiteral("a print that is a dot too dark, too pale or blurred does not read");
}

} // namespace packbench
