//! How near the end of a block is, in four levels, and when a signal is due. How a level looks and sounds is in `ui`
//! and `app`.

use super::agenda::{Block, BlockId};
use super::schedule::{Current, RunState, Schedule, schedule};
use super::session::Session;
use super::times::{BeforeEnd, Moment, Seconds};

/// How near the end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Normal,
    /// Time to think of rounding off.
    Attention,
    /// The last moments; zero itself is one of them.
    LastCall,
    OverTime,
}

/// What is left of a block when attention is called for, and at the last call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    pub attention: Seconds,
    pub last_call: Seconds,
}

impl Thresholds {
    /// Those of `block`, which was planned to last `length`; what it does not say itself follows from the length, and
    /// gives way to what it says: the last call never comes before attention.
    ///
    /// The planned length counts, not what was added: a block that gets five minutes more is signalled where it
    /// would have been (P3).
    #[must_use]
    pub fn of(block: &Block, length: Seconds) -> Thresholds {
        let (attention, last_call) = (block.attention.map(BeforeEnd::seconds), block.last_call.map(BeforeEnd::seconds));
        let usual = Thresholds { attention: attention_at(length), last_call: last_call_at(length) };
        Thresholds {
            attention: attention.unwrap_or(usual.attention.max(last_call.unwrap_or_default())),
            last_call: last_call.unwrap_or(attention.map_or(usual.last_call, |own| usual.last_call.min(own))),
        }
    }

    /// The level with `remaining` left (negative in overtime).
    #[must_use]
    pub fn level(self, remaining: Seconds) -> Level {
        match remaining {
            left if left.is_negative() => Level::OverTime,
            left if left <= self.last_call => Level::LastCall,
            left if left <= self.attention => Level::Attention,
            _ => Level::Normal,
        }
    }

    /// The levels that are called out, each with what is left then; over time is called out at zero.
    fn calls(self) -> [(Level, Seconds); 3] {
        [(Level::Attention, self.attention), (Level::LastCall, self.last_call), (Level::OverTime, Seconds::ZERO)]
    }
}

/// A signal that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub id: BlockId,
    pub level: Level,
    /// What is left of the block when it is due.
    pub left: Seconds,
}

/// The signal that is due in (`last`, `now`], while nobody pressed a key. Where several thresholds lie in that stretch
/// the moment has passed for all of them, and none is answered.
///
/// A threshold is due when the time left falls to it: once in a pass, again when time was added above it, and not when
/// a pause begins or ends below it (P3, P4).
#[must_use]
pub fn due(session: &Session, last: Moment, now: Moment) -> Option<Due> {
    let then = schedule(session, last);
    let current = then.current().filter(|_| now > last)?;
    let left = left_later(current, &schedule(session, now));
    let passed = |(_, at): &(Level, Seconds)| left <= *at && *at < current.remaining;
    let plan = session.plan_at(last);
    let thresholds = Thresholds::of(plan.blocks.get(current.index)?, planned(&then, current));
    let mut passed = thresholds.calls().into_iter().filter(passed);
    let (mut level, at) = passed.next()?;
    for (higher, other) in passed {
        if other != at {
            return None;
        }
        level = higher;
    }
    Some(Due { id: current.id, level, left: at })
}

/// What is left later of the block that was running; nothing when it has gone on by itself.
fn left_later(current: &Current, later: &Schedule) -> Seconds {
    later.current().filter(|now| now.id == current.id).map_or(Seconds::ZERO, |now| now.remaining)
}

/// The length that a block was planned to have.
#[must_use]
pub fn planned(view: &Schedule, current: &Current) -> Seconds {
    view.rows.get(current.index).map_or(current.length, |row| row.baseline.length())
}

/// Whether the picture is reversed in this second, where zero is to be seen from afar: in the first and the third
/// second of overtime and in no other. That is one change a second, over after three (P5; WCAG 2.2.2, 2.3.1).
#[must_use]
pub fn flashes(view: &Schedule) -> bool {
    matches!(&view.state, RunState::Running(current) if FLASHES.contains(&current.remaining))
}

/// What is left in the seconds of the flash.
const FLASHES: [Seconds; 2] = [Seconds(0), Seconds(-2)];

/// What is left of a block of `length` when attention is called for: a fifth, held between 0:30 and 5:00.
#[must_use]
pub fn attention_at(length: Seconds) -> Seconds {
    Seconds(length.0 / 5).clamp(Seconds(30), Seconds::minutes(5))
}

/// What is left of a block of `length` at the last call: a twentieth, held between 0:10 and 1:00.
#[must_use]
pub fn last_call_at(length: Seconds) -> Seconds {
    Seconds(length.0 / 20).clamp(Seconds(10), Seconds::minutes(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::Kind;

    fn usual(minutes: u16) -> Thresholds {
        Thresholds::of(&Block::new(Kind::Work, "A", minutes), Seconds::minutes(minutes.into()))
    }

    #[test]
    fn thresholds_are_those_of_the_table() {
        for (minutes, attention, last_call) in [(2, 30, 10), (5, 60, 15), (10, 120, 30), (30, 300, 60), (90, 300, 60)] {
            let wanted = Thresholds { attention: Seconds(attention), last_call: Seconds(last_call) };
            assert_eq!(usual(minutes), wanted, "{minutes} min");
        }
    }

    #[test]
    fn a_level_begins_exactly_at_its_threshold() {
        let cases = [
            (600, Level::Normal),
            (121, Level::Normal),
            (120, Level::Attention),
            (119, Level::Attention),
            (31, Level::Attention),
            (30, Level::LastCall),
            (0, Level::LastCall),
            (-1, Level::OverTime),
        ];
        for (remaining, level) in cases {
            assert_eq!(usual(10).level(Seconds(remaining)), level, "{remaining} s left");
        }
    }

    #[test]
    fn what_a_block_says_itself_stands_and_the_other_gives_way() {
        let of = |attention: &str, last_call: &str| {
            let own = |text: &str| text.parse::<BeforeEnd>().ok();
            let block = Block { attention: own(attention), last_call: own(last_call), ..Block::default() };
            let Thresholds { attention, last_call } = Thresholds::of(&block, Seconds::minutes(10));
            (attention.0, last_call.0)
        };
        assert_eq!(of("", ""), (120, 30));
        assert_eq!(of("5 min", "0:45"), (300, 45));
        assert_eq!(of("0:20", ""), (20, 20), "the usual last call would come before it");
        assert_eq!(of("", "3 min"), (180, 180), "the usual attention would come after it");
        assert_eq!(of("0", "0"), (0, 0));
    }
}
