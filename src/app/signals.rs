//! Signals beside the screen: what rings, is announced or stands in the title of the window, and when (P1–P5). The room
//! may hear and see all of it, so nothing private is in it, and it speaks the language of the session.

use crate::domain::agenda::{Agenda, BlockId};
use crate::domain::facts::Signal;
use crate::domain::schedule::{RunState, schedule};
use crate::domain::session::Session;
use crate::domain::signal::{self, Due, Thresholds, planned};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::screen::Effect;
use crate::ui::signal::{called, shape};

/// What is to be heard of the time between `last` and `now`.
pub fn due(model: &Model, last: Moment, now: Moment) -> Vec<Effect> {
    let wanted = &model.facts.settings.signals;
    let is_wanted = |signal: Signal| wanted.contains(&signal);
    if !is_wanted(Signal::Bell) && !is_wanted(Signal::Notification) {
        return Vec::new();
    }
    let Some(session) = model.session() else { return Vec::new() };
    let Some(due) = signal::due(session, last, now) else { return Vec::new() };
    let bell = is_wanted(Signal::Bell).then_some(Effect::Bell);
    let text = is_wanted(Signal::Notification).then(|| Effect::Notify(announced(model, session, now, due)));
    bell.into_iter().chain(text).collect()
}

fn announced(model: &Model, session: &Session, now: Moment, due: Due) -> String {
    let (lang, plan) = (session.plan.lang, session.plan_at(now));
    format!("{}{}: {}", mark(model, lang), called(due.level, due.left, lang), title_of(&plan, due.id))
}

/// What stands in the title of the window, if anything is to.
pub fn title(model: &Model, now: Moment) -> Option<String> {
    if !model.facts.settings.signals.contains(&Signal::Title) {
        return None;
    }
    let session = model.session().filter(|session| session.left_open(now).is_none());
    let (lang, text) = match session {
        Some(session) => (session.plan.lang, standing(session, now)),
        None => (model.lang, None),
    };
    let name = text.map_or("Vidde".to_owned(), |text| format!("{text} · Vidde"));
    Some(mark(model, lang) + &name)
}

/// How the run stands, in a few words that change with the minutes.
fn standing(session: &Session, now: Moment) -> Option<String> {
    let (view, plan, lang) = (schedule(session, now), session.plan_at(now), session.plan.lang);
    match &view.state {
        RunState::Running(current) => {
            let block = plan.block(current.id)?;
            let level = Thresholds::of(block, planned(&view, current)).level(current.remaining);
            let time = called(level, current.remaining, lang);
            Some(format!("{}{time}: {}", shape(level), block.title))
        }
        RunState::Paused(current) => Some(format!("▮▮ {}", title_of(&plan, current.id))),
        RunState::Pending { id, to_start, .. } if *to_start > Seconds::ZERO => {
            Some(SOON.with(lang, title_of(&plan, *id)))
        }
        RunState::Pending { .. } | RunState::Before { .. } | RunState::Done => None,
    }
}

fn title_of(plan: &Agenda, id: BlockId) -> &str {
    plan.block(id).map_or("", |block| block.title.as_str())
}

fn mark(model: &Model, lang: Lang) -> String {
    if model.is_rehearsal() { format!("{}: ", REHEARSAL.pick(lang)) } else { String::new() }
}

const REHEARSAL: Words = words("Øving", "Øving", "Rehearsal");
const SOON: Words = words("Snart: {}", "Snart: {}", "Soon: {}");
