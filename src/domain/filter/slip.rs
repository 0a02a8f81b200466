//! Slips of the finger in what a filter is called. How the search forgives its words is in `search::typo`.

use strsim::osa_distance;

/// Whether one letter too many, too few or wrong, or two that have changed places, part `typed` from `meant`; in longer
/// words two such slips. Short words are not forgiven.
pub fn is_slip(typed: &str, meant: &str) -> bool {
    let most = match typed.chars().count() {
        0..LEAST_FORGIVEN => return false,
        LEAST_FORGIVEN..LEAST_TWICE => 1,
        _ => 2,
    };
    osa_distance(typed, meant) <= most
}

/// The same for one slip.
pub fn is_one_slip(typed: &str, meant: &str) -> bool {
    typed.chars().count() >= LEAST_FORGIVEN && osa_distance(typed, meant) <= 1
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
            assert_eq!(osa_distance(typed, meant), slips, "{typed} for {meant}");
        }
        assert!(is_slip("minttuer", "minutter") && !is_one_slip("minttuer", "minutter"));
        assert!(!is_slip("mni", "min"));
    }
}
