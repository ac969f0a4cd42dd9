#!/usr/bin/env bash
# lprint.sh <build folder>: the same pages through LPrint, which is installed for this alone, beside our
# own encoders: bytes and milliseconds. Needs root or sudo for apt. Run from the top folder.
set -euo pipefail
build=${1:-build/release}
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
if ! command -v lprint >/dev/null; then
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends lprint >&2
fi
work=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
export HOME=$work TMPDIR=$work
"$build/bin/languages_figures" "$work"

lprint server -o listen-hostname=localhost -o log-level=error >"$work/server.log" 2>&1 &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
    lprint printers >/dev/null 2>&1 && break
    sleep 0.5
done

# through <driver> <page>: prints into a file, several times; tells the bytes and the median time.
through() {
    local driver=$1 page=$2 out=$work/$1-$2.out times=()
    lprint add -d "$driver-$page" -v "file://$out" -m "$driver" >/dev/null 2>&1 || {
        printf '%-8s %-12s not in this LPrint\n' "$page" "$driver"
        return
    }
    lprint modify -d "$driver-$page" -o media-ready=na_index-4x6_4x6in -o media-default=na_index-4x6_4x6in >/dev/null 2>&1 || true
    local start end
    for _ in 1 2 3 4 5 6 7; do
        rm -f "$out"
        start=$(date +%s%N)
        lprint submit -d "$driver-$page" -o media=na_index-4x6_4x6in "$work/$page.png" >/dev/null 2>&1
        for _ in $(seq 200); do
            [ -s "$out" ] && [ -z "$(lprint jobs -d "$driver-$page" 2>/dev/null)" ] && break
            sleep 0.01
        done
        end=$(date +%s%N)
        times+=($(((end - start) / 1000)))
    done
    printf '%-8s %-12s %8d bytes %8.1f ms a job, median\n' "$page" "$driver" "$(stat -c %s "$out" 2>/dev/null || echo 0)" \
        "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 4p | awk '{print $1 / 1000}')"
}

printf 'LPrint %s\n' "$(lprint --version 2>/dev/null || echo '?')"
for page in dense real; do
    [ -e "$work/$page.png" ] || continue
    through zpl_4inch-203dpi-dt "$page"
    through epl2_4inch-203dpi-dt "$page"
done
printf '\nOurs, same pages:\n'
"$build/bin/languages_figures"
