//! Private lines under the time: a key that may have been forgotten, whether to ask the group, until when what comes still
//! fits, and how long the room has worked without a break. The most important one first.

use super::key;
use crate::domain::agenda::BlockId;
use crate::domain::breaks::{self, MARKS, Meter};
use crate::domain::forgotten::{Forgotten, forgotten};
use crate::domain::horizon::{Horizon, horizons};
use crate::domain::recovery::{self, Aim, Goal, Standing};
use crate::domain::session::Session;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::screens::live::now::Now;
use crate::screens::live::told;
use crate::ui::keyed::keyed;
use crate::ui::theme::{Tone, style};
use crate::ui::{names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

const BEGUN: Words = keyed!(
    [key("live.dated")],
    words(
        "Allerede i gang? Trykk ^ og si når",
        "Alt i gang? Trykk ^ og sei når",
        "Already under way? Press ^ and say when"
    )
);
const GONE_ON: Words = keyed!(
    [key("live.dated")],
    words("Gått videre? Trykk ^ og si når", "Gått vidare? Trykk ^ og sei når", "Moved on? Press ^ and say when")
);
const OVER: Words = keyed!(
    [key("live.dated")],
    words("Ferdig? Trykk ^ og si når", "Ferdig? Trykk ^ og sei når", "Finished? Press ^ and say when")
);
const ASK: Words = keyed!(
    [key("live.recovery")],
    words("Ta gruppa med på råd? Trykk ^", "Ta gruppa med på råd? Trykk ^", "Ask the group? Press ^")
);

const UNASKED: [Words; 2] = [
    keyed!(
        [key("live.edit")],
        words("Spørsmål på veggen? Trykk ^", "Spørsmål på veggen? Trykk ^", "A question for the wall? Press ^")
    ),
    keyed!([key("live.edit")], words("Spørsmål? Trykk ^", "Spørsmål? Trykk ^", "A question? Press ^")),
];

const FIND: Words =
    keyed!([key("live.recovery")], words("Hente inn {}? Trykk ^", "Hente inn {}? Trykk ^", "Make up {}? Press ^"));
/// The same where the end is agreed on, the longest first.
const TAKE_OUT: [Words; 3] = [
    keyed!(
        [key("live.recovery")],
        words("{} må vekk før kl. []? Trykk ^", "{} må vekk før kl. []? Trykk ^", "Take out {} before []? Press ^")
    ),
    keyed!(
        [key("live.recovery")],
        words("{} må vekk før []? Trykk ^", "{} må vekk før []? Trykk ^", "Take out {} by []? Press ^")
    ),
    FIND,
];
const SPEND: Words =
    keyed!([key("live.recovery")], words("{} til overs? Trykk ^", "{} til overs? Trykk ^", "{} to spare? Press ^"));

const WHOLE: Words = words("Hele {} rekker vi til []", "Heile {} rekk vi til []", "All of {} fits until []");
const ALL: Words =
    words("Alt før {} rekker vi til []", "Alt før {} rekk vi til []", "Everything before {} fits until []");
const AND_SHORT: Words = words(", kort versjon til {}", ", kort versjon til {}", ", a short version until {}");
const SHORT: Words = words(
    "Kort versjon av {} rekker vi til []",
    "Kort versjon av {} rekk vi til []",
    "A short version of {} fits until []",
);
const ALL_SHORT: Words = words(
    "Kort versjon av alt før {} rekker vi til []",
    "Kort versjon av alt før {} rekk vi til []",
    "A short version of everything before {} fits until []",
);
const SHORT_BRIEFLY: Words = words("kort til {}", "kort til {}", "short until {}");
const ONE_BRIEFLY: (Words, Words) = (words("hel til {}", "heil til {}", "whole until {}"), SHORT_BRIEFLY);
const ALL_BRIEFLY: (Words, Words) = (words("alt til {}", "alt til {}", "all until {}"), SHORT_BRIEFLY);
const BRIEFEST: (Words, Words) = (words("{}", "{}", "{}"), words("kort {}", "kort {}", "short {}"));
const BEFORE: Words = words("Før {}", "Før {}", "Before {}");

const AT_A_STRETCH: Words = words("{} i strekk", "{} i strekk", "{} without a break");
const SOON: Words = words(
    "Tid for en pause snart: {} i strekk",
    "Tid for ein pause snart: {} i strekk",
    "Time for a break soon: {} without one",
);
const NOW: Words = words(
    "En pause gir nye krefter: {} i strekk",
    "Ein pause gir nye krefter: {} i strekk",
    "A break brings new energy: {} without one",
);
const BRIEF: Words = words("Pause snart? {} i strekk", "Pause snart? {} i strekk", "Break soon? {} without");
const LEAST: Words = words("Pause snart? {}", "Pause snart? {}", "Break soon? {}");
const NEXT: Words = words(" · pause kl. {}", " · pause kl. {}", " · break at {}");

/// So many rows have room for one line besides texts.
const ROWS: u16 = 3;

/// From so many minutes on a stretch is told in hours; its marks are at 60, 75 and 90.
const IN_HOURS: i64 = 100;

/// A horizon so near is to be decided on.
const NEAR: Seconds = Seconds::minutes(20);

/// A break that comes so soon need not be asked for.
const BREAK_NEAR: Seconds = Seconds::minutes(5);

/// So much too late, or so much gained, is worth a line.
const WORTH_TELLING: Seconds = Seconds::minutes(2);

/// A private line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    weight: Weight,
    /// Ways to say it, the longest first.
    forms: Vec<String>,
    tone: Tone,
}

/// The lines about `session`, in the order of what matters most.
#[must_use]
pub fn asides(model: &Model, session: &Session, now: Moment) -> Vec<Aside> {
    let lang = model.lang;
    let said = |weight, words: Words, tone| Aside { weight, forms: vec![format!("▷ {}", words.pick(lang))], tone };
    let forgotten = forgotten(session, now).map(|which| said(Weight::First, question(which), Tone::Warning));
    let limit = Seconds::minutes(model.facts.settings.drift_limit.into());
    let proposals = if recovery::is_due(session, now, limit) {
        Some(said(Weight::Ask, ASK, Tone::Accent))
    } else {
        time(session, now, lang)
    };
    let horizon = horizons(session, now).into_iter().min_by_key(|horizon| latest(horizon, now));
    let horizon = horizon.map(|horizon| reach(&horizon, session, (now, lang)));
    let meter = breaks::meter(session, now).map(|meter| pause(meter, session, (now, lang)));
    let unasked = is_unasked(model, now).then(|| Aside {
        weight: Weight::Unasked,
        forms: UNASKED.map(|words| format!("▷ {}", words.pick(lang))).into(),
        tone: Tone::Accent,
    });
    let mut all: Vec<Aside> = [forgotten, unasked, proposals, horizon, meter].into_iter().flatten().collect();
    all.sort_by_key(|aside| aside.weight);
    all
}

/// Until when something can be decided for the sake of a fixed time.
fn latest(horizon: &Horizon, now: Moment) -> Moment {
    horizon.whole.or(horizon.short).unwrap_or(now)
}

/// Whether what runs, or is waited for, sends the room to a question that is not there.
fn is_unasked(model: &Model, now: Moment) -> bool {
    let place = model.schedule(now).and_then(|view| view.index());
    let plan = model.plan(now);
    let block = plan.as_ref().zip(place).and_then(|(plan, place)| plan.blocks.get(place));
    block.is_some_and(|block| model.catalogue.lacks_question(block))
}

/// How much a line matters, the first most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    First,
    Ask,
    /// The room is sent to a question that is not there.
    Unasked,
    /// A horizon that is near.
    Near,
    /// A break that is due.
    Tired,
    Far,
    Proposals,
    Fresh,
}

/// That there are proposals, when there is so much to find or to spend.
fn time(session: &Session, now: Moment, lang: Lang) -> Option<Aside> {
    let (standing, by) = recovery::standing_told(session, now);
    let agreed = recovery::off_agreed(session, now).map(|(end, _)| end);
    let (words, aim) = match standing {
        Standing::Short(Aim { goal: Goal::Finish, at }, _) if agreed == Some(at) => (&TAKE_OUT[..], at),
        Standing::Short(aim, _) => (&[FIND][..], aim.at),
        Standing::Ahead(aim, _) => (&[SPEND][..], aim.at),
        Standing::Fits | Standing::Still => return None,
    };
    let aim = told::clock(aim, &session.zone);
    let said = |words: &Words| format!("▷ {}", words.with2(lang, names::length(by, lang), &aim));
    let forms = words.iter().map(said).collect();
    (by >= WORTH_TELLING).then_some(Aside { weight: Weight::Proposals, forms, tone: Tone::Text })
}

fn question(which: Forgotten) -> Words {
    match which {
        Forgotten::Start => BEGUN,
        Forgotten::Next => GONE_ON,
        Forgotten::End => OVER,
    }
}

/// Until when what lies between the running block and a fixed time still fits.
fn reach(horizon: &Horizon, session: &Session, (now, lang): (Moment, Lang)) -> Aside {
    let plan = session.plan_at(now);
    let title = |id: BlockId| plan.block(id).map_or(String::new(), |block| block.title.to_string());
    let clock = |words: Words, moment: Moment| words.with(lang, moment.clock(&session.zone));
    let (whole, short, briefly, name) = match horizon.between.as_slice() {
        [one] => (WHOLE, SHORT, ONE_BRIEFLY, title(*one)),
        _ => (ALL, ALL_SHORT, ALL_BRIEFLY, title(horizon.fixed)),
    };
    let named = |words: Words, moment: Moment| words.with2(lang, &name, moment.clock(&session.zone));
    let whole_sentence = match (horizon.whole, horizon.short) {
        (Some(until), None) => named(whole, until),
        (Some(until), Some(at_most)) => named(whole, until) + &clock(AND_SHORT, at_most),
        (None, at_most) => at_most.map_or(String::new(), |at_most| named(short, at_most)),
    };
    let about = if horizon.between.len() == 1 { name.clone() } else { BEFORE.with(lang, &name) };
    let brief = |columns: usize, (whole, short): (Words, Words)| {
        let times = [horizon.whole.map(|at| clock(whole, at)), horizon.short.map(|at| clock(short, at))];
        format!("{}: {}", paint::cut(&about, columns), times.into_iter().flatten().collect::<Vec<_>>().join(", "))
    };
    let forms = [(usize::MAX, briefly), (16, briefly), (24, BRIEFEST), (16, BRIEFEST)];
    let forms = forms.map(|(columns, words)| brief(columns, words));
    let forms = std::iter::once(whole_sentence).chain(forms).collect();
    let weight = if latest(horizon, now) - now <= NEAR { Weight::Near } else { Weight::Far };
    Aside { weight, forms, tone: Tone::Text }
}

/// The break meter: a mark filled for each of 60, 75 and 90 minutes, and words.
fn pause(meter: Meter, session: &Session, (now, lang): (Moment, Lang)) -> Aside {
    let marks = meter.marks();
    let is_near = meter.next.is_some_and(|next| next > now && next - now <= BREAK_NEAR);
    let (said, brief, least, tone) = match marks {
        _ if is_near => (AT_A_STRETCH, AT_A_STRETCH, AT_A_STRETCH, Tone::Quiet),
        0 => (AT_A_STRETCH, AT_A_STRETCH, AT_A_STRETCH, Tone::Quiet),
        1 => (AT_A_STRETCH, AT_A_STRETCH, AT_A_STRETCH, Tone::Text),
        2 => (SOON, BRIEF, LEAST, Tone::Accent),
        _ => (NOW, BRIEF, LEAST, Tone::Accent),
    };
    let gauge = "●".repeat(marks) + &"○".repeat(MARKS.len() - marks);
    let since = match meter.since.0 / 60 {
        minutes if minutes < IN_HOURS => format!("{minutes} min"),
        minutes => names::length(Seconds::minutes(minutes), lang),
    };
    let whole = |words: Words| format!("{gauge} {}", words.with(lang, &since));
    let next = meter.next.map(|at| NEXT.with(lang, told::clock(at, &session.zone))).unwrap_or_default();
    let weight = if marks > 1 && !is_near { Weight::Tired } else { Weight::Fresh };
    let forms = vec![whole(said) + &next, whole(said), whole(brief) + &next, whole(brief), whole(least)];
    Aside { weight, forms, tone }
}

impl Weight {
    /// The rows from which on such a line has room above texts.
    fn rows(self) -> u16 {
        match self {
            Weight::First | Weight::Ask | Weight::Unasked | Weight::Near | Weight::Tired => ROWS,
            Weight::Far | Weight::Proposals => 2 * ROWS,
            Weight::Fresh => 4 * ROWS,
        }
    }
}

/// Draws what there is room for, a line each, in the first rows of `area`: at most half of it, and a third where texts
/// follow; what is asked of the facilitator always. Answers what is left below.
pub fn draw(model: &Model, now: &Now, area: Rect, buf: &mut Buffer) -> Rect {
    let urgent = now.asides.iter().filter(|aside| aside.weight <= Weight::Ask).count();
    let most = usize::from(area.height / if now.texts.is_empty() { 2 } else { ROWS }).max(urgent);
    let has_room = |aside: &&Aside| now.texts.is_empty() || area.height >= aside.weight.rows();
    let shown = now.asides.iter().filter(has_room).take(most);
    let rows = (0..area.height).zip(shown).map(|(index, aside)| {
        let width = usize::from(area.width);
        let fitting = aside.forms.iter().find(|form| form.width() <= width).or(aside.forms.last());
        paint::text(fitting.map_or("", String::as_str), style(model, aside.tone), paint::row(area, index), buf);
    });
    let rows = u16::try_from(rows.count()).unwrap_or(area.height);
    paint::below(area, rows)
}
