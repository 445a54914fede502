//! Weapons by the words of a small lexicon, with what describes them.
//!
//! ```text
//! 12 [short-range ballistic missile] launches    its [nuclear weapons] program
//! ```

use super::page::Page;
use crate::suggest::{candidate::Candidate, kind::Kind};

/// The weapons of a page.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for index in 0..page.len() {
        let word = page.text(index);
        let is_head = HEADS.contains(&word);
        let is_vague = VAGUE_HEADS.contains(&word);
        if !is_head && !is_vague {
            continue;
        }
        let start = first_modifier(page, index);
        if is_vague && start == index || HEADS.contains(&page.text(index + 1)) {
            continue;
        }
        let score = if start < index { 850 } else { 700 };
        let span = page.passage.span(&(start..index + 1));
        found.extend(span.map(|span| Candidate::rule(span, Kind::Weapon, score, "word for a weapon")));
    }
    found
}

/// The first of the words that describe the weapon; hyphens between them belong to it.
fn first_modifier(page: &Page<'_>, head: usize) -> usize {
    let mut first = head;
    while let Some(before) = first.checked_sub(1) {
        let word = page.text(before);
        if MODIFIERS.contains(&word) {
            first = before;
        } else if word == "-" && before > 0 && MODIFIERS.contains(&page.text(before - 1)) {
            first = before - 1;
        } else {
            break;
        }
    }
    first
}

const HEADS: &[&str] = &[
    "missile",
    "missiles",
    "warhead",
    "warheads",
    "torpedo",
    "torpedoes",
    "grenade",
    "grenades",
    "howitzer",
    "howitzers",
    "rifle",
    "rifles",
    "handgun",
    "handguns",
    "pistol",
    "pistols",
    "artillery",
    "mortar",
    "mortars",
    "landmine",
    "landmines",
    "drone",
    "drones",
    "bomber",
    "bombers",
    "warplane",
    "warplanes",
    "submarine",
    "submarines",
    "ICBM",
    "ICBMs",
    "IED",
    "IEDs",
    "explosives",
    "sarin",
    "VX",
    "napalm",
    "AK-47",
    "AK-47s",
    "bazooka",
    "bayonet",
    "machete",
    "machetes",
    "warship",
    "warships",
    "Kalashnikov",
    "Kalashnikovs",
    "tanks",
];

/// Words that are weapons only with what describes them.
const VAGUE_HEADS: &[&str] = &[
    "weapon",
    "weapons",
    "bomb",
    "bombs",
    "rocket",
    "rockets",
    "gun",
    "guns",
    "arms",
    "agent",
    "gas",
    "device",
    "devices",
    "mine",
    "mines",
    "launcher",
    "launchers",
    "shell",
    "shells",
    "tank",
    "jet",
    "jets",
    "aircraft",
    "system",
    "systems",
    "carrier",
    "fire",
    "belt",
    "belts",
    "vest",
    "vests",
];

const MODIFIERS: &[&str] = &[
    "short",
    "medium",
    "intermediate",
    "long",
    "range",
    "ballistic",
    "cruise",
    "guided",
    "nuclear",
    "atomic",
    "chemical",
    "biological",
    "conventional",
    "hypersonic",
    "supersonic",
    "intercontinental",
    "tactical",
    "strategic",
    "anti",
    "tank",
    "aircraft",
    "ship",
    "missile",
    "ground",
    "surface",
    "air",
    "to",
    "submarine",
    "launched",
    "shoulder",
    "fired",
    "rocket",
    "propelled",
    "automatic",
    "semi",
    "semiautomatic",
    "assault",
    "sniper",
    "machine",
    "hand",
    "car",
    "truck",
    "roadside",
    "suicide",
    "petrol",
    "gasoline",
    "cluster",
    "dirty",
    "hydrogen",
    "nerve",
    "mustard",
    "tear",
    "multiple",
    "self",
    "armed",
    "unmanned",
    "fighter",
    "combat",
    "attack",
    "stealth",
    "land",
    "sea",
    "improvised",
    "explosive",
    "mass",
    "Scud",
    "Patriot",
    "Katyusha",
    "Tomahawk",
    "Hellfire",
    "Stinger",
    "Javelin",
    "Qassam",
    "Grad",
    "Taepodong",
    "homemade",
    "depleted",
    "uranium",
    "mortar",
    "artillery",
];
