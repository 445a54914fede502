#!/usr/bin/env bash
# Takes the pictures of the README from the real window: the sample half reviewed, in light and in dark.
#
#     tests/window/pictures.sh --shots assets/screenshots [PATH-OF-dateline]
set -euo pipefail
# shellcheck source=tests/window/stage.sh
source "$(dirname "${BASH_SOURCE[0]}")/stage.sh"

project="$work/vienna.ron"
start_display
"$binary" import "$project" "$root/assets/sample/vienna-talks.txt" >"$work/import.log"
title="$(head -n 1 "$root/assets/sample/vienna-talks.txt")"
printf '{"do":"set-published","doc":"%s","date":"2024-11-10"}\n{"do":"save"}\n' "$title" |
    "$binary" edit "$project" >"$work/edit.log"

start "$project"
settle 1
key Tab Return Return Return Return Return Return Return Return BackSpace Return Return Return
settle 0.5
shot light
key ctrl+s
settle 1
stop

mkdir -p "$XDG_CONFIG_HOME/dateline"
printf '(theme: Dark)\n' >"$XDG_CONFIG_HOME/dateline/settings.ron"
start "$project"
settle 1
key Tab
settle 0.5
shot dark
stop
