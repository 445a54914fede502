//! Logistic regressions whose weights stand in a table: how fitted numbers become a chance.
//!
//! A line is: a name, `fast` or `full` for how the article was read, the constant, the weights; separated by tabs. Lines that
//! begin with `#` are remarks.

/// The regressions of a table, each over `N` numbers.
pub(super) struct Regressions<const N: usize>(Vec<Regression<N>>);

struct Regression<const N: usize> {
    name: &'static str,
    is_full: bool,
    constant: f32,
    weights: [f32; N],
}

impl<const N: usize> Regressions<N> {
    /// Reads a table; what is no regression over `N` numbers is passed over.
    pub(super) fn read(table: &'static str) -> Self {
        let line = |line: &'static str| {
            let mut cells = line.split('\t');
            let name = cells.next()?;
            let is_full = match cells.next()? {
                "fast" => false,
                "full" => true,
                _ => return None,
            };
            let numbers: Vec<f32> = cells.map(str::parse).collect::<Result<_, _>>().ok()?;
            let (constant, weights) = numbers.split_first()?;
            Some(Regression { name, is_full, constant: *constant, weights: weights.try_into().ok()? })
        };
        Self(table.lines().filter_map(line).collect())
    }

    /// How likely what has these numbers is, 0–1; `None` if the table has nothing of this name.
    pub(super) fn chance(&self, name: &str, is_full: bool, numbers: &[f32; N]) -> Option<f32> {
        let own = self.0.iter().find(|own| own.is_full == is_full && own.name == name)?;
        let weighed = own.weights.iter().zip(numbers);
        let sum = weighed.fold(own.constant, |sum, (weight, value)| sum + weight * value);
        Some(1.0 / (1.0 + (-sum).exp()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_regression() {
        let table =
            "# remark\nOslo\tfast\t0\t2\t-1\nOslo\tfull\t1\t0\t0\nLund\tfast\t0\t1\nLund\tslow\t0\t1\t1\n";
        let read = Regressions::<2>::read(table);
        assert_eq!(read.chance("Oslo", false, &[1.0, 2.0]), Some(0.5));
        assert!(read.chance("Oslo", true, &[9.0, 9.0]) > Some(0.7));
        assert_eq!(read.chance("Lund", false, &[1.0, 2.0]), None);
    }
}
