//! What the rules of time do not allow in a block or an agenda: one set of rules, said in three languages, for the form
//! and the check of files alike.

use super::{Agenda, Block, Kind, MOST_BLOCKS};
use crate::domain::text::{Lang, Text, Words, words};
use crate::domain::times::BeforeEnd;

/// What is not allowed in a block; it names the field to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockFault {
    NoLength,
    NoLengthUntil,
    BufferWithFixed,
    BufferWithUntil,
    BufferWithAuto,
    EndsBeforeItBegins,
    LeastAboveLength,
    AttentionAboveLength,
    LastCallAboveLength,
    LastCallBeforeAttention,
}

impl BlockFault {
    /// A whole sentence, without the block's title.
    #[must_use]
    pub fn words(self) -> Words {
        match self {
            BlockFault::NoLength => NO_LENGTH,
            BlockFault::NoLengthUntil => NO_LENGTH_UNTIL,
            BlockFault::BufferWithFixed | BlockFault::BufferWithUntil | BlockFault::BufferWithAuto => BUFFER,
            BlockFault::EndsBeforeItBegins => BACKWARDS,
            BlockFault::LeastAboveLength => LEAST,
            BlockFault::AttentionAboveLength | BlockFault::LastCallAboveLength => SIGNAL_TOO_EARLY,
            BlockFault::LastCallBeforeAttention => CALLED_FIRST,
        }
    }
}

impl Block {
    /// The first thing in it that is not allowed.
    #[must_use]
    pub fn fault(&self) -> Option<BlockFault> {
        match self {
            Block { minutes: 0, fixed: None, .. } => Some(BlockFault::NoLength),
            Block { minutes: 0, until: Some(_), .. } => Some(BlockFault::NoLengthUntil),
            Block { kind: Kind::Buffer, fixed: Some(_), .. } => Some(BlockFault::BufferWithFixed),
            Block { kind: Kind::Buffer, until: Some(_), .. } => Some(BlockFault::BufferWithUntil),
            Block { kind: Kind::Buffer, auto: true, .. } => Some(BlockFault::BufferWithAuto),
            Block { fixed: Some(fixed), until: Some(until), .. } if until <= fixed => {
                Some(BlockFault::EndsBeforeItBegins)
            }
            Block { min: Some(min), minutes, .. } if min > minutes => Some(BlockFault::LeastAboveLength),
            Block { attention: Some(attention), last_call: Some(last_call), .. } if last_call > attention => {
                Some(BlockFault::LastCallBeforeAttention)
            }
            _ => None,
        }
    }

    /// The signal that would come before the block begins. A file may say so, since a block is made shorter in many
    /// ways: attention is called for from the start then.
    #[must_use]
    pub fn early_signal(&self) -> Option<BlockFault> {
        let is_early = |signal: Option<BeforeEnd>| signal.is_some_and(|signal| signal.seconds() > self.length());
        match self {
            Block { attention, .. } if is_early(*attention) => Some(BlockFault::AttentionAboveLength),
            Block { last_call, .. } if is_early(*last_call) => Some(BlockFault::LastCallAboveLength),
            _ => None,
        }
    }

    /// A sentence about it for every language, behind its number (from 1) and its title.
    #[must_use]
    pub fn told(&self, number: usize, what: impl Fn(Lang) -> String) -> Text {
        Text::in_each(|lang| format!("{} {}", AT.with2(lang, number, &self.title), what(lang)))
    }
}

impl Agenda {
    /// What is not allowed in the agenda, in words.
    ///
    /// # Errors
    /// The first fault found, with the block's number and title.
    pub fn check(&self) -> Result<(), Text> {
        self.faults().next().map_or(Ok(()), Err)
    }

    /// Everything in it that is not allowed, in words: of every block the first fault, in order; more blocks than there
    /// may be are all that is told.
    pub fn faults(&self) -> impl Iterator<Item = Text> {
        let number = self.blocks.len();
        let too_many = (number > MOST_BLOCKS).then(|| Text::in_each(|lang| TOO_MANY.with2(lang, number, MOST_BLOCKS)));
        let looked_at = if too_many.is_none() { self.blocks.as_slice() } else { &[] };
        let told = |(number, block): (usize, &Block)| {
            let fault = block.fault()?;
            Some(block.told(number, |lang| fault.words().pick(lang).to_owned()))
        };
        too_many.into_iter().chain((1..).zip(looked_at).filter_map(told))
    }
}

const AT: Words = words("Økt {}, «[]»:", "Økt {}, «[]»:", "Block {}, “[]”:");
const TOO_MANY: Words = words(
    "Kjøreplanen har {} økter; den kan ha høyst [].",
    "Køyreplanen har {} økter; han kan ha høgst [].",
    "The agenda has {} blocks; it may have at most [].",
);
const NO_LENGTH: Words = words(
    "En økt varer fra 1 minutt til 24 timer; 0 går bare med fast klokkeslett.",
    "Ei økt varer frå 1 minutt til 24 timar; 0 går berre med fast klokkeslett.",
    "A block lasts from 1 minute to 24 hours; 0 only with a fixed start.",
);
const NO_LENGTH_UNTIL: Words = words(
    "En økt som varer til et klokkeslett, trenger en planlagt varighet på 1 minutt eller mer.",
    "Ei økt som varer til eit klokkeslett, treng ei planlagd lengd på 1 minutt eller meir.",
    "A block that lasts until a clock time needs a planned length of 1 minute or more.",
);
const BUFFER: Words = words(
    "En buffer har verken fast begynnelse eller fast slutt, og går ikke videre selv.",
    "Ein buffer har verken fast start eller fast slutt, og går ikkje vidare sjølv.",
    "A buffer has neither a fixed start nor a fixed end, and does not go on by itself.",
);
const BACKWARDS: Words = words(
    "Den skal slutte før den begynner; slutten må være etter det faste klokkeslettet.",
    "Ho skal slutte før ho byrjar; slutten må vere etter det faste klokkeslettet.",
    "It would end before it begins; the end must lie after the fixed start.",
);
const LEAST: Words = words(
    "Den korteste varigheten kan ikke være mer enn varigheten.",
    "Den kortaste lengda kan ikkje vere meir enn lengda.",
    "The shortest length cannot be more than the length.",
);
const SIGNAL_TOO_EARLY: Words = words(
    "Et signal kan ikke komme før økten begynner; skriv høyst så mye som økten varer.",
    "Eit signal kan ikkje kome før økta byrjar; skriv høgst så mykje som økta varer.",
    "A signal cannot come before the block begins; write at most the length of the block.",
);
const CALLED_FIRST: Words = words(
    "Det siste signalet må komme etter det første, altså med mindre tid igjen.",
    "Det siste signalet må kome etter det første, altså med mindre tid att.",
    "The last call must come after the first signal, with less time left.",
);
