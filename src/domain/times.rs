//! How moments, durations and clock times are represented, written and typed. Nothing here knows what time it is.

mod before_end;
mod typed;
mod zone;

pub use before_end::BeforeEnd;
pub use typed::minutes_typed;
pub use zone::Zone;

use jiff::{Timestamp, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::str::FromStr;

/// A duration in whole seconds; negative where the name says what negative means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seconds(pub i64);

/// The most whole minutes that anything which is planned may take: a day.
pub const MOST_MINUTES: u16 = 24 * 60;

impl Seconds {
    pub const ZERO: Seconds = Seconds(0);
    /// [`MOST_MINUTES`].
    pub const LONGEST: Seconds = Seconds::minutes(24 * 60);

    /// `minutes` whole minutes.
    #[must_use]
    pub const fn minutes(minutes: i64) -> Seconds {
        Seconds(minutes.saturating_mul(60))
    }

    /// As many whole minutes as a plan or a card has them.
    #[must_use]
    pub fn of_minutes(minutes: u16) -> Seconds {
        Seconds::minutes(i64::from(minutes))
    }

    /// The number of minutes, rounded up (what minutes-only views show, W21).
    #[must_use]
    pub fn minutes_up(self) -> i64 {
        self.0.saturating_neg().div_euclid(60).saturating_neg()
    }

    /// The number of minutes, to the nearest: what has happened is told so, and differences add up.
    #[must_use]
    pub fn minutes_near(self) -> i64 {
        self.0.saturating_add(30).div_euclid(60)
    }

    /// The number of minutes as a plan has it: rounded up, from 0 to [`MOST_MINUTES`].
    #[must_use]
    pub fn minutes_planned(self) -> u16 {
        u16::try_from(self.minutes_up().max(0)).map_or(MOST_MINUTES, |minutes| minutes.min(MOST_MINUTES))
    }

    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// This, but never below zero.
    #[must_use]
    pub fn or_zero(self) -> Seconds {
        self.max(Seconds::ZERO)
    }
}

impl Add for Seconds {
    type Output = Seconds;
    fn add(self, other: Seconds) -> Seconds {
        Seconds(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Seconds {
    fn add_assign(&mut self, other: Seconds) {
        *self = *self + other;
    }
}

impl Sub for Seconds {
    type Output = Seconds;
    fn sub(self, other: Seconds) -> Seconds {
        Seconds(self.0.saturating_sub(other.0))
    }
}

impl Neg for Seconds {
    type Output = Seconds;
    fn neg(self) -> Seconds {
        Seconds(self.0.saturating_neg())
    }
}

impl std::iter::Sum for Seconds {
    fn sum<I: Iterator<Item = Seconds>>(all: I) -> Seconds {
        all.fold(Seconds::ZERO, Add::add)
    }
}

/// `m:ss`, with `-` in front when negative: `10:00`, `-0:01`.
impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, all) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        f.pad(&format!("{sign}{}:{:02}", all / 60, all % 60))
    }
}

/// An absolute instant in whole seconds (UTC); in files `"2026-03-02T08:00:00Z"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

impl Moment {
    /// The moment that lies `seconds` after 1970-01-01T00:00:00Z; held within years −9999 … 9999.
    #[must_use]
    pub fn at(seconds: i64) -> Moment {
        let held = seconds.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
        Moment(Timestamp::from_second(held).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// `timestamp` without its fraction of a second.
    #[must_use]
    pub fn of(timestamp: Timestamp) -> Moment {
        Moment::at(timestamp.as_millisecond().div_euclid(1000))
    }

    /// Whole seconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn second(self) -> i64 {
        self.0.as_second()
    }

    /// Date and time of day in `zone`.
    #[must_use]
    pub fn civil(self, zone: &Zone) -> civil::DateTime {
        zone.0.to_datetime(self.0)
    }

    /// `HH:MM` in `zone`, rounded up to the minute (W21: return times).
    #[must_use]
    pub fn clock_up(self, zone: &Zone) -> String {
        self.minute_up().clock(zone)
    }

    /// The full minute, rounded up.
    #[must_use]
    pub fn minute_up(self) -> Moment {
        Moment::at(Seconds(self.second()).minutes_up().saturating_mul(60))
    }

    /// `HH:MM` in `zone`, the minute that has begun.
    #[must_use]
    pub fn clock(self, zone: &Zone) -> String {
        let civil = self.civil(zone);
        format!("{:02}:{:02}", civil.hour(), civil.minute())
    }
}

impl Add<Seconds> for Moment {
    type Output = Moment;
    fn add(self, by: Seconds) -> Moment {
        Moment::at(self.second().saturating_add(by.0))
    }
}

impl Sub<Seconds> for Moment {
    type Output = Moment;
    fn sub(self, by: Seconds) -> Moment {
        self + -by
    }
}

/// The time from `other` to this moment; positive when this is later.
impl Sub for Moment {
    type Output = Seconds;
    fn sub(self, other: Moment) -> Seconds {
        Seconds(self.second() - other.second())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Moment {
    type Err = String;

    /// Reads `2026-03-02T09:00:00+01:00` or with `Z`.
    fn from_str(text: &str) -> Result<Moment, String> {
        text.parse().map(Moment::of).map_err(|_| format!("“{text}” is not a moment like 2026-03-02T09:00:00+01:00"))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// A time of day in minutes after midnight of the first day; hours above 23 are the following days. In files `"09:05"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u32);

impl ClockTime {
    pub const MIDNIGHT: ClockTime = ClockTime(0);

    /// The last minute that is allowed: 167:59, the end of the seventh day.
    pub const LAST: ClockTime = ClockTime(7 * 24 * 60 - 1);

    /// `hours`:`minutes`, or nothing when that is no time.
    #[must_use]
    pub fn new(hours: u32, minutes: u32) -> Option<ClockTime> {
        (hours < 168 && minutes < 60).then(|| ClockTime(hours * 60 + minutes))
    }

    /// Minutes after midnight of the first day.
    #[must_use]
    pub fn minutes(self) -> u32 {
        self.0
    }

    /// This time moved by whole `minutes`, held between 00:00 and [`ClockTime::LAST`].
    #[must_use]
    pub fn moved(self, minutes: i64) -> ClockTime {
        let moved = (i64::from(self.0).saturating_add(minutes)).clamp(0, i64::from(ClockTime::LAST.0));
        ClockTime(u32::try_from(moved).unwrap_or(0))
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}:{:02}", self.0 / 60, self.0 % 60))
    }
}

impl FromStr for ClockTime {
    type Err = String;

    /// Reads `9:05`, `09:05`, `9.05`, `0905` and `9`, also after `kl.`; hours up to 167 (the seventh day).
    fn from_str(text: &str) -> Result<ClockTime, String> {
        let refuse = || {
            format!(
                "“{text}” is not a clock time; write it as 09:05, from 00:00 to 23:59 (33:00 is 09:00 the next day)"
            )
        };
        let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let time = without_kl(text.trim());
        let (hours, minutes) = match time.split_once([':', '.']) {
            Some(parts) => parts,
            None if time.len() == 4 => time.split_at_checked(2).ok_or_else(refuse)?,
            None => (time, "00"),
        };
        if !digits(hours) || !digits(minutes) || minutes.len() != 2 {
            return Err(refuse());
        }
        let number = |part: &str| part.parse::<u32>().map_err(|_| refuse());
        ClockTime::new(number(hours)?, number(minutes)?).ok_or_else(refuse)
    }
}

/// The time without the word in front of it with which it is said and shown: `kl. 9`.
fn without_kl(text: &str) -> &str {
    let word = text.get(..2).filter(|word| word.eq_ignore_ascii_case("kl"));
    let rest = word.and_then(|_| text.get(2..)).filter(|rest| rest.starts_with(['.', ' ']));
    rest.map_or(text, |rest| rest.trim_start_matches('.').trim_start())
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ClockTime, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_are_read_the_ways_people_write_them() {
        for (text, minutes) in [
            ("9:05", 545),
            ("09.05", 545),
            ("0905", 545),
            ("9", 540),
            ("33:00", 1980),
            ("00:00", 0),
            ("kl 9", 540),
            ("kl. 9.00", 540),
            ("Kl.9:05", 545),
        ] {
            assert_eq!(text.parse::<ClockTime>().map(ClockTime::minutes), Ok(minutes), "{text}");
        }
        for text in ["25:99", "", "abc", "9:5", "-1:00", "168:00", "1000000000", "12:00:00", "²:00", "kl", "kl.", "kl9"]
        {
            assert!(text.parse::<ClockTime>().is_err(), "{text}");
        }
    }

    #[test]
    fn seconds_are_written_with_their_sign() {
        for (seconds, text) in [(600, "10:00"), (-1, "-0:01"), (0, "0:00"), (-180, "-3:00"), (5400, "90:00")] {
            assert_eq!(Seconds(seconds).to_string(), text);
        }
        assert_eq!(Seconds(61).minutes_up(), 2);
        assert_eq!(Seconds(-61).minutes_up(), -1);
    }

    #[test]
    fn minutes_are_rounded_up_to_the_nearest_or_as_a_plan_has_them() {
        for (seconds, up, near, planned) in [
            (0, 0, 0, 0),
            (29, 1, 0, 1),
            (30, 1, 1, 1),
            (61, 2, 1, 2),
            (-29, 0, 0, 0),
            (-61, -1, -1, 0),
            (86_400, 1440, 1440, 1440),
            (86_401, 1441, 1440, 1440),
            (i64::MAX, i64::MAX / 60 + 1, i64::MAX / 60, 1440),
            (i64::MIN, i64::MIN / 60, i64::MIN / 60, 0),
        ] {
            let time = Seconds(seconds);
            let told = (time.minutes_up(), time.minutes_near(), time.minutes_planned());
            assert_eq!(told, (up, near, planned), "{seconds}");
        }
        assert_eq!(Seconds::LONGEST, Seconds::minutes(MOST_MINUTES.into()));
    }
}
