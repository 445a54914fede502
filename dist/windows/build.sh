# Sourced by dist/build.sh: dateline.exe and its setup, built on Linux.
# Needs `rustup target add x86_64-pc-windows-gnu` and, on Debian, gcc-mingw-w64-x86-64 and nsis.
# shellcheck shell=bash

windows_target=x86_64-pc-windows-gnu

# The program with its icon, its version and its manifest in it: $out/windows/dateline.exe.
make_windows() {
    need x86_64-w64-mingw32-windres "on Debian: binutils-mingw-w64-x86-64"
    need x86_64-w64-mingw32-gcc "on Debian: gcc-mingw-w64-x86-64"
    if command -v rustup >/dev/null && ! rustup target list --installed | grep -qx "$windows_target"; then
        rustup target add "$windows_target" || fail "the Rust target $windows_target is not to be had here"
    fi
    fresh_work
    cp dist/windows/dateline.rc dist/windows/dateline.manifest assets/icons/dateline.ico "$work"
    # Given as the linker takes it: the object is named on its command line.
    (cd "$work" && x86_64-w64-mingw32-windres -DVERSION_NUMBERS="${version//./,},0" \
        -DVERSION_TEXT="\\\"$version\\\"" dateline.rc dateline.o)
    mkdir -p "$out/windows"
    local program
    program="$(build "$windows_target" -C link-arg="$work/dateline.o")"
    cp "${program%.exe}.exe" "$out/windows/dateline.exe"
    cp LICENSE-MIT LICENSE-APACHE assets/licences.txt "$out/windows"
    local zipped="$out/dateline-$version-windows-x86_64.zip"
    rm -f "$zipped"
    need zip "on Debian: zip"
    (cd "$out/windows" && zip -qX9 "$zipped" dateline.exe LICENSE-MIT LICENSE-APACHE licences.txt)
    say "$zipped"
}

make_installer() {
    need makensis "on Debian: nsis"
    [[ -e "$out/windows/dateline.exe" ]] || make_windows
    local file="$out/dateline-$version-windows-x86_64-setup.exe"
    makensis -V2 -DVERSION="$version" -DFROM="$out/windows" -DICON="$PWD/assets/icons/dateline.ico" -DOUT="$file" \
        dist/windows/setup.nsi
    say "$file"
}
