//! The log in words: what was done, when, and to which block.

use crate::domain::agenda::BlockId;
use crate::domain::recovery::agreed_end;
use crate::domain::schedule::Replay;
use crate::domain::session::{Act, Change, Entry, PlanEdit, Session, StepAct, Wish};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds, Zone};
use crate::domain::tool::Variant;
use std::collections::BTreeMap;

/// Something that happened in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// When it holds, by the clock as it was set last; a change of what is ahead, when it was made.
    pub at: Moment,
    /// When the key was pressed, where that was later.
    pub told: Option<Moment>,
    pub text: String,
    pub sense: Sense,
}

/// Whether an act counted where it is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    Made,
    /// It was passed over (W15, W25).
    None,
}

/// Everything that happened in `session` up to `now`, in order, in words of `lang`: the acts, and what went on by itself.
#[must_use]
pub fn happened(session: &Session, now: Moment, lang: Lang) -> Vec<Happened> {
    let replay = Replay::of(session, now);
    let titles = Titles::of(session);
    let acts = session.log.iter().enumerate();
    let acts = acts.map(|(place, entry)| {
        let stepped = replay.told(place).map_or(Seconds::ZERO, |told| told - entry.told);
        act(&replay, place, entry, titles.told(&entry.act, stepped, lang))
    });
    let automatic = replay.schedule().automatic.into_iter();
    let automatic = automatic.map(|at| {
        let text = WENT_ON.pick(lang).to_owned();
        Happened { at, told: None, text, sense: Sense::Made }
    });
    let mut all: Vec<Happened> = acts.chain(automatic).collect();
    all.sort_by_key(|happened| happened.at);
    all
}

fn act(replay: &Replay, place: usize, entry: &Entry, text: String) -> Happened {
    let told = replay.told(place).unwrap_or(entry.told);
    let at = if is_of_what_is_ahead(&entry.act) { told } else { entry.at + (told - entry.told) };
    let sense = if replay.applied(place) { Sense::Made } else { Sense::None };
    Happened { at, told: Some(told).filter(|told| *told > at), text, sense }
}

/// Such an act holds from where nothing has happened since, so that what is dated back comes after it; nobody dated it so.
fn is_of_what_is_ahead(act: &Act) -> bool {
    matches!(act, Act::Edit(_) | Act::Agree(_) | Act::Answer(..))
}

/// What blocks are called, also those that were added, and where the clock is read.
struct Titles<'a> {
    blocks: BTreeMap<BlockId, &'a str>,
    zone: &'a Zone,
}

impl<'a> Titles<'a> {
    fn of(session: &'a Session) -> Titles<'a> {
        let planned = session.plan.blocks.iter();
        let edited = session.log.iter().filter_map(|entry| match &entry.act {
            Act::Edit(PlanEdit::Insert(block, _) | PlanEdit::Change(block)) => Some((block.id, block.title.as_str())),
            Act::Edit(PlanEdit::Reword(id, title, _)) => Some((*id, title.as_str())),
            _ => None,
        });
        let blocks = planned.map(|block| (block.id, block.title.as_str())).chain(edited).collect();
        Titles { blocks, zone: &session.zone }
    }

    fn of_block(&self, id: BlockId) -> String {
        self.blocks.get(&id).map_or_else(|| format!("#{}", id.0), |title| (*title).to_owned())
    }

    /// The act in words; since then the clock has been set by `stepped` (positive = forward).
    fn told(&self, act: &Act, stepped: Seconds, lang: Lang) -> String {
        let block = |words: Words, id: &BlockId| words.with(lang, self.of_block(*id));
        let timed = |words: Words, id: &BlockId, by: Seconds| words.with2(lang, self.of_block(*id), length(by));
        match act {
            Act::Start(id, Seconds(0)) => block(START, id),
            Act::Start(id, _) => block(START_MOVED, id),
            Act::Enter(id) => block(ENTER, id),
            Act::Wait(id) => block(NEXT, id),
            Act::Add(id, by) if by.is_negative() => timed(LESS, id, -*by),
            Act::Add(id, by) => timed(MORE, id, *by),
            Act::Length(id, length) => timed(LENGTH, id, *length),
            Act::Skip(id) => block(SKIP, id),
            Act::Unskip(id) => block(UNSKIP, id),
            Act::Variant(id, variant) => VARIANT.with2(lang, self.of_block(*id), called(*variant).pick(lang)),
            Act::People(people) => PEOPLE.with(lang, people),
            Act::Edit(edit) => self.edit(edit, lang),
            Act::Agree(changes) => match changes.as_slice() {
                [Change::Finish(end)] => NEW_END.with(lang, self.clock(*end + stepped)),
                changes => AGREED.with(lang, self.changes(changes, stepped, lang)),
            },
            Act::Answer(Wish::Other, _) => WANTED_ELSE.pick(lang).to_owned(),
            Act::Answer(Wish::EndAsPlanned, changes) => {
                ANSWERED_AS_FAR.with(lang, agreed_end(changes).map(|end| self.clock(end + stepped)).unwrap_or_default())
            }
            Act::Answer(_, changes) => ANSWERED.with(lang, self.changes(changes, stepped, lang)),
            Act::Asleep(slept) => ASLEEP.with(lang, length(*slept)),
            Act::ClockStep(step) => CLOCK.with(lang, length(Seconds(step.0.saturating_abs()))),
            Act::Step(step) => part(*step).pick(lang).to_owned(),
            Act::Pause => PAUSE.pick(lang).to_owned(),
            Act::Resume => RESUME.pick(lang).to_owned(),
            Act::Rebase => REBASE.pick(lang).to_owned(),
            Act::End => END.pick(lang).to_owned(),
            Act::Hold(id) => block(HELD, id),
        }
    }

    fn edit(&self, edit: &PlanEdit, lang: Lang) -> String {
        match edit {
            PlanEdit::Insert(block, _) => INSERT.with(lang, &block.title),
            PlanEdit::Change(block) => CHANGE.with(lang, &block.title),
            PlanEdit::Reword(_, title, _) => CHANGE.with(lang, title),
            PlanEdit::Move(id, _) => MOVE.with(lang, self.of_block(*id)),
        }
    }

    /// What was agreed on: each of the changes.
    fn changes(&self, changes: &[Change], stepped: Seconds, lang: Lang) -> String {
        let told = changes.iter().map(|change| match change {
            Change::Length(id, to) => LENGTH.with2(lang, self.of_block(*id), length(*to)),
            Change::Drop(id) => SKIP.with(lang, self.of_block(*id)),
            Change::BringBack(id) => UNSKIP.with(lang, self.of_block(*id)),
            Change::Finish(end) => FINISH.with(lang, self.clock(*end + stepped)),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    fn clock(&self, end: Moment) -> String {
        end.clock_up(self.zone)
    }
}

/// `5 min`, `1:30` when not whole.
fn length(time: Seconds) -> String {
    if time.0 % 60 == 0 { format!("{} min", time.0 / 60) } else { time.to_string() }
}

fn called(variant: Variant) -> Words {
    match variant {
        Variant::Short => words("kort", "kort", "short"),
        Variant::Normal => words("normal", "normal", "normal"),
        Variant::Long => words("lang", "lang", "long"),
    }
}

fn part(step: StepAct) -> Words {
    match step {
        StepAct::Next => words("neste del", "neste del", "next part"),
        StepAct::Previous => words("forrige del", "førre del", "previous part"),
        StepAct::Goto(_) => words("til en annen del", "til ein annan del", "to another part"),
        StepAct::Hold => words("delen holdt igjen", "delen halden att", "part held"),
        StepAct::Add(by) if by.is_negative() => words("kortere del", "kortare del", "shorter part"),
        StepAct::Add(_) => words("mer tid til delen", "meir tid til delen", "more time for the part"),
    }
}

const WENT_ON: Words = words("gikk videre av seg selv", "gjekk vidare av seg sjølv", "went on by itself");
const HELD: Words = words(
    "«{}» skulle ikke gå videre av seg selv",
    "«{}» skulle ikkje gå vidare av seg sjølv",
    "“{}” was not meant to go on by itself",
);
const START: Words = words("startet med «{}»", "starta med «{}»", "started with “{}”");
const START_MOVED: Words = words(
    "startet med «{}», hele planen flyttet",
    "starta med «{}», heile planen flytta",
    "started with “{}”, the whole plan moved",
);
const ENTER: Words = words("gikk til «{}»", "gjekk til «{}»", "went to “{}”");
const NEXT: Words = words("neste: «{}»", "neste: «{}»", "next: “{}”");
const MORE: Words = words("«{}» fikk [] til", "«{}» fekk [] til", "“{}” was given [] more");
const LESS: Words = words("«{}» ble [] kortere", "«{}» vart [] kortare", "“{}” was cut by []");
const LENGTH: Words = words("«{}» satt til []", "«{}» sett til []", "“{}” set to []");
const SKIP: Words = words("hoppet over «{}»", "hoppa over «{}»", "skipped “{}”");
const UNSKIP: Words = words("tok inn igjen «{}»", "tok inn att «{}»", "brought back “{}”");
const VARIANT: Words = words("«{}» i [] versjon", "«{}» i [] versjon", "“{}” in its [] version");
const PEOPLE: Words = words("{} deltakere", "{} deltakarar", "{} people");
const INSERT: Words = words("la til «{}»", "la til «{}»", "added “{}”");
const CHANGE: Words = words("endret «{}»", "endra «{}»", "changed “{}”");
const MOVE: Words = words("flyttet «{}»", "flytta «{}»", "moved “{}”");
const AGREED: Words = words("tok forslaget: {}", "tok framlegget: {}", "took the proposal: {}");
const FINISH: Words = words("slutt kl. {}", "slutt kl. {}", "end at {}");
const NEW_END: Words = words("avtalte ny slutt kl. {}", "avtalte ny slutt kl. {}", "agreed on a new end at {}");
const ANSWERED: Words = words("avtalte med gruppa: {}", "avtalte med gruppa: {}", "agreed with the group: {}");
const ANSWERED_AS_FAR: Words = words(
    "avtalte med gruppa: slutt kl. {}, med det vi rekker",
    "avtalte med gruppa: slutt kl. {}, med det vi rekk",
    "agreed with the group: end at {}, with what there is time for",
);
const WANTED_ELSE: Words =
    words("gruppa ville gjøre noe annet", "gruppa ville gjere noko anna", "the group wanted something else");
const ASLEEP: Words = words(
    "maskinen sov i {}, regnet som pause",
    "maskina sov i {}, rekna som pause",
    "the computer slept for {}, counted as a pause",
);
const CLOCK: Words = words("klokka ble stilt {}", "klokka vart stilt {}", "the clock was set by {}");
const PAUSE: Words = words("stanset klokka", "stansa klokka", "stopped the clock");
const RESUME: Words = words("klokka gikk videre", "klokka gjekk vidare", "the clock went on");
const REBASE: Words = words("ny plan fra her", "ny plan herifrå", "a new plan from here");
const END: Words = words("avsluttet samlingen", "avslutta samlinga", "ended the session");
