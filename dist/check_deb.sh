#!/usr/bin/env bash
# Installs the Debian package on a bare Debian, starts the program there, looks, and removes it again.
#
#     sudo bash dist/check_deb.sh dist/out/dateline_…_amd64.deb [--shots FOLDER] [--root FOLDER] [--suite bookworm]
#
# NEEDS ROOT, and the network: debootstrap and apt-get fetch Debian from $DEBIAN_MIRROR. Needs the packages debootstrap,
# xvfb, x11-utils and imagemagick here; libxml2-utils, desktop-file-utils, appstream and lintian look at the files if they are there.
#
# The root holds Debian's minimal base, the package and what the package depends on (no recommended packages), nothing
# else: the display is an Xvfb of this machine, reached by its socket, so that no library comes in by the way. What a
# library that the program opens by name lacks shows at once: the window does not come. Some 600 MB in --root, kept with
# --root for the next time; everything that is started or mounted is gone when the script ends.
set -euo pipefail

package="" shots="" root="" suite=bookworm
while (($# > 0)); do
    case "$1" in
    --shots) shots="$2"; shift 2 ;;
    --root) root="$2"; shift 2 ;;
    --suite) suite="$2"; shift 2 ;;
    -*) echo "unknown option $1" >&2; exit 2 ;;
    *) package="$(realpath "$1")"; shift ;;
    esac
done
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
[[ -f "$package" ]] || { echo "say which .deb" >&2; exit 2; }
((EUID == 0)) || { echo "this needs root: it makes a system in a folder and enters it by chroot" >&2; exit 2; }

say() { printf '== %s\n' "$*"; }
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

work="$(mktemp -d)"
keep_root=yes
[[ -n "$root" ]] || { root="$work/root"; keep_root=; }
mounted=() started=()
clean_up() {
    local code=$? at
    trap - EXIT INT TERM
    for at in "${started[@]}"; do kill "$at" 2>/dev/null || true; done
    for at in "${started[@]}"; do wait "$at" 2>/dev/null || true; done
    for ((at = ${#mounted[@]} - 1; at >= 0; at--)); do umount -l "${mounted[at]}" || code=1; done
    # Never through a mount that would not go.
    if [[ -z "$keep_root" ]] && ! grep -q " $root/" /proc/mounts; then rm -rf --one-file-system "$root"; fi
    rm -rf --one-file-system "$work"
    exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mount_in() {
    mkdir -p "$root$2"
    mount "${@:3}" "$1" "$root$2"
    mounted+=("$root$2")
}
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
# As somebody who is not root, with a home of her own and no desktop.
as_user() {
    inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/anna DISPLAY="$display" \
        XDG_RUNTIME_DIR=/run/anna LIBGL_ALWAYS_SOFTWARE=1 "$@"
}
# Every file of the system but what package tools keep for themselves, and the home of the user.
list_files() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./run -o -path ./home -o \
        -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/log -o -path ./usr/share/mime \) -prune -o \
        -print | sort)
}

say "The files by themselves"
look() {
    local tool="$1"
    shift
    if command -v "$tool" >/dev/null; then "$tool" "$@" || fail "$tool"; else say "$tool is not here; left out"; fi
}
look desktop-file-validate "$here/linux/dateline.desktop"
look appstreamcli validate --no-net "$here/linux/org.dateline.Dateline.metainfo.xml"
look xmllint --noout "$here/linux/dateline.xml"
look lintian --fail-on error,warning "$package"

if [[ ! -e "$root/etc/debian_version" ]]; then
    say "A bare Debian ($suite)"
    debootstrap --variant=minbase "$suite" "$root" ${DEBIAN_MIRROR:+"$DEBIAN_MIRROR"} >"$work/debootstrap.log" ||
        { tail -n 20 "$work/debootstrap.log" >&2; fail "debootstrap"; }
fi
mount_in proc /proc -t proc
mount_in /dev /dev --bind
cp /etc/resolv.conf "$root/etc/resolv.conf"
inside apt-get update -q >/dev/null
inside dpkg -l dateline >/dev/null 2>&1 && fail "the root has the program already"

list_files >"$work/before"
say "Installs with what it depends on"
cp "$package" "$root/tmp/dateline.deb"
inside apt-get install -y -q --no-install-recommends /tmp/dateline.deb >"$work/install.log" 2>&1 ||
    { tail -n 30 "$work/install.log" >&2; fail "apt-get install"; }
inside dpkg -L dateline | while read -r file; do
    [[ -e "$root$file" ]] || fail "$file is not there"
done
say "installed: $(inside dpkg-query -W -f '${Installed-Size} kB' dateline); the package: $(stat -c %s "$package") bytes"

say "A display"
mkdir -p "$root/home/anna" "$root/run/anna"
chown 1000:1000 "$root/home/anna" "$root/run/anna"
chmod 700 "$root/run/anna"
Xvfb -displayfd 3 -screen 0 1280x800x24 +extension GLX -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
started+=($!)
for _ in {1..100}; do [[ -s "$work/display" ]] && break || sleep 0.1; done
display=":$(tr -d '[:space:]' <"$work/display")"
[[ "$display" != ":" ]] || fail "Xvfb does not start"
mount_in /tmp/.X11-unix /tmp/.X11-unix --bind

say "The command line"
printf 'OSLO, Nov. 9 (Wire) — President Marta Lindqvist met envoys of Norway on Friday, a Swedish paper said.\n' >"$root/home/anna/story.txt"
chown 1000:1000 "$root/home/anna/story.txt"
as_user dateline --version
as_user dateline import /home/anna/story.ron /home/anna/story.txt >/dev/null 2>&1 || fail "dateline import"
found="$(as_user dateline suggest /home/anna/story.txt | wc -l)"
((found >= 5)) || fail "only $found suggestions"

say "The window, with a project, as the file manager starts it"
command="$(sed -n 's/^Exec=//p' "$root/usr/share/applications/dateline.desktop")"
# shellcheck disable=SC2086
as_user ${command/\%F/\/home\/anna\/story.ron} >"$work/program.log" 2>&1 &
program=$!
started+=("$program")
is_shown() { DISPLAY="$display" xwininfo -root -tree 2>/dev/null | grep -q '"[^"]*Dateline[^"]*".*[0-9]\{3,\}x[0-9]\{3,\}'; }
for _ in {1..150}; do is_shown && break || sleep 0.1; done
is_shown || { cat "$work/program.log" >&2; fail "no window within 15 s"; }
sleep 5
kill -0 "$program" 2>/dev/null || { cat "$work/program.log" >&2; fail "the program ended by itself"; }
[[ ! -s "$work/program.log" ]] || { say "what it said:"; cat "$work/program.log"; }
if [[ -n "$shots" ]]; then
    mkdir -p "$shots"
    DISPLAY="$display" import -window root "$shots/debian-$suite.png"
    say "picture: $shots/debian-$suite.png"
fi
colours="$(DISPLAY="$display" import -window root -depth 8 -format '%k' info:)"
((colours > 50)) || fail "the window is blank ($colours colours)"
# What was started is the shell's own child; the program is the child of that.
pkill -P "$program" || fail "the program ended by itself"
wait "$program" 2>/dev/null || true

say "Removes it"
inside apt-get purge -y -q dateline >"$work/purge.log" 2>&1 || { tail "$work/purge.log" >&2; fail "apt-get purge"; }
inside apt-get autoremove --purge -y -q >>"$work/purge.log" 2>&1 || { tail "$work/purge.log" >&2; fail "apt-get autoremove"; }
grep -i warning "$work/purge.log" && fail "the removal warns"
list_files >"$work/after"
# Packages that it depended on leave some things behind of their own: they count only if they bear our name.
left="$(comm -13 "$work/before" "$work/after" | grep -i dateline || true)"
[[ -z "$left" ]] || fail "left behind: $left"
[[ ! -e "$root/usr/bin/dateline" && -e "$root/home/anna/story.ron" ]] || fail "the program stayed, or the user's project went"
others="$(comm -13 "$work/before" "$work/after")"
[[ -z "$others" ]] || say "left by what it depended on: $(tr '\n' ' ' <<<"$others")"
rm -rf --one-file-system "$root/home/anna" "$root/run/anna" "$root/tmp/dateline.deb"
say "All is well."
