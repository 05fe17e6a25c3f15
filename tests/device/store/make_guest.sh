#!/bin/bash
# Makes a small virtual machine of Debian's own kernel and busybox, for test_power_cut.py.
# Usage: make_guest.sh FOLDER   (FOLDER/vmlinuz and FOLDER/initramfs.gz; nothing is installed)
set -euo pipefail
folder=$(realpath -m "$1")
modules=(virtio_pci virtio_blk 9pnet_virtio 9p crc32c_generic ext4)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
kernel=$(apt-cache depends linux-image-amd64 | awk '/Depends: linux-image/ {print $2; exit}')
apt-get download -o APT::Sandbox::User=root -qq "$kernel" busybox-static
for package in *.deb; do dpkg -x "$package" unpacked; done
busybox=$(find "$work/unpacked" -name busybox -type f -perm -u+x)

# The modules and what they need; later kernels have some of them built in.
tree=$(dirname "$(find unpacked -path '*lib/modules/*/kernel' -prune)")
version=$(basename "$tree")
mkdir -p "root/lib/modules/$version" root/{bin,dev,host,proc}
"$busybox" depmod -b "${tree%/lib/modules/*}" "$version"
for module in "${modules[@]}"; do
    needed=$(grep -E "/$module\.ko[^:]*:" "$tree/modules.dep" | tr -d :) || continue
    for path in $needed; do cp "$tree/$path" "root/lib/modules/$version/"; done
done
"$busybox" depmod -b root "$version"

cp "$busybox" root/bin/
cat >root/init <<INIT
#!/bin/busybox sh
# The kernel hands over python, program and data_dir from its command line.
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t devtmpfs dev /dev
modprobe -a ${modules[*]}
mount -t 9p -o ro,trans=virtio,version=9p2000.L,cache=loose,msize=262144 host /host
mount -t ext4 /dev/vda "/host\$data_dir"
mount -t proc proc /host/proc
mount --bind /dev /host/dev
exec chroot /host "\$python" "\$program" "\$data_dir"
INIT
chmod +x root/init

(cd root && find . | "$busybox" cpio -o -H newc | gzip) >initramfs.gz
mkdir -p "$folder"
cp unpacked/boot/vmlinuz-* "$folder/vmlinuz"
cp initramfs.gz "$folder/"
