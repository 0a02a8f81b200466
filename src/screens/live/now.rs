//! What runs now, for the facilitator: the time in large digits, how the run stands in words, and the texts of the
//! part.

use super::asides::{self, Aside};
use super::key;
use super::sheet::{self, Plan};
use super::standing::Standing;
use super::{gleaned, part, told};
use crate::domain::agenda::{Agenda, Block, Kind};
use crate::domain::facts::Live;
use crate::domain::schedule::{Current, RunState, Schedule};
use crate::domain::session::Wall;
use crate::domain::signal::{Level, Thresholds, planned};
use crate::domain::text::{Lang, Prose, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::ui::keyed::keyed;
use crate::ui::theme::Tone;
use crate::ui::{names, signal};

const IN_BLOCK: Words = words("{} igjen av økten", "{} att av økta", "{} left in this block");
const OVER: Words = words("{} over tiden", "{} over tida", "{} over time");
const NEXT: Words = words("Neste: ", "Neste: ", "Next: ");
const LAST: Words = words("Dette er siste økt", "Dette er siste økt", "This is the last block");
const END: Words = words("Slutt kl. {}", "Slutt kl. {}", "Ends at {}");
const AGREED: Words = words(" (avtalt {})", " (avtalt {})", " (agreed {})");
const AS_AGREED: Words = words(" (avtalt)", " (avtalt)", " (agreed)");
const PLANNED: Words = words(" (planlagt {})", " (planlagt {})", " (planned {})");
const AT: Words = words(" kl.\u{a0}{}", " kl.\u{a0}{}", " at\u{a0}{}");
const PART: Words = words("del", "del", "part");
const STANDS: Words = keyed!(
    [key("live.resume")],
    words("▮▮ Klokka står · ^: videre", "▮▮ Klokka står · ^: vidare", "▮▮ Clock stopped · ^: go on")
);
const WAITS: Words = words("Venter på: {}", "Ventar på: {}", "Waiting for: {}");
const WAITS_UNTIL: Words = keyed!(
    [key("live.next")],
    words("Begynner kl. {}, eller nå med ^", "Byrjar kl. {}, eller no med ^", "Begins at {}, or now with ^")
);
const READY: Words =
    keyed!([key("live.start")], words("^ starter samlingen", "^ startar samlinga", "^ starts the session"));
const TO_START: Words = words("til start kl. {}", "til start kl. {}", "to the start at {}");

/// A countdown longer than this is taken for a clock time.
const LONGEST_COUNTDOWN: Seconds = Seconds::minutes(10);
const SINCE_START: Words =
    words("Planlagt start kl. {} er passert", "Planlagd start kl. {} er passert", "The planned start at {} has passed");
const DONE: Words = words("Samlingen er ferdig", "Samlinga er ferdig", "The session is over");
const PUT_AWAY: Words = keyed!(
    [key("live.store")],
    words(
        "Trykk ^: lagre samlingen og avslutt",
        "Trykk ^: lagre samlinga og avslutt",
        "Press ^: save the session and finish"
    )
);
const NOTHING_KEPT: Words = keyed!(
    [key("live.store")],
    words(
        "Trykk ^: avslutt; ingenting av øvingen lagres",
        "Trykk ^: avslutt; ingenting av øvinga blir lagra",
        "Press ^: finish; nothing of the rehearsal is saved"
    )
);
const TAKE_OVER: Words = keyed!(
    [key("live.take_over")],
    words(
        "^: ta endringene inn i kjøreplanen",
        "^: ta endringane inn i køyreplanen",
        "^: take the changes into the agenda"
    )
);
const LOOK_BACK: Words = keyed!(
    [key("live.look-back"), key("live.harvest")],
    words("^: tilbakeblikk · ^: notater", "^: tilbakeblikk · ^: notat", "^: review · ^: notes")
);
const UNDO: Words = keyed!(
    [key("live.undo")],
    words("^: tilbake til siste økt", "^: tilbake til siste økt", "^: back to the last block")
);
const ENDED: Words = words("Sluttet kl. {}", "Slutta kl. {}", "Ended at {}");
const BREAK_IS_OVER: Words = keyed!(
    [key("live.next")],
    words("● Pausen er slutt · ^: neste økt", "● Pausen er slutt · ^: neste økt", "● Break is over · ^: next block")
);
const TO_ROOM: Words = words("Rommet: ", "Rommet: ", "Room: ");
const TO_YOU: Words = words("Du: ", "Du: ", "You: ");
const NOTE: Words = words("Notat: ", "Notat: ", "Note: ");
const BLANK: Words = keyed!(
    [key("live.blank")],
    words("Veggen er tom (^ viser den)", "Veggen er tom (^ viser han)", "The wall is blank (^ shows it)")
);

/// What the upper panel holds, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Now {
    pub title: String,
    /// Behind the title, and never cut: which part it is.
    pub part: String,
    /// In large digits; empty when there is nothing to count.
    pub large: String,
    /// How the run stands, the most important line first.
    pub standing: Vec<Standing>,
    pub bar: Bar,
    /// Private lines below the bar.
    pub asides: Vec<Aside>,
    /// The block's question; shown where there is room, since the wall has it.
    pub question: String,
    /// What is said and done in the part: for whom, and the text.
    pub texts: Vec<(&'static str, Tone, String)>,
    pub parts: Vec<part::PartLine>,
}

/// The line under the digits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Bar {
    #[default]
    Nothing,
    Left(Seconds, Seconds),
    Signal(Level, String),
    Sign(String),
}

/// The state of `live` at `now`, for the console.
#[must_use]
pub fn picture(model: &Model, live: &Live, plan: Plan<'_>, now: Moment) -> Now {
    let desk = Desk { lang: model.lang, live, plan: plan.agenda, view: plan.view, now };
    let mut picture = match &desk.view.state {
        RunState::Before { to_start } => desk.before(*to_start),
        RunState::Pending { index, to_start, .. } => desk.pending(*index, *to_start),
        RunState::Running(current) => desk.block(current),
        RunState::Paused(current) => Now { bar: Bar::Sign(desk.say(STANDS)), ..desk.block(current) },
        RunState::Done if model.is_rehearsal() => desk.done(NOTHING_KEPT),
        RunState::Done => desk.done(PUT_AWAY),
    };
    picture.texts.splice(0..0, gleaned::silent(live, model.lang));
    if live.session.stage.wall == Wall::Blank {
        picture.standing.insert(1.min(picture.standing.len()), Standing::new(desk.say(BLANK), Tone::Warning));
    }
    picture.asides = asides::asides(model, &live.session, now);
    picture
}

struct Desk<'a> {
    lang: Lang,
    live: &'a Live,
    plan: &'a Agenda,
    view: &'a Schedule,
    now: Moment,
}

impl Desk<'_> {
    fn say(&self, words: Words) -> String {
        words.pick(self.lang).to_owned()
    }

    fn clock(&self, moment: Moment) -> String {
        told::clock(moment, &self.live.session.zone)
    }

    fn before(&self, to_start: Option<Seconds>) -> Now {
        let mut standing = vec![Standing::new(self.say(READY), Tone::Accent)];
        standing.extend(to_start.map(|left| Standing::new(self.to_start(left), Tone::Text)));
        standing.extend(self.outlook());
        let counted = to_start.filter(|left| *left <= LONGEST_COUNTDOWN);
        let large = counted.map_or(String::new(), |left| left.or_zero().to_string());
        Now { title: self.plan.title.to_string(), large, standing, ..Now::default() }
    }

    /// How long it is to the planned start, as far as no digits tell it, and when that is.
    fn to_start(&self, left: Seconds) -> String {
        let clock = self.clock(self.now + left);
        match left {
            passed if passed.is_negative() => SINCE_START.with(self.lang, clock),
            near if near <= LONGEST_COUNTDOWN => TO_START.with(self.lang, clock),
            far => format!("{} {}", names::length(far, self.lang), TO_START.with(self.lang, clock)),
        }
    }

    fn pending(&self, index: usize, to_start: Seconds) -> Now {
        let Some(block) = self.plan.blocks.get(index) else { return Now::default() };
        let waits = WAITS_UNTIL.with(self.lang, self.clock(self.now + to_start));
        let mut standing = vec![Standing::new(waits, Tone::Accent)];
        standing.extend(self.outlook());
        Now {
            title: WAITS.with(self.lang, &block.title),
            large: to_start.or_zero().to_string(),
            standing,
            question: block.question.to_string(),
            texts: self.texts(block, Some(0).filter(|_| !block.parts.is_empty())),
            ..Now::default()
        }
    }

    fn done(&self, what_next: Words) -> Now {
        let mut standing = vec![Standing::new(self.say(what_next), Tone::Accent)];
        standing.extend(self.live.session.is_replanned().then(|| Standing::new(self.say(TAKE_OVER), Tone::Text)));
        let ended = ENDED.with(self.lang, self.view.end.clock(&self.live.session.zone));
        standing.extend([self.say(LOOK_BACK), self.say(UNDO), ended].map(|text| Standing::new(text, Tone::Text)));
        Now { title: self.say(DONE), standing, ..Now::default() }
    }

    fn block(&self, current: &Current) -> Now {
        let Some(block) = self.plan.blocks.get(current.index) else { return Now::default() };
        let left = current.counted();
        let level = Thresholds::of(block, planned(self.view, current)).level(current.remaining);
        let bar = match signal::text(level, current.remaining, self.lang) {
            Some(_) if level == Level::OverTime && block.kind == Kind::Break => {
                Bar::Signal(level, self.say(BREAK_IS_OVER))
            }
            Some(text) => Bar::Signal(level, text),
            None => Bar::Left(current.remaining, current.length),
        };
        Now {
            title: block.title.to_string(),
            part: self.part(block, current),
            large: if left.is_negative() { format!("+{}", -left) } else { left.to_string() },
            standing: self.standing(current, left),
            bar,
            question: block.question.to_string(),
            texts: self.texts(block, current.part.map(|part| part.index)),
            parts: part::lines(block, current, self.lang),
            ..Now::default()
        }
    }

    fn part(&self, block: &Block, current: &Current) -> String {
        let index = current.part.map(|part| part.index).filter(|_| block.parts.len() > 1);
        let (of, held) = (block.parts.len(), part::held(block, current, self.lang));
        index.map_or(String::new(), |index| format!(" · {} {}/{of}{held}", PART.pick(self.lang), index + 1))
    }

    fn standing(&self, current: &Current, shown: Seconds) -> Vec<Standing> {
        let left = current.remaining;
        let block = if left.is_negative() {
            OVER.with(self.lang, names::countdown(-left, self.lang))
        } else {
            IN_BLOCK.with(self.lang, names::countdown(left, self.lang))
        };
        let pace = told::pace(&self.live.session, current, self.now, self.lang);
        let mut lines = vec![Standing::new(pace, Tone::Title)];
        if shown != left {
            let over = part::over(current, self.lang);
            lines.push(Standing::new(format!("{block}{over}"), Tone::Text).or_briefly(block));
        }
        lines.extend(part::lacking(current, self.lang));
        lines.extend(self.outlook());
        lines
    }

    /// What comes next and when, the first conflict, and the end.
    fn outlook(&self) -> Vec<Standing> {
        let Live { session, .. } = self.live;
        let next = match sheet::next(self.plan, self.view) {
            Some((block, start)) => {
                let (before, at) = (NEXT.pick(self.lang), AT.with(self.lang, self.clock(start)));
                Some(Standing::naming(before, &block.title, &at))
            }
            None if self.plan.blocks.len() < 2 => None,
            None => Some(Standing::new(self.say(LAST), Tone::Text)),
        };
        let rows = self.view.rows.iter().zip(&self.plan.blocks);
        let mut conflicts = rows.filter(|(row, _)| row.conflict.is_some());
        let conflict = conflicts.find_map(|(row, block)| {
            told::room(row, block, &session.zone, self.lang).map(|text| format!("▲ {}: {text}", block.title))
        });
        let conflict = conflict.map(|text| Standing::new(text, Tone::Warning));
        [next, conflict].into_iter().flatten().chain([self.end()]).collect()
    }

    fn end(&self) -> Standing {
        let end = self.clock(self.view.end);
        let aim = match self.view.finish {
            Some(agreed) => self.clock(agreed),
            None => self.clock(self.view.end - self.view.end_drift),
        };
        let plan = match (self.view.finish, aim == end) {
            (Some(_), true) => self.say(AS_AGREED),
            (Some(_), false) => AGREED.with(self.lang, aim),
            (None, true) => String::new(),
            (None, false) => PLANNED.with(self.lang, aim),
        };
        Standing::new(END.with(self.lang, end) + &plan, Tone::Text)
    }

    /// `say`, `lead` and the private note; what the room sees is marked with what it is.
    fn texts(&self, block: &Block, part: Option<usize>) -> Vec<(&'static str, Tone, String)> {
        let held = self.plan.lang;
        let private = &self.live.private;
        let say = part.and_then(|index| block.parts.get(index)).map(|part| part.say.pick(held));
        let lead = part.and_then(|index| private.leads.get(&block.id)?.get(index)).map(|lead| lead.pick(held));
        let note = private.notes.get(&block.id).map(Prose::as_str);
        let all = [(TO_ROOM, Tone::Title, say), (TO_YOU, Tone::Text, lead), (NOTE, Tone::Accent, note)];
        let filled = all.into_iter().filter_map(|(who, tone, text)| {
            let text = text.filter(|text| !text.is_empty())?;
            Some((who.pick(self.lang), tone, text.to_owned()))
        });
        filled.collect()
    }
}
