//! How long a method takes in its three lengths, and with how many people: what becomes of a part, and of the block.

use super::{Block, Part};
use crate::domain::times::MOST_MINUTES;
use crate::domain::tool::{Tool, Variant};

impl Part {
    /// Its minutes when the method is run in this length; a round takes what its people take.
    #[must_use]
    pub fn minutes_in(&self, variant: Variant) -> u16 {
        let normal = self.normal.unwrap_or(self.minutes);
        match variant {
            _ if self.per_person.is_some() => self.minutes,
            Variant::Short => self.short.unwrap_or(normal),
            Variant::Normal => normal,
            Variant::Long => self.long.unwrap_or(normal),
        }
    }

    /// The part as one of a method that is run in `variant`, with these minutes; its normal length stays known.
    #[must_use]
    pub fn lasting(&self, minutes: u16, variant: Variant) -> Part {
        let normal = Some(self.minutes_in(Variant::Normal));
        let normal = normal.filter(|_| variant != Variant::Normal && self.per_person.is_none());
        Part { minutes, normal, ..self.clone() }
    }
}

impl Variant {
    /// The lengths of a method that are worth choosing between, in order: those in which it takes another `length` than in
    /// the normal one, and beside them `chosen`, or the normal one in its place.
    #[must_use]
    pub fn worth_telling<T: PartialEq>(chosen: Variant, length: impl Fn(Variant) -> T) -> Vec<Variant> {
        let normal = length(Variant::Normal);
        let kept = if length(chosen) == normal { chosen } else { Variant::Normal };
        let all = [Variant::Short, Variant::Normal, Variant::Long].into_iter();
        all.filter(|variant| *variant == kept || length(*variant) != normal).collect()
    }

    /// The next of them, from the last one on again the first.
    #[must_use]
    pub fn next_of(self, all: &[Variant]) -> Variant {
        let after = all.iter().position(|variant| *variant == self).map_or(0, |place| place + 1);
        all.get(after).or(all.first()).copied().unwrap_or(self)
    }
}

impl Tool {
    /// Its lengths as far as they differ, `chosen` among them (see [`Variant::worth_telling`]).
    #[must_use]
    pub fn lengths(&self, chosen: Variant) -> Vec<Variant> {
        Variant::worth_telling(chosen, |variant| self.length(variant, self.usual_people()))
    }
}

impl Block {
    /// Whether its method has other lengths than the one it is planned in.
    #[must_use]
    pub fn has_variants(&self) -> bool {
        let normal = self.minutes_in(Variant::Normal);
        [Variant::Short, Variant::Long].iter().any(|variant| self.minutes_in(*variant) != normal)
    }

    /// The sum of its parts when its method is run in this length.
    #[must_use]
    pub fn minutes_in(&self, variant: Variant) -> u16 {
        let minutes = self.parts.iter().map(|part| u32::from(part.minutes_in(variant))).sum::<u32>();
        u16::try_from(minutes).unwrap_or(MOST_MINUTES).min(MOST_MINUTES)
    }

    /// The block with its method run in another length: it takes as long as its parts, unless it lasts until a clock
    /// time.
    #[must_use]
    pub fn in_variant(&self, variant: Variant) -> Block {
        let parts = self.parts.iter().map(|part| part.lasting(part.minutes_in(variant), variant)).collect();
        let minutes = self.minutes_in(variant).max(1);
        Block { variant, parts, ..self.lasting(if self.until.is_some() { self.minutes } else { minutes }) }
    }

    /// The block when so many take part: its rounds take longer or shorter, and the block with them.
    #[must_use]
    pub fn for_people(&self, people: u16) -> Block {
        let round = |part: &Part| part.per_person.map_or(part.minutes, |round| round.length(people).minutes_planned());
        let parts: Vec<Part> = self.parts.iter().map(|part| Part { minutes: round(part), ..part.clone() }).collect();
        let sum = |parts: &[Part]| parts.iter().map(|part| i32::from(part.minutes)).sum::<i32>();
        let minutes = i32::from(self.minutes) + sum(&parts) - sum(&self.parts);
        let minutes = u16::try_from(minutes.clamp(1, i32::from(MOST_MINUTES))).unwrap_or(self.minutes);
        if parts == self.parts {
            return self.clone();
        }
        Block { parts, ..self.lasting(if self.until.is_some() { self.minutes } else { minutes }) }
    }

    /// The same block of another length; its shortest is never above that.
    fn lasting(&self, minutes: u16) -> Block {
        Block { minutes, min: self.min.map(|min| min.min(minutes)), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tool::PerPerson;

    fn block() -> Block {
        let part = |minutes, short, long| Part { minutes, short, long, ..Part::default() };
        let round = PerPerson { seconds: 120, plus_minutes: 3 };
        let parts = vec![part(4, Some(2), Some(9)), Part { per_person: Some(round), ..part(23, None, None) }];
        Block { minutes: 27, min: Some(26), parts, ..Block::default() }
    }

    #[test]
    fn a_method_is_run_short_and_long_and_back_without_trace() {
        let short = block().in_variant(Variant::Short);
        assert_eq!((short.minutes, short.min, short.variant), (25, Some(25), Variant::Short));
        assert_eq!(short.in_variant(Variant::Long).minutes, 32);
        assert_eq!(Block { min: Some(26), ..short.in_variant(Variant::Normal) }, block());
    }

    #[test]
    fn lengths_that_are_the_same_are_told_once() {
        use Variant::{Long, Normal, Short};
        let told = |lengths: [u16; 3], chosen: Variant| {
            Variant::worth_telling(chosen, |variant| match variant {
                Short => lengths[0],
                Normal => lengths[1],
                Long => lengths[2],
            })
        };
        assert_eq!(told([5, 5, 8], Normal), [Normal, Long]);
        assert_eq!(told([5, 5, 8], Short), [Short, Long]);
        assert_eq!(told([5, 5, 8], Long), [Normal, Long]);
        assert_eq!(told([11, 11, 11], Normal), [Normal]);
        assert_eq!(told([4, 5, 8], Normal), [Short, Normal, Long]);
        assert_eq!(Long.next_of(&[Normal, Long]), Normal);
        assert_eq!(Short.next_of(&[Normal, Long]), Normal);
    }

    #[test]
    fn rounds_follow_the_people() {
        assert_eq!((block().for_people(12).minutes, block().for_people(16).minutes), (31, 39));
        assert_eq!(block().for_people(16).for_people(10), block().for_people(10));
        assert_eq!(block().for_people(10), block());
        assert_eq!(block().for_people(u16::MAX).minutes, MOST_MINUTES);
    }
}
