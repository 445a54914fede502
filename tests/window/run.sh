#!/usr/bin/env bash
# Drives the program in a real window as a person would: the whole loop on the sample, by keys, clicks and drags.
#
#     tests/window/run.sh [--shots FOLDER] [--size 1280x800] [PATH-OF-dateline]
set -euo pipefail
# shellcheck source=tests/window/stage.sh
source "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

# Five marks with the mouse alone for selecting. The fonts come with the program, so words are where they always are.
mark_by_mouse() {
    click 345 254 2; key 1
    click 420 285 2; key 2
    click 520 316 2; key 3
    drag 400 395 520 396; key 0
    click 520 457 3; key 0
    key Escape
}

project="$work/vienna.ron"
sample="$root/assets/sample/vienna-talks.txt"

say "display"
start_display

say "open the sample from the command line"
# A project made beforehand, so that Ctrl+S needs no dialog.
"$binary" import "$project" "$sample" >"$work/import.log" 2>&1 || fail "import: $(cat "$work/import.log")"
before="$(sha256sum <"$sample")"
start "$project"
settle 1 # suggestions come from a worker
shot light

say "ten accepted and two rejected by keys"
key Tab Return Return Return Return Return Return Return Return Return Return
key BackSpace BackSpace Escape
shot accepted
expect "mentions" 10 "$(save_and_count mentions)"
expect "rejections" 2 "$(save_and_count rejections)"

say "five tagged by mouse: a word each, a drag, a sentence"
mark_by_mouse
shot by-mouse
expect "mentions" 15 "$(save_and_count mentions)"

say "five tagged by keyboard alone"
key ctrl+End
for label in 1 2 3 4 5; do
    key ctrl+Left ctrl+Left ctrl+shift+Left "$label"
    # The mark is selected now; backing out leaves the caret where it is.
    key Escape Left Left
done
shot by-keyboard
expect "mentions" 20 "$(save_and_count mentions)"

say "one resized, one relabelled, all of a name"
key N alt+Right 0
expect "mentions" 20 "$(save_and_count mentions)"
key ctrl+t
shot tagged-all
all="$(save_and_count mentions)"
((all >= 20)) || fail "tag all took marks away: $all"
worked="$(sha256sum <"$project")"

say "undo all, redo all"
for _ in {1..40}; do key ctrl+z; done
expect "mentions" 0 "$(save_and_count mentions)"
expect "rejections" 0 "$(save_and_count rejections)"
for _ in {1..40}; do key ctrl+y; done
expect "mentions" "$all" "$(save_and_count mentions)"
expect "the project after undo and redo" "$worked" "$(sha256sum <"$project")"
"$binary" check "$project" >"$work/check.log" 2>&1 || fail "the saved project is not sound: $(cat "$work/check.log")"

say "close and open again"
stop
saved="$(sha256sum <"$project")"
start "$project"
shot again
stop
expect "the project after a look" "$saved" "$(sha256sum <"$project")"
expect "the source file" "$before" "$(sha256sum <"$sample")"

say "all done"
