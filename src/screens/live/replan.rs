//! Changing what is ahead while it runs: a coming block is edited or moved, a new one is put in, and what was changed is
//! taken into the saved agenda when that is asked for.

use super::reword;
use crate::domain::agenda::{Agenda, AgendaName, Block, BlockId, Kind, Towards};
use crate::domain::learned;
use crate::domain::session::{PlanEdit, Press, Refusal, Session};
use crate::domain::text::{Words, words};
use crate::domain::times::{ClockTime, Moment};
use crate::model::{Destination, Model};
use crate::screen::{Cx, Go};
use crate::screens::agenda;
use crate::screens::agenda::block as forms;
use crate::screens::ask::{Ask, Choice};
use crate::screens::{TOOLS, acts, ahead};
use crate::ui::keyed::keyed;

const ADD: Words = words("Legg inn i planen", "Legg inn i planen", "Put into the plan");
const AFTER: Words = words("Kommer etter «{}».", "Kjem etter «{}».", "Comes after “{}”.");
const A_TOOL: Words = words("Et verktøy …", "Eit verktøy …", "A tool …");
pub(super) const CHANGED: Words = words("Endret: «{}»", "Endra: «{}»", "Changed: “{}”");
pub(super) const NOTED: Words = words("Notatet er lagret", "Notatet er lagra", "The note is kept");
const MOVED: Words = words("Flyttet: «{}»", "Flytta: «{}»", "Moved: “{}”");
const IS_FIRST: Words = words("Den økten kommer først", "Den økta kjem først", "That block comes first");
const IS_LAST: Words = words("Den økten kommer sist", "Den økta kjem sist", "That block comes last");
const AS_SAVED: Words = words(
    "Planen er ikke endret; det er ingenting å ta inn",
    "Planen er ikkje endra; det er ingenting å ta inn",
    "The plan was not changed; there is nothing to take in",
);
const TAKE_OVER: Words = words(
    "Ta endringene inn i kjøreplanen også?",
    "Ta endringane inn i køyreplanen òg?",
    "Take the changes into the agenda too?",
);
const WHAT_COMES: Words = words(
    "«{}» blir som planen er nå, til neste gang. Økter du hoppet over, blir stående.",
    "«{}» blir som planen er no, til neste gong. Økter du hoppa over, blir ståande.",
    "“{}” will be as the plan is now, for next time. Blocks you skipped stay in it.",
);
const OVERWRITES: Words = words(
    " Den er endret siden samlingen begynte; øktene derfra blir erstattet.",
    " Han er endra sidan samlinga byrja; øktene derifrå blir erstatta.",
    " It was changed since the session began; its blocks are replaced.",
);
const LEAVE: Words =
    words("La kjøreplanen stå som den er", "La køyreplanen stå som han er", "Leave the agenda as it is");
const TAKE: Words = words("Ta dem inn", "Ta dei inn", "Take them in");
const TAKEN: Words = keyed!(
    [agenda::key("agenda.undo")],
    words(
        "Tatt inn i «{}»; ^ under Kjøreplan angrer",
        "Teke inn i «{}»; ^ under Køyreplan angrar",
        "Taken into “{}”; ^ under Agenda undoes it"
    )
);

/// Opens the form of a coming block, and one for the words of the running one; of others it says that they are facts.
pub fn edit(cx: &mut Cx<'_>, id: BlockId) {
    if !acts::may_lead(cx) {
        return;
    }
    let Some(live) = &cx.model.facts.live else { return };
    let plan = live.session.plan_at(cx.now);
    let Some(block) = plan.block(id).cloned() else { return };
    let runs = cx.model.schedule(cx.now).and_then(|view| view.current().map(|current| current.id));
    if runs == Some(id) {
        return reword::ask(live.private.with_texts(&block), cx);
    }
    let moved = live.session.shifted(cx.now).minutes_up();
    let shown = on_clock(&live.private.with_texts(&block), moved);
    if let Err(refusal) = ahead::supposed(cx.model, change(&block), cx.now) {
        return cx.notify(refusal.words());
    }
    let took = learned::told(&cx.model.took(&block, cx.now), cx.model.lang);
    let form = forms::form_of(&shown.clone(), took, move |filled, cx| {
        let back = on_clock(&filled, -moved);
        let fixed = if filled.fixed == shown.fixed { block.fixed } else { back.fixed };
        let until = if filled.until == shown.until { block.until } else { back.until };
        keep(&block, Block { fixed, until, ..filled }, cx)
    });
    cx.go = Some(Go::Over(Box::new(form)));
}

fn change(block: &Block) -> Press {
    Press::Edit(PlanEdit::Change(Box::new(block.clone())))
}

/// The block with its clock times moved by so many minutes.
fn on_clock(block: &Block, minutes: i64) -> Block {
    let moved = |time: Option<ClockTime>| time.map(|time| time.moved(minutes));
    Block { fixed: moved(block.fixed), until: moved(block.until), ..block.clone() }
}

/// Puts `filled` in the place of the coming block `old`; a note alone changes nothing that runs.
fn keep(old: &Block, filled: Block, cx: &mut Cx<'_>) -> Result<(), Words> {
    let is_same = PlanEdit::Change(Box::new(filled.clone())).made_public() == PlanEdit::Change(Box::new(old.clone()));
    if is_same {
        ahead::keep_texts(filled, cx);
        cx.notify(NOTED);
        return Ok(());
    }
    ahead::supposed(cx.model, change(&filled), cx.now).map_err(Refusal::words)?;
    let title = filled.title.clone();
    if ahead::edit(PlanEdit::Change(Box::new(filled)), cx) {
        ahead::tell(CHANGED, &title, cx);
    }
    Ok(())
}

/// Moves a coming block one place `towards` the start or the end; answers whether it did.
pub fn shift(cx: &mut Cx<'_>, id: BlockId, towards: Towards) -> bool {
    let Some(plan) = cx.model.plan(cx.now) else { return false };
    let Some(place) = plan.place(id) else { return false };
    let at = |place: usize| plan.blocks.get(place).map(|block| block.id);
    let after = match towards {
        Towards::Start => (place > 0).then(|| place.checked_sub(2).and_then(at)).ok_or(IS_FIRST),
        Towards::End => at(place + 1).map(Some).ok_or(IS_LAST),
    };
    let title = plan.blocks.get(place).map(|block| block.title.to_string()).unwrap_or_default();
    let done = match after {
        Ok(after) => ahead::edit(PlanEdit::Move(id, after), cx),
        Err(words) => {
            cx.notify(words);
            false
        }
    };
    if done {
        ahead::tell(MOVED, &title, cx);
    }
    done
}

/// Asks what to put in after the block: a tool from the catalogue, or a block of some kind.
pub fn add(cx: &mut Cx<'_>, after: BlockId) {
    if !acts::may_lead(cx) {
        return;
    }
    let Some(session) = cx.model.session() else { return };
    let probe = Block { id: session.free_id(), ..Block::new(Kind::Work, "", 1) };
    let probe = Press::Edit(PlanEdit::Insert(Box::new(probe), Some(after)));
    if let Err(refusal) = ahead::supposed(cx.model, probe, cx.now) {
        return cx.notify(refusal.words());
    }
    let plan = session.plan_at(cx.now);
    let text = AFTER.with(cx.model.lang, plan.block(after).map(|block| block.title.as_str()).unwrap_or_default());
    let tool = Choice::new(cx.model.say(A_TOOL), move |cx| {
        cx.model.fetching = true;
        cx.model.destination = Destination::Run(Some(after));
        cx.go = Some(Go::Place(TOOLS));
    });
    let kinds = forms::kind_choices(cx.model, move |block, cx| {
        ahead::insert(block, Some(after), cx);
    });
    cx.go = Some(Go::Over(Box::new(Ask::new(ADD, text, [tool].into_iter().chain(kinds).collect()))));
}

/// Asks whether the saved agenda is to become as the plan is now.
pub fn take_over(cx: &mut Cx<'_>) {
    if !acts::may_lead(cx) {
        return;
    }
    let Some((name, agenda)) = replanned(cx.model, cx.now) else { return cx.notify(AS_SAVED) };
    let mut text = WHAT_COMES.with(cx.model.lang, &agenda.title);
    if is_changed(cx.model, &name, cx.now) {
        text += cx.model.say(OVERWRITES);
    }
    let choices = vec![
        Choice::new(cx.model.say(LEAVE), |_| {}),
        Choice::new(cx.model.say(TAKE), move |cx| {
            let told = TAKEN.with(cx.model.lang, &agenda.title);
            cx.model.replace_agenda(name.clone(), agenda.clone());
            cx.model.notify(told, cx.now);
        }),
    ];
    cx.go = Some(Go::Over(Box::new(Ask::new(TAKE_OVER, text, choices))));
}

/// The agenda as it would be with what was changed in the run; nothing when that is as it is saved.
fn replanned(model: &Model, now: Moment) -> Option<(AgendaName, Agenda)> {
    let live = model.facts.live.as_ref().filter(|live| live.session.is_replanned())?;
    let (name, plan) = (live.session.agenda.clone(), live.session.replanned(now));
    let saved = model.facts.agendas.get(&name);
    let blocks = plan.blocks.iter().map(|block| live.private.with_texts(block)).collect();
    let agenda = Agenda { blocks, people: plan.people, ..saved.unwrap_or(&live.session.plan).clone() };
    (saved != Some(&agenda)).then_some((name, agenda))
}

/// Whether the saved agenda is no longer the one that the session began with.
fn is_changed(model: &Model, name: &AgendaName, now: Moment) -> bool {
    let (Some(saved), Some(session)) = (model.facts.agendas.get(name), model.session()) else { return false };
    Session::of(name, saved, now, model.zone.clone()).0.plan != session.plan
}
