//! The heights of all paragraphs, most of them estimated, and where each one starts.
//!
//! A Fenwick tree: a height is changed and a place found in logarithmic time, so that an article of ten megabytes
//! scrolls like one of ten lines. In double precision, since its sums are longer than `f32` can hold to the pixel.

/// Heights in points, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    /// Invariant: entry `i` is the sum of the heights `i + 1 - lowest_bit(i + 1) ..= i`.
    sums: Vec<f64>,
}

impl Heights {
    /// Takes all heights at once, in linear time.
    pub(super) fn new(heights: impl Iterator<Item = f32>) -> Self {
        let mut sums: Vec<f64> = heights.map(f64::from).collect();
        for index in 0..sums.len() {
            let sum = sums.get(index).copied().unwrap_or_default();
            if let Some(parent) = sums.get_mut(index | (index + 1)) {
                *parent += sum;
            }
        }
        Self { sums }
    }

    pub(super) fn count(&self) -> usize {
        self.sums.len()
    }

    /// The sum of the first `count` heights: where number `count` starts.
    pub(super) fn top(&self, count: usize) -> f64 {
        let mut sum = 0.0;
        let mut end = count.min(self.sums.len());
        while end > 0 {
            sum += self.sums.get(end - 1).copied().unwrap_or_default();
            end &= end - 1;
        }
        sum
    }

    pub(super) fn get(&self, index: usize) -> f32 {
        (self.top(index + 1) - self.top(index)) as f32
    }

    pub(super) fn set(&mut self, index: usize, height: f32) {
        let change = f64::from(height) - (self.top(index + 1) - self.top(index));
        let mut at = index;
        while let Some(sum) = self.sums.get_mut(at) {
            *sum += change;
            at |= at + 1;
        }
    }

    /// The one that lies at `y`, and how far below its start; the last one for places past the end.
    pub(super) fn find(&self, y: f64) -> (usize, f32) {
        let (mut index, mut rest) = (0, y.max(0.0));
        let mut step = self.sums.len().next_power_of_two();
        while step > 0 {
            let end = index + step;
            if let Some(sum) = self.sums.get(end - 1).filter(|sum| **sum <= rest) {
                rest -= sum;
                index = end;
            }
            step /= 2;
        }
        let last = self.count().saturating_sub(1);
        if index > last { (last, self.get(last)) } else { (index, rest as f32) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_what_a_plain_list_says(
            mut list in proptest::collection::vec(1_u8..60, 1..70),
            changes in proptest::collection::vec((0_usize..70, 1_u8..60), 0..20),
            y in 0_u16..4_000,
        ) {
            let mut heights = Heights::new(list.iter().map(|height| f32::from(*height)));
            for (index, height) in changes {
                if index < list.len() {
                    list[index] = height;
                    heights.set(index, f32::from(height));
                }
            }
            // Whole numbers, so that sums are exact.
            let mut top = 0.0;
            let mut found = None;
            for (index, height) in list.iter().enumerate() {
                prop_assert!((heights.top(index) - top).abs() < 1e-9);
                prop_assert!((heights.get(index) - f32::from(*height)).abs() < 1e-6);
                if f64::from(y) >= top && f64::from(y) < top + f64::from(*height) {
                    found = Some((index, (f64::from(y) - top) as f32));
                }
                top += f64::from(*height);
            }
            let past_the_end = (list.len() - 1, f32::from(list[list.len() - 1]));
            prop_assert_eq!(heights.find(f64::from(y)), found.unwrap_or(past_the_end));
        }
    }
}
