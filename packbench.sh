#!/usr/bin/env bash
# Sets up, builds, runs and tests Packbench on Debian 12. See usage() below.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
cd -- "$root"

usage() {
    cat <<'END'
./packbench.sh run            install what is missing, build, open the kiosk with a sample shop;
                              without a display: carry the sample shift through headless
./packbench.sh build          build/release/bin/packbench and build/release/bin/packctl
./packbench.sh test           every test, format, qmllint, shell syntax, some fuzzing, and a share of
                              the tests with threads under the thread sanitizer
./packbench.sh test --full    every test, clang-tidy, every test under the address sanitizer, and
                              all those with threads under the thread sanitizer
./packbench.sh test --quick   the tests only, without optimisation
./packbench.sh lint           format, clang-tidy, qmllint, shell syntax
./packbench.sh fuzz [SECONDS]  every parser with any bytes, so many seconds each (30)
./packbench.sh bench          the benchmarks, each figure against its bound
./packbench.sh package        a .deb in build/release

PACKBENCH_KERNEL_TEST=no leaves out the test that boots Debian's kernel in QEMU (tests/kernel).
END
}

say() { printf 'packbench: %s\n' "$*" >&2; }
stop() { say "$@"; exit 3; }

# A bare environment (env -i, a systemd unit, CI) is enough.
prepare_environment() {
    export PATH="${PATH:-/usr/bin:/bin}:/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin"
    export LANG=C.UTF-8 LC_ALL=C.UTF-8
    if [ -z "${HOME:-}" ]; then
        HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
        export HOME
    fi
    cache=${XDG_CACHE_HOME:-$HOME/.cache}
    export CCACHE_DIR="${CCACHE_DIR:-$cache/ccache}" CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
    if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
        XDG_RUNTIME_DIR=$root/build/run
        mkdir -p "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
        export XDG_RUNTIME_DIR
    fi
    jobs=${PACKBENCH_JOBS:-$(nproc)}
}

# --- packages -------------------------------------------------------------------------------------

# packages_of <section>…: the packages listed for these sections.
packages_of() {
    local wanted=" $* " line section=
    while read -r line; do
        case $line in
            '' | '#'*) ;;
            '['*) section=${line//[\[\]]/} ;;
            *) [[ $wanted != *" $section "* ]] || tr ' ' '\n' <<<"$line" ;;
        esac
    done <app/packaging/debian-packages.txt
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${binary:Package} ${db:Status-Status}\n' 2>/dev/null |
        sed -n 's/^\([^ :]*\)[^ ]* installed$/\1/p' | sort -u)
    packages_of "$@" | sort -u | comm -23 - <(printf '%s\n' "$installed")
}

# The tests start their own PostgreSQL; a server of the system's own is not wanted.
without_system_cluster() {
    local conf=/etc/postgresql-common/createcluster.conf
    if [ -e "$conf" ] || [[ " $* " != *" postgresql-15 "* ]]; then
        return
    fi
    "${as_root[@]}" sh -c "mkdir -p ${conf%/*} && printf '# by packbench.sh: only the tests need PostgreSQL, and they start their own\ncreate_main_cluster = false\n' >$conf"
}

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" </dev/null >&2
}

become_root() {
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null ||
            stop "missing packages can only be installed by root, and sudo is not here." \
                "As root: apt-get install --no-install-recommends $*"
        as_root=(sudo)
        [ -t 0 ] || as_root=(sudo -n)
    fi
}

tries=3

need() {
    command -v apt-get >/dev/null ||
        stop "this script installs packages with apt and knows Debian 12 only." \
            "Elsewhere: install what app/packaging/debian-packages.txt lists, then use cmake --preset release."
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if [ ${#missing[@]} = 0 ]; then
        return
    fi
    become_root "${missing[@]}"
    say "installing ${#missing[@]} packages: ${missing[*]}"
    without_system_cluster "${missing[@]}"
    local try
    for ((try = 1; try <= tries; try++)); do
        if apt update && apt install -y --no-install-recommends "${missing[@]}"; then
            return
        fi
        say "installing failed (try $try of $tries)"
        sleep $((try * 5))
    done
    stop "the packages could not be installed: see apt's words above. Is the network there?"
}

fetch_kernel() {
    bash tests/kernel/kernel.sh fetch && return
    [ "$(id -u)" = 0 ] || return
    say "once more, with new package lists"
    become_root
    apt update && bash tests/kernel/kernel.sh fetch
}

# The kernel test wants QEMU and a kernel. Where they cannot be had it is skipped, nothing else.
want_kernel_test() {
    local reason
    if [ "${PACKBENCH_KERNEL_TEST:-}" != no ] && [ "$(dpkg --print-architecture)" = amd64 ]; then
        (tries=1; need kernel; fetch_kernel) || true
    fi
    reason=$(bash tests/kernel/kernel.sh check) || say "$reason"
}

# --- building -------------------------------------------------------------------------------------

# configure <preset> [with-tests]: once; after that ninja sees by itself what has changed.
configure() {
    local preset=$1 tests=${2:+ON} log
    local cache_file=build/$preset/CMakeCache.txt
    if [ -e "build/$preset/build.ninja" ] && { [ -z "$tests" ] || grep -qx 'PACKBENCH_TESTS:BOOL=ON' "$cache_file"; }; then
        return
    fi
    log=$(mktemp)
    # Warnings stop the build with the compiler that Packbench is written for; a newer one may know more.
    local werror=OFF
    [ "$(g++ -dumpversion)" != 12 ] || werror=ON
    say "configuring build/$preset"
    if ! cmake --preset "$preset" -DPACKBENCH_WERROR=$werror -DPACKBENCH_TESTS="${tests:-OFF}" \
        -DPACKBENCH_BENCHMARKS="${tests:-OFF}" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        stop "build/$preset could not be configured: see above"
    fi
    rm -f "$log"
}

# build <preset> [target]…
build() {
    local preset=$1
    shift
    local quiet=()
    [ -t 1 ] || quiet=(-- --quiet)
    cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"} "${quiet[@]}"
}

build_programs() {
    need build run
    configure release
    build release packbench packctl >&2
}

command_build() {
    build_programs
    say "built: build/release/bin/packbench build/release/bin/packctl"
}

# --- run ------------------------------------------------------------------------------------------

# Whether somebody listens on a Unix socket, in a file or by name; perl-base is on every Debian.
answers() {
    perl -MIO::Socket::UNIX -e '
        exit(IO::Socket::UNIX->new(Peer => "\0$ARGV[0]") || IO::Socket::UNIX->new(Peer => $ARGV[0]) ? 0 : 1)
    ' "$1" 2>/dev/null
}

has_display() {
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then
        local socket=$WAYLAND_DISPLAY
        [ "${socket#/}" != "$socket" ] || socket=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$socket
        if answers "$socket"; then return 0; fi
    fi
    [[ ${DISPLAY:-} =~ ^(.*):([0-9]+)(\.[0-9]+)?$ ]] || return 1
    local host=${BASH_REMATCH[1]} number=${BASH_REMATCH[2]}
    if [ -z "$host" ] || [ "$host" = unix ]; then
        answers "/tmp/.X11-unix/X$number"
    else
        (exec 3<>"/dev/tcp/$host/$((6000 + number))") 2>/dev/null
    fi
}

run_kiosk() {
    local home=${XDG_DATA_HOME:-$HOME/.local/share}/packbench
    mkdir -p "$home"
    if [ ! -e "$home/ledger.db" ]; then
        say "creating a ledger with the sample shop: $home/ledger.db"
        build/release/bin/packctl init --sample-shop --ledger "sqlite:$home/ledger.db" >&2
    fi
    exec build/release/bin/packbench --ledger "sqlite:$home/ledger.db" "$@"
}

run_sample_shift() {
    local folder packctl=$root/build/release/bin/packctl
    folder=$root/build/sample-shift-$(date +%Y%m%d-%H%M%S)
    mkdir -p "$folder/labels"
    local ledger=sqlite:$folder/ledger.db
    export QT_QPA_PLATFORM=offscreen
    say "no display can be reached: carrying the sample shift through without one"
    "$packctl" init --sample-shop --simulation --ledger "$ledger" >&2
    # 1 means done with refusals: the sample shift contains some on purpose.
    "$packctl" station --simulation --ledger "$ledger" --labels "$folder/labels" \
        <app/cli/sample/shift.txt | tee "$folder/answers.txt" || [ $? = 1 ]
    "$packctl" dispatch export --format packbench --ledger "$ledger" --out "$folder/dispatched.csv" >&2
    say "done. Answers, label pictures and the dispatch report are in $folder"
}

command_run() {
    build_programs
    if has_display; then
        run_kiosk "$@"
    else
        run_sample_shift
    fi
}

# --- checks ---------------------------------------------------------------------------------------

check_format() {
    git ls-files -z '*.h' '*.cpp' | xargs -0 -r -n 40 -P "$jobs" clang-format-14 --dry-run -Werror
}

check_shell() {
    bash -n packbench.sh
    bash -n .ci/run
    bash -n tests/house/tidy.sh
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
shares=6

# The share of this commit; PACKBENCH_SHARE names another.
share_of_commit() {
    local commit
    commit=$(git rev-parse --short=7 HEAD 2>/dev/null) || commit=0
    echo "${PACKBENCH_SHARE:-$((0x$commit % shares))}"
}

# under_threads <share, or all> <program>…: the tests of these programs under the thread sanitizer.
under_threads() {
    local share=$1
    shift
    configure tsan with-tests
    build tsan "$@"
    export TSAN_OPTIONS="halt_on_error=1:second_deadlock_stack=1:die_after_fork=0:print_suppressions=0"
    TSAN_OPTIONS+=":suppressions='$root/tests/support/tsan.supp'"
    if [ "$share" != all ]; then
        export GTEST_TOTAL_SHARDS=$shares GTEST_SHARD_INDEX=$share
    fi
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
            [ -z "$built" ] || step "thread sanitizer" under_threads all "${threaded[@]}"
            ;;
        *)
            want_kernel_test
            test_preset release
            quick_lint_steps
            step "fuzzing, 30 s a parser" fuzz_all 30
            share=$(share_of_commit)
            step "thread sanitizer, PACKBENCH_SHARE=$share of $shares" under_threads "$share" "${threaded[@]}"
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
    export -f fuzz_one say
    xargs -P "$jobs" -I{} bash -c 'fuzz_one "$1" "$2"' fuzz {} "$1" <build/fuzz/fuzzers.txt
}

command_fuzz() {
    need build run test
    step "fuzzing" fuzz_all "${1:-30}"
    sum_up
}

# --- benchmarks and package -----------------------------------------------------------------------

command_bench() {
    need build run test
    configure release with-tests
    build release figures >&2
    local name screen over=0 broken=0 output
    output=$(mktemp)
    while read -r name screen; do
        printf '\n== %s\n' "$name"
        local display=()
        [ "$screen" != display ] || display=(xvfb-run -a -s '-screen 0 1920x1080x24')
        "${display[@]}" "build/release/bin/$name" </dev/null | tee "$output" || broken=$((broken + 1))
        over=$((over + $(grep -c ' over$' "$output" || true)))
    done <build/release/figures.txt
    rm -f "$output"
    printf '\npackbench: %d figures over their bound, %d programs failed\n' "$over" "$broken"
    [ $broken = 0 ]
}

# cpack builds what is configured, then packs what is installed.
command_package() {
    need build run test
    configure release
    (cd build/release && cpack -G DEB)
}

main() {
    local command=${1:-help}
    shift || true
    case $command in
        help | -h | --help) usage; return ;;
        run | build | test | lint | fuzz | bench | package) prepare_environment ;;
        *) usage >&2; exit 2 ;;
    esac
    "command_$command" "$@"
}

main "$@"
