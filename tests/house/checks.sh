# shellcheck shell=bash
# The checks, tests and fuzzing of packbench.sh, which reads this file: they use its root, jobs and cache,
# and say, need, configure and build.

# --- checks ---------------------------------------------------------------------------------------

check_format() {
    git ls-files -z '*.h' '*.cpp' | xargs -0 -r -n 40 -P "$jobs" clang-format-14 --dry-run -Werror
}

check_shell() {
    bash -n packbench.sh
    bash -n tests/house/checks.sh
    bash -n .ci/run
    bash -n tests/house/tidy.sh
    bash -n tests/faults/faults.sh
    bash -n tests/faults/report.sh
    bash -n tests/bench/lprint.sh
    bash -n tests/kernel/kernel.sh
    bash -n tests/kernel/init.sh
}

check_qml() {
    build release all_qmllint
}

check_tidy() {
    bash tests/house/tidy.sh build/release "$cache/packbench-tidy" "$jobs"
}

# --- tests ----------------------------------------------------------------------------------------

built=
passed=0
failed=0
skipped=0

# Adds up what ctest wrote into its report; no report and no test are failures, too.
count_tests() {
    local report=$1 ctest_status=$2 suite all bad none
    suite=$(tr '\n\t' '  ' 2>/dev/null <"$report" | grep -o '<testsuite [^>]*>' || true)
    number_of() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$suite"; }
    all=$(number_of tests) bad=$(number_of failures) none=$(number_of skipped)
    if [ "${all:-0}" = 0 ] || { [ "$bad" = 0 ] && [ "$ctest_status" != 0 ]; }; then
        say "the tests did not run as they should: ctest ended with $ctest_status"
        failed=$((failed + 1))
    fi
    if [ -n "$all" ]; then
        passed=$((passed + all - bad - none))
        failed=$((failed + bad))
        skipped=$((skipped + none))
    fi
}

# step <words> <command>…: one check; a failure is counted and the next check still runs. Not to be
# called in a condition: bash would then go on after a failed command inside the check.
step() {
    local words=$1 start=$SECONDS status
    shift
    say "== $words"
    set +e
    (set -e; "$@")
    status=$?
    set -e
    step_good=
    if [ $status = 0 ]; then
        step_good=yes
        passed=$((passed + 1))
        say "== $words: good ($((SECONDS - start)) s)"
    else
        failed=$((failed + 1))
        say "== $words: FAILED ($((SECONDS - start)) s)"
    fi
}

build_all() {
    configure "$1" with-tests
    build "$1"
    [ -x "build/$1/bin/packbench" ] && [ -x "build/$1/bin/packctl" ]
}

# test_preset <preset>: builds everything and runs every test of it.
test_preset() {
    local preset=$1 report=$root/build/$1/tests.xml
    step "build $preset" build_all "$preset"
    built=$step_good
    [ -n "$built" ] || return 0
    rm -f "$report"
    local start=$SECONDS
    local status=0
    ctest --preset "$preset" -j "$jobs" --output-junit "$report" </dev/null || status=$?
    say "== tests of $preset: $((SECONDS - start)) s"
    count_tests "$report" $status
}

# With threads of their own: printers, devices, benches.
threaded=(drivers_test devices_test bench_test)
# under_threads <program>…: the tests of these programs under the thread sanitizer.
under_threads() {
    configure tsan with-tests
    build tsan "$@"
    export TSAN_OPTIONS="halt_on_error=1:second_deadlock_stack=1:die_after_fork=0:print_suppressions=0"
    TSAN_OPTIONS+=":suppressions='$root/tests/support/tsan.supp'"
    printf '%s\n' "$@" | xargs -P "$jobs" -I{} "build/tsan/bin/{}" --gtest_brief=1
}

# The last line says how it ended, in the form that test runners share.
sum_up() {
    printf 'packbench: %d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" = 0 ]
}

# The last needs a build.
quick_lint_steps() {
    step "format" check_format
    step "shell" check_shell
    [ -n "$built" ] || return 0
    step "qmllint" check_qml
}

lint_steps() {
    quick_lint_steps
    [ -n "$built" ] || return 0
    step "clang-tidy" check_tidy
}

command_test() {
    need build run test
    case ${1:-} in
        --quick) test_preset dev ;;
        --full)
            want_kernel_test
            test_preset release
            lint_steps
            [ -z "$built" ] || test_preset asan
            [ -z "$built" ] || step "thread sanitizer" under_threads "${threaded[@]}"
            ;;
        *)
            want_kernel_test
            test_preset release
            quick_lint_steps
            step "fuzzing, 30 s a parser" fuzz_all 30
            ;;
    esac
    sum_up
}

command_lint() {
    need build run test
    step "build release" build_all release
    built=$step_good
    lint_steps
    sum_up
}

# --- fuzzing --------------------------------------------------------------------------------------

# Each target begins with its kept corpus; what it finds besides stays in the build folder.
fuzz_one() {
    local name=$1 seconds=$2 found=build/fuzz/corpus/$1 log=build/fuzz/$1.log
    mkdir -p "$found"
    if ! "build/fuzz/bin/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/$name-" "$found" "tests/fuzz/corpus/$name" >"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        return 1
    fi
    say "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs"
}

fuzz_all() {
    configure fuzz
    build fuzz fuzzers
    local name
    export LSAN_OPTIONS="print_suppressions=0:suppressions='$root/tests/support/lsan.supp'"
    export -f fuzz_one say
    xargs -P "$jobs" -I{} bash -c 'fuzz_one "$1" "$2"' fuzz {} "$1" <build/fuzz/fuzzers.txt
}

command_fuzz() {
    need build run test
    step "fuzzing" fuzz_all "${1:-30}"
    sum_up
}
