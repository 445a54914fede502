#!/usr/bin/env bash
# Kills the program in its real window, again and again, while suggestions are accepted by keys: what was accepted is there after.
#
#     tests/window/kills.sh [--shots FOLDER] [--size 1280x800] [PATH-OF-dateline]      KILLS=100 says how often
set -euo pipefail
# shellcheck source=tests/window/stage.sh
source "$(dirname "${BASH_SOURCE[0]}")/stage.sh"
kills="${KILLS:-100}"
# What was accepted longer ago than this must be there: a key has to be read, carried out and handed to the system by then.
answered_ms=700

project="$work/kills.ron"
now_ms() { date +%s%3N; }
keys() { xdotool key --clearmodifiers --delay 30 "$@" 2>/dev/null; }

# Accepts one suggestion after the other, and writes down when each was. (Keys with Ctrl and Shift get lost now and then when
# they come this fast; Enter does not.)
accept_on() {
    keys Tab
    while true; do
        keys Return || return 0
        now_ms >>"$work/accepted"
        sleep 0.1
    done
}

start_display
for ((kill = 1; kill <= kills; kill++)); do
    rm -rf "$project" "$XDG_STATE_HOME/dateline" "$work/accepted"
    "$binary" import "$project" "$root/assets/sample/vienna-talks.txt" >"$work/import.log" 2>&1
    touch "$work/accepted"
    start "$project"
    accept_on &
    hand=$!
    sleep "$((RANDOM % 3)).$((RANDOM % 10))"
    # In the midst of saving, now and then.
    ((kill % 3 > 0)) || keys ctrl+s
    killed="$(now_ms)"
    kill -KILL "$program"
    kill "$hand" 2>/dev/null || true
    wait "$program" "$hand" 2>/dev/null || true
    unset 'started[-1]'
    window=""
    done_before="$(awk -v until=$((killed - answered_ms)) '$1 <= until' "$work/accepted" | wc -l)"
    begun="$(($(wc -l <"$work/accepted") + 1))"
    "$binary" check "$project" >"$work/check.log" 2>&1 || fail "kill $kill: not sound: $(cat "$work/check.log")"
    there="$("$binary" stats "$project" 2>/dev/null | awk -F'\t' '$1 == "mentions" { print $2 }')"
    if ((there < done_before || there > begun)); then
        fail "kill $kill: $there marks are there; $done_before were accepted before, $begun at most"
    fi
    marks=$((${marks:-0} + there))
done
say "$kills kills, $marks marks, none lost"
