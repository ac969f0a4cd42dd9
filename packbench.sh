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
./packbench.sh test           every test, format, qmllint, shell syntax, some fuzzing
./packbench.sh test --full    every test, clang-tidy, every test under the address sanitizer, and
                              all those with threads under the thread sanitizer
./packbench.sh test --quick   the tests only, without optimisation
./packbench.sh lint           format, clang-tidy, qmllint, shell syntax
./packbench.sh fuzz [SECONDS]  every parser with any bytes, so many seconds each (30)
./packbench.sh faults [--report]  every fault at every point, then the soak (tests/faults/README.md)
./packbench.sh soak [--orders N] [--seed N]  days of shifts with random faults
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

# shellcheck source=tests/house/checks.sh
. tests/house/checks.sh
# shellcheck source=tests/faults/faults.sh
. tests/faults/faults.sh

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
        run | build | test | lint | fuzz | faults | soak | bench | package) prepare_environment ;;
        *) usage >&2; exit 2 ;;
    esac
    "command_$command" "$@"
}

main "$@"
