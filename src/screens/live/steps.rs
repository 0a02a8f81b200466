//! Moving within the parts of the running block: the list to choose from, holding a part, and giving the block the time
//! that the rest of its parts needs.

use super::key;
use crate::domain::schedule::{PartNow, Schedule, schedule};
use crate::domain::session::{Press, Refusal, StepAct};
use crate::domain::text::{Words, words};
use crate::domain::times::Seconds;
use crate::domain::tool::Advance;
use crate::screen::{Cx, Go};
use crate::screens::ask::{Ask, Choice};
use crate::screens::{acts, ahead};
use crate::ui::keyed::keyed;
use crate::ui::names;

const TITLE: Words = words("Gå til en del", "Gå til ein del", "Go to a part");
const NOW: Words = words("{} · nå", "{} · no", "{} · now");
const WITH_SPARE: Words = words(" · {} min til overs", " · {} min til overs", " · {} min to spare");
const TOO_SHORT: Words = words(" · {} min for lite", " · {} min for lite", " · {} min too short");
const HELD: Words = keyed!(
    [key("live.part")],
    words(
        "■ Holdt til ^ eller komma; resten venter",
        "■ Halden til ^ eller komma; resten ventar",
        "■ Held until ^ or comma; the rest waits"
    )
);
const LET_GO: Words = words(
    "Delen går videre av seg selv igjen",
    "Delen går vidare av seg sjølv att",
    "The part goes on by itself again",
);
const WENT_ON: Words = words("Videre til del {}", "Vidare til del {}", "On to part {}");
const HAS_ROOM: Words = words(
    "Delene har den tiden de trenger; økten trenger ikke mer",
    "Delane har den tida dei treng; økta treng ikkje meir",
    "The parts have the time they need; the block needs no more",
);
const GIVEN: Words = words("Økten fikk {} min; ", "Økta fekk {} min; ", "The block has {} min more; ");
const ENDS: Words = keyed!(
    [key("live.undo")],
    words(
        "økten slutter kl. {}, samlingen kl. []. ^ angrer",
        "økta sluttar kl. {}, samlinga kl. []. ^ angrar",
        "it ends at {}, the session at []. ^ undoes it"
    )
);

fn running(view: &Schedule) -> Result<PartNow, Refusal> {
    let current = view.current().ok_or(Refusal::Waiting)?;
    current.part.ok_or(Refusal::NoParts)
}

/// The part that runs now; where none does, that is said.
fn part(cx: &mut Cx<'_>) -> Option<PartNow> {
    let found = running(&cx.model.schedule(cx.now)?);
    found.map_err(|refusal| cx.notify(refusal.words())).ok()
}

/// Opens the list of parts, each with what going there would leave.
pub fn choose(cx: &mut Cx<'_>) {
    if !acts::may_lead(cx) {
        return;
    }
    let Some(part) = part(cx) else { return };
    let choices = (0..part.count).map(|index| Choice::new(label(cx, part, index), go_to(part, index))).collect();
    cx.go = Some(Go::Over(Box::new(Ask::new(TITLE, "", choices).at(part.index))));
}

fn go_to(now: PartNow, index: usize) -> impl Fn(&mut Cx<'_>) {
    move |cx| {
        if index != now.index {
            acts::press(cx, Press::Step(StepAct::Goto(index)));
        }
    }
}

fn label(cx: &Cx<'_>, now: PartNow, index: usize) -> String {
    let (model, lang) = (&*cx.model, cx.model.lang);
    let block = model.schedule(cx.now).and_then(|view| view.current().map(|current| current.id));
    let plan = model.plan(cx.now);
    let planned = plan.as_ref().zip(block).and_then(|(plan, id)| plan.block(id)?.parts.get(index));
    let Some(planned) = planned else { return String::new() };
    let length = names::length(Seconds::minutes(i64::from(planned.minutes)), lang);
    let name = format!("{} · {length}", names::grouping(planned.grouping, lang));
    if index == now.index {
        return NOW.with(lang, name);
    }
    let then = ahead::supposed(model, Press::Step(StepAct::Goto(index)), cx.now).ok();
    let spare = then.and_then(|session| schedule(&session, cx.now).current()?.part).map(|part| part.spare);
    name + &match spare.unwrap_or_default() {
        spare if spare >= Seconds(60) => WITH_SPARE.with(lang, spare.0 / 60),
        spare if spare <= Seconds(-60) => TOO_SHORT.with(lang, (-spare).minutes_up()),
        _ => String::new(),
    }
}

/// Holds the running part, or lets it go on by itself again, and says which.
pub fn hold(cx: &mut Cx<'_>) {
    let Some(before) = part(cx).filter(|_| acts::may_lead(cx)) else { return };
    if !acts::press(cx, Press::Step(StepAct::Hold)) {
        return;
    }
    let Some(after) = cx.model.schedule(cx.now).and_then(|view| running(&view).ok()) else { return };
    let told = match after.advance {
        _ if after.index != before.index => WENT_ON.with(cx.model.lang, after.index + 1),
        Advance::ByHand => cx.model.say(HELD).to_owned(),
        Advance::ByItself => cx.model.say(LET_GO).to_owned(),
    };
    cx.model.notify(told, cx.now);
}

/// Gives the block the minutes that it lacks for the rest of its parts (S4), and says when it ends then.
pub fn make_room(cx: &mut Cx<'_>) {
    let Some(part) = part(cx).filter(|_| acts::may_lead(cx)) else { return };
    let left = cx.model.schedule(cx.now).and_then(|view| view.current().map(|current| current.remaining));
    let Some(lacking) = left.and_then(|left| part.lacks(left)) else { return cx.notify(HAS_ROOM) };
    let minutes = lacking.minutes_up();
    if !acts::press(cx, Press::Add(Seconds::minutes(minutes))) {
        return;
    }
    let (lang, end) = (cx.model.lang, ahead::ends(cx.model, cx.now));
    let block_end = cx.model.schedule(cx.now).and_then(|view| Some(cx.now + view.current()?.remaining));
    let block_end = block_end.zip(cx.model.session()).map(|(end, session)| end.clock_up(&session.zone));
    let ends = ENDS.with2(lang, block_end.unwrap_or_default(), &end);
    cx.model.notify(GIVEN.with(lang, minutes) + &ends, cx.now);
}
