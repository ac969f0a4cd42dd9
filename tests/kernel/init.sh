#!/bin/busybox sh
# The first process of the guest: loads modules, makes the USB gadgets, runs the test program. The
# gadgets lie unplugged; a test plugs one in by writing a port's name into its file UDC.
/bin/busybox --install -s /bin
mount -t proc none /proc
mount -t sysfs none /sys
mount -t devtmpfs none /dev
mount -t tmpfs none /run

seconds() { cut -d' ' -f1 /proc/uptime; }
echo "guest started at $(seconds) s"

# Ports: one bus each, dummy_udc.0 to .3.
while read -r module; do
    case $module in dummy_hcd) options="num=4" ;; *) options= ;; esac
    insmod "/modules/$module.ko" $options || echo "no module $module"
done </modules/modules.txt

# libusb hears of plugging and unplugging from udev.
/lib/systemd/systemd-udevd --daemon 2>/dev/null
mount -t configfs none /sys/kernel/config

# gadget <name> <vendor> <product> <serial> <product text>: enters its folder.
gadget() {
    mkdir "/sys/kernel/config/usb_gadget/$1"
    cd "/sys/kernel/config/usb_gadget/$1"
    echo "$2" >idVendor
    echo "$3" >idProduct
    mkdir -p strings/0x409 configs/c.1
    echo "$4" >strings/0x409/serialnumber
    echo Northbeam >strings/0x409/manufacturer
    echo "$5" >strings/0x409/product
}


# printer <name> <product> <serial> <device id>. Ten requests of 8 KiB are its buffer.
printer() {
    gadget "$1" 0x1d5a "$2" "$3" "NB-4"
    mkdir "functions/printer.$1"
    echo -n "$4" >"functions/printer.$1/pnp_string"
    echo 10 >"functions/printer.$1/q_len"
    ln -s "functions/printer.$1" configs/c.1
}

# hid <name> <product> <product text> <report length> <report descriptor>
hid() {
    gadget "$1" 0x1d5a "$2" "NB$2" "$3"
    mkdir "functions/hid.$1"
    echo 0 >"functions/hid.$1/protocol"
    echo 0 >"functions/hid.$1/subclass"
    echo "$4" >"functions/hid.$1/report_length"
    printf "$5" >"functions/hid.$1/report_desc"
    ln -s "functions/hid.$1" configs/c.1
}

# This kernel's printer function drops the last two characters of the id: two blanks to lose.
id='MFG:Northbeam;CMD:ZPL;MDL:NB-4 203dpi;CLS:PRINTER;'
printer printer 0x0401 NB0001 "$id  "
printer twin 0x0401 NB0001 "$id  "
printer clipped 0x0402 NB0002 'MFG:Northbeam;CMD:ZPL;MDL:NB-4 203dpi;'

# HID point of sale, page 8D: status, unit, power of ten, weight as report 3 of 6 bytes.
hid scale 0x0403 NB-30 6 '\x05\x8d\x09\x20\xa1\x01\x85\x03\x15\x00\x26\xff\x00\x75\x08\x95\x01\x09\x70\x81\x02\x09\x50\x81\x02\x15\x81\x25\x7f\x09\x41\x81\x02\x15\x00\x27\xff\xff\x00\x00\x75\x10\x09\x40\x81\x02\xc0'
# Page 8C: byte count, three AIM characters, 56 bytes of data, "more follows" as report 2 of 62.
hid scanner 0x0404 NB-S 62 '\x05\x8c\x09\x02\xa1\x01\x85\x02\x09\x12\xa1\x02\x15\x00\x26\xff\x00\x75\x08\x95\x01\x05\x01\x09\x3b\x81\x02\x05\x8c\x09\xfb\x81\x02\x09\xfc\x81\x02\x09\xfd\x81\x02\x95\x38\x09\xfe\x82\x02\x01\x25\x01\x75\x01\x95\x01\x09\xff\x81\x02\x95\x07\x81\x03\xc0\xc0'

cd /
echo "gadgets ready at $(seconds) s"
# shellcheck disable=SC2046
LC_ALL=C.UTF-8 GTEST_COLOR=no timeout 120 /guest $(cat /arguments)
echo "guest program ended with $? at $(seconds) s"
poweroff -f
