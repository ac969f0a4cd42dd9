#!/usr/bin/env bash
# tidy.sh <build folder> <cache folder> <jobs>: clang-tidy over every source that the build knows.
# A file is looked at again only when it, a header of ours that it includes, the rules or the
# packages have changed. Run from the top folder, after a build: ninja then knows the headers.
set -euo pipefail
build=$1 cache=$2 jobs=$3
root=$(pwd -P)
mkdir -p "$cache"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

rules=$({
    clang-tidy-14 --version
    sed '/^[[#]/d' app/packaging/debian-packages.txt | xargs dpkg-query -W 2>/dev/null || true
    sed -n 's/.*"command": "[^ ]* *[^ ]* \(.*\) -o .*/\1/p' "$build/compile_commands.json" |
        tr ' ' '\n' | grep -v -e "$root" -e "$build" | sort -u
} | sha256sum)
own_rules=$(sha256sum <.clang-tidy)
tests_rules=$(sha256sum <tests/.clang-tidy)

git ls-files -z --cached --others --exclude-standard '*.h' '*.cpp' | xargs -0 sha256sum >"$work/sums"

# One line for each source: its path, then the sums of itself and of every header of ours it includes.
ninja -C "$build" -t deps | awk -v root="$root/" -v base="$build/" -v sums="$work/sums" '
    BEGIN { while ((getline line < sums) > 0) sum[substr(line, 67)] = substr(line, 1, 64) }
    # ninja writes some paths from the build folder, some from the root of the file system.
    function fromTop(path,   folder) {
        if (index(path, root) == 1) return substr(path, length(root) + 1)
        if (path ~ /^\//) return path
        folder = base
        while (sub(/^\.\.\//, "", path)) sub(/[^\/]+\/$/, "", folder)
        return folder path
    }
    function flush() { if (source in sum && !(source in seen)) print source "\t" key; seen[source] = 1 }
    /^[^ ]/ { flush(); source = ""; key = ""; next }
    /^ / {
        path = fromTop(substr($0, 5))
        if (source == "") source = path
        if (path in sum) key = key sum[path]
    }
    END { flush() }' >"$work/sources"

all=0
: >"$work/todo"
while IFS=$'\t' read -r source key; do
    [[ $source == *.cpp ]] || continue
    all=$((all + 1))
    case $source in
        tests/*) checks=$tests_rules ;;
        *) checks=$own_rules ;;
    esac
    stamp=$cache/$(printf '%s' "$rules $checks $source $key" | sha256sum | cut -c1-40)
    [ -e "$stamp" ] || printf '%s\0%s\0' "$source" "$stamp" >>"$work/todo"
done <"$work/sources"
if [ $all = 0 ]; then
    echo "clang-tidy: the build knows no source of ours; build first" >&2
    exit 1
fi
echo "clang-tidy: $(($(tr -dc '\0' <"$work/todo" | wc -c) / 2)) of $all files have changed" >&2

# clang cannot read what g++ precompiled, and without it a forgotten #include is found.
mkdir -p "$build/tidy"
sed -E 's/-Winvalid-pch -include (\\"[^"]*\\"|[^ ]*)cmake_pch\.hxx(\\")?//' \
    "$build/compile_commands.json" >"$build/tidy/compile_commands.json"
export build
xargs -0 -r -n 2 -P "$jobs" bash -c '
    clang-tidy-14 --quiet -p "$build/tidy" --extra-arg=-Wno-unknown-warning-option "$1" \
        2>"$2.log" >"$2.out"
    status=$?
    if [ $status = 0 ]; then mv "$2.out" "$2"; rm -f "$2.log"; exit 0; fi
    cat "$2.out"; grep -v "warnings generated" "$2.log" >&2; rm -f "$2.log" "$2.out"; exit 1' tidy \
    <"$work/todo"

find "$cache" -type f -mtime +60 -delete
