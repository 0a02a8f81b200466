//! More or less time for what runs, and what is told of it: the running part and its block alike (S3), counted
//! from now where the time is out.

use super::{may_lead, press};
use crate::domain::schedule::{Current, PartNow, Schedule};
use crate::domain::session::{Press, Refusal, StepAct};
use crate::domain::text::{Words, words};
use crate::domain::times::Seconds;
use crate::screen::Cx;
use crate::screens::{ahead, live};
use crate::ui::keyed::keyed;
use crate::ui::names;

/// Gives the running part so many minutes more, or less, and the block with it; a block without a running part alone.
/// What is over its time has the minutes from now on. A part is never ended by that: the next one is a key of its own.
/// Says what it came to.
pub fn add(cx: &mut Cx<'_>, minutes: i64) {
    if !may_lead(cx) {
        return;
    }
    let before = cx.model.schedule(cx.now).and_then(|view| view.current().cloned());
    let part = before.as_ref().and_then(counting);
    if minutes < 0
        && let Some(part) = part.filter(|part| part.leads_on() && part.remaining <= Seconds::minutes(-minutes))
    {
        return keep(part, cx);
    }
    let over = before.as_ref().map_or(Seconds::ZERO, |current| (-current.counted()).or_zero());
    let by = Seconds::minutes(minutes) + if minutes > 0 { over } else { Seconds::ZERO };
    if press(cx, if part.is_some() { Press::Step(StepAct::Add(by)) } else { Press::Add(by) }) {
        tell(before.as_ref().filter(|_| over == Seconds::ZERO || minutes < 0), minutes, cx);
    }
}

/// The running part, where its time counts and not that of the block.
fn counting(current: &Current) -> Option<PartNow> {
    current.part.filter(|part| part.remaining > Seconds::ZERO || part.leads_on())
}

/// Says that so much cannot be taken from a part.
fn keep(part: PartNow, cx: &mut Cx<'_>) {
    if part.remaining <= Seconds::ZERO {
        return cx.notify(Refusal::NoTimeToTake.words());
    }
    let text = PART_HAS_ONLY.with(cx.model.lang, names::countdown(part.remaining, cx.model.lang));
    cx.model.notify(text, cx.now);
}

/// Says how long what ran in time `before` is now, or that it is over; of what was over its time, that it goes on.
fn tell(before: Option<&Current>, minutes: i64, cx: &mut Cx<'_>) {
    let Some(view) = cx.model.schedule(cx.now) else { return };
    let lang = cx.model.lang;
    let length = names::length(view.here().map(|row| row.length).unwrap_or_default(), lang);
    match (before, view.current()) {
        (None, Some(_)) => ahead::tell(FROM_NOW, &names::length(Seconds::minutes(minutes), lang), cx),
        (Some(was), now) if now.is_none_or(|now| now.id != was.id) => went_on(&view, cx),
        (Some(_), Some(Current { part: Some(part), .. })) if part.count > 1 && part.remaining > Seconds::ZERO => {
            let part = PART_IS.with2(lang, part.index + 1, names::length(part.length, lang));
            let whole = part + &IN_BLOCK.with(lang, &length);
            if ahead::has_room(THAT, &whole, cx) {
                ahead::tell(THAT, &whole, cx);
            } else {
                ahead::tell(IS_NOW, &length, cx);
            }
        }
        _ => ahead::tell(IS_NOW, &length, cx),
    }
}

/// Says what runs or is waited for now.
fn went_on(view: &Schedule, cx: &mut Cx<'_>) {
    let plan = cx.model.plan(cx.now);
    let title = view.index().and_then(|index| plan.as_ref()?.blocks.get(index).map(|block| block.title.to_string()));
    if let Some(title) = title {
        ahead::tell(WENT_ON, &title, cx);
    }
}

const IS_NOW: Words = words("Økten er {}", "Økta er {}", "The block is {}");
const PART_IS: Words = words("Del {} er []", "Del {} er []", "Part {} is []");
const IN_BLOCK: Words = words(", økten {}", ", økta {}", ", the block {}");
const THAT: Words = words("{}", "{}", "{}");
const FROM_NOW: Words = words("{} til fra nå", "{} til frå no", "{} more from now");
const WENT_ON: Words = words("Videre til «{}»", "Vidare til «{}»", "On to “{}”");
const PART_HAS_ONLY: Words = keyed!(
    [live::key("live.part")],
    words(
        "Delen har bare {} igjen; ^ går til neste del",
        "Delen har berre {} att; ^ går til neste del",
        "This part has only {} left; ^ goes to the next"
    )
);
