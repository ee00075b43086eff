//! Computes one number from several measurements of the same thing.

/// Returns the median of measurements. For an even number of measurements it is the higher of the
/// middle two.
pub fn median(numbers: &[f64]) -> Option<f64> {
    quantile(numbers, 1, 2)
}

/// Returns the 95th percentile of measurements.
pub fn percentile_95(numbers: &[f64]) -> Option<f64> {
    quantile(numbers, 95, 100)
}

fn quantile(numbers: &[f64], part: usize, of: usize) -> Option<f64> {
    let mut numbers = numbers.to_vec();
    numbers.sort_by(f64::total_cmp);
    let index = numbers.len() * part / of;
    numbers
        .get(index.min(numbers.len().saturating_sub(1)))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_for_many() {
        let numbers: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[]), None);
        assert_eq!(percentile_95(&numbers), Some(96.0));
        assert_eq!(percentile_95(&[5.0]), Some(5.0));
    }
}
