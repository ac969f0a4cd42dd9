#include "labels/grade.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// Reads everywhere, in modules of three dots, with all its white.
CodeMeasure best() {
    return {CodeMeasure::Read::Whole, true, true, true, 3, 1};
}

CodeGrade with(double CodeMeasure::*part, double value) {
    CodeMeasure measure = best();
    measure.*part = value;
    return gradeOf(measure);
}

} // namespace

TEST(CodeGrade, ACodeThatReadsInEveryCopyHasTheBest) {
    EXPECT_EQ(gradeOf(best()), CodeGrade::A);
    EXPECT_EQ(weaknessOf(best()), QString());
}

TEST(CodeGrade, ThinModulesHaveLess) {
    EXPECT_EQ(with(&CodeMeasure::moduleDots, 4), CodeGrade::A);
    EXPECT_EQ(with(&CodeMeasure::moduleDots, 2), CodeGrade::B);
    EXPECT_EQ(with(&CodeMeasure::moduleDots, 1.5), CodeGrade::C);
    EXPECT_EQ(with(&CodeMeasure::moduleDots, 1), CodeGrade::D);
    EXPECT_EQ(with(&CodeMeasure::moduleDots, 0), CodeGrade::A) << "not known says nothing";
}

TEST(CodeGrade, ACutQuietZoneHasLess) {
    EXPECT_EQ(with(&CodeMeasure::quiet, 0.8), CodeGrade::B);
    EXPECT_EQ(with(&CodeMeasure::quiet, 0.5), CodeGrade::C);
    EXPECT_EQ(with(&CodeMeasure::quiet, 0.1), CodeGrade::D);
}

TEST(CodeGrade, EachCopyThatDoesNotReadCostsALetter) {
    CodeMeasure measure = best();
    measure.burnt = false;
    EXPECT_EQ(gradeOf(measure), CodeGrade::B);
    measure.faded = false;
    EXPECT_EQ(gradeOf(measure), CodeGrade::C);
    measure.atHalf = false;
    EXPECT_EQ(gradeOf(measure), CodeGrade::D) << "it reads only as sharp as it is here";
    EXPECT_FALSE(weaknessOf(measure).isEmpty());
}

TEST(CodeGrade, TheWorstPartDecides) {
    CodeMeasure measure = best();
    measure.moduleDots = 2;
    measure.quiet = 0.5;
    EXPECT_EQ(gradeOf(measure), CodeGrade::C);
    EXPECT_TRUE(weaknessOf(measure).contains(QStringLiteral("white")));
}

TEST(CodeGrade, WhatReadsInPartsBarelyOrNotIsSaid) {
    CodeMeasure measure = best();
    measure.read = CodeMeasure::Read::InParts;
    EXPECT_EQ(gradeOf(measure), CodeGrade::C);
    measure.read = CodeMeasure::Read::Barely;
    EXPECT_EQ(gradeOf(measure), CodeGrade::D);
    measure.read = CodeMeasure::Read::No;
    EXPECT_EQ(gradeOf(measure), CodeGrade::F);
    EXPECT_EQ(gradeOf({}), CodeGrade::F);
    EXPECT_EQ(weaknessOf({}), QStringLiteral("it does not read"));
}

TEST(CodeGrade, ItsWordIsItsLetter) {
    EXPECT_EQ(word(CodeGrade::A) + word(CodeGrade::B) + word(CodeGrade::C) + word(CodeGrade::D) +
                  word(CodeGrade::F),
              QStringLiteral("ABCDF"));
}

} // namespace packbench
