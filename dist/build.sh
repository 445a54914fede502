#!/usr/bin/env bash
# Makes the packages of Dateline in dist/out/:
#
#     bash dist/build.sh deb tar             for this Linux system (the machine that builds tells the architecture)
#     bash dist/build.sh windows installer   dateline.exe and a setup, built on Linux with mingw-w64 and NSIS
#     bash dist/build.sh app                 Dateline.app and a disk image, on macOS
#     bash dist/build.sh appimage            needs appimagetool
#     bash dist/build.sh sums                SHA-256 of all that lies in dist/out
#     bash dist/build.sh sbom                the bill of materials, CycloneDX; needs cargo-cyclonedx
#
# DATELINE_FEATURES=gui leaves the careful tagger out. DATELINE_PROGRAM=PATH packs a program that is built already.
# CARGO_TARGET_DIR is respected. Nothing outside dist/out and the target folder is written.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out="$PWD/dist/out"
target="${CARGO_TARGET_DIR:-$PWD/target}"
features="${DATELINE_FEATURES:-gui,careful}"
version="$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)"
# Packages that are made again from the same commit are the same, byte for byte.
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}"
export SOURCE_DATE_EPOCH
work=""
trap '[[ -z "$work" ]] || rm -rf "$work"' EXIT

say() { printf '== %s\n' "$*"; }
fail() {
    printf 'build.sh: %s\n' "$*" >&2
    exit 1
}
need() { command -v "$1" >/dev/null || fail "$1 is not installed ($2)"; }

fresh_work() {
    [[ -z "$work" ]] || rm -rf "$work"
    work="$(mktemp -d)"
    mkdir -p "$out"
}

# Ours is a tenth slower and three megabytes smaller so.
export CARGO_PROFILE_RELEASE_OPT_LEVEL=s

# What is told to the compiler for the program itself: packages take minutes longer to build, and less room, than what
# `cargo build --release` makes. Functions that are the same are kept once where the linker can do that (lld, which Rust
# brings along for Linux on x86-64).
last_touches() {
    printf '%s\n' -C lto=fat
    [[ "${1:-$(rustc -vV | sed -n 's/^host: //p')}" != x86_64-unknown-linux-gnu ]] || printf '%s\n' -C link-arg=-Wl,--icf=all
}

# build [TARGET [RUSTC-FLAG…]]: where the program is, built if need be.
build() {
    if [[ -n "${DATELINE_PROGRAM:-}" ]]; then
        printf '%s\n' "$DATELINE_PROGRAM"
        return
    fi
    local flags=(rustc --release --locked --bin dateline --no-default-features --features "$features") touches
    mapfile -t touches < <(last_touches "${1:-}")
    if [[ $# -gt 0 ]]; then
        cargo "${flags[@]}" --target "$1" -- "${touches[@]}" "${@:2}" >&2
        printf '%s\n' "$target/$1/release/dateline"
    else
        cargo "${flags[@]}" -- "${touches[@]}" >&2
        printf '%s\n' "$target/release/dateline"
    fi
}

# What belongs under /usr on Linux, put into the folder $1; the program is $2.
lay_out() {
    local usr="$1" program="$2" size page
    install -Dm755 "$program" "$usr/bin/dateline"
    install -Dm644 dist/linux/dateline.desktop -t "$usr/share/applications"
    install -Dm644 dist/linux/org.dateline.Dateline.metainfo.xml -t "$usr/share/metainfo"
    install -Dm644 dist/linux/dateline.xml -t "$usr/share/mime/packages"
    for size in 16 24 32 48 64 128 256 512; do
        install -Dm644 "assets/icons/$size.png" "$usr/share/icons/hicolor/${size}x$size/apps/dateline.png"
    done
    install -Dm644 assets/icon.svg "$usr/share/icons/hicolor/scalable/apps/dateline.svg"
    for page in dist/linux/man/*.1; do
        mkdir -p "$usr/share/man/man1"
        gzip -9n <"$page" >"$usr/share/man/man1/$(basename "$page").gz"
    done
    install -Dm644 dist/linux/completions/dateline.bash "$usr/share/bash-completion/completions/dateline"
    install -Dm644 dist/linux/completions/_dateline -t "$usr/share/zsh/vendor-completions"
    install -Dm644 dist/linux/completions/dateline.fish -t "$usr/share/fish/vendor_completions.d"
    mkdir -p "$usr/share/doc/dateline"
    gzip -9n <assets/licences.txt >"$usr/share/doc/dateline/licences.txt.gz"
}

# The newest glibc of which the program names a symbol.
glibc_of() {
    need objdump "on Debian: binutils"
    objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1 | cut -d _ -f 2
}

make_deb() {
    need dpkg-deb "on Debian: dpkg"
    local program root architecture size glibc file
    program="$(build)"
    fresh_work
    root="$work/root"
    lay_out "$root/usr" "$program"
    install -Dm644 dist/linux/copyright -t "$root/usr/share/doc/dateline"
    install -Dm644 dist/linux/lintian-overrides "$root/usr/share/lintian/overrides/dateline"
    gzip -9n <CHANGELOG.md >"$root/usr/share/doc/dateline/CHANGELOG.md.gz"
    deb_changelog | gzip -9n >"$root/usr/share/doc/dateline/changelog.gz"
    architecture="$(dpkg --print-architecture)"
    size="$(du -k --apparent-size -s "$root/usr" | cut -f 1)"
    glibc="$(glibc_of "$program")"
    mkdir -p "$root/DEBIAN"
    sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/; s/@GLIBC@/$glibc/" \
        -e "s/@MAINTAINER@/$(maintainer)/" dist/linux/control >"$root/DEBIAN/control"
    (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    chmod -R u=rwX,go=rX "$root"
    file="$out/dateline_${version}_$architecture.deb"
    dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$file" >/dev/null
    say "$file"
}

maintainer() { printf '%s' "${DATELINE_MAINTAINER:-The Dateline developers <dateline@packages.invalid>}"; }

deb_changelog() {
    printf 'dateline (%s) unstable; urgency=medium\n\n  * Release %s; what is new stands in CHANGELOG.md.gz.\n\n -- %s  %s\n' \
        "$version" "$version" "$(maintainer)" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

make_tar() {
    local program name
    program="$(build)"
    fresh_work
    name="dateline-$version-linux-$(uname -m)"
    lay_out "$work/$name" "$program"
    install -m644 README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$work/$name"
    install -m755 dist/linux/install.sh "$work/$name"
    chmod -R u=rwX,go=rX "$work/$name"
    tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" |
        gzip -9n >"$out/$name.tar.gz"
    say "$out/$name.tar.gz"
}

# shellcheck source=dist/windows/build.sh
source dist/windows/build.sh
# shellcheck source=dist/macos/build.sh
source dist/macos/build.sh

make_appimage() {
    need appimagetool "https://github.com/AppImage/appimagetool; it is not fetched here"
    local program app
    program="$(build)"
    fresh_work
    app="$work/Dateline.AppDir"
    lay_out "$app/usr" "$program"
    # What appimagetool asks for: the starter, one desktop file and its icon at the top.
    ln -s usr/bin/dateline "$app/AppRun"
    cp dist/linux/dateline.desktop assets/icon.svg "$app"
    mv "$app/icon.svg" "$app/dateline.svg"
    ARCH="$(uname -m)" appimagetool "$app" "$out/dateline-$version-$(uname -m).AppImage"
    say "$out/dateline-$version-$(uname -m).AppImage"
}

make_sbom() {
    cargo cyclonedx --version >/dev/null 2>&1 || fail "cargo-cyclonedx is not installed (cargo install cargo-cyclonedx)"
    mkdir -p "$out"
    # It writes beside Cargo.toml; the file moves from there at once.
    cargo cyclonedx --format json --spec-version 1.5 --all-features --override-filename dateline.cdx
    mv dateline.cdx.json "$out/dateline-$version.cdx.json"
    say "$out/dateline-$version.cdx.json"
}

make_sums() {
    (cd "$out" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS)
    say "$out/SHA256SUMS"
}

[[ $# -gt 0 ]] || fail "say what to make: deb tar windows installer app appimage sbom sums"
for wanted in "$@"; do
    case "$wanted" in
    deb | tar | windows | installer | app | appimage | sbom | sums) "make_$wanted" ;;
    *) fail "there is nothing called “$wanted”" ;;
    esac
done
