//! Slips of the finger in what a filter is called. How the search forgives its words is in `search::typo`.

/// Whether one letter too many, too few or wrong, or two that have changed places, part `typed` from `meant`; in longer
/// words two such slips. Short words are not forgiven.
pub fn is_slip(typed: &str, meant: &str) -> bool {
    let most = match typed.chars().count() {
        0..LEAST_FORGIVEN => return false,
        LEAST_FORGIVEN..LEAST_TWICE => 1,
        _ => 2,
    };
    distance(typed, meant) <= most
}

/// The same for one slip.
pub fn is_one_slip(typed: &str, meant: &str) -> bool {
    typed.chars().count() >= LEAST_FORGIVEN && distance(typed, meant) <= 1
}

/// How many slips part two words: letters left out, put in, wrong, or changed places with their neighbour.
fn distance(typed: &str, meant: &str) -> usize {
    let meant: Vec<char> = meant.chars().collect();
    let first: Vec<usize> = (0..=meant.len()).collect();
    let (mut before, mut last, mut letter_before) = (Vec::new(), first, None);
    for (row, letter) in (1..).zip(typed.chars()) {
        let mut here = vec![row];
        for (at, other) in (1..).zip(&meant) {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let wrong = cell(&last, at - 1) + usize::from(letter != *other);
            let mut fewest = wrong.min(cell(&last, at) + 1).min(cell(&here, at - 1) + 1);
            let other_before = at.checked_sub(2).and_then(|at| meant.get(at));
            if letter_before == Some(*other) && other_before == Some(&letter) {
                fewest = fewest.min(cell(&before, at - 2) + 1);
            }
            here.push(fewest);
        }
        (before, last, letter_before) = (last, here, Some(letter));
    }
    last.last().copied().unwrap_or_default()
}

/// From so many letters on a slip is forgiven.
const LEAST_FORGIVEN: usize = 4;
/// From so many on two are.
const LEAST_TWICE: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_people_make_them() {
        for (typed, meant, slips) in [
            ("minutter", "minutter", 0),
            ("minuter", "minutter", 1),
            ("minttuer", "minutter", 2),
            ("oppsatrt", "oppstart", 1),
            ("", "min", 3),
            ("folk", "", 4),
        ] {
            assert_eq!(distance(typed, meant), slips, "{typed} for {meant}");
        }
        assert!(is_slip("minttuer", "minutter") && !is_one_slip("minttuer", "minutter"));
        assert!(!is_slip("mni", "min"));
    }
}
