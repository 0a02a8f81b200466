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
        if let Refusal::NotAllowed(fault) = self {
            return fault.words();
        }
        WORDS.iter().find(|(refusal, _)| *refusal == self).map_or(NO, |(_, words)| *words)
    }
}

const NO: Words = words("Det går ikke nå", "Det går ikkje no", "That is not possible now");

const WORDS: [(Refusal, Words); 32] = [
    (
        Refusal::NotStarted,
        words("Samlingen er ikke startet ennå", "Samlinga er ikkje starta enno", "The session has not started yet"),
    ),
    (Refusal::AlreadyStarted, words("Det er allerede i gang", "Det er allereie i gang", "It is already running")),
    (
        Refusal::NothingToStart,
        words(
            "Kjøreplanen har ingen økter å starte",
            "Køyreplanen har inga økt å starte",
            "The agenda has no block to start",
        ),
    ),
    (Refusal::Ended, words("Samlingen er avsluttet", "Samlinga er avslutta", "The session has ended")),
    (
        Refusal::NotPaused,
        words("Klokka er ikke satt på pause", "Klokka er ikkje sett på pause", "The clock is not paused"),
    ),
    (
        Refusal::AlreadyPaused,
        words("Klokka står allerede på pause", "Klokka står allereie på pause", "The clock is already paused"),
    ),
    (
        Refusal::Waiting,
        words(
            "Ingenting er i gang; neste økt venter",
            "Ingenting er i gang; neste økt ventar",
            "Nothing is running; the next block is waiting",
        ),
    ),
    (
        Refusal::NoEarlierBlock,
        words(
            "Det er ingen tidligere økt å gå tilbake til",
            "Det er inga tidlegare økt å gå tilbake til",
            "There is no earlier block to go back to",
        ),
    ),
    (
        Refusal::UnknownBlock,
        words("Den økten finnes ikke i planen", "Den økta finst ikkje i planen", "That block is not in the plan"),
    ),
    (
        Refusal::AlreadyThere,
        words("Den økten er allerede i gang", "Den økta er allereie i gang", "That block is already running"),
    ),
    (
        Refusal::BlockIsSkipped,
        words(
            "Økten er hoppet over; s tar den inn igjen",
            "Økta er hoppa over; s tek ho inn att",
            "That block is skipped; s brings it back",
        ),
    ),
    (
        Refusal::BlockIsDone,
        words(
            "Økten er ferdig, og det som er gjort, står",
            "Økta er ferdig, og det som er gjort, står",
            "That block is done, and what is done stands",
        ),
    ),
    (
        Refusal::BlockNotSkipped,
        words("Økten er ikke hoppet over", "Økta er ikkje hoppa over", "That block is not skipped"),
    ),
    (
        Refusal::IsMarker,
        words(
            "Det er et klokkeslett, ikke en økt",
            "Det er eit klokkeslett, ikkje ei økt",
            "That is a mark on the clock, not a block",
        ),
    ),
    (
        Refusal::IsUntil,
        words(
            "Økten varer til et klokkeslett; endre klokkeslettet i stedet",
            "Økta varer til eit klokkeslett; endre klokkeslettet i staden",
            "That block ends at a clock time; change the time instead",
        ),
    ),
    (
        Refusal::NoLength,
        words(
            "En økt varer fra 1 minutt til 24 timer",
            "Ei økt varer frå 1 minutt til 24 timar",
            "A block lasts from 1 minute to 24 hours",
        ),
    ),
    (
        Refusal::NoTimeToTake,
        words("Det er ingen tid igjen å ta av", "Det er inga tid att å ta av", "There is no time left to take from"),
    ),
    (
        Refusal::NothingToChange,
        words("Det er ingenting å endre", "Det er ingenting å endre", "There is nothing to change"),
    ),
    (
        Refusal::NoSuchPart,
        words(
            "Det er ingen flere deler den veien",
            "Det er ingen fleire delar den vegen",
            "There are no more parts that way",
        ),
    ),
    (
        Refusal::NoParts,
        words("Denne økten er ikke delt opp", "Denne økta er ikkje delt opp", "This block is not divided into parts"),
    ),
    (
        Refusal::NothingToUndo,
        words("Det er ingenting å angre", "Det er ikkje noko å angre", "There is nothing to undo"),
    ),
    (
        Refusal::NotAtThatTime,
        words(
            "Det går ikke an på det tidspunktet",
            "Det går ikkje an på det tidspunktet",
            "That makes no sense at that time",
        ),
    ),
    (Refusal::StoodThen, words("Da sto klokka", "Då stod klokka", "The clock was stopped then")),
    (Refusal::RanThen, words("Da gikk klokka", "Då gjekk klokka", "The clock was running then")),
    (
        Refusal::NothingToHold,
        words(
            "Denne delen varer til du går videre selv",
            "Denne delen varer til du går vidare sjølv",
            "This part lasts until you go on anyway",
        ),
    ),
    (
        Refusal::NoSuchVariant,
        words(
            "Økten har ingen slik lengde å velge",
            "Økta har inga slik lengd å velje",
            "That block has no such length to choose",
        ),
    ),
    (
        Refusal::NoSuchNumber,
        words(
            "Antallet deltakere er fra 1 til 10 000",
            "Talet på deltakarar er frå 1 til 10 000",
            "The number of people is from 1 to 10 000",
        ),
    ),
    (
        Refusal::BlockRuns,
        words(
            "Den økten er i gang; bare det som kommer, kan endres",
            "Den økta er i gang; berre det som kjem, kan endrast",
            "That block is running; only what comes can be changed",
        ),
    ),
    (
        Refusal::Full,
        words(
            "Planen er full: høyst 500 økter",
            "Planen er full: høgst 500 økter",
            "The plan is full: at most 500 blocks",
        ),
    ),
    (
        Refusal::NotAhead,
        words(
            "Bare det som kommer, kan endres",
            "Berre det som kjem, kan endrast",
            "Only what is still to come can be changed",
        ),
    ),
    (
        Refusal::NoLongerSo,
        words(
            "Det forslaget passer ikke lenger; se på forslagene en gang til",
            "Det framlegget passar ikkje lenger; sjå på framlegga ein gong til",
            "That proposal no longer fits; look at the proposals again",
        ),
    ),
    (
        Refusal::DidNotRun,
        words(
            "Ingenting var i gang mens maskinen sov",
            "Ingenting var i gang medan maskina sov",
            "Nothing was running while the computer slept",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_words_of_its_own() {
        let said: std::collections::BTreeSet<&str> = WORDS.iter().map(|(_, words)| words.en).collect();
        assert_eq!(said.len(), WORDS.len());
        assert!(!said.contains(NO.en));
    }
}
