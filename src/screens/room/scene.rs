//! What the room is to see, from the session alone: its texts in the agenda's own language. Nothing private comes in
//! here (no notes, no leads, no drift, no later times). How it is laid out is in `layout`.

use crate::domain::agenda::{Agenda, Block, Kind};
use crate::domain::schedule::{Current, RunState, Schedule, schedule};
use crate::domain::session::{Session, Thanks, Wall};
use crate::domain::signal::{Level, Thresholds, planned};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::ui::{names, signal};

const WELCOME: Words = words("Velkommen", "Velkomen", "Welcome");
const BEGIN_AT: Words = words("Vi begynner kl.", "Vi byrjar kl.", "We begin at");
const IN: Words = words("om {}", "om {}", "in {}");
const BEGIN_SOON: Words = words("Vi begynner snart", "Vi byrjar snart", "We begin soon");
const UNTIL_WE_BEGIN: Words = words("til vi begynner", "til vi byrjar", "until we begin");
const NEXT: Words = words("Neste: {}", "Neste: {}", "Next: {}");
const PART: Words = words("del {}", "del {}", "part {}");
const OF: Words = words(" av {}", " av {}", " of {}");
const LEFT_IN_ALL: Words = words("{} min igjen av økten", "{} min att av økta", "{} min left in this block");
const LEVEL_IN_ALL: Words = words("{} av økten", "{} av økta", "{} in this block");
const BACK_AT: Words = words("Vi er tilbake kl.", "Vi er tilbake kl.", "Back at");
const CLOCK_STANDS: Words = words("Klokka står stille", "Klokka står stille", "The clock is paused");
const SOON_BACK: Words = words("Snart tilbake", "Snart tilbake", "Back soon");
const WE_BEGIN: Words = words("Vi begynner", "Vi byrjar", "We begin");
const WELCOME_BACK: Words = words("● Velkommen tilbake", "● Velkomen tilbake", "● Welcome back");
const WHILE_NEEDED: Words =
    words("Vi tar den tiden vi trenger", "Vi tek den tida vi treng", "We take the time we need");
const THANKS: Words = words("Takk!", "Takk!", "Thanks!");
const ROOM_TO_BREATHE: Words = words("Litt luft", "Litt luft", "Room to breathe");
const WE_END: Words = words("Takk! Vi slutter kl.", "Takk! Vi sluttar kl.", "Thank you! We end at");
const FAREWELL: Words = words(
    "Takk for i dag – ta med dere det beste herfra.",
    "Takk for i dag – ta med dykk det beste herifrå.",
    "Thank you for today – take the best of it with you.",
);

/// A countdown longer than this is taken for a clock time: the clock time itself stands there instead.
const LONGEST_COUNTDOWN: Seconds = Seconds::minutes(10);

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

/// What `session` shows at `now`, or the thanks for an answer; nothing when the wall is to be blank.
pub(super) fn scene(session: &Session, now: Moment, thanks: Option<Thanks>) -> Option<Scene> {
    if session.stage.wall == Wall::Blank {
        return None;
    }
    if let Some(Thanks { end, .. }) = thanks {
        let (title, say) = (session.plan.title.to_string(), WE_END.pick(session.plan.lang).to_owned());
        return Some(Scene { title, say, large: end.clock_up(&session.zone), ..Scene::default() });
    }
    let view = schedule(session, now);
    let plan = session.plan_at(now);
    let stage = Watch { session, plan: &plan, now };
    Some(match &view.state {
        RunState::Before { to_start } => stage.before(*to_start),
        RunState::Pending { index, to_start, .. } => stage.pending(*index, *to_start),
        RunState::Running(current) => stage.block(&view, current),
        RunState::Paused(current) => stage.paused(&view, current),
        RunState::Done => stage.done(),
    })
}

/// What stands on the wall after the end, also when the session has been stored and is gone.
pub(super) fn farewell(title: String, lang: Lang) -> Scene {
    let (large, under) = (THANKS.pick(lang).to_owned(), FAREWELL.pick(lang).to_owned());
    Scene { title, large, under, ..Scene::default() }
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

    /// When it begins under `title`: as a countdown, or as a clock time and minutes while that is far off.
    fn beginning(&self, title: String, left: Seconds) -> Scene {
        let (lang, clock) = (self.plan.lang, self.clock(left));
        let say = self.say(BEGIN_AT);
        if left > LONGEST_COUNTDOWN {
            let under = IN.with(lang, names::length(left, lang));
            return Scene { title, say, large: clock, under, ..Scene::default() };
        }
        Scene {
            title,
            say: format!("{say} {clock}"),
            large: left.or_zero().to_string(),
            under: self.say(UNTIL_WE_BEGIN),
            ..Scene::default()
        }
    }

    fn before(&self, to_start: Option<Seconds>) -> Scene {
        let title = self.plan.title.to_string();
        match to_start.filter(|left| *left > Seconds::ZERO) {
            Some(left) => self.beginning(title, left),
            None => Scene { title, large: self.say(WELCOME), under: self.say(BEGIN_SOON), ..Scene::default() },
        }
    }

    fn pending(&self, index: usize, to_start: Seconds) -> Scene {
        let title = self.plan.blocks.get(index).map(|block| self.named(block)).unwrap_or_default();
        self.beginning(NEXT.with(self.plan.lang, title), to_start)
    }

    fn done(&self) -> Scene {
        farewell(self.plan.title.to_string(), self.plan.lang)
    }

    fn paused(&self, view: &Schedule, current: &Current) -> Scene {
        let foot = Foot::Sign(format!("▮▮ {}", CLOCK_STANDS.pick(self.plan.lang)));
        Scene { foot, ..self.block(view, current) }
    }

    fn block(&self, view: &Schedule, current: &Current) -> Scene {
        let Some(block) = self.plan.blocks.get(current.index) else { return Scene::default() };
        let level = Thresholds::of(block, planned(view, current)).level(current.remaining);
        match block.kind {
            Kind::Break => self.rest(block, current, level),
            _ => self.work(block, current, level),
        }
    }

    /// A break: when it is over, in the largest letters, and how many minutes are left.
    fn rest(&self, block: &Block, current: &Current, level: Level) -> Scene {
        let lang = self.plan.lang;
        let left = current.remaining;
        let title = block.title.to_string();
        if level == Level::OverTime {
            let foot = Foot::Signal(level, self.say(WELCOME_BACK));
            return Scene { title, large: self.say(WE_BEGIN), foot, ..Scene::default() };
        }
        let foot = match level {
            Level::Normal => Foot::bar(current, String::new()),
            Level::Attention => Foot::Signal(level, format!("▲ {}", SOON_BACK.pick(lang))),
            Level::LastCall | Level::OverTime => Foot::Signal(level, format!("▲▲ {}", SOON_BACK.pick(lang))),
        };
        let under = if left > Seconds::ZERO { signal::minutes_left(left, lang) } else { self.say(WE_BEGIN) };
        Scene { title, say: self.say(BACK_AT), large: self.clock(left), under, foot, ..Scene::default() }
    }

    /// Work: one instruction, and the time of the part (or of the block when it has no parts).
    fn work(&self, block: &Block, current: &Current, level: Level) -> Scene {
        let lang = self.plan.lang;
        let part = current.part.and_then(|now| block.parts.get(now.index).map(|part| (now, part)));
        let lasts = part.is_some_and(|(now, _)| now.overtime().is_some());
        let left = part.map(|(now, _)| now.remaining).filter(|left| lasts || !left.is_negative());
        let left = left.unwrap_or(current.remaining);
        let is_counted = left == current.remaining || current.remaining < Seconds(60);
        let in_all = |text: String| if is_counted { text } else { LEVEL_IN_ALL.with(lang, text) };
        let foot = match (level, signal::text(level, current.remaining, lang)) {
            (Level::OverTime, Some(text)) => Foot::Signal(level, text),
            (_, Some(text)) => Foot::Signal(level, in_all(text)),
            (_, None) if left == current.remaining => Foot::bar(current, String::new()),
            (_, None) => Foot::bar(current, LEFT_IN_ALL.with(lang, current.remaining.minutes_up())),
        };
        Scene {
            title: self.title(block, part.map(|(now, _)| now.index)),
            question: block.question.to_string(),
            say: part.map_or("", |(_, part)| part.say.pick(lang)).to_owned(),
            large: left.or_zero().to_string(),
            under: if lasts && level != Level::OverTime { self.say(WHILE_NEEDED) } else { String::new() },
            foot,
        }
    }

    fn title(&self, block: &Block, part: Option<usize>) -> String {
        let lang = self.plan.lang;
        match part {
            Some(index) if block.parts.len() > 1 => {
                let (part, of) = (PART.with(lang, index + 1), OF.with(lang, block.parts.len()));
                format!("{} · {part}{of}", self.named(block))
            }
            _ => self.named(block),
        }
    }

    /// What the room reads of a block: its title, but a kind word for a buffer that has no name of its own.
    fn named(&self, block: &Block) -> String {
        let word = names::kind(Kind::Buffer).pick(self.plan.lang);
        let is_bare = block.kind == Kind::Buffer && block.title.to_lowercase().contains(word);
        if is_bare { self.say(ROOM_TO_BREATHE) } else { block.title.to_string() }
    }
}
