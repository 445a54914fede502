//! The same work on many things, on all cores, with the answers in the order of the things.
//!
//! Plain threads on purpose: a pool that lets a waiting thread take up other work would let it wait for a lock that it holds
//! itself, as when the careful tagger, behind a lock, is unpacked by such a pool.

use std::{
    num::NonZero,
    panic::resume_unwind,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// What `work` makes of each item, in their order.
pub fn side_by_side<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work_on = || {
        let mut done = Vec::new();
        while let Some((place, item)) = {
            let place = next.fetch_add(1, Ordering::Relaxed);
            items.get(place).map(|item| (place, item))
        } {
            done.push((place, work(item)));
        }
        done
    };
    let others = thread::available_parallelism().map_or(0, |cores| NonZero::get(cores) - 1);
    let mut all = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().name("dateline-work".to_owned()).spawn_scoped(scope, work_on);
        // Where there can be no other thread, this one does all.
        let threads: Vec<_> = (0..others.min(items.len())).filter_map(|number| spawn(number).ok()).collect();
        let mut all = work_on();
        for thread in threads {
            all.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        all
    });
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_order_each_once() {
        let items: Vec<usize> = (0..500).collect();
        let answers = side_by_side(&items, |item| item * 2);
        assert_eq!(answers, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(side_by_side(&[] as &[usize], |item| *item).is_empty());
    }
}
