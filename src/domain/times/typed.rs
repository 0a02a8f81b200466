//! Lengths as people type them. Clock times are read in `times`, times before an end in `before_end`.

use super::MOST_MINUTES;

/// A length in minutes as a person types it: `45`, `45 min`, `1t30`, `1h 30`, `1:30`, `1,5 t`.
///
/// # Errors
/// In words, when it is none of these or not within 0 … [`MOST_MINUTES`].
pub fn minutes_typed(text: &str) -> Result<u16, String> {
    let refuse = || format!("“{text}” is not a length in minutes; write 45, 1t30 or 1:30, at most 24 hours");
    let lower = text.trim().to_lowercase();
    let bare = lower.trim_end_matches(|c: char| c.is_alphabetic() && c != 't' && c != 'h').trim();
    let minutes = match bare.split_once(['t', 'h', ':']) {
        Some((hours, "")) => hours_typed(hours.trim()),
        Some(("", rest)) => digits(rest.trim()),
        Some((hours, rest)) => {
            let rest = digits(rest.trim()).filter(|rest| *rest < 60);
            hours_typed(hours.trim()).zip(rest).map(|(hours, rest)| hours + rest)
        }
        None => digits(bare),
    };
    minutes
        .and_then(|minutes| u16::try_from(minutes).ok())
        .filter(|minutes| *minutes <= MOST_MINUTES)
        .ok_or_else(refuse)
}

/// The number that `text` is, when it has nothing but digits.
fn digits(text: &str) -> Option<u32> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse::<u16>().ok()).flatten().map(u32::from)
}

/// Hours as whole minutes: `1`, `1,5`, `0.25`.
fn hours_typed(text: &str) -> Option<u32> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let hundredths = match part.len() {
        1 => digits(part)? * 10,
        2 => digits(part)?,
        _ => return None,
    };
    let minutes = (hundredths * 60 % 100 == 0).then_some(hundredths * 60 / 100)?;
    Some(digits(whole)? * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_the_ways_people_write_them() {
        for (text, minutes) in [
            ("45", 45),
            ("45 min", 45),
            ("1t30", 90),
            ("1h 30", 90),
            ("1:30", 90),
            ("1,5 t", 90),
            ("2t", 120),
            ("0,25 t", 15),
            ("1.1h", 66),
            ("t30", 30),
            ("24 t", 1440),
            ("0", 0),
        ] {
            assert_eq!(minutes_typed(text), Ok(minutes), "{text}");
        }
        for text in [
            "-5",
            "1000000000",
            "",
            "abc",
            "1441",
            "2,5",
            "NaN",
            "inf",
            "9t99",
            "25:99",
            "1e2",
            "+5",
            "1t-0",
            "1:+5",
            "1,333 t",
            "0,01 t",
            "24t1",
            "t",
            ":",
            "1,5",
            "70000t",
        ] {
            assert!(minutes_typed(text).is_err(), "{text}");
        }
    }
}
