#!/usr/bin/env python3
"""Collects the licences of all that goes into the program: assets/licences.txt, which the window and the packages show.

    python3 dist/licences.py            writes the file
    python3 dist/licences.py --check    fails if it is not up to date

Asks `cargo metadata` for the libraries that are linked on Linux, Windows and macOS, with all features; what only builds
or tests the program is left out. Where a library offers a choice of licences, the first of PREFERRED is taken; one that
offers none of them stops the script, so nothing under the GPL or LGPL gets in unseen. Each text stands once, with the
copyright lines of all who use it. Needs the sources of the libraries (`cargo fetch`), and no network besides.
"""

import json, pathlib, re, subprocess, sys, textwrap

HOME = pathlib.Path(__file__).resolve().parent.parent
OUT = HOME / "assets/licences.txt"
COLUMNS = 110
SYSTEMS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "x86_64-apple-darwin", "aarch64-apple-darwin"]
PREFERRED = ["MIT", "Zlib", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "Apache-2.0", "Unicode-3.0", "CC0-1.0",
             "OFL-1.1", "Ubuntu-font-1.0", "MPL-2.0"]

# What only the text of this licence says; asked in this order.
SIGNS = [
    ("MPL-2.0", "Mozilla Public License Version 2.0"),
    ("OFL-1.1", "SIL OPEN FONT LICENSE"),
    ("Ubuntu-font-1.0", "UBUNTU FONT LICENCE"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("BSL-1.0", "Boost Software License - Version 1.0"),
    ("CC0-1.0", "CC0 1.0 Universal"),
    ("Apache-2.0", "TERMS AND CONDITIONS FOR USE, REPRODUCTION"),
    ("Zlib", "This software is provided 'as-is'"),
    ("BSD-3-Clause", "Redistribution and use in source and binary forms"),
    ("ISC", "Permission to use, copy, modify, and"),
    ("MIT", "Permission is hereby granted, free of charge"),
]

PREFACE = """\
Dateline is licensed under the MIT licence or the Apache License, Version 2.0, as you choose. It carries
the work of many others; this page names them, with their licences. None of it is under the GPL or the LGPL.

Libraries under the Mozilla Public License are used unchanged; their sources are among the packages of Rust
under their names.

The page has three parts: fonts and data; libraries, each with its licence and its copyright; and the
licence texts.
"""

DATA = """\
Inter, version 4 (typeface)
    Copyright (c) 2016-2018 The Inter Project Authors (me@rsms.me)
    SIL Open Font License 1.1, see the texts. Only the characters that the program shows.
Source Serif 4 (typeface)
    Copyright 2014 - 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’. All Rights Reserved.
    SIL Open Font License 1.1, see the texts. Only the characters that the program shows.
    “Source” is a trademark of Adobe in the United States and/or other countries.
Names of countries: Unicode CLDR
    Copyright © 1991-2026 Unicode, Inc. Unicode License v3, see the texts.
Names of cities and of states of the United States: GeoNames
    © GeoNames (https://www.geonames.org)
    Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/)
    Changed: the larger cities only, without what is spelt like a word.
Names of peoples: countryinfo
    MIT.
First names and surnames: United States Census 1990
    Public domain; by way of the Python package names.
The careful tagger: fine-tuned from MiniLM-L6-H384 (Microsoft; nreimers)
    Apache License 2.0; changed by training.
Groups of like words: from the word vectors of spaCy en_core_web_md (Explosion)
    CC0; package MIT.
Texts that the taggers learnt from, none of which is in the program
    Groningen Meaning Bank (Voice of America, public domain), MASC 3 (open), CrossNER (MIT),
    GUM (its documents under CC BY and CC BY-SA), WikiGold (CC BY 4.0),
    Universal NER, English Web Treebank (CC BY-SA 4.0).
"""


def main():
    packages = linked()
    page = "\n".join([heading("Dateline: licences"), PREFACE, heading("Fonts and data"), DATA,
                      *libraries_and_texts(packages)])
    page = "\n".join(wrapped(line) for line in page.splitlines()).rstrip() + "\n"
    if "--check" in sys.argv:
        if not OUT.exists() or OUT.read_text() != page:
            sys.exit("assets/licences.txt is not up to date: run python3 dist/licences.py")
        return
    OUT.write_text(page)
    print(f"{len(packages)} libraries, {len(page.encode())} bytes")


def wrapped(line):
    """A line cut where it is too long to be read, with its indentation."""
    indent = line[:len(line) - len(line.lstrip())]
    return "\n".join(textwrap.wrap(line, COLUMNS, subsequent_indent=indent)) if len(line) > COLUMNS else line.rstrip()


def heading(text):
    return f"{text}\n{'=' * len(text)}\n"


def linked():
    """The libraries that become part of the program, by name and version."""
    found = {}
    for system in SYSTEMS:
        command = ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features", "--filter-platform", system]
        told = json.loads(subprocess.run(command, cwd=HOME, check=True, capture_output=True, text=True).stdout)
        packages = {package["id"]: package for package in told["packages"]}
        nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
        waiting = [told["resolve"]["root"]]
        seen = set(waiting)
        while waiting:
            for link in nodes[waiting.pop()]["deps"]:
                package = packages[link["pkg"]]
                is_macro = any("proc-macro" in target["kind"] for target in package["targets"])
                is_linked = any(kind["kind"] is None for kind in link["dep_kinds"])
                if link["pkg"] not in seen and is_linked and not is_macro:
                    seen.add(link["pkg"])
                    waiting.append(link["pkg"])
                    found[package["name"], package["version"]] = package
    return [package for _, package in sorted(found.items())]


def libraries_and_texts(packages):
    names, texts = [], {}
    for path in sorted((HOME / "assets/fonts").glob("OFL-*.txt")):
        head, body = take_apart(path.read_text())
        add_text(texts, "OFL-1.1", body)
    lacking = []
    for package in packages:
        taken = choose(package)
        own = own_texts(package)
        for licence in taken:
            if licence in own:
                add_text(texts, licence, own[licence][1])
            else:
                lacking.append((package["name"], licence))
        holders = dict.fromkeys(line for licence in taken for line in own.get(licence, ([], ""))[0])
        names.append(f"{package['name']} {package['version']}: {' and '.join(taken)}")
        names += [f"    {line}" for line in holders] or [f"    By {', '.join(package['authors'])}" if package["authors"]
                                                          else f"    {package['repository'] or ''}"]
    for name, licence in lacking:
        if not texts.get(licence):
            sys.exit(f"{name} is under {licence} and brings no text of it; nor does any other library")
    lines = [heading("Libraries"), "\n".join(names), "", heading("Licence texts")]
    for licence in PREFERRED:
        bodies = sorted(texts.get(licence, {}).values(), key=lambda bodies: -len(bodies))
        for number, (body, *_) in enumerate(bodies):
            title = licence if number == 0 else f"{licence}, worded differently ({number + 1})"
            lines += [f"{title}\n{'-' * len(title)}\n", body, ""]
    return lines


def choose(package):
    """The licences under which a library is taken: the first choice of each part that is joined by AND."""
    said = (package["license"] or "").replace("/", " OR ").replace("MPL-2.0+", "MPL-2.0")
    taken = []
    for part in re.split(r"\s+AND\s+", said):
        offered = [name.strip() for name in part.strip("() ").split(" OR ")]
        best = [name for name in PREFERRED if name in offered]
        if not best:
            sys.exit(f"{package['name']} {package['version']}: none of the licences we take is offered: {said}")
        taken.append(best[0])
    return list(dict.fromkeys(taken))


def own_texts(package):
    """The licence texts that lie with a library: licence -> (copyright lines, body)."""
    folder = pathlib.Path(package["manifest_path"]).parent
    named = re.compile(r"(licen[cs]e|copying|unlicense|copyright|notice|ofl|ufl)", re.I)
    paths = [path for depth in ("*", "*/*") for path in sorted(folder.glob(depth))
             if path.is_file() and named.match(path.name) and path.suffix not in (".rs", ".py", ".toml", ".json")]
    found, notices = {}, []
    for path in paths:
        words = path.read_text(errors="replace").replace("\r\n", "\n")
        flat = re.sub(r"\s+", " ", words)
        licence = next((licence for licence, sign in SIGNS if sign.lower() in flat.lower()), None)
        if licence is None:
            notices += [line.strip() for line in words.splitlines() if re.match(r"\s*copyright", line, re.I)]
        else:
            found.setdefault(licence, take_apart(words))
    if "BSD-3-Clause" in found and "Neither the name" not in re.sub(r"\s+", " ", found["BSD-3-Clause"][1]):
        found["BSD-2-Clause"] = found["BSD-3-Clause"]
    return {licence: (notices + holders, body) for licence, (holders, body) in found.items()}


def take_apart(words):
    """The copyright lines of a licence text and the rest of it. Long texts (Apache) name no holder of their own."""
    words = words.replace("\t", "    ").strip("\ufeff")
    holders, body = [], []
    for line in words.splitlines():
        is_holder = re.match(r"\s*(copyright\s*(\(c\)|©|\d{4}|the\s)|\(c\)\s+\d{4}|©)", line, re.I) and "[yyyy]" not in line
        (holders if is_holder and "copyright notice" not in line else body).append(line)
    return [line.strip() for line in holders], re.sub(r"\n{3,}", "\n\n", "\n".join(body).strip("\n"))


def add_text(texts, licence, body):
    """A text that differs from one that is there only in its layout, its title or its quotes is the same."""
    plain = re.sub(r"[^a-z0-9]+", "", body.lower())
    start = {"MIT": "permissionishereby", "Zlib": "thissoftwareisprovided",
             "ISC": "permissiontouse", "BSD-3-Clause": "redistributionanduse", "BSD-2-Clause": "redistributionanduse",
             "Unicode-3.0": "noticetouser"}.get(licence, "")
    plain = plain[max(plain.find(start), 0):]
    if licence in ("Apache-2.0", "MPL-2.0", "OFL-1.1"):
        plain = ""  # Versions that nobody words differently; only titles and remarks around them differ.
    texts.setdefault(licence, {}).setdefault(plain, []).append(body)


if __name__ == "__main__":
    main()
