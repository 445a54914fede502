#!/bin/sh
# Lets single system calls of the real program fail, by strace, and looks whether anything that was answered is lost.
#
#   tests/durability/faults.sh PATH-TO-dateline [EVERY]
#
# For each call that writes, at each place up to the 40th (or every EVERYth), with each error: `edit` answers a few changes;
# then, without faults, every change that was answered with ok must be there, and the project file must be sound.
# Says so and ends well where there is no strace.
set -eu
program=$(realpath "${1:?the program}")
every=${2:-7}
command -v strace >/dev/null || { echo "skipped: there is no strace here"; exit 0; }
strace -o /dev/null true 2>/dev/null || { echo "skipped: strace may not trace here"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DATELINE_STATE="$work/state"
runs=0 refused=0
unset DISPLAY WAYLAND_DISPLAY || true

i=0
while [ $i -lt 40 ]; do
    printf 'Kim met Moon in Seoul and Jo in Vienna.\n'
    i=$((i + 1))
done >"$work/a.txt"

doc=
begin() {
    rm -rf "$work/state" "$work/p.ron" "$work"/p.*.ron
    doc=$("$program" import "$work/p.ron" "$work/a.txt" | sed 's/.*"id":"\([^"]*\)".*/\1/')
}

commands() {
    for start in 0 50 100 150; do
        printf '{"do":"tag","doc":"%s","start":%s,"end":%s,"label":"Person"}\n' "$doc" $start $((start + 3))
        [ $start = 50 ] && printf '{"do":"save"}\n'
    done
}

for call in openat write fsync fdatasync rename renameat2 unlink mkdir; do
    for error in ENOSPC EIO EACCES EROFS EDQUOT EMFILE; do
        when=1
        while [ $when -le 40 ]; do
            begin
            commands | strace -f -qq -o /dev/null -e "trace=$call" -e "inject=$call:error=$error:when=$when" \
                "$program" edit "$work/p.ron" >"$work/answers" 2>"$work/errors" || refused=$((refused + 1))
            if grep -q panicked "$work/errors"; then
                echo "$call $error at $when: panicked"; cat "$work/errors"; exit 1
            fi
            "$program" check "$work/p.ron" >/dev/null 2>&1 || { echo "$call $error at $when: not sound"; exit 1; }
            printf '{"do":"mentions","doc":"%s"}\n' "$doc" | "$program" edit "$work/p.ron" >"$work/there" 2>/dev/null
            for id in $(sed -n 's/^{"ok":true,"id":"\([^"]*\)"}$/\1/p' "$work/answers"); do
                grep -q "\"$id\"" "$work/there" || { echo "$call $error at $when: lost $id"; exit 1; }
            done
            runs=$((runs + 1))
            when=$((when + every))
        done
    done
done
echo "$runs runs with a fault, $refused of them did not end well, nothing that was answered was lost"
