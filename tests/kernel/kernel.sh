#!/usr/bin/env bash
# Debian's own kernel in QEMU, for the tests that no emulation can vouch for. See README.md.
#   kernel.sh fetch                            downloads and unpacks kernel and udev, once
#   kernel.sh check                            77 and the reason where no guest can be booted
#   kernel.sh run PROGRAM FOLDER [ARGUMENT…]   boots a guest that runs PROGRAM; FOLDER keeps its log
set -euo pipefail
export LC_ALL=C
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
# Outside every build folder: all presets and checkouts share it. One folder for each list of modules.
kept=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/packbench-kernel/$(cksum <"$here/modules.txt" | tr -d ' ')

skip() { printf 'kernel test skipped: %s\n' "$*"; exit 77; }
stop() { printf 'kernel test: %s\n' "$*" >&2; exit 1; }

# --- fetch ----------------------------------------------------------------------------------------

# The name changes with each update of Debian's: the meta package knows it.
kernel_package() {
    apt-cache depends linux-image-amd64 2>/dev/null |
        sed -n '0,/.*Depends: \(linux-image-[^ ]*\).*/s//\1/p'
}

number_at() { od -An -v "-tu$3" -j "$2" -N "$3" "$1" | tr -d ' '; }

# vmlinux_of <bzImage>: the kernel within it, which boots at once where the guest would spend half
# its time unpacking. Offsets: "The Linux/x86 Boot Protocol", setup_sects, payload_offset and
# payload_length; the last four bytes of the payload are its unpacked size.
vmlinux_of() {
    local start=$((($(number_at "$1" $((0x1f1)) 1) + 1) * 512 + $(number_at "$1" $((0x248)) 4)))
    local length=$(($(number_at "$1" $((0x24c)) 4) - 4))
    head -c $((start + length)) "$1" | tail -c $length | xz -dc
}

# unpack <folder>: what the guest needs of the two packages, nothing else.
unpack() {
    local module
    mkdir "$1/tree" "$1/kept"
    dpkg-deb --fsys-tarfile "$1"/linux-image-*.deb |
        tar -x -C "$1/tree" --wildcards './boot/vmlinuz-*' './lib/modules/*/kernel/drivers/usb' \
            './lib/modules/*/kernel/drivers/hid' './lib/modules/*/kernel/fs/configfs'
    dpkg-deb --fsys-tarfile "$1"/udev_*.deb | tar -x -C "$1/kept" --strip-components=2 ./bin/udevadm
    while read -r module; do
        find "$1/tree" -name "$module.ko" -exec cp {} "$1/kept/" \; -quit
        [ -e "$1/kept/$module.ko" ] || stop "this kernel has no module $module"
    done <"$here/modules.txt"
    vmlinux_of "$1"/tree/boot/vmlinuz-* >"$1/kept/vmlinux"
}

fetch() {
    [ ! -e "$kept" ] || return 0
    local package work
    package=$(kernel_package)
    [ -n "$package" ] || stop "apt knows no linux-image-amd64: is this an amd64 Debian, and did apt-get update run?"
    work=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf '$work'" EXIT
    printf 'kernel test: fetching %s and udev, about 72 MB, once\n' "$package" >&2
    (cd "$work" && apt-get -q -o Acquire::Retries=2 -o APT::Sandbox::User=root download "$package" udev >&2) ||
        stop "$package and udev could not be downloaded: see apt's words above"
    unpack "$work"
    mkdir -p "${kept%/*}"
    cp -r "$work/kept" "$kept.$$"
    mv -T "$kept.$$" "$kept" 2>/dev/null || rm -rf "$kept.$$" # another one was faster
}

# --- run ------------------------------------------------------------------------------------------

check() {
    local tool
    [ "${PACKBENCH_KERNEL_TEST:-}" != no ] || skip "PACKBENCH_KERNEL_TEST=no"
    [ "$(uname -m)" = x86_64 ] || skip "the guest is an x86_64 machine, this is $(uname -m)"
    for tool in qemu-system-x86_64 busybox; do
        command -v $tool >/dev/null ||
            skip "$tool is missing (app/packaging/debian-packages.txt, section kernel)"
    done
    [ -e "$kept" ] || skip "no kernel was fetched: bash tests/kernel/kernel.sh fetch"
    ! ldd "$kept/udevadm" | grep 'not found' || skip "udev lacks these libraries"
}

# pack <program> <root> <archive>: a root file system of busybox, udev, modules and the program.
pack() {
    local library libraries
    libraries=$(ldd "$1" "$kept/udevadm" | grep -o '/[^ ]* (' | sort -u)
    mkdir -p "$2/bin" "$2/modules" "$2/lib/systemd" "$2/proc" "$2/sys" "$2/dev" "$2/run" "$2/tmp"
    cp "$(command -v busybox)" "$2/bin/busybox"
    cp "$here/init.sh" "$2/init"
    cp "$here/modules.txt" "$kept"/*.ko "$2/modules/"
    cp "$kept/udevadm" "$2/lib/systemd/systemd-udevd" # one program, known by two names
    cp "$1" "$2/guest"
    chmod +x "$2/init" "$2/guest"
    while read -r library _; do
        mkdir -p "$2${library%/*}"
        cp -L "$library" "$2$library"
    done <<<"$libraries"
    (cd "$2" && find . | busybox cpio -o -H newc -R 0:0) >"$3"
}

# run <program> <folder> [argument]…
run() {
    local program=$1 folder=$2 work
    shift 2
    check
    mkdir -p "$folder"
    work=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf '$work'" EXIT
    mkdir "$work/tree"
    printf '%s\n' "$@" >"$work/tree/arguments"
    pack "$program" "$work/tree" "$work/guest.cpio"
    boot "$work/guest.cpio" "$folder/guest.log"
    tr -d '\r' <"$folder/guest.log"
    grep -q '^guest program ended with 0' "$folder/guest.log"
}

# Always tcg: /dev/kvm may open and yet not work. icount: the guest's clock counts instructions and
# skips idle time, so a busy machine cannot make it late, and waiting costs nothing.
boot() {
    rm -f "$2"
    timeout -k 5 150 qemu-system-x86_64 -machine microvm -accel tcg -cpu qemu64 -icount shift=1,sleep=off \
        -smp 1 -m 512 -nodefaults -no-user-config -no-reboot -display none -serial "file:$2" \
        -kernel "$kept/vmlinux" -initrd "$1" -append "console=ttyS0 quiet panic=-1 oops=panic" </dev/null ||
        printf 'kernel test: qemu ended with %s\n' $?
}

case ${1:-} in
    fetch | check | run | skip) "$@" ;;
    *) sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
