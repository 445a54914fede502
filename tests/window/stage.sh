# Sourced by the scripts beside it: a display of its own, the program on it, hands and eyes.
#
# Takes [--shots FOLDER] [--size 1280x800] [PATH-OF-dateline] from the arguments of the script that sources it.
# Needs Xvfb, xdotool, openbox (without a window manager no key arrives) and, for pictures, ImageMagick.
# Everything it starts and writes is gone when it ends; with --shots, or after a failure, the pictures stay.
# shellcheck shell=bash
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
shots=""
size="1280x800"
binary="$root/target/debug/dateline"
while (($# > 0)); do
    case "$1" in
    --shots) shots="$2"; shift 2 ;;
    --size) size="$2"; shift 2 ;;
    -*) echo "unknown option $1" >&2; exit 2 ;;
    *) binary="$1"; shift ;;
    esac
done

say() { printf '  %s\n' "$*"; }
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    if [[ -s "$work/program.log" ]]; then
        printf -- '--- what the program said ---\n' >&2
        tail -n 40 "$work/program.log" >&2
    fi
    if [[ -n "${window:-}" ]]; then
        shots="${shots:-$root/tests/window/out}"
        shot failed || true
        printf 'picture: %s\n' "$shots/failed.png" >&2
    fi
    exit 1
}

# --- What is started is ended, in reverse, however this script ends. ---

work="$(mktemp -d)"
started=()
clean_up() {
    local code=$? at
    trap - EXIT INT TERM
    for ((at = ${#started[@]} - 1; at >= 0; at--)); do
        kill "${started[at]}" 2>/dev/null || true
    done
    for ((at = ${#started[@]} - 1; at >= 0; at--)); do
        wait "${started[at]}" 2>/dev/null || true
    done
    rm -rf "$work"
    exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for tool in Xvfb xdotool openbox; do
    command -v "$tool" >/dev/null || fail "$tool is not installed (on Debian: apt-get install xvfb xdotool openbox imagemagick)"
done
[[ -x "$binary" ]] || fail "no program at $binary: run cargo build first"
binary="$(cd "$(dirname "$binary")" && pwd)/$(basename "$binary")"

# --- A display, a home and a window manager of its own. ---

export HOME="$work/home"
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_STATE_HOME="$HOME/.local/state"
export XDG_CACHE_HOME="$HOME/.cache" XDG_RUNTIME_DIR="$work/runtime"
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
# Suggestions that come in twice would make what the keys do depend on time.
mkdir -p "$XDG_CONFIG_HOME/dateline"
printf '(careful_suggestions: false)\n' >"$XDG_CONFIG_HOME/dateline/settings.ron"
unset WAYLAND_DISPLAY WAYLAND_SOCKET DBUS_SESSION_BUS_ADDRESS

# wait_until SECONDS WHAT COMMAND…: polls the command ten times a second.
wait_until() {
    local seconds="$1" what="$2" end
    shift 2
    end=$((SECONDS + seconds))
    until "$@"; do
        ((SECONDS < end)) || fail "waited $seconds s for $what"
        sleep 0.1
    done
}

start_display() {
    Xvfb -displayfd 3 -screen 0 "${size}x24" +extension GLX -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
    started+=($!)
    wait_until 20 "Xvfb" test -s "$work/display"
    DISPLAY=":$(tr -d '[:space:]' <"$work/display")"
    export DISPLAY
    # A bare configuration: no decorations, so that the window fills the screen and pictures are the window alone.
    cat >"$work/openbox.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*"><decor>no</decor><focus>yes</focus><maximized>yes</maximized></application></applications>
</openbox_config>
XML
    openbox --config-file "$work/openbox.xml" >"$work/openbox.log" 2>&1 &
    started+=($!)
    wait_until 20 "openbox" is_managed
}
is_managed() { xdotool get_num_desktops >/dev/null 2>&1; }

# --- The program. ---

# start ARGUMENTS…: starts the program and waits for its window.
start() {
    "$binary" "$@" >>"$work/program.log" 2>&1 &
    program=$!
    started+=("$program")
    window=""
    wait_until 60 "the window" find_window
    xdotool windowactivate --sync "$window" >/dev/null 2>&1 || true
    wait_until 10 "the keyboard's focus" has_focus
    settle 1
}
find_window() {
    alive || fail "the program ended before it had a window"
    window="$(xdotool search --onlyvisible --name 'Dateline' 2>/dev/null | tail -n 1)"
    [[ -n "$window" ]]
}
has_focus() { [[ "$(xdotool getwindowfocus 2>/dev/null)" == "$window" ]]; }
# A program that has ended and was not yet waited for counts as ended.
alive() { [[ "$(ps -o stat= -p "$program" 2>/dev/null)" == [!Z]* ]]; }
ended() { ! alive; }

# stop: closes the window as its button would and waits for a clean end.
stop() {
    local code=0
    # Older versions of xdotool have no windowquit; openbox knows Alt+F4.
    xdotool windowquit "$window" 2>/dev/null || xdotool key --clearmodifiers alt+F4
    wait_until 20 "the program to end" ended
    wait "$program" || code=$?
    ((code == 0)) || fail "the program ended with code $code"
    unset 'started[-1]' # the program is always the last that was started
    window=""
}

# --- Hands and eyes. ---

settle() { sleep "${1:-0.15}"; }
# key NAMES…: Tab, Return, ctrl+s …, one after the other.
key() {
    local name
    for name in "$@"; do
        alive || fail "the program is gone before the key $name"
        xdotool key --clearmodifiers "$name"
        settle 0.08
    done
}
# click X Y [TIMES]: from the upper left corner of the window.
click() {
    xdotool mousemove --window "$window" "$1" "$2"
    settle 0.05
    xdotool click --repeat "${3:-1}" --delay 60 1
    settle
}
# drag X1 Y1 X2 Y2: presses at the first point and lets go at the second.
drag() {
    xdotool mousemove --window "$window" "$1" "$2" mousedown 1
    settle
    xdotool mousemove --window "$window" $((($1 + $3) / 2)) $((($2 + $4) / 2))
    settle
    xdotool mousemove --window "$window" "$3" "$4"
    settle
    xdotool mouseup 1
    settle
}
# shot NAME: a picture of the window, where pictures are wanted.
shot() {
    [[ -n "$shots" ]] || return 0
    command -v import >/dev/null || fail "ImageMagick is not installed"
    mkdir -p "$shots"
    import -window "$window" "$shots/$1.png"
}
# count PATTERN FILE: lines that match; 0 where there is no such file.
count() { grep -c -e "$1" "$2" 2>/dev/null || true; }
# expect WHAT WANTED FOUND
expect() {
    [[ "$2" == "$3" ]] || fail "$1: expected $2, found $3"
    say "$1: $3"
}

# save_and_count WHAT: saves with Ctrl+S and counts in the file, by the program's own `stats`.
save_and_count() {
    key ctrl+s
    settle 0.5
    "$binary" stats "$project" | awk -F'\t' -v what="$1" '$1 == what { print $2 }'
}
