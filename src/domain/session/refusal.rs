//! Why an act was refused, and how that is said.

use crate::domain::agenda::BlockFault;
use crate::domain::text::{Words, words};

/// Why an act was refused; nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NotStarted,
    AlreadyStarted,
    NothingToStart,
    Ended,
    NotPaused,
    AlreadyPaused,
    Waiting,
    NoEarlierBlock,
    UnknownBlock,
    AlreadyThere,
    BlockIsSkipped,
    BlockIsDone,
    BlockNotSkipped,
    IsMarker,
    IsUntil,
    NoLength,
    NoTimeToTake,
    NothingToChange,
    NoSuchPart,
    NoParts,
    NothingToUndo,
    NotAtThatTime,
    /// The clock was stopped at the moment the act was dated to.
    StoodThen,
    /// The clock was running at the moment the act was dated to.
    RanThen,
    /// The last part, or one that lasts until the leader goes on.
    NothingToHold,
    NoSuchVariant,
    /// So many people there are not.
    NoSuchNumber,
    BlockRuns,
    /// No more blocks go into a plan.
    Full,
    /// Where the edit points is not ahead.
    NotAhead,
    /// A proposal that was overtaken by the clock.
    NoLongerSo,
    /// Nothing ran while the computer slept.
    DidNotRun,
    /// The block is as no block may be.
    NotAllowed(BlockFault),
}

impl Refusal {
    /// The refusal in words for the screen.
    #[must_use]
    pub fn words(self) -> Words {
        match self {
            Refusal::NotStarted => NOT_STARTED,
            Refusal::AlreadyStarted => ALREADY_STARTED,
            Refusal::NothingToStart => NOTHING_TO_START,
            Refusal::Ended => ENDED,
            Refusal::NotPaused => NOT_PAUSED,
            Refusal::AlreadyPaused => ALREADY_PAUSED,
            Refusal::Waiting => WAITING,
            Refusal::NoEarlierBlock => NO_EARLIER_BLOCK,
            Refusal::UnknownBlock => UNKNOWN_BLOCK,
            Refusal::AlreadyThere => ALREADY_THERE,
            Refusal::BlockIsSkipped => BLOCK_IS_SKIPPED,
            Refusal::BlockIsDone => BLOCK_IS_DONE,
            Refusal::BlockNotSkipped => BLOCK_NOT_SKIPPED,
            Refusal::IsMarker => IS_MARKER,
            Refusal::IsUntil => IS_UNTIL,
            Refusal::NoLength => NO_LENGTH,
            Refusal::NoTimeToTake => NO_TIME_TO_TAKE,
            Refusal::NothingToChange => NOTHING_TO_CHANGE,
            Refusal::NoSuchPart => NO_SUCH_PART,
            Refusal::NoParts => NO_PARTS,
            Refusal::NothingToUndo => NOTHING_TO_UNDO,
            Refusal::NotAtThatTime => NOT_AT_THAT_TIME,
            Refusal::StoodThen => STOOD_THEN,
            Refusal::RanThen => RAN_THEN,
            Refusal::NothingToHold => NOTHING_TO_HOLD,
            Refusal::NoSuchVariant => NO_SUCH_VARIANT,
            Refusal::NoSuchNumber => NO_SUCH_NUMBER,
            Refusal::BlockRuns => BLOCK_RUNS,
            Refusal::Full => FULL,
            Refusal::NotAhead => NOT_AHEAD,
            Refusal::NoLongerSo => NO_LONGER_SO,
            Refusal::DidNotRun => DID_NOT_RUN,
            Refusal::NotAllowed(fault) => fault.words(),
        }
    }
}

const NOT_STARTED: Words =
    words("Samlingen er ikke startet ennå", "Samlinga er ikkje starta enno", "The session has not started yet");
const ALREADY_STARTED: Words = words("Det er allerede i gang", "Det er allereie i gang", "It is already running");
const NOTHING_TO_START: Words = words(
    "Kjøreplanen har ingen økter å starte",
    "Køyreplanen har inga økt å starte",
    "The agenda has no block to start",
);
const ENDED: Words = words("Samlingen er avsluttet", "Samlinga er avslutta", "The session has ended");
const NOT_PAUSED: Words =
    words("Klokka er ikke satt på pause", "Klokka er ikkje sett på pause", "The clock is not paused");
const ALREADY_PAUSED: Words =
    words("Klokka står allerede på pause", "Klokka står allereie på pause", "The clock is already paused");
const WAITING: Words = words(
    "Ingenting er i gang; neste økt venter",
    "Ingenting er i gang; neste økt ventar",
    "Nothing is running; the next block is waiting",
);
const NO_EARLIER_BLOCK: Words = words(
    "Det er ingen tidligere økt å gå tilbake til",
    "Det er inga tidlegare økt å gå tilbake til",
    "There is no earlier block to go back to",
);
const UNKNOWN_BLOCK: Words =
    words("Den økten finnes ikke i planen", "Den økta finst ikkje i planen", "That block is not in the plan");
const ALREADY_THERE: Words =
    words("Den økten er allerede i gang", "Den økta er allereie i gang", "That block is already running");
const BLOCK_IS_SKIPPED: Words = words(
    "Økten er hoppet over; s tar den inn igjen",
    "Økta er hoppa over; s tek ho inn att",
    "That block is skipped; s brings it back",
);
const BLOCK_IS_DONE: Words = words(
    "Økten er ferdig, og det som er gjort, står",
    "Økta er ferdig, og det som er gjort, står",
    "That block is done, and what is done stands",
);
const BLOCK_NOT_SKIPPED: Words =
    words("Økten er ikke hoppet over", "Økta er ikkje hoppa over", "That block is not skipped");
const IS_MARKER: Words = words(
    "Det er et klokkeslett, ikke en økt",
    "Det er eit klokkeslett, ikkje ei økt",
    "That is a mark on the clock, not a block",
);
const IS_UNTIL: Words = words(
    "Økten varer til et klokkeslett; endre klokkeslettet i stedet",
    "Økta varer til eit klokkeslett; endre klokkeslettet i staden",
    "That block ends at a clock time; change the time instead",
);
const NO_LENGTH: Words = words(
    "En økt varer fra 1 minutt til 24 timer",
    "Ei økt varer frå 1 minutt til 24 timar",
    "A block lasts from 1 minute to 24 hours",
);
const NO_TIME_TO_TAKE: Words =
    words("Det er ingen tid igjen å ta av", "Det er inga tid att å ta av", "There is no time left to take from");
const NOTHING_TO_CHANGE: Words =
    words("Det er ingenting å endre", "Det er ingenting å endre", "There is nothing to change");
const NO_SUCH_PART: Words = words(
    "Det er ingen flere deler den veien",
    "Det er ingen fleire delar den vegen",
    "There are no more parts that way",
);
const NO_PARTS: Words =
    words("Denne økten er ikke delt opp", "Denne økta er ikkje delt opp", "This block is not divided into parts");
const NOTHING_TO_UNDO: Words =
    words("Det er ingenting å angre", "Det er ikkje noko å angre", "There is nothing to undo");
const NOT_AT_THAT_TIME: Words = words(
    "Det går ikke an på det tidspunktet",
    "Det går ikkje an på det tidspunktet",
    "That makes no sense at that time",
);
const STOOD_THEN: Words = words("Da sto klokka", "Då stod klokka", "The clock was stopped then");
const RAN_THEN: Words = words("Da gikk klokka", "Då gjekk klokka", "The clock was running then");
const NOTHING_TO_HOLD: Words = words(
    "Denne delen varer til du går videre selv",
    "Denne delen varer til du går vidare sjølv",
    "This part waits for you in any case",
);
const NO_SUCH_VARIANT: Words = words(
    "Økten har ingen slik lengde å velge",
    "Økta har inga slik lengd å velje",
    "That block has no such length to choose",
);
const NO_SUCH_NUMBER: Words = words(
    "Antallet deltakere er fra 1 til 10 000",
    "Talet på deltakarar er frå 1 til 10 000",
    "The number of people is from 1 to 10 000",
);
const BLOCK_RUNS: Words = words(
    "Den økten er i gang; bare det som kommer, kan endres",
    "Den økta er i gang; berre det som kjem, kan endrast",
    "That block is running; only what comes can be changed",
);
const FULL: Words =
    words("Planen er full: høyst 500 økter", "Planen er full: høgst 500 økter", "The plan is full: at most 500 blocks");
const NOT_AHEAD: Words = words(
    "Bare det som kommer, kan endres",
    "Berre det som kjem, kan endrast",
    "Only what is still to come can be changed",
);
const NO_LONGER_SO: Words = words(
    "Det forslaget passer ikke lenger; se på forslagene en gang til",
    "Det framlegget passar ikkje lenger; sjå på framlegga ein gong til",
    "That proposal no longer fits; look at the proposals again",
);
const DID_NOT_RUN: Words = words(
    "Ingenting var i gang mens maskinen sov",
    "Ingenting var i gang medan maskina sov",
    "Nothing was running while the computer slept",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::MOST_BLOCKS;
    use crate::domain::text::Lang;
    use crate::domain::tool::MOST_PEOPLE;

    #[test]
    fn a_refusal_names_the_number_that_is_allowed() {
        for lang in Lang::ALL {
            let said = |refusal: Refusal| refusal.words().pick(lang).replace(' ', "");
            assert!(said(Refusal::Full).contains(&MOST_BLOCKS.to_string()), "{lang:?}");
            assert!(said(Refusal::NoSuchNumber).ends_with(&format!("{MOST_PEOPLE}")), "{lang:?}");
        }
    }
}
