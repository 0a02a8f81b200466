//! Short, normal and long, and the number of people, while the session runs: each with what it leads to before anything
//! changes.

use super::key;
use crate::domain::agenda::{Agenda, BlockId};
use crate::domain::schedule::schedule;
use crate::domain::session::{Press, Refusal};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::Variant;
use crate::model::Model;
use crate::screen::{Cx, Go};
use crate::screens::ask::{Ask, Choice};
use crate::screens::form::{Entry, Fault, Form, SAVE};
use crate::screens::{acts, ahead};
use crate::ui::keyed::keyed;
use crate::ui::names;

const LENGTHS: Words = words("Kort, normal eller lang?", "Kort, normal eller lang?", "Short, normal or long?");
const AS_NOW: Words = words("{}: som nå", "{}: som no", "{}: as now");
const LASTS: Words = words("{}: [], slutt kl. ", "{}: [], slutt kl. ", "{}: [], ends at ");
const IS_UP: Words = words("{}: [], er da ferdig nå", "{}: [], er då ferdig no", "{}: [], would be over now");
const BECOMES: Words = words("«{}» blir ", "«{}» blir ", "“{}” becomes ");
const CHOSEN: [Words; 3] = [
    words("«{}» blir kort", "«{}» blir kort", "“{}” runs short"),
    words("«{}» blir normal", "«{}» blir normal", "“{}” runs normally"),
    words("«{}» blir lang", "«{}» blir lang", "“{}” runs long"),
];
const PEOPLE: Words = words("Hvor mange er dere?", "Kor mange er de?", "How many are you?");
const NUMBER: Words = words("Deltakere", "Deltakarar", "People");
const HINT: Words = keyed!(
    [SAVE, key("live.undo")],
    words(
        "Runder regnes ut fra det. ^ endrer, ^ angrer.",
        "Rundar blir rekna ut frå det. ^ endrar, ^ angrar.",
        "Rounds are timed from this number. ^ changes it, ^ undoes it."
    )
);
const ENDS: Words = words("; slutt kl. {}", "; slutt kl. {}", "; ends at {}");
const THAT: Words = words("{}", "{}", "{}");
const STILL: Words = words("Dere er fortsatt {}.", "De er framleis {}.", "There are still {} of you.");
const NOW_ARE: Words = words("Dere er {} nå", "De er {} no", "You are {} now");
const BECOME: Words = words("Dere blir {}. ", "De blir {}. ", "You will be {}. ");
const NO_ROUNDS: Words = words("Ingen runder endres", "Ingen rundar blir endra", "No rounds change");

/// Asks in which length the method of the block is to run, with how long it lasts then and when the session ends.
pub fn variant(cx: &mut Cx<'_>, id: BlockId) {
    if !acts::may_lead(cx) {
        return;
    }
    let Some(block) = cx.model.plan(cx.now).and_then(|plan| plan.block(id).cloned()) else { return };
    let now = block.variant;
    let told = Variant::worth_telling(now, |variant| block.minutes_in(variant));
    let all = if told.len() > 1 { told } else { vec![Variant::Short, Variant::Normal, Variant::Long] };
    let refused = all
        .iter()
        .filter(|variant| **variant != now)
        .find_map(|variant| ahead::supposed(cx.model, Press::Variant(id, *variant), cx.now).err());
    if let Some(refusal) = refused {
        return cx.notify(refusal.words());
    }
    let choice = |variant: Variant| Choice::new(label(cx.model, id, variant, cx.now), move |cx| take(cx, id, variant));
    let at = all.iter().position(|variant| *variant == now).unwrap_or(1);
    let choices = all.into_iter().map(choice).collect();
    cx.go = Some(Go::Over(Box::new(Ask::new(LENGTHS, block.title.to_string(), choices).at(at))));
}

/// What the block is called in this length, how long it takes then, and when the session ends.
fn label(model: &Model, id: BlockId, variant: Variant, now: Moment) -> String {
    let (lang, name) = (model.lang, model.say(names::variant(variant)));
    let Ok(then) = ahead::supposed(model, Press::Variant(id, variant), now) else { return AS_NOW.with(lang, name) };
    let minutes = then.plan_at(now).block(id).map_or(0, |block| block.minutes);
    if schedule(&then, now).current().is_some_and(|current| current.id == id && current.remaining <= Seconds::ZERO) {
        return IS_UP.with2(lang, name, length(minutes, lang));
    }
    let lasts = LASTS.with2(lang, name, length(minutes, lang));
    lasts + &ahead::end_after(model, Press::Variant(id, variant), now).unwrap_or_default()
}

fn length(minutes: u16, lang: Lang) -> String {
    names::length(Seconds::minutes(i64::from(minutes)), lang)
}

fn take(cx: &mut Cx<'_>, id: BlockId, variant: Variant) {
    let now = cx.model.plan(cx.now).and_then(|plan| plan.block(id).map(|block| block.variant));
    if now == Some(variant) || !acts::press(cx, Press::Variant(id, variant)) {
        return;
    }
    let title = cx.model.plan(cx.now).and_then(|plan| plan.block(id).map(|block| block.title.to_string()));
    let [short, normal, long] = CHOSEN;
    let words = match variant {
        Variant::Short => short,
        Variant::Normal => normal,
        Variant::Long => long,
    };
    ahead::tell(words, &title.unwrap_or_default(), cx);
}

/// Asks how many take part; while the number is typed, says what it leads to.
pub fn people(cx: &mut Cx<'_>) {
    if !acts::may_lead(cx) {
        return;
    }
    let now = cx.model.schedule(cx.now).and_then(|view| view.people).map(|people| people.to_string());
    let form = Form::new(PEOPLE, vec![Entry::text(NUMBER, HINT, &now.unwrap_or_default())], |answers, cx| {
        let fault = |refusal: Refusal, cx: &Cx<'_>| Fault { row: 0, text: cx.model.say(refusal.words()).to_owned() };
        let number = typed(answers.text(0)).ok_or_else(|| fault(Refusal::NoSuchNumber, cx))?;
        if cx.model.schedule(cx.now).and_then(|view| view.people) == Some(number) {
            let text = STILL.with(cx.model.lang, number);
            cx.model.notify(text, cx.now);
            return Ok(());
        }
        let told = follows(cx.model, number, cx.now).map_err(|refusal| fault(refusal, cx))?;
        if acts::press(cx, Press::People(number)) {
            let number = NOW_ARE.with(cx.model.lang, number);
            let whole = format!("{number}. {told}");
            ahead::tell(THAT, if ahead::has_room(THAT, &whole, cx) { &whole } else { &number }, cx);
        }
        Ok(())
    });
    let form = form.showing(|answers, model, now| {
        let people = typed(answers.text(0))?;
        let end = ahead::end_after(model, Press::People(people), now)?;
        let told = follows(model, people, now).ok()?;
        Some(BECOME.with(model.lang, people) + &told + &ENDS.with(model.lang, end))
    });
    cx.go = Some(Go::Over(Box::new(form)));
}

fn typed(text: &str) -> Option<u16> {
    text.parse().ok()
}

/// What follows from so many people: the blocks that take longer or shorter.
fn follows(model: &Model, people: u16, now: Moment) -> Result<String, Refusal> {
    let then = ahead::supposed(model, Press::People(people), now)?;
    let changed = model.plan(now).map(|before| changed(&before, &then.plan_at(now), model.lang)).unwrap_or_default();
    Ok(if changed.is_empty() { model.say(NO_ROUNDS).to_owned() } else { changed })
}

/// The blocks that have another length after than before.
fn changed(before: &Agenda, after: &Agenda, lang: Lang) -> String {
    let other =
        after.blocks.iter().filter(|block| before.block(block.id).is_some_and(|old| old.minutes != block.minutes));
    let told = other.map(|block| BECOMES.with(lang, &block.title) + &length(block.minutes, lang));
    told.collect::<Vec<_>>().join(", ")
}
