//! How long before its end something is signalled: written `5 min` or `0:30`, in files and by hand alike.

use super::Seconds;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A time before the end of a block, 0 … 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct BeforeEnd(Seconds);

impl BeforeEnd {
    /// So much before the end; nothing when it is negative or more than a day.
    #[must_use]
    pub fn new(seconds: Seconds) -> Option<BeforeEnd> {
        (Seconds::ZERO..=Seconds::LONGEST).contains(&seconds).then_some(BeforeEnd(seconds))
    }

    #[must_use]
    pub fn seconds(self) -> Seconds {
        self.0
    }
}

/// `5 min` when the minutes are whole, else minutes and seconds: `0:30`.
impl fmt::Display for BeforeEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Seconds(seconds) = self.0;
        if seconds % 60 == 0 { f.pad(&format!("{} min", seconds / 60)) } else { self.0.fmt(f) }
    }
}

impl FromStr for BeforeEnd {
    type Err = String;

    /// Reads `5`, `5 min`, `1,5 min`, `0:30` (minutes and seconds) and `30 s`.
    fn from_str(text: &str) -> Result<BeforeEnd, String> {
        let lower = text.trim().to_lowercase();
        let number = lower.trim_end_matches(char::is_alphabetic);
        let unit = lower.strip_prefix(number).and_then(|unit| unit.chars().next());
        let seconds = match (number.trim_end().split_once(':'), unit) {
            (Some((minutes, rest)), None | Some('m')) => {
                whole(minutes).zip(whole(rest).filter(|rest| *rest < 60)).map(|(m, s)| m * 60 + s)
            }
            (None, None | Some('m')) => minutes(number.trim_end()),
            (None, Some('s')) => whole(number.trim_end()),
            _ => None,
        };
        seconds.and_then(|seconds| BeforeEnd::new(Seconds(seconds))).ok_or_else(|| refused(text))
    }
}

fn refused(text: &str) -> String {
    format!("“{text}” is not a time before the end; write 5 min or 0:30 (minutes and seconds), at most 24 hours")
}

fn whole(digits: &str) -> Option<i64> {
    let plain = (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

/// Minutes, also with halves and quarters (`1,5`), in seconds.
fn minutes(text: &str) -> Option<i64> {
    let Some((whole_part, rest)) = text.split_once([',', '.']) else { return whole(text).map(|minutes| minutes * 60) };
    let rest = match rest {
        "5" => 30,
        "25" => 15,
        "75" => 45,
        _ => return None,
    };
    whole(whole_part).map(|minutes| minutes * 60 + rest)
}

impl Serialize for BeforeEnd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BeforeEnd {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<BeforeEnd, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

/// A text, or a bare number of minutes.
struct Written;

impl de::Visitor<'_> for Written {
    type Value = BeforeEnd;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time before the end, such as \"5 min\" or \"0:30\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<BeforeEnd, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, minutes: u64) -> Result<BeforeEnd, E> {
        minutes.to_string().parse().map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, minutes: i64) -> Result<BeforeEnd, E> {
        minutes.to_string().parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_the_ways_people_write_it_and_written_in_one() {
        for (text, seconds, written) in [
            ("5", 300, "5 min"),
            ("5 min", 300, "5 min"),
            ("5 minutter", 300, "5 min"),
            ("1,5 min", 90, "1:30"),
            ("0:30", 30, "0:30"),
            ("12:05", 725, "12:05"),
            ("30 s", 30, "0:30"),
            ("45sek", 45, "0:45"),
            ("90 sec", 90, "1:30"),
            ("0", 0, "0 min"),
        ] {
            let read = text.parse::<BeforeEnd>();
            assert_eq!(read.as_ref().map(|time| time.seconds()), Ok(Seconds(seconds)), "{text}");
            assert_eq!(read.map(|time| time.to_string()).as_deref(), Ok(written), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_before_an_end_is_refused() {
        for text in [
            "",
            "-5",
            "abc",
            "0:75",
            "1:2:3",
            "1441",
            "99999999999",
            "5 5",
            "2 t",
            "1 h",
            "5 dager",
            "²",
            "1,3",
            ":30",
            "min",
            "NaN",
        ] {
            assert!(text.parse::<BeforeEnd>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_file_may_have_a_text_or_whole_minutes() {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        for (text, seconds) in [("5", 300), ("\"0:30\"", 30), ("Some(\"5 min\")", 300), ("Some(2)", 120)] {
            let read = options.from_str::<Option<BeforeEnd>>(text).map(|time| time.map(BeforeEnd::seconds));
            assert_eq!(read.map_err(|error| error.to_string()), Ok(Some(Seconds(seconds))), "{text}");
        }
        for text in ["-5", "1.5", "9999", "\"soon\"", "true"] {
            assert!(options.from_str::<Option<BeforeEnd>>(text).is_err(), "{text}");
        }
    }
}
