//! What the room is to see, from the session alone: its texts in the agenda's own language. Nothing private comes in
//! here (no notes, no leads, no drift, no later times). How it is laid out is in `layout`.

use crate::domain::agenda::{Agenda, Block, Kind};
use crate::domain::schedule::{Current, RunState, Schedule, schedule};
use crate::domain::session::{Session, Wall};
use crate::domain::signal::Level;
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::ui::signal;

const WELCOME: Words = words("Velkommen", "Velkomen", "Welcome");
const BEGIN_AT: Words = words("Vi begynner kl. {}", "Vi byrjar kl. {}", "We begin at {}");
const BEGIN_SOON: Words = words("Vi begynner snart", "Vi byrjar snart", "We begin soon");
const BEGIN_NOW: Words = words("Vi begynner nå", "Vi byrjar no", "We begin now");
const NEXT: Words = words("Neste: {}", "Neste: {}", "Next: {}");
const PART: Words = words("del {}", "del {}", "part {}");
const OF: Words = words(" av {}", " av {}", " of {}");
const IN_ALL: Words = words("{} i alt", "{} i alt", "{} in all");
const BACK_AT: Words = words("Vi er tilbake kl.", "Vi er tilbake kl.", "We are back at");
const CLOCK_STANDS: Words = words("Klokka står stille", "Klokka står stille", "The clock is standing still");
const SOON_BACK: Words = words("Snart tilbake", "Snart tilbake", "Back soon");
const THANKS: Words = words("Takk for i dag!", "Takk for i dag!", "Thank you!");
const FAREWELL: Words =
    words("Ta med dere det beste herfra.", "Ta med dykk det beste herifrå.", "Take the best of today with you.");

/// A countdown longer than this says nothing to a room: the clock time stands there instead.
const LONGEST_COUNTDOWN: Seconds = Seconds::minutes(100);

/// The bottom line of the wall.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Foot {
    #[default]
    Nothing,
    /// What is left of how much, and words beside it.
    Bar {
        left: Seconds,
        length: Seconds,
        beside: String,
    },
    Signal(Level, String),
    /// A shape and a word.
    Sign(String),
}

impl Foot {
    fn bar(current: &Current, beside: String) -> Foot {
        Foot::Bar { left: current.remaining, length: current.length, beside }
    }
}

/// The wall, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Scene {
    pub title: String,
    pub question: String,
    pub say: String,
    /// In the largest letters: digits, or one word.
    pub large: String,
    /// The line under the large letters.
    pub under: String,
    pub foot: Foot,
}

/// What `session` shows at `now`; nothing when the wall is to be blank.
pub(super) fn scene(session: &Session, now: Moment) -> Option<Scene> {
    if session.stage.wall == Wall::Blank {
        return None;
    }
    let view = schedule(session, now);
    let stage = Watch { session, plan: &session.plan, now };
    Some(match &view.state {
        RunState::Before { to_start } => stage.before(*to_start),
        RunState::Pending { index, to_start, .. } => stage.pending(*index, *to_start),
        RunState::Running(current) => stage.block(&view, current),
        RunState::Paused(current) => stage.paused(&view, current),
        RunState::Done => stage.done(),
    })
}

/// The session at a moment.
struct Watch<'a> {
    session: &'a Session,
    plan: &'a Agenda,
    now: Moment,
}

impl Watch<'_> {
    fn say(&self, words: Words) -> String {
        words.pick(self.plan.lang).to_owned()
    }

    fn clock(&self, after: Seconds) -> String {
        (self.now + after).clock_up(&self.session.zone)
    }

    /// A countdown, or the clock time when it is far off.
    fn countdown(&self, left: Seconds) -> String {
        if left < LONGEST_COUNTDOWN { left.or_zero().to_string() } else { self.clock(left) }
    }

    fn before(&self, to_start: Option<Seconds>) -> Scene {
        let title = self.plan.title.to_string();
        match to_start.filter(|left| *left > Seconds::ZERO) {
            Some(left) => Scene {
                title,
                say: BEGIN_AT.with(self.plan.lang, self.clock(left)),
                large: self.countdown(left),
                ..Scene::default()
            },
            None => Scene { title, large: self.say(WELCOME), under: self.say(BEGIN_SOON), ..Scene::default() },
        }
    }

    fn pending(&self, index: usize, to_start: Seconds) -> Scene {
        let title = self.plan.blocks.get(index).map_or("", |block| block.title.as_str());
        Scene {
            title: NEXT.with(self.plan.lang, title),
            say: BEGIN_AT.with(self.plan.lang, self.clock(to_start)),
            large: self.countdown(to_start),
            ..Scene::default()
        }
    }

    fn done(&self) -> Scene {
        let (large, under) = (self.say(THANKS), self.say(FAREWELL));
        Scene { title: self.plan.title.to_string(), large, under, ..Scene::default() }
    }

    fn paused(&self, view: &Schedule, current: &Current) -> Scene {
        let foot = Foot::Sign(format!("▮▮ {}", CLOCK_STANDS.pick(self.plan.lang)));
        Scene { foot, ..self.block(view, current) }
    }

    fn block(&self, view: &Schedule, current: &Current) -> Scene {
        let Some(block) = self.plan.blocks.get(current.index) else { return Scene::default() };
        let planned = view.rows.get(current.index).map_or(current.length, |row| row.baseline.length());
        let level = Level::of(planned, current.remaining);
        match block.kind {
            Kind::Break => self.rest(block, current, level),
            _ => self.work(block, current, level),
        }
    }

    /// A break: when it is over, in the largest letters, and how many minutes are left.
    fn rest(&self, block: &Block, current: &Current, level: Level) -> Scene {
        let lang = self.plan.lang;
        let left = current.remaining;
        let under = match left.minutes_up() {
            1.. => signal::minutes_left(left, lang),
            _ => self.say(BEGIN_NOW),
        };
        let foot = match level {
            Level::Normal => Foot::bar(current, String::new()),
            Level::Attention => Foot::Signal(level, format!("▲ {}", SOON_BACK.pick(lang))),
            Level::LastCall => Foot::Signal(level, format!("▲▲ {}", SOON_BACK.pick(lang))),
            Level::OverTime => Foot::Signal(level, format!("● {}", BEGIN_NOW.pick(lang))),
        };
        let (title, say) = (block.title.to_string(), self.say(BACK_AT));
        Scene { title, say, large: self.clock(left), under, foot, ..Scene::default() }
    }

    /// Work: one instruction, and the time of the part (or of the block when it has no parts).
    fn work(&self, block: &Block, current: &Current, level: Level) -> Scene {
        let lang = self.plan.lang;
        let part = current.part.and_then(|now| block.parts.get(now.index).map(|part| (now, part)));
        let left = part.map(|(now, _)| now.remaining).filter(|left| !left.is_negative()).unwrap_or(current.remaining);
        let in_all = |text: String| if left == current.remaining { text } else { IN_ALL.with(lang, text) };
        let foot = match (level, signal::text(level, current.remaining, lang)) {
            (Level::OverTime, Some(text)) => Foot::Signal(level, text),
            (_, Some(text)) => Foot::Signal(level, in_all(text)),
            (_, None) if left == current.remaining => Foot::bar(current, String::new()),
            (_, None) => Foot::bar(current, in_all(current.remaining.to_string())),
        };
        Scene {
            title: self.title(block, part.map(|(now, _)| now.index)),
            question: block.question.to_string(),
            say: part.map_or("", |(_, part)| part.say.pick(lang)).to_owned(),
            large: if left.is_negative() { format!("+{}", -left) } else { left.to_string() },
            under: String::new(),
            foot,
        }
    }

    fn title(&self, block: &Block, part: Option<usize>) -> String {
        let lang = self.plan.lang;
        match part {
            Some(index) if block.parts.len() > 1 => {
                let (part, of) = (PART.with(lang, index + 1), OF.with(lang, block.parts.len()));
                format!("{} · {part}{of}", block.title)
            }
            _ => block.title.to_string(),
        }
    }
}
