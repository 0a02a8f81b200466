//! How near the end of a block is, in four levels (TIMING section 5, "Signal levels"). How a level looks is in `ui`.

use super::times::Seconds;

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

impl Level {
    /// The level of a block that was planned to last `length` and has `remaining` left (negative in overtime).
    ///
    /// The planned length counts, not what was added: a block that gets five minutes more is signalled where it
    /// would have been (P3).
    #[must_use]
    pub fn of(length: Seconds, remaining: Seconds) -> Level {
        match remaining {
            left if left.is_negative() => Level::OverTime,
            left if left <= last_call_at(length) => Level::LastCall,
            left if left <= attention_at(length) => Level::Attention,
            _ => Level::Normal,
        }
    }
}

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

    #[test]
    fn thresholds_are_those_of_the_table() {
        for (minutes, attention, last_call) in [(2, 30, 10), (5, 60, 15), (10, 120, 30), (30, 300, 60), (90, 300, 60)] {
            let length = Seconds::minutes(minutes);
            assert_eq!(attention_at(length), Seconds(attention), "attention of {minutes} min");
            assert_eq!(last_call_at(length), Seconds(last_call), "last call of {minutes} min");
        }
    }

    #[test]
    fn a_level_begins_exactly_at_its_threshold() {
        let ten = Seconds::minutes(10);
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
            assert_eq!(Level::of(ten, Seconds(remaining)), level, "{remaining} s left");
        }
    }

    #[test]
    fn five_minutes_more_bring_back_the_normal_level() {
        let ten = Seconds::minutes(10);
        assert_eq!(Level::of(ten, Seconds(90)), Level::Attention);
        assert_eq!(Level::of(ten, Seconds(90 + 300)), Level::Normal);
    }
}
