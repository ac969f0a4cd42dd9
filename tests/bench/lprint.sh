#!/usr/bin/env bash
# lprint.sh [<build folder>]: the same pages through LPrint beside our own encoders: bytes, milliseconds
# from the PNG file to the last byte, and dots that come out otherwise. Needs languages_figures.
# Where LPrint is not installed it is unpacked into a folder that is removed again: nothing stays. It
# runs as another user than root, in a network and among processes of its own: nobody meets its server,
# and it ends with this script.
set -euo pipefail
build=${1:-build/release}
jobs=15
paper=na_index-4x6_4x6in
export LC_ALL=C.UTF-8

stop() { printf 'lprint.sh: %s\n' "$@" >&2; exit 3; }

[ -x "$build/bin/languages_figures" ] ||
    stop "$build/bin/languages_figures is not there: ./packbench.sh bench builds it"

# --- outside: the folder, LPrint, the pages -------------------------------------------------------

# The packages that an installation would add; as any user.
lacking() {
    apt-get -s --no-install-recommends install lprint 2>/dev/null | sed -n 's/^Inst \([^ ]*\) .*/\1/p'
}

download() {
    local packages
    packages=$(lacking)
    # shellcheck disable=SC2086
    [ -n "$packages" ] && (cd "$work/debs" && rm -f ./*.deb && apt-get -q -o APT::Sandbox::User=root download $packages >&2)
}

fetch() {
    local deb as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo -n)
    mkdir "$work/debs" "$work/lprint"
    download || { "${as_root[@]}" apt-get -q update >&2 && download; } ||
        stop "LPrint could not be downloaded: see apt's words above. Is this Debian 12, and is the network there?"
    for deb in "$work"/debs/*.deb; do dpkg-deb -x "$deb" "$work/lprint"; done
}

if [ -z "${LPRINT_WORK:-}" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    chmod 755 "$work"
    command -v lprint >/dev/null || fetch
    mkdir "$work/pages" "$work/home"
    "$build/bin/languages_figures" "$work/pages"
    alone=(unshare --net --pid --fork --kill-child)
    if [ "$(id -u)" = 0 ]; then
        chown nobody: "$work/home"
    else
        alone+=(--map-current-user --keep-caps)
    fi
    "${alone[@]}" true || stop "a network of its own was refused: run this as root"
    LPRINT_WORK=$work "${alone[@]}" bash "${BASH_SOURCE[0]}" "$build"
    exit
fi

# --- inside: the printer, LPrint's server, the jobs -----------------------------------------------

work=$LPRINT_WORK
export HOME=$work/home TMPDIR=$work/home # where lprint keeps its socket, its queues and its log
as_user=()
[ "$(id -u)" != 0 ] || as_user=(setpriv --reuid=nobody --regid=nogroup --clear-groups)

program=$work/lprint/usr/bin/lprint libraries=
if [ -x "$program" ]; then
    libraries=$(find "$work/lprint" -name '*.so.*' -printf '%h\n' | sort -u | paste -sd:)
else
    program=$(type -P lprint)
fi
lprint() { LD_LIBRARY_PATH=$libraries "${as_user[@]}" "$program" "$@"; }

# A printer on 127.0.0.1:9100 that is always ready; perl-base is on every Debian. For each job it keeps
# the bytes and writes how long it was open until the last one came.
printer() {
    perl -MSocket -MIO::Socket::INET -MTime::HiRes=time -e '
        socket(my $any, AF_INET, SOCK_DGRAM, 0) or die "socket: $!";
        my $up = pack("a16 s x22", "lo", 0x41);
        ioctl($any, 0x8914, $up) or die "loopback: $!"; # SIOCSIFFLAGS
        my $door = IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => 9100, Listen => 5) or die "9100: $!";
        while (my $job = $door->accept) {
            my ($start, $last, $all) = (time, 0, "");
            while (sysread $job, my $some, 65536) {
                $last = time;
                $all .= $some;
                next if $all !~ /^~HQES\r?\n?$/;
                syswrite $job, "\x02\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         0 00000000 00000000"
                    . "\r\n   WARNINGS:       0 00000000 00000000\r\n\x03\r\n";
                ($start, $all) = (time, "");
            }
            next if $all eq "";
            open my $kept, ">", "$ARGV[0]/job" or die; print $kept $all; close $kept;
            open my $times, ">>", "$ARGV[0]/times" or die; printf $times "%.1f\n", 1000 * ($last - $start);
        }' "$work"
}

until_there() { # until_there <what for> <command>…
    local words=$1 try
    shift
    for ((try = 0; try < 1000; try++)); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.02
    done
    stop "$words did not come in 20 s; LPrint says:" "$(tail -n 5 "$work/home/log" 2>/dev/null)"
}

has_lines() { [ "$(wc -l <"$work/times")" -ge "$1" ]; }

# through <driver> <page>: leaves the bytes in job, prints the median.
through() {
    local number
    : >"$work/times"
    for ((number = 1; number <= jobs; number++)); do
        lprint submit -d "$1" -o media=$paper "$work/pages/$2.png" >/dev/null
        until_there "job $number of $1" has_lines $number
    done
    sort -n "$work/times" | sed -n "$(((jobs + 1) / 2))p"
}

row() { printf '%-6s %-6s %-28s %8s %10s %10s %8s\n' "$@"; }

printer &
lprint server -o private-server=true -o log-level=info -o log-file="$work/home/log" >/dev/null 2>&1 &
until_there "the server" lprint printers

version=$(lprint --version)
drivers=$(lprint drivers 2>/dev/null)
row page for program bytes "ms, PNG on" "ms, page on" dots
for page in dense label; do
    for language in zpl epl2 tspl; do
        driver=${language}_4inch-203dpi-dt
        theirs=()
        if grep -q "^$driver " <<<"$drivers"; then
            lprint add -d "$page-$language" -m "$driver" -v socket://127.0.0.1:9100
            time=$(through "$page-$language" $page)
            theirs=("$work/job")
        else
            row $page $language "LPrint $version: no driver" - - - -
        fi
        read -r bytes from_png from_page dots < <("$build/bin/languages_figures" "$work/pages/$page.png" $language "${theirs[@]}")
        [ ${#theirs[@]} = 0 ] || row $page $language "LPrint $version" "$(stat -c %s "$work/job")" "$time" - "$dots"
        row $page $language Packbench "$bytes" "$from_png" "$from_page" 0
        [ $language = zpl ] || continue
        read -r bytes from_png from_page < <("$build/bin/languages_figures" "$work/pages/$page.png" zpl-runs)
        row $page $language "Packbench, without Z64" "$bytes" "$from_png" "$from_page" 0
    done
done
