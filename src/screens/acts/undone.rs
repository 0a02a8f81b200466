//! What is said of an act that was taken back: which it was, on what, and when the session ends then.

use super::has_started;
use crate::domain::agenda::BlockId;
use crate::domain::recovery::agreed_end;
use crate::domain::schedule::schedule;
use crate::domain::session::{Act, Change, PlanEdit, Session, StepAct};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::screen::Cx;
use crate::screens::live;
use crate::ui::keyed::keyed;
use crate::ui::{names, paint};
use unicode_width::UnicodeWidthStr;

/// A title is not cut to less than this.
const LEAST: usize = 8;

/// Says what was taken back of the session as it was `before`.
pub(super) fn tell(before: &Session, cx: &mut Cx<'_>) {
    let room = usize::from(cx.area.width.saturating_sub(2));
    if !has_started(cx.model) {
        return cx.notify(if cx.model.say(UNSTARTED).width() <= room { UNSTARTED } else { UNSTARTED_SHORT });
    }
    let Some(after) = cx.model.session() else { return };
    let taken = before.log.iter().zip(&after.log).find(|(was, is)| was != is).map(|(was, _)| was);
    let act = taken.or(before.log.get(after.log.len())).map(|entry| &entry.act);
    let undone = Undone { before, after, now: cx.now, lang: cx.model.lang };
    let text = undone.said(act, room);
    cx.model.notify(text, cx.now);
}

struct Undone<'a> {
    before: &'a Session,
    after: &'a Session,
    now: Moment,
    lang: Lang,
}

impl Undone<'_> {
    /// The whole in so many columns: a title that is too long for it is cut, what follows from the undoing is not.
    fn said(&self, act: Option<&Act>, room: usize) -> String {
        let name = act.map_or(WENT_ON, name);
        let ends = self.ends();
        let whole = |title: &str| {
            let amount = act.map(|act| self.amount(act)).unwrap_or_default();
            let name = name.with3(self.lang, ("", amount, title));
            UNDONE.with(self.lang, name)
        };
        let title = act.map(|act| self.title(act)).unwrap_or_default();
        let taken = whole("").width() + ends.width();
        let cut = paint::cut(&title, room.saturating_sub(taken).max(LEAST));
        let text = whole(&cut);
        if text.width() + ends.width() <= room { text + &ends } else { text }
    }

    /// The title of the block the act was about; of the running one when it names none.
    fn title(&self, act: &Act) -> String {
        self.block(act).map(|id| self.title_of(id)).unwrap_or_default()
    }

    fn block(&self, act: &Act) -> Option<BlockId> {
        match act {
            Act::Start(id, _)
            | Act::Enter(id)
            | Act::Wait(id)
            | Act::Hold(id)
            | Act::Add(id, _)
            | Act::Length(id, _)
            | Act::Skip(id)
            | Act::Unskip(id)
            | Act::Variant(id, _)
            | Act::Edit(PlanEdit::Move(id, _) | PlanEdit::Reword(id, ..)) => Some(*id),
            Act::Edit(PlanEdit::Insert(block, _) | PlanEdit::Change(block)) => Some(block.id),
            _ => schedule(self.after, self.now).current().map(|current| current.id),
        }
    }

    fn title_of(&self, id: BlockId) -> String {
        self.before.plan_at(self.now).block(id).map(|block| block.title.to_string()).unwrap_or_default()
    }

    /// How much, how many or until when it was about.
    fn amount(&self, act: &Act) -> String {
        let minutes = |by: Seconds| names::length(Seconds(by.0.saturating_abs()), self.lang);
        match act {
            Act::Add(_, by) | Act::Step(StepAct::Add(by)) => self.given(act, *by),
            Act::Length(_, length) => minutes(*length),
            Act::People(people) => people.to_string(),
            Act::Agree(changes) | Act::Answer(_, changes) => {
                agreed_end(changes).map(|end| end.clock_up(&self.after.zone)).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    /// How much longer or shorter the act had made its block: what was asked for can be more than there was to take.
    fn given(&self, act: &Act, asked: Seconds) -> String {
        let id = self.block(act);
        let length = |session: &Session| {
            let view = schedule(session, self.now);
            view.rows.iter().find(|row| Some(row.id) == id).map(|row| row.length).unwrap_or_default()
        };
        let given = length(self.before) - length(self.after);
        let given = if given == Seconds::ZERO { asked } else { given };
        match Seconds(given.0.saturating_abs()) {
            whole if whole.0 % 60 == 0 => names::length(whole, self.lang),
            given => names::countdown(given, self.lang),
        }
    }

    /// When the session ends now, where that is not when it ended before.
    fn ends(&self) -> String {
        let end = |session: &Session| schedule(session, self.now).end.clock_up(&session.zone);
        let now = end(self.after);
        if now == end(self.before) { String::new() } else { ENDS.with(self.lang, now) }
    }
}

/// What an act is called when it is taken back: `<>` is its block, `[]` what [`Undone::amount`] says.
fn name(act: &Act) -> Words {
    match act {
        Act::Start(..) => words("starten", "starten", "the start"),
        Act::Enter(_) => words("hoppet til «<>»", "hoppet til «<>»", "the jump to “<>”"),
        Act::Wait(_) => words("overgangen til «<>»", "overgangen til «<>»", "going on to “<>”"),
        Act::Add(_, by) | Act::Step(StepAct::Add(by)) if by.is_negative() => {
            words("[] mindre på «<>»", "[] mindre på «<>»", "[] less for “<>”")
        }
        Act::Add(..) | Act::Step(StepAct::Add(_)) => words("[] til på «<>»", "[] til på «<>»", "[] more for “<>”"),
        Act::Length(..) => words("«<>» på []", "«<>» på []", "“<>” at []"),
        Act::Skip(_) => words("at «<>» ble hoppet over", "at «<>» vart hoppa over", "skipping “<>”"),
        Act::Unskip(_) => words("at «<>» ble tatt inn igjen", "at «<>» vart teken inn att", "bringing back “<>”"),
        Act::Step(StepAct::Hold) => words("å holde delen", "å halde delen", "holding the part"),
        Act::Step(_) => words("bytte av del", "byte av del", "the change of part"),
        Act::Variant(..) => words(
            "kort eller lang versjon av «<>»",
            "kort eller lang versjon av «<>»",
            "the short or long version of “<>”",
        ),
        Act::People(_) => {
            words("nytt antall deltakere ([])", "nytt tal på deltakarar ([])", "the new number of people ([])")
        }
        Act::Edit(PlanEdit::Insert(..)) => words("den nye økten «<>»", "den nye økta «<>»", "the new block “<>”"),
        Act::Edit(PlanEdit::Move(..)) => words("flyttingen av «<>»", "flyttinga av «<>»", "the move of “<>”"),
        Act::Edit(PlanEdit::Change(_) | PlanEdit::Reword(..)) => {
            words("endringen av «<>»", "endringa av «<>»", "the change of “<>”")
        }
        Act::Agree(changes) => agreed(changes),
        Act::Answer(_, changes) if changes.is_empty() => {
            words("svaret fra gruppa", "svaret frå gruppa", "the group’s answer")
        }
        Act::Answer(..) => words(
            "avtalen med gruppa om slutt kl. []",
            "avtalen med gruppa om slutt kl. []",
            "the agreement with the group to end at []",
        ),
        Act::Asleep(_) => words("pausen for søvnen", "pausen for søvnen", "the pause for the sleep"),
        Act::Pause => words("pausen i klokka", "pausen i klokka", "stopping the clock"),
        Act::Resume => words("at klokka gikk videre", "at klokka gjekk vidare", "starting the clock again"),
        Act::Rebase => words("ny plan", "ny plan", "the new plan"),
        Act::End => words("avslutningen", "avslutninga", "the end"),
        Act::Hold(_) | Act::ClockStep(_) => WENT_ON,
    }
}

fn agreed(changes: &[Change]) -> Words {
    match changes {
        [Change::Finish(_)] => {
            words("avtalen om slutt kl. []", "avtalen om slutt kl. []", "the agreement to end at []")
        }
        _ => words("forslaget", "framlegget", "the proposal"),
    }
}

const UNDONE: Words = words("Angret: {}", "Angra: {}", "Undone: {}");
const ENDS: Words = words("; slutt kl. {}", "; slutt kl. {}", "; ends at {}");
const UNSTARTED: Words = keyed!(
    [live::key("live.start"), live::key("live.dated")],
    words(
        "Angret: starten. ^ starter igjen, ^ sier når dere egentlig begynte.",
        "Angra: starten. ^ startar att, ^ seier når de eigentleg byrja.",
        "Undone: the start. ^ starts again, ^ says when you really began."
    )
);
const UNSTARTED_SHORT: Words = keyed!(
    [live::key("live.start"), live::key("live.dated")],
    words(
        "Angret: starten. ^ starter, ^: allerede i gang",
        "Angra: starten. ^ startar, ^: alt i gang",
        "Undone: the start. ^ starts, ^: already under way"
    )
);
const WENT_ON: Words =
    words("at økten gikk videre av seg selv", "at økta gjekk vidare av seg sjølv", "the block that went on by itself");
