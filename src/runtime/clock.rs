//! The clock of the program: wall time, and boot time, which nobody sets and which goes on during sleep. Read together,
//! once per turn, and once more for how long to wait; what they say of each other (a clock that was set, a computer that
//! slept) is worked out here.

use crate::domain::times::{Moment, Seconds};
use crate::model::Fast;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Where the program takes its time from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pace {
    #[default]
    Real,
    /// Always this moment (`--at`).
    Fixed(Moment),
    /// From this moment on, so many times as fast (`--at` with `--speed`).
    Faster(Moment, u32),
}

/// One turn's reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    pub now: Moment,
    /// From when on the time up to `now` was lived through: the last turn's moment, by the clock as it is now set;
    /// `now` itself when the program stood still in between (a sleep, Ctrl-Z).
    pub since: Moment,
    /// By how much the wall clock was set since the last turn (positive = forward); zero for small corrections.
    pub stepped: Seconds,
    /// How long the computer slept since the last turn.
    pub slept: Seconds,
}

impl Turn {
    /// Whether the clock was set or the computer slept.
    #[must_use]
    pub fn is_out_of_step(self) -> bool {
        self.stepped != Seconds::ZERO || self.slept != Seconds::ZERO
    }
}

/// The clock, with its last reading.
#[derive(Debug)]
pub struct Clock {
    pace: Pace,
    /// Boot time and waking time when the program began.
    began: (boot_time::Instant, std::time::Instant),
    last: Reading,
    /// The clock of a rehearsal, and the boot time at which it began.
    over: Option<(Fast, i64)>,
}

/// Three clocks in milliseconds: since 1970, and since the program began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    wall: i64,
    boot: i64,
    /// Stands still while the computer sleeps (on Linux and macOS).
    awake: i64,
}

/// Differences up to this come from how clocks are corrected and read.
const ORDINARY: i64 = 2_000;

/// A turn that took longer did not take its time: the program was stopped, in milliseconds.
const STANDSTILL: i64 = 10_000;

/// Pictures of a fast clock do not follow each other closer than this.
const LEAST_WAIT: Duration = Duration::from_millis(40);

impl Clock {
    #[must_use]
    pub fn new(pace: Pace) -> Clock {
        let began = (boot_time::Instant::now(), std::time::Instant::now());
        Clock { pace, began, last: read(began), over: None }
    }

    /// Reads the clock for a new turn.
    pub fn turn(&mut self) -> Turn {
        let before = self.now();
        let last = std::mem::replace(&mut self.last, read(self.began));
        let (stepped, slept) = match (self.pace, self.over) {
            (Pace::Real, None) => (self.last.stepped_since(last), self.last.slept_since(last)),
            _ => (Seconds::ZERO, Seconds::ZERO),
        };
        let now = Moment::at(self.now().div_euclid(1000));
        let since =
            if self.last.stood_since(last) { now } else { now.min(Moment::at(before.div_euclid(1000)) + stepped) };
        Turn { now, since, stepped, slept }
    }

    /// Lays the clock of a rehearsal over this one, or takes it away; underneath, time has gone on.
    pub fn lay_over(&mut self, fast: Option<Fast>) {
        self.last = read(self.began);
        self.over = fast.map(|fast| (fast, self.last.boot));
    }

    /// How long from now until the clock shows `due`; none when it never will.
    #[must_use]
    pub fn until(&self, due: Moment) -> Option<Duration> {
        let left = due.second().saturating_mul(1000).saturating_sub(self.now());
        let since = read(self.began).boot - self.last.boot;
        let of = |wait: i64| Duration::from_millis(u64::try_from(wait.max(0)).unwrap_or(0));
        let at_speed = |speed: u32| {
            Some(of((left / i64::from(speed.max(1))).saturating_sub(since).saturating_add(1)).max(LEAST_WAIT))
        };
        match (self.over, self.pace) {
            (Some((fast, _)), _) => at_speed(fast.speed),
            (None, Pace::Real) => Some(of(left.saturating_sub(since).saturating_add(1))),
            (None, Pace::Fixed(_)) => None,
            (None, Pace::Faster(_, speed)) => at_speed(speed),
        }
    }

    /// What the clock of this pace shows at the last reading, in milliseconds since 1970.
    fn now(&self) -> i64 {
        let run = |from: Moment, since: i64, speed: u32| {
            let run = (self.last.boot - since).saturating_mul(i64::from(speed));
            from.second().saturating_mul(1000).saturating_add(run)
        };
        match (self.over, self.pace) {
            (Some((fast, began)), _) => run(fast.from, began, fast.speed),
            (None, Pace::Real) => self.last.wall,
            (None, Pace::Fixed(at)) => at.second().saturating_mul(1000),
            (None, Pace::Faster(at, speed)) => run(at, 0, speed),
        }
    }
}

fn read(began: (boot_time::Instant, std::time::Instant)) -> Reading {
    let milliseconds = |time: Duration| i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
    let wall = match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(after) => milliseconds(after),
        Err(before) => -milliseconds(before.duration()),
    };
    Reading { wall, boot: milliseconds(began.0.elapsed()), awake: milliseconds(began.1.elapsed()) }
}

impl Reading {
    /// By how much the wall clock was set (W22); sleep moves both clocks and is time that passed (T1).
    fn stepped_since(self, last: Reading) -> Seconds {
        beyond_ordinary((self.wall - last.wall) - (self.boot - last.boot))
    }

    /// Whether the program was asleep or stopped: nothing of that time was lived through.
    fn stood_since(self, last: Reading) -> bool {
        self.slept_since(last) > Seconds::ZERO || self.boot - last.boot > STANDSTILL
    }

    fn slept_since(self, last: Reading) -> Seconds {
        beyond_ordinary((self.boot - last.boot) - (self.awake - last.awake))
    }
}

/// Whole seconds, nearest; zero up to [`ORDINARY`].
fn beyond_ordinary(milliseconds: i64) -> Seconds {
    if milliseconds.abs() <= ORDINARY {
        return Seconds::ZERO;
    }
    Seconds((milliseconds + 500).div_euclid(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Reading = Reading { wall: 1_772_438_400_250, boot: 1_000, awake: 1_000 };

    fn after(wall: i64, boot: i64, awake: i64) -> (i64, i64) {
        let reading = Reading { wall: START.wall + wall, boot: START.boot + boot, awake: START.awake + awake };
        (reading.stepped_since(START).0, reading.slept_since(START).0)
    }

    #[test]
    fn a_clock_that_is_set_is_told_from_sleep() {
        assert_eq!(after(1_000, 1_000, 1_000), (0, 0), "a second passed");
        assert_eq!(after(3_601_000, 1_000, 1_000), (3_600, 0), "set forward by an hour");
        assert_eq!(after(-119_000, 1_000, 1_000), (-120, 0), "set back by two minutes");
        assert_eq!(after(300_000, 300_000, 1_000), (0, 299), "slept for five minutes");
        assert_eq!(after(3_900_000, 300_000, 1_000), (3_600, 299), "slept, and set while asleep");
        assert_eq!(after(2_900, 1_000, 1_000), (0, 0), "corrected a little");
    }

    #[test]
    fn time_that_was_slept_or_stopped_was_not_lived_through() {
        let stood = |boot: i64, awake: i64| {
            let reading = Reading { wall: START.wall + boot, boot: START.boot + boot, awake: START.awake + awake };
            reading.stood_since(START)
        };
        assert!(!stood(1_000, 1_000), "a second passed");
        assert!(!stood(6_000, 6_000), "a busy machine");
        assert!(stood(5_000, 1_000), "asleep for four seconds");
        assert!(stood(60_000, 60_000), "stopped for a minute, awake");
    }

    #[test]
    fn a_fixed_clock_stands_and_a_fast_one_runs() {
        let at = Moment::at(1_772_438_400);
        let mut fixed = Clock::new(Pace::Fixed(at));
        assert_eq!((fixed.turn().now, fixed.until(at + Seconds(1))), (at, None));
        let mut fast = Clock::new(Pace::Faster(at, 60));
        let turn = fast.turn();
        assert!(turn.now - at <= Seconds(30), "{turn:?}");
        assert!(fast.until(at + Seconds(600)).is_some_and(|wait| wait <= Duration::from_millis(10_001)));
    }

    #[test]
    fn a_rehearsal_has_its_own_clock_and_the_real_one_goes_on_underneath() {
        let (real, from) = (Moment::at(1_772_438_400), Moment::at(1_800_000_000));
        let mut clock = Clock::new(Pace::Fixed(real));
        clock.lay_over(Some(Fast { from, speed: 3600 }));
        std::thread::sleep(Duration::from_millis(20));
        let turn = clock.turn();
        assert!(turn.now - from >= Seconds(60) && turn.since <= turn.now, "{turn:?}");
        assert_eq!((turn.stepped, turn.slept), (Seconds::ZERO, Seconds::ZERO));
        clock.lay_over(None);
        let turn = clock.turn();
        assert_eq!((turn.now, turn.since), (real, real));
    }

    #[test]
    fn the_wait_ends_with_the_second() {
        let mut clock = Clock::new(Pace::Real);
        let turn = clock.turn();
        assert!(clock.until(turn.now + Seconds(1)).is_some_and(|wait| wait <= Duration::from_millis(1_001)));
        assert!(clock.until(turn.now).is_some_and(|wait| wait <= Duration::from_millis(1)), "a moment that has passed");
    }
}
