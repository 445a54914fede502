#!/bin/sh
# Installs Dateline from this folder, for you alone (~/.local) or, with a path, there (sudo ./install.sh /usr/local).
# ./install.sh --remove [PATH] takes it away again and leaves your projects, your settings and your journal alone.
set -eu
cd "$(dirname "$0")"

removing=
if [ "${1:-}" = --remove ]; then
    removing=yes
    shift
fi
prefix="${1:-$HOME/.local}"

find bin share -type f | while read -r file; do
    if [ -n "$removing" ]; then
        rm -f "$prefix/$file"
    else
        mkdir -p "$prefix/$(dirname "$file")"
        cp "$file" "$prefix/$file"
    fi
done
# The start menu looks for programs in fewer places than a shell: it is told the whole path.
if [ -z "$removing" ]; then
    entry="$prefix/share/applications/dateline.desktop"
    sed "s|^Exec=dateline|Exec=\"$prefix/bin/dateline\"|" share/applications/dateline.desktop >"$entry"
fi
[ -z "$removing" ] || rmdir "$prefix/share/doc/dateline" 2>/dev/null || true

# The file manager learns which program opens projects; a system without these tools does so by itself, later.
if command -v update-mime-database >/dev/null; then update-mime-database "$prefix/share/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$prefix/share/applications" || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf "$prefix/share/icons/hicolor" || true; fi

if [ -n "$removing" ]; then
    echo "Dateline is removed from $prefix."
else
    echo "Dateline is installed: $prefix/bin/dateline"
    case ":$PATH:" in *":$prefix/bin:"*) ;; *) echo "Put $prefix/bin in your PATH to start it by its name." ;; esac
fi
