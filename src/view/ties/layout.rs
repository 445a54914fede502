//! Where the entities of a graph are drawn: the same graph gives the same picture.
//!
//! Each part that hangs together is laid out by stress majorisation: Gansner, Koren, North, “Graph Drawing by Stress
//! Majorization”, Graph Drawing 2004, LNCS 3383, in its form that moves one node at a time. It begins on a
//! circle, so nothing is left to chance; square roots are the only function used, so every machine draws alike. The parts are
//! then set in rows (`rows`), the largest first.

use super::{
    Ties,
    rows::{Layout, in_rows},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
};

/// How long a tie is, in steps: a strong one, and a faint one of a single sentence.
const STEPS: u32 = 64;
const FAINT_STEPS: u32 = 128;
/// No two nodes lie nearer than this.
const GAP: f64 = 0.4;
/// So often is each node moved; less often where there are very many.
const ROUNDS: usize = 120;
/// About so many pairs are looked at, so that thousands of nodes end too.
const MOST_PAIRS: usize = 24_000_000;
/// It is good enough when no node moves farther in a round.
const STILL: f64 = 0.002;

/// Lays a graph out.
pub fn layout(ties: &Ties) -> Layout {
    let neighbours = neighbours(ties);
    let mut parts = parts(&neighbours);
    parts.sort_by_key(|part| (Reverse(part.len()), part.first().copied()));
    let drawn = parts.into_iter().map(|part| {
        let places = part_layout(&neighbours, &part);
        (part, places)
    });
    in_rows(drawn.collect(), ties.nodes.len())
}

/// Node → its neighbours, with the length of the tie in steps.
type Neighbours = Vec<BTreeMap<usize, u32>>;

fn neighbours(ties: &Ties) -> Neighbours {
    let mut neighbours = vec![BTreeMap::new(); ties.nodes.len()];
    let faint = ties.faint.iter().map(|tie| {
        let count = u32::try_from(tie.sentence_count.max(1)).unwrap_or(u32::MAX);
        (tie.first, tie.second, STEPS + (FAINT_STEPS - STEPS) / count)
    });
    let strong = ties.strong.iter().map(|tie| (tie.from, tie.to, STEPS));
    for (from, to, steps) in faint.chain(strong).filter(|(from, to, _)| from != to) {
        for (one, other) in [(from, to), (to, from)] {
            if let Some(of_one) = neighbours.get_mut(one) {
                let shortest = of_one.entry(other).or_insert(steps);
                *shortest = steps.min(*shortest);
            }
        }
    }
    neighbours
}

/// The nodes of each part that hangs together, sorted.
fn parts(neighbours: &Neighbours) -> Vec<Vec<usize>> {
    let mut seen = BTreeSet::new();
    let mut parts = Vec::new();
    for start in 0..neighbours.len() {
        let (mut part, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(node) = open.pop() {
            if seen.insert(node) {
                part.insert(node);
                open.extend(neighbours.get(node).into_iter().flatten().map(|(next, _)| *next));
            }
        }
        if !part.is_empty() {
            parts.push(part.into_iter().collect());
        }
    }
    parts
}

/// Across and down.
pub(super) type Place = [f64; 2];

/// The places of a part's nodes, in its order, around wherever they come to lie.
fn part_layout(neighbours: &Neighbours, part: &[usize]) -> Vec<Place> {
    let index: BTreeMap<usize, usize> = part.iter().copied().zip(0..).collect();
    let start: BTreeMap<usize, Place> = walk(neighbours, part).into_iter().zip(circle(part.len())).collect();
    let near: Vec<Vec<(usize, u32)>> = part.iter().map(|node| near(neighbours, &index, *node)).collect();
    let wishes: Vec<Vec<Wish>> = (0..part.len()).map(|from| wishes(&near, from)).collect();
    let mut places: Vec<Place> = part.iter().filter_map(|node| start.get(node).copied()).collect();
    let rounds = ROUNDS.min(MOST_PAIRS / (part.len() * part.len()).max(1)).max(2);
    for _ in 0..rounds {
        if move_all(&mut places, &wishes) < STILL {
            break;
        }
    }
    push_apart(&mut places);
    places
}

/// The nodes of a part so that neighbours often follow each other: depth first, from one with fewest neighbours. A chain
/// then begins as an arc, not as a tangle.
fn walk(neighbours: &Neighbours, part: &[usize]) -> Vec<usize> {
    let of = |node: usize| neighbours.get(node).into_iter().flatten();
    let mut open: Vec<usize> =
        part.iter().copied().min_by_key(|node| of(*node).count()).into_iter().collect();
    let (mut seen, mut order) = (BTreeSet::new(), Vec::new());
    while let Some(node) = open.pop() {
        if seen.insert(node) {
            order.push(node);
            open.extend(of(node).map(|(next, _)| *next).rev());
        }
    }
    order
}

/// The neighbours of a node by their places in the part, with the lengths of the ties.
fn near(neighbours: &Neighbours, index: &BTreeMap<usize, usize>, node: usize) -> Vec<(usize, u32)> {
    let near = neighbours.get(node).into_iter().flatten();
    near.filter_map(|(next, length)| Some((*index.get(next)?, *length))).collect()
}

/// What one node of a part wishes of each: to be as far away as along the ties (Dijkstra).
fn wishes(near: &[Vec<(usize, u32)>], from: usize) -> Vec<Wish> {
    let mut steps_to = vec![u32::MAX; near.len()];
    let mut open = BinaryHeap::from([(Reverse(0_u32), from)]);
    while let Some((Reverse(steps), node)) = open.pop() {
        let Some(known) = steps_to.get_mut(node).filter(|known| steps < **known) else {
            continue;
        };
        *known = steps;
        for (next, length) in near.get(node).into_iter().flatten() {
            let there = steps.saturating_add(*length);
            if steps_to.get(*next).is_some_and(|known| there < *known) {
                open.push((Reverse(there), *next));
            }
        }
    }
    steps_to.into_iter().map(|steps| Wish::of(f64::from(steps) / f64::from(STEPS))).collect()
}

/// Points on a circle, wide enough that neighbours lie apart. No sine: a walk round a square, drawn to the circle.
fn circle(count: usize) -> Vec<Place> {
    let radius = (count as f64 / 6.0).max(0.5);
    let point = |number: usize| {
        let turn = 4.0 * number as f64 / count as f64;
        let along = turn - turn.floor();
        let (x, y) = match number * 4 / count.max(1) {
            0 => (1.0 - along, along),
            1 => (-along, 1.0 - along),
            2 => (along - 1.0, -along),
            _ => (along, along - 1.0),
        };
        let length = f64::sqrt(x * x + y * y);
        [radius * x / length, radius * y / length]
    };
    (0..count).map(point).collect()
}

/// What one node wishes of another: how much it counts, and that times the distance to be kept.
#[derive(Clone, Copy)]
struct Wish {
    weight: f64,
    pull: f64,
}

impl Wish {
    fn of(distance: f64) -> Self {
        // Of itself a node wishes nothing.
        if distance > 0.0 {
            Self { weight: 1.0 / (distance * distance), pull: 1.0 / distance }
        } else {
            Self { weight: 0.0, pull: 0.0 }
        }
    }
}

/// Moves each node in turn to where the others would have it. How far the one went that went farthest.
fn move_all(places: &mut [Place], wishes: &[Vec<Wish>]) -> f64 {
    let mut farthest: f64 = 0.0;
    for (node, wishes) in wishes.iter().enumerate() {
        let Some([x, y]) = places.get(node).copied() else {
            continue;
        };
        let (mut sum_x, mut sum_y, mut weights) = (0.0, 0.0, 0.0);
        for ([other_x, other_y], wish) in places.iter().zip(wishes) {
            let (dx, dy) = (x - other_x, y - other_y);
            // Never 0: of nodes on one place neither pulls.
            let share = wish.pull / f64::sqrt(dx * dx + dy * dy + 1e-12);
            sum_x += wish.weight * other_x + share * dx;
            sum_y += wish.weight * other_y + share * dy;
            weights += wish.weight;
        }
        if weights > 0.0
            && let Some(place) = places.get_mut(node)
        {
            let [new_x, new_y] = [sum_x / weights, sum_y / weights];
            farthest = farthest.max((new_x - x).abs()).max((new_y - y).abs());
            *place = [new_x, new_y];
        }
    }
    farthest
}

/// Moves nodes that lie too near each other apart, a little at a time; what is still too near is spread with the rest.
fn push_apart(places: &mut [Place]) {
    let rounds = 40.min(MOST_PAIRS / (places.len() * places.len()).max(1)).max(1);
    for _ in 0..rounds {
        if !push_once(places) {
            return;
        }
    }
    let nearest = nearest(places);
    if nearest > 0.0 && nearest < GAP {
        let spread = (GAP / nearest).min(4.0);
        places.iter_mut().flatten().for_each(|coordinate| *coordinate *= spread);
    }
}

/// Whether two lay too near.
fn push_once(places: &mut [Place]) -> bool {
    let mut is_near = false;
    for node in 1..places.len() {
        let (before, rest) = places.split_at_mut(node);
        let Some(here) = rest.first_mut() else {
            continue;
        };
        for (other, place) in before.iter_mut().enumerate() {
            let (dx, dy) = (here[0] - place[0], here[1] - place[1]);
            let square = dx * dx + dy * dy;
            if square >= GAP * GAP * 0.999 {
                continue;
            }
            is_near = true;
            let length = square.sqrt();
            // Two on one place go apart in a direction of their own.
            let [dx, dy] = if length > 1e-6 { [dx / length, dy / length] } else { direction(node, other) };
            let half = (GAP - length) / 2.0;
            *here = [here[0] + dx * half, here[1] + dy * half];
            *place = [place[0] - dx * half, place[1] - dy * half];
        }
    }
    is_near
}

fn direction(node: usize, other: usize) -> Place {
    const AROUND: usize = 16;
    let points = circle(AROUND);
    let [x, y] = points.get((node * 5 + other * 3) % AROUND).copied().unwrap_or([1.0, 0.0]);
    let length = f64::sqrt(x * x + y * y);
    [x / length, y / length]
}

fn nearest(places: &[Place]) -> f64 {
    let mut nearest = f64::INFINITY;
    for (node, [x, y]) in places.iter().enumerate() {
        for [other_x, other_y] in places.iter().skip(node + 1) {
            let (dx, dy) = (x - other_x, y - other_y);
            nearest = nearest.min(dx * dx + dy * dy);
        }
    }
    nearest.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntityId, IdSource, Schema};
    use crate::view::ties::{FaintTie, TieNode};
    use proptest::prelude::*;

    fn graph(count: usize, edges: &[(usize, usize, usize)]) -> Ties {
        let mut ids = IdSource::new(5);
        let label = Schema::news_analyst().named("Person").expect("there");
        let node = |entity| TieNode { entity, label, name: String::new(), mention_count: 1 };
        let nodes = (0..count).map(|_| node(EntityId::fresh(&mut ids))).collect();
        let faint = edges.iter().map(|(a, b, sentence_count)| FaintTie {
            first: *a.min(b),
            second: *a.max(b),
            sentence_count: *sentence_count,
        });
        Ties { nodes, faint: faint.collect(), ..Ties::default() }
    }

    fn distance(layout: &Layout, a: usize, b: usize) -> f32 {
        let [one, other] = [a, b].map(|node| layout.places[node]);
        (one[0] - other[0]).hypot(one[1] - other[1])
    }

    fn check(ties: &Ties) -> Layout {
        let found = layout(ties);
        assert_eq!(found, layout(ties), "it is always the same");
        assert_eq!(found.places.len(), ties.nodes.len());
        for place in &found.places {
            assert!((0.0..=found.width).contains(&place[0]) && (0.0..=found.height).contains(&place[1]));
        }
        for a in 0..ties.nodes.len() {
            for b in 0..a {
                assert!(distance(&found, a, b) > 0.2, "{a} and {b} lie on each other");
            }
        }
        found
    }

    #[test]
    fn small_graphs_look_as_they_should() {
        check(&graph(0, &[]));
        check(&graph(1, &[]));
        let chain = check(&graph(3, &[(0, 1, 99), (1, 2, 99)]));
        assert!((distance(&chain, 0, 2) - 2.0).abs() < 0.1, "a chain is stretched out: {chain:?}");
        let ring: Vec<_> = (0..6).map(|node| (node, (node + 1) % 6, 99)).collect();
        let ring = check(&graph(6, &ring));
        assert!((0..6).all(|node| (distance(&ring, node, (node + 1) % 6) - 1.0).abs() < 0.25), "{ring:?}");
        let long: Vec<_> = (1..20).map(|node| (node * 7 % 20, (node * 7 + 7) % 20, 99)).collect();
        let long = check(&graph(20, &long));
        assert!(distance(&long, 7, 0) > 15.0, "a long one too, whatever the order of its nodes: {long:?}");
        assert!((0..3).all(|node| distance(&ring, node, node + 3) > 1.6), "it is open: {ring:?}");
    }

    #[test]
    fn strangers_lie_apart_and_in_rows() {
        let found = check(&graph(60, &[(0, 1, 1)]));
        assert!(found.width > 4.0 && found.height > 3.0 && found.width < 3.0 * found.height, "{found:?}");
    }

    #[test]
    fn thick_graphs_do_not_collapse() {
        let all: Vec<_> = (0..60).flat_map(|a| (0..a).map(move |b| (a, b, 1))).collect();
        check(&graph(60, &all));
        let star: Vec<_> = (1..120).map(|leaf| (0, leaf, 3)).collect();
        check(&graph(120, &star));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn any_graph_is_laid_out(
            count in 1..50_usize,
            edges in prop::collection::vec((0..50_usize, 0..50_usize, 0..4_usize), 0..120),
        ) {
            let edges: Vec<_> = edges.into_iter().map(|(a, b, n)| (a % count, b % count, n)).collect();
            check(&graph(count, &edges));
        }
    }
}
