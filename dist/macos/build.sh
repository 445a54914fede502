# Sourced by dist/build.sh: Dateline.app for both kinds of Mac, and a disk image with it. Needs macOS.
# With CODESIGN_IDENTITY set the bundle is signed by it; without, it is signed for this machine only ("-"), and whoever
# fetches it opens it the first time by Control-click.
# shellcheck shell=bash

make_app() {
    [[ "$(uname -s)" == Darwin ]] || fail "the bundle for macOS is built on macOS"
    local intel arm app image
    rustup target add x86_64-apple-darwin aarch64-apple-darwin
    intel="$(build x86_64-apple-darwin)"
    arm="$(build aarch64-apple-darwin)"
    fresh_work
    app="$work/image/Dateline.app/Contents"
    mkdir -p "$app/MacOS" "$app/Resources"
    lipo -create -output "$app/MacOS/dateline" "$intel" "$arm"
    sed "s/@VERSION@/$version/" dist/macos/Info.plist >"$app/Info.plist"
    cp assets/icons/dateline.icns LICENSE-MIT LICENSE-APACHE assets/licences.txt "$app/Resources"
    plutil -lint "$app/Info.plist"
    codesign --force --options runtime --sign "${CODESIGN_IDENTITY:--}" "$work/image/Dateline.app"
    ln -s /Applications "$work/image/Applications"
    image="$out/dateline-$version-macos-universal.dmg"
    hdiutil create -volname Dateline -srcfolder "$work/image" -ov -format UDZO "$image"
    say "$image"
}
