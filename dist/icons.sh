#!/usr/bin/env bash
# Makes the icon in every size from assets/icon.svg and, where that would blur, from its drawings for small sizes in
# assets/icons/. Needs rsvg-convert (librsvg2-bin), icotool (icoutils) and png2icns (icnsutils).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../assets"

for size in 16 24 32 48 64 128 256 512; do
    drawing=icons/$size.svg
    [[ -e $drawing ]] || drawing=icon.svg
    rsvg-convert --width "$size" --height "$size" "$drawing" --output "icons/$size.png"
done
cp icons/256.png icon-256.png

icotool --create --output icons/dateline.ico icons/{16,24,32,48,64,128}.png --raw=icons/256.png
# The 1024 points of a Retina screen are the drawing itself.
rsvg-convert --width 1024 --height 1024 icon.svg --output icons/1024.png
png2icns icons/dateline.icns icons/{16,32,48,128,256,512,1024}.png
rm icons/1024.png
