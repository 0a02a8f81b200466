//! How proposals and what follows from them are said: what is gained first, clock times before minutes, nobody to blame.

use crate::domain::agenda::{Agenda, BlockId};
use crate::domain::recovery::{Aim, Goal, NewLength, Offers, Outcome, Proposal, Standing, between_clocks};
use crate::domain::schedule::Schedule;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds, Zone};
use crate::model::Model;
use crate::screens::room;
use crate::ui::keyed::keyed;
use crate::ui::names;

const TOO_MUCH: Words = words(
    "Det som gjenstår, tar {} mer enn vi har til kl. [].",
    "Det som står att, tek {} meir enn vi har til kl. [].",
    "What is left takes {} more than we have until [].",
);
const TOO_MUCH_BEFORE: Words = words(
    "Det som gjenstår før <>, tar {} mer enn vi har til kl. [].",
    "Det som står att før <>, tek {} meir enn vi har til kl. [].",
    "What is left before <> takes {} more than we have until [].",
);
const TO_SPARE: Words = words(
    "Vi har {} til overs før kl. []. Det er helt fint å la være å bruke dem.",
    "Vi har {} til overs før kl. []. Det er heilt fint å la vere å bruke dei.",
    "We have {} to spare before []. There is no need to use it.",
);
const FITS: Words = words(
    "Alt går opp, med slutt kl. {}. Dere trenger ikke endre noe.",
    "Alt går opp, med slutt kl. {}. De treng ikkje endre noko.",
    "It all fits, ending at {}. Nothing needs to change.",
);
const OTHER_END: Words = words("Avtale en annen slutt", "Avtale ein annan slutt", "Agree on another end");
const CLOCK_ASKED: Words = words(
    "→ skriv klokkeslettet dere er enige om",
    "→ skriv klokkeslettet de er samde om",
    "→ type the time you have agreed on",
);
const AS_NOW: Words = words("La det gå som nå", "La det gå som no", "Leave it as it is");
const DROP: Words = words("Ta bort {}", "Ta bort {}", "Leave out {}");
const SHORTEN: Words = words("Korte inn: {}", "Korte inn: {}", "Shorten: {}");
const AND_SHORTEN: Words = words(", og korte inn: {}", ", og korte inn: {}", ", and shorten: {}");
const BLOCKS: Words =
    words("{} økter, [] min kortere hver", "{} økter, [] min kortare kvar", "{} blocks, each [] min shorter");
const END_AT: Words = keyed!(
    [super::key("recovery.other-end")],
    words(
        "Avtale ny slutt kl. {} · ^: en annen",
        "Avtale ny slutt kl. {} · ^: ein annan",
        "Agree to end at {} · ^: another time"
    )
);
const SHORTENED: Words = words("Kortet inn: {}", "Korta inn: {}", "Shortened: {}");
const DROPPED: Words = words("Tatt bort {}", "Teke bort {}", "Left out {}");
const BOTH_DONE: Words = words(", og kortet inn: {}", ", og korta inn: {}", ", and shortened: {}");
pub(super) const AGREED: Words =
    words("Avtalt: vi slutter kl. {}", "Avtalt: vi sluttar kl. {}", "Agreed: we end at {}");
const BROUGHT_BACK: Words = words("Tatt inn igjen {}", "Teke inn att {}", "Brought back {}");
const ASK: Words = words("Spørre gruppa på veggen", "Spørje gruppa på veggen", "Ask the group, on the wall");
const ASKING: Words = keyed!(
    [room::key("room.first"), room::key("room.third"), room::key("room.leave")],
    words(
        "tre veier videre; på veggen tar ^–^ svaret, ^ går tilbake",
        "tre vegar vidare; på veggen tek ^–^ svaret, ^ går tilbake",
        "three ways forward; on the wall ^–^ takes the answer, ^ goes back"
    )
);
const LONGER: Words = words("Lengre pause: {}", "Lengre pause: {}", "A longer break: {}");
const BACK: Words = words("Ta inn igjen {}", "Ta inn att {}", "Bring back {}");
const END: Words = words("slutt {}", "slutt {}", "ends {}");
const AS_PLANNED: Words = words(", som planlagt", ", som planlagt", ", as planned");
const AS_AGREED: Words = words(", som avtalt", ", som avtalt", ", as agreed");
const LATER: Words = words(", {} senere enn planlagt", ", {} seinare enn planlagt", ", {} later than planned");
const EARLIER: Words = words(", {} tidligere enn planlagt", ", {} tidlegare enn planlagt", ", {} earlier than planned");
const LATER_THAN_AGREED: Words = words(", {} senere enn avtalt", ", {} seinare enn avtalt", ", {} later than agreed");
const EARLIER_THAN_AGREED: Words =
    words(", {} tidligere enn avtalt", ", {} tidlegare enn avtalt", ", {} earlier than agreed");
const ON_TIME: Words = words("{} kl. [], som planlagt", "{} kl. [], som planlagt", "{} at [], as planned");
const SLIPS: Words = words("{} [] etter kl. <>", "{} [] etter kl. <>", "{} [] after <>");
const STILL_SHORT: Words = words(
    "mangler fortsatt {} på det korteste",
    "manglar framleis {} på det kortaste",
    "still {} short at the shortest",
);
const NOT_ENOUGH: Words = words("mangler fortsatt {}", "manglar framleis {}", "still {} short");
const AND: Words = words(" og ", " og ", " and ");

/// More blocks than these are not read out one by one.
const MANY: usize = 3;

/// What differs between a proposal and what has come of it.
struct Forms {
    shorten: Words,
    and_shorten: Words,
    drop: Words,
    end_at: Words,
    back: Words,
}

const PROPOSED: Forms = Forms { shorten: SHORTEN, and_shorten: AND_SHORTEN, drop: DROP, end_at: END_AT, back: BACK };
const DONE: Forms =
    Forms { shorten: SHORTENED, and_shorten: BOTH_DONE, drop: DROPPED, end_at: AGREED, back: BROUGHT_BACK };

/// The words of a session's proposals at a moment.
pub(super) struct Wording<'a> {
    lang: Lang,
    zone: &'a Zone,
    plan: Agenda,
    view: Schedule,
}

impl<'a> Wording<'a> {
    pub fn of(model: &'a Model, now: Moment) -> Option<Wording<'a>> {
        let session = model.session()?;
        let (plan, view) = (session.plan_at(now).into_owned(), model.schedule(now)?);
        Some(Wording { lang: model.lang, zone: &session.zone, plan, view })
    }

    /// The clock of a moment ahead.
    fn clock(&self, moment: Moment) -> String {
        moment.clock_up(self.zone)
    }

    fn minutes(&self, length: Seconds) -> String {
        names::length(length, self.lang)
    }

    fn title(&self, id: BlockId) -> String {
        let title = self.plan.block(id).map_or("", |block| block.title.as_str());
        words("«{}»", "«{}»", "“{}”").with(self.lang, title)
    }

    /// How the run stands, in a sentence.
    pub fn head(&self, all: &Offers) -> String {
        let by = all.standing.told(self.view.end);
        match all.standing {
            Standing::Short(Aim { goal: Goal::Finish, at }, _) => self.sentence(TOO_MUCH, by, at),
            Standing::Short(Aim { goal: Goal::Fixed(id), at }, _) => {
                TOO_MUCH_BEFORE.with3(self.lang, (self.minutes(by), self.clock(at), self.title(id)))
            }
            Standing::Ahead(aim, _) => self.sentence(TO_SPARE, by, aim.at),
            Standing::Fits | Standing::Still => FITS.with(self.lang, self.clock(all.as_now.end)),
        }
    }

    fn sentence(&self, words: Words, by: Seconds, at: Moment) -> String {
        words.with2(self.lang, self.minutes(by), self.clock(at))
    }

    pub fn as_now(&self) -> String {
        AS_NOW.pick(self.lang).to_owned()
    }

    pub fn other_end(&self) -> String {
        OTHER_END.pick(self.lang).to_owned()
    }

    pub fn clock_asked(&self) -> String {
        CLOCK_ASKED.pick(self.lang).to_owned()
    }

    /// What is proposed.
    pub fn proposal(&self, proposal: &Proposal) -> String {
        self.said(proposal, &PROPOSED)
    }

    /// What has been done, when a proposal has been taken.
    pub fn taken(&self, proposal: &Proposal) -> String {
        self.said(proposal, &DONE)
    }

    fn said(&self, proposal: &Proposal, forms: &Forms) -> String {
        match proposal {
            Proposal::Less { drop, cuts } if drop.is_empty() => forms.shorten.with(self.lang, self.lengths(cuts)),
            Proposal::Less { drop, cuts } => {
                let cuts = Some(cuts).filter(|cuts| !cuts.is_empty());
                let shorter = cuts.map(|cuts| forms.and_shorten.with(self.lang, self.lengths(cuts)));
                forms.drop.with(self.lang, self.titles(drop)) + &shorter.unwrap_or_default()
            }
            Proposal::EndAt(end) => forms.end_at.with(self.lang, self.clock(*end)),
            Proposal::AskGroup => ASK.pick(self.lang).to_owned(),
            Proposal::LongerBreak(length) => LONGER.with(self.lang, self.lengths(std::slice::from_ref(length))),
            Proposal::BringBack(id) => forms.back.with(self.lang, self.with_length(*id)),
        }
    }

    /// The new lengths one by one; of many blocks, how many they are and how much each gives.
    fn lengths(&self, lengths: &[NewLength]) -> String {
        if lengths.len() <= MANY {
            return self.each(lengths);
        }
        let given = || lengths.iter().map(|new| new.from.minutes_up() - new.to.minutes_up());
        let range = match (given().min().unwrap_or(0), given().max().unwrap_or(0)) {
            (least, most) if least == most => least.to_string(),
            (least, most) => format!("{least}–{most}"),
        };
        BLOCKS.with2(self.lang, lengths.len(), range)
    }

    /// `«A» 80 → 70 min, «B» 40 → 36 min`: both in minutes, so that they can be compared.
    fn each(&self, lengths: &[NewLength]) -> String {
        let one =
            |new: &NewLength| format!("{} {} → {} min", self.title(new.id), new.from.minutes_up(), new.to.minutes_up());
        lengths.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// The new lengths of a proposal that names only how many they are.
    pub fn listed(&self, proposal: &Proposal) -> Option<String> {
        match proposal {
            Proposal::Less { cuts, .. } if cuts.len() > MANY => Some(self.each(cuts)),
            _ => None,
        }
    }

    fn titles(&self, ids: &[BlockId]) -> String {
        let titles: Vec<String> = ids.iter().map(|id| self.with_length(*id)).collect();
        match titles.split_last() {
            Some((last, rest)) if !rest.is_empty() => rest.join(", ") + AND.pick(self.lang) + last,
            _ => titles.concat(),
        }
    }

    fn with_length(&self, id: BlockId) -> String {
        let row = self.view.rows.iter().find(|row| row.id == id);
        let length = row.map(|row| format!(" ({})", self.minutes(row.length)));
        self.title(id) + &length.unwrap_or_default()
    }

    /// Where a proposal, or none, leads.
    pub fn consequence(&self, proposal: Option<&Proposal>, outcome: Outcome, standing: Standing) -> String {
        if proposal == Some(&Proposal::AskGroup) {
            return ASKING.pick(self.lang).to_owned();
        }
        let fixed = standing.aim().and_then(|aim| self.fixed(aim, outcome));
        let shortage = self.shortage(proposal, outcome);
        let how = match proposal {
            _ if shortage.is_some() => String::new(),
            _ => self.against_plan(outcome.end),
        };
        let end = END.with(self.lang, self.clock(outcome.end)) + &how;
        let first = shortage.or(fixed);
        let parts = [first, Some(end)];
        format!("→ {}", parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }

    /// What is still missing when everything that was proposed has been given.
    fn shortage(&self, proposal: Option<&Proposal>, outcome: Outcome) -> Option<String> {
        let Some(Proposal::Less { cuts, .. }) = proposal else { return None };
        let words = if cuts.is_empty() { NOT_ENOUGH } else { STILL_SHORT };
        (outcome.short > Seconds::ZERO).then(|| words.with(self.lang, self.minutes(outcome.short)))
    }

    /// What becomes of the fixed start that is aimed at.
    fn fixed(&self, aim: Aim, outcome: Outcome) -> Option<String> {
        let Goal::Fixed(id) = aim.goal else { return None };
        if outcome.short > Seconds::ZERO {
            return Some(self.slips(id, outcome.short, aim.at));
        }
        Some(ON_TIME.with2(self.lang, self.title(id), self.clock(aim.at)))
    }

    fn slips(&self, id: BlockId, late: Seconds, meant: Moment) -> String {
        SLIPS.with3(self.lang, (self.title(id), self.minutes(late), self.clock(meant)))
    }

    /// How an end lies to what was agreed on; to the plan when nothing was.
    fn against_plan(&self, end: Moment) -> String {
        let (aim, kept, later, earlier) = match self.view.finish {
            Some(agreed) => (agreed, AS_AGREED, LATER_THAN_AGREED, EARLIER_THAN_AGREED),
            None => (self.view.end - self.view.end_drift, AS_PLANNED, LATER, EARLIER),
        };
        match between_clocks(aim, end) {
            Seconds(0) => kept.pick(self.lang).to_owned(),
            by if by > Seconds::ZERO => later.with(self.lang, self.minutes(by)),
            by => earlier.with(self.lang, self.minutes(-by)),
        }
    }
}
