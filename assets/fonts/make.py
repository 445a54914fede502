#!/usr/bin/env python3
"""Makes the four font files beside this script again.

    pip install fonttools brotli
    npm pack inter-ui@4.1.1 && npm pack source-serif@4.5.1
    (unpack each into a folder of its name: FOLDER/inter-ui, FOLDER/source-serif)
    python3 assets/fonts/make.py FOLDER

Each file is the upstream font cut to the scripts Dateline shows itself: Latin, Greek and Cyrillic with the
marks of news text and of the interface. Other scripts come from the fonts of the system. Kerning (GPOS) and
ligatures (GSUB) stay; hints, stylistic sets and alternates that nothing asks for go.

Both fonts are under the SIL Open Font License 1.1 (see OFL-Inter.txt, OFL-SourceSerif4.txt). "Source" is a
reserved font name, so the cut serif calls itself "Dateline Serif" inside the file; Inter reserves no name.
"""

import sys
from pathlib import Path

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

RANGES = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0180, 0x024F),  # Latin Extended-B: pinyin, Romanian, Balkan letters
    (0x0250, 0x02AF),  # the few IPA letters used in names (schwa)
    (0x02B0, 0x02FF),  # modifier letters: ʻokina, ʼ
    (0x0300, 0x036F),  # combining marks, for decomposed text
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Vietnamese and other letters with two marks
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts, subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # №, ™, ℃
    (0x2150, 0x215F),  # fractions
    (0x2190, 0x2193),  # arrows
    (0xFB00, 0xFB04),  # ligatures as characters
    (0xFFFD, 0xFFFD),  # the sign for what could not be read
]
SIGNS = "↵⇥⇧⌘⌥⌫⏎−×÷≈≠≤≥∞√▪▲▶▼◀◆●○■□✓✗"
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum", "case"]

FONTS = [
    ("inter-ui/web/Inter-Regular.woff2", "Inter-Regular.ttf", None),
    ("inter-ui/web/Inter-SemiBold.woff2", "Inter-SemiBold.ttf", None),
    ("source-serif/TTF/SourceSerif4-Regular.ttf", "SourceSerif4-Regular.ttf", "Dateline Serif"),
    ("source-serif/TTF/SourceSerif4-Semibold.ttf", "SourceSerif4-SemiBold.ttf", "Dateline Serif"),
]

# Small triangles for open and closed rows, made from the large ones: (new, from, scale).
SMALL_TRIANGLES = [(0x25BE, 0x25BC, 0.62), (0x25B8, 0x25B6, 0.62), (0x25C2, 0x25C0, 0.62), (0x25B4, 0x25B2, 0.62)]

# What must be there. A missing sign in the interface would be drawn as an empty box.
REQUIRED = {
    "Basic Latin": range(0x20, 0x7F),
    "Latin-1": range(0xA0, 0x100),
    "Latin Extended-A": range(0x100, 0x180),
    "Greek": [c for c in range(0x386, 0x3CF) if c not in (0x387, 0x38B, 0x38D, 0x3A2)],
    "Cyrillic": range(0x400, 0x460),
    "punctuation": map(ord, "‘’‚“”„‹›«»–—―…•†‡‰′″⁄ "),
    "signs": map(ord, "×·¶°§←→↑↓"),
}
REQUIRED_INTERFACE = "⇧⌫⏎⌘▾▸✓×·¶°←→↑↓"
# Not in the upstream fonts. Inter stands in for the serif; the first two are never drawn as themselves.
UPSTREAM_LACKS = {"Inter": "\u00ad\u0149", "SourceSerif4": "ĬĭĲĳŦŧ"}


def cut(source, target, family):
    font = TTFont(source)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["STAT", "DSIG", "meta"]
    options.flavor = None
    subsetter = Subsetter(options)
    wanted = [c for first, last in RANGES for c in range(first, last + 1)] + [ord(c) for c in SIGNS]
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    add_small_triangles(font)
    if family:
        rename(font, family, "SemiBold" if "SemiBold" in target.name else "Regular")
    font.flavor = None
    font["head"].modified = font["head"].created  # the same input gives the same bytes
    font.recalcTimestamp = False
    font.save(target)


def add_small_triangles(font):
    cmap = font.getBestCmap()
    glyphs = font.getGlyphSet()
    for new, old, scale in SMALL_TRIANGLES:
        if new in cmap or old not in cmap:
            continue
        name = f"uni{new:04X}"
        glyph = font["glyf"][cmap[old]]
        middle_x = (glyph.xMin + glyph.xMax) / 2
        middle_y = (glyph.yMin + glyph.yMax) / 2
        width = round(font["hmtx"][cmap[old]][0] * 0.72)
        shift_x = width / 2 - middle_x * scale
        shift_y = font["OS/2"].sxHeight / 2 - middle_y * scale
        pen = TTGlyphPen(None)
        glyphs[cmap[old]].draw(TransformPen(pen, (scale, 0, 0, scale, shift_x, shift_y)))
        order = font.getGlyphOrder() + [name]
        font.setGlyphOrder(order)
        font["glyf"][name] = pen.glyph()
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (width, font["glyf"][name].xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[new] = name
        glyphs = font.getGlyphSet()


def rename(font, family, style):
    postscript = f"{family.replace(' ', '')}-{style}"
    values = {1: family, 2: "Regular", 3: f"{postscript};cut by Dateline", 4: f"{family} {style}", 6: postscript,
              16: family, 17: style}
    names = font["name"]
    for number, value in values.items():
        names.removeNames(nameID=number)
        names.setName(value, number, 3, 1, 0x409)


def check(path):
    """Says what is missing; the list is empty when all is well."""
    font = TTFont(path)
    cmap = font.getBestCmap()
    missing = []
    known = UPSTREAM_LACKS[path.name.split("-")[0]]
    for name, wanted in REQUIRED.items():
        lost = [f"U+{c:04X}" for c in wanted if c not in cmap and chr(c) not in known]
        if lost:
            missing.append(f"{name}: {' '.join(lost)}")
    if path.name.startswith("Inter"):
        lost = [c for c in REQUIRED_INTERFACE if ord(c) not in cmap]
        if lost:
            missing.append(f"interface: {' '.join(lost)}")
    for table in ("GPOS", "GSUB", "glyf"):
        if table not in font:
            missing.append(f"table {table}")
    return len(cmap), missing


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    REQUIRED.update({name: list(wanted) for name, wanted in REQUIRED.items()})
    folder = Path(sys.argv[1])
    failed = False
    for source, target, family in FONTS:
        cut(folder / source, HERE / target, family)
        characters, missing = check(HERE / target)
        size = (HERE / target).stat().st_size
        print(f"{target}: {size // 1024} KB, {characters} characters" + "".join(f"\n  missing {m}" for m in missing))
        failed = failed or bool(missing)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
