//! Time zones: how one is named in a file and read back, and what moment its clock shows a time of day.

use super::{ClockTime, Moment};
use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// A time zone; in files its IANA name or a fixed offset: `"Europe/Oslo"`, `"+01:00"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(pub(super) TimeZone);

impl Zone {
    pub const UTC: Zone = Zone(TimeZone::UTC);

    /// `zone` as jiff knows it; one that has no name to store (from a POSIX `TZ`, or a copied `/etc/localtime`) is the
    /// offset that it has at `now`.
    #[must_use]
    pub fn of(zone: TimeZone, now: Moment) -> Zone {
        let named = Zone(zone);
        if named.name().parse().is_ok_and(|read: Zone| read == named) {
            return named;
        }
        let offset = named.0.to_offset(now.0).seconds();
        let whole_minutes = jiff::tz::Offset::from_seconds(offset - offset % 60);
        Zone(whole_minutes.map_or(TimeZone::UTC, TimeZone::fixed))
    }

    /// The moment a clock in this zone shows `time`, counted from midnight on `day`. A time that summer time leaves
    /// out or repeats is read as the RFC 5545 rule has it (the later of a gap, the first of a repetition).
    #[must_use]
    pub fn moment(&self, day: civil::Date, time: ClockTime) -> Moment {
        let minutes = i64::from(time.0);
        let date = day.checked_add(jiff::Span::new().days(minutes / DAY)).unwrap_or(day);
        let (hour, minute) = (minutes % DAY / 60, minutes % 60);
        let civil = date.at(i8::try_from(hour).unwrap_or(0), i8::try_from(minute).unwrap_or(0), 0, 0);
        self.0.to_ambiguous_timestamp(civil).compatible().map_or(Moment::at(0), Moment::of)
    }

    fn name(&self) -> String {
        match self.0.iana_name() {
            Some(name) => name.to_owned(),
            None => self.0.to_fixed_offset().map_or_else(|_| "UTC".to_owned(), |offset| offset.to_string()),
        }
    }
}

/// The name as it is stored.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name())
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Zone, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl FromStr for Zone {
    type Err = String;

    fn from_str(name: &str) -> Result<Zone, String> {
        let offset = |text: &str| {
            let (sign, rest) = text.split_at_checked(1)?;
            let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
            let (hours, minutes) = (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?);
            let seconds = hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?;
            let signed = match sign {
                "+" => seconds,
                "-" => -seconds,
                _ => return None,
            };
            jiff::tz::Offset::from_seconds(signed).ok().map(TimeZone::fixed)
        };
        offset(name)
            .or_else(|| TimeZone::get(name).ok())
            .map(Zone)
            .ok_or_else(|| format!("“{name}” is not a time zone like Europe/Oslo"))
    }
}

/// Minutes in a day.
const DAY: i64 = 24 * 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_known_by_name_and_offset() {
        for name in ["Europe/Oslo", "UTC", "+01:00", "-03:30"] {
            let zone: Zone = name.parse().unwrap_or(Zone::UTC);
            assert_eq!(zone.name().trim_end_matches(":00"), name.trim_end_matches(":00"));
        }
        assert!("Mars/Base".parse::<Zone>().is_err());
    }

    #[test]
    fn a_zone_without_a_name_is_read_back_with_the_same_clock() {
        let now = Moment::at(1_788_000_000); // a day in August 2026
        let zones = [
            TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3"),
            TimeZone::posix("<-0330>3:30"),
            TimeZone::get("Europe/Oslo"),
        ];
        for (zone, clock) in zones.into_iter().zip(["12:40", "07:10", "12:40"]) {
            let zone = Zone::of(zone.unwrap_or(TimeZone::UTC), now);
            let read: Zone = zone.name().parse().unwrap_or(Zone::UTC);
            assert_eq!((now.clock(&zone).as_str(), &read), (clock, &zone));
        }
        assert_eq!(Zone::of(TimeZone::unknown(), now), Zone::UTC);
    }
}
