//! "It happened some minutes ago": for when a key was forgotten (W15). The minutes are typed or counted with the
//! arrows, and what it comes to is shown before it is done.

use super::key;
use super::told;
use crate::domain::schedule::{Replay, RunState, schedule};
use crate::domain::session::{Moved, Press, Refusal, Session};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Go, Screen, Typed};
use crate::screens::acts;
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::Move;
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, names, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

const TITLE: Words = words("Glemte du å trykke?", "Gløymde du å trykkje?", "Forgot to press?");
const AGO: Words = words("for {} min siden", "for {} min sidan", "{} min ago");
const AT: Words = words(", kl. {}", ", kl. {}", ", at {}");
const JUST_NOW: Words = words("for under ett min siden", "for under eitt min sidan", "under a minute ago");
const NO_EARLIER: Words = words(
    " – lenger tilbake går det ikke, for da begynte økten",
    " – lenger tilbake går det ikkje, for då byrja økta",
    " – no further back: the block began then",
);
const NO_EARLIER_WAITING: Words = words(
    " – lenger tilbake går det ikke, for da sluttet økten før",
    " – lenger tilbake går det ikkje, for då slutta økta før",
    " – no further back: the block before ended then",
);
const SESSION_BEGAN: Words = words("Samlingen begynte", "Samlinga byrja", "The session began");
const BEGAN: Words = words("«{}» begynte", "«{}» byrja", "“{}” began");
const STOPPED: Words = words("Vi stanset klokka", "Vi stansa klokka", "We stopped the clock");
const WENT_ON: Words = words("Vi gikk videre", "Vi gjekk vidare", "We went on");
const ENDED: Words = words("Samlingen sluttet", "Samlinga slutta", "The session ended");
const ALLOWED: Words = words("Velg fra 1 til 30 minutter", "Vel frå 1 til 30 minutt", "Choose from 1 to 30 minutes");
const LEFT: Words = words("→ «[]» har {} igjen", "→ «[]» har {} att", "→ “[]” has {} left");
const OVER: Words = words("→ «[]» er {} over tiden", "→ «[]» er {} over tida", "→ “[]” is {} over time");
const WAITS: Words = words("→ «{}» er neste", "→ «{}» er neste", "→ “{}” is next");
const THE_END: Words = words("→ samlingen er slutt", "→ samlinga er slutt", "→ the session is over");
const LOSES: Words = words(
    "Noe du har gjort siden, gjelder da ikke lenger",
    "Noko du har gjort sidan, gjeld då ikkje lenger",
    "Something you have done since would no longer hold",
);
const DONE: Words =
    keyed!([key("live.undo")], words("✓ {} kl. []; ^ angrer", "✓ {} kl. []; ^ angrar", "✓ {} at []; ^ undoes it"));
const HOW: Words = keyed!(
    [
        key_of(Dated::KEYS, "dated.earlier"),
        key_of(Dated::KEYS, "dated.later"),
        key_of(Dated::KEYS, "dated.previous"),
        key_of(Dated::KEYS, "dated.next")
    ],
    words(
        "Tall eller ^ ^: minutter · ^ ^: hva som skjedde",
        "Tal eller ^ ^: minutt · ^ ^: kva som hende",
        "Digits or ^ ^: minutes · ^ ^: what happened"
    )
);

/// The most minutes back.
const MOST: u16 = 30;

/// The columns of the box.
const WIDE: u16 = 52;

/// Something that happened, to be chosen, and how long ago.
#[derive(Debug)]
pub struct Dated {
    /// A row of what can have happened.
    chosen: usize,
    minutes: u16,
    entry: Entry,
}

/// What the next digit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// It takes the place of the minutes that stand there.
    Fresh,
    /// It comes behind those that were typed.
    Typed,
}

impl Default for Dated {
    fn default() -> Dated {
        Dated { chosen: 0, minutes: 3, entry: Entry::Fresh }
    }
}

/// Asks what happened and how many minutes ago.
pub fn ask(cx: &mut Cx<'_>) {
    if !acts::may_lead(cx) {
        return;
    }
    match cx.model.schedule(cx.now).map(|view| view.state) {
        None | Some(RunState::Done) => cx.notify(Refusal::Ended.words()),
        Some(_) => cx.go = Some(Go::Over(Box::<Dated>::default())),
    }
}

/// What can have happened without a key, the likeliest first, and how it is called.
fn happenings(session: &Session, now: Moment, lang: Lang) -> Vec<(Press, String)> {
    let view = schedule(session, now);
    let plan = session.plan_at(now);
    let began = |id| plan.block(id).map_or(String::new(), |block| BEGAN.with(lang, &block.title));
    let said = |words: Words| words.pick(lang).to_owned();
    let next = Replay::of(session, now).next_block(now).map(|id| (Press::Next, began(id)));
    let end = Some((Press::End, said(ENDED)));
    let all = match &view.state {
        RunState::Before { .. } => [Some((Press::Start(None, Moved::AsPlanned), said(SESSION_BEGAN))), None, None],
        RunState::Pending { id, .. } => [Some((Press::Start(None, Moved::AsPlanned), began(*id))), end, None],
        RunState::Running(_) if next.is_none() => [end, Some((Press::Pause, said(STOPPED))), None],
        RunState::Running(_) => [next, Some((Press::Pause, said(STOPPED))), end],
        RunState::Paused(_) => [Some((Press::Resume, said(WENT_ON))), next, end],
        RunState::Done => [None, None, None],
    };
    all.into_iter().flatten().collect()
}

impl Dated {
    /// What is chosen, with its name.
    fn happening(&self, model: &Model, now: Moment) -> Option<(Press, String)> {
        let mut all = happenings(model.session()?, now, model.lang);
        let chosen = self.chosen % all.len().max(1);
        (chosen < all.len()).then(|| all.swap_remove(chosen))
    }

    fn ago(&self) -> Option<Seconds> {
        (1..=MOST).contains(&self.minutes).then(|| Seconds::minutes(i64::from(self.minutes)))
    }

    fn turn(&mut self, step: Move, cx: &Cx<'_>) {
        let count = cx.model.session().map_or(1, |session| happenings(session, cx.now, cx.model.lang).len()).max(1);
        let steps = if step == Move::Down { 1 } else { count - 1 };
        self.chosen = (self.chosen + steps) % count;
    }

    fn count(&mut self, minutes: u16) {
        *self = Dated { minutes: minutes.clamp(1, MOST), entry: Entry::Fresh, ..*self };
    }

    fn digit(&mut self, digit: u16) {
        let minutes = if self.entry == Entry::Fresh { digit } else { self.minutes * 10 + digit };
        if minutes < 100 {
            *self = Dated { minutes, entry: Entry::Typed, ..*self };
        }
    }

    fn take(&mut self, cx: &mut Cx<'_>) {
        let Some(ago) = self.ago() else { return cx.notify(ALLOWED) };
        let Some((press, name)) = self.happening(cx.model, cx.now) else { return };
        if !acts::press_ago(cx, press, ago) {
            return;
        }
        cx.go = Some(Go::Back);
        let at = cx.model.session().and_then(|session| Some(session.log.last()?.at.clock(&session.zone)));
        let text = DONE.with2(cx.model.lang, name, at.unwrap_or_default());
        cx.model.notify(text, cx.now);
    }

    /// When it was, and what it comes to; a refusal in words.
    fn preview(&self, model: &Model, now: Moment) -> Vec<(String, Tone)> {
        let warning = |words: Words| (format!("▲ {}", model.say(words)), Tone::Warning);
        let (Some(session), Some(back)) = (model.session(), self.ago()) else {
            return vec![(AGO.with(model.lang, self.minutes), Tone::Title), warning(ALLOWED)];
        };
        let Some((press, _)) = self.happening(model, now) else { return Vec::new() };
        let mut then = session.clone();
        if let Err(refusal) = then.press(press, now, back) {
            return vec![(AGO.with(model.lang, self.minutes), Tone::Title), warning(refusal.words())];
        }
        let at = then.log.last().map_or(now, |entry| entry.at);
        let held = (at > now - back).then(|| model.say(no_earlier(session, now)));
        let clock = AT.with(model.lang, at.clock(&session.zone));
        let lost = loses(session, &then, now).then(|| warning(LOSES));
        let outcome = (outcome(model, &then, now), Tone::Text);
        [(when(at, now, model.lang) + &clock + held.unwrap_or_default(), Tone::Title), outcome]
            .into_iter()
            .chain(lost)
            .collect()
    }
}

/// How long before `now` it was, in whole minutes.
fn when(at: Moment, now: Moment, lang: Lang) -> String {
    match (now - at).0 / 60 {
        0 => JUST_NOW.pick(lang).to_owned(),
        minutes => AGO.with(lang, minutes),
    }
}

/// Why nothing can be dated further back.
fn no_earlier(session: &Session, now: Moment) -> Words {
    match schedule(session, now).state {
        RunState::Pending { .. } => NO_EARLIER_WAITING,
        _ => NO_EARLIER,
    }
}

/// Whether something that was done since makes no sense any more in `then`.
fn loses(before: &Session, then: &Session, now: Moment) -> bool {
    let (was, is) = (Replay::of(before, now), Replay::of(then, now));
    (0..before.log.len()).any(|place| was.applied(place) && !is.applied(place))
}

/// What runs then.
fn outcome(model: &Model, session: &Session, now: Moment) -> String {
    let view = schedule(session, now);
    let lang = model.lang;
    let plan = session.plan_at(now);
    let title = view.index().and_then(|index| plan.blocks.get(index));
    let title = title.map_or("", |block| block.title.as_str());
    match &view.state {
        RunState::Running(current) | RunState::Paused(current) => {
            let (words, time) = match current.remaining {
                over if over.is_negative() => (OVER, -over),
                left => (LEFT, left),
            };
            let runs = words.with2(lang, names::countdown(time, lang), title);
            format!("{runs}, {}", told::pace(session, current, now, lang))
        }
        RunState::Pending { .. } => WAITS.with(lang, title),
        RunState::Before { .. } | RunState::Done => THE_END.pick(lang).to_owned(),
    }
}

impl Screen for Dated {
    const KEYS: &'static [Binding<Dated>] = &[
        Binding {
            name: "dated.take",
            keys: &[Key::of(Code::Enter)],
            help: words("slik var det", "slik var det", "that is how it was"),
            when: |_, _| true,
            run: Dated::take,
        },
        Binding {
            name: "dated.earlier",
            keys: &[Key::of(Code::Up), Key::char('+'), Key::char('k')],
            help: words("ett minutt tidligere", "eitt minutt tidlegare", "a minute earlier"),
            when: |_, _| true,
            run: |dated, _| dated.count(dated.minutes + 1),
        },
        Binding {
            name: "dated.later",
            keys: &[Key::of(Code::Down), Key::char('-'), Key::char('j')],
            help: words("ett minutt senere", "eitt minutt seinare", "a minute later"),
            when: |_, _| true,
            run: |dated, _| dated.count(dated.minutes.saturating_sub(1)),
        },
        Binding {
            name: "dated.next",
            keys: &[Key::of(Code::Right), Key::char('l')],
            help: words("noe annet skjedde", "noko anna hende", "something else happened"),
            when: |_, _| true,
            run: |dated, cx| dated.turn(Move::Down, cx),
        },
        Binding {
            name: "dated.previous",
            keys: &[Key::of(Code::Left), Key::char('h')],
            help: words("det forrige i listen", "det førre i lista", "the one before in the list"),
            when: |_, _| true,
            run: |dated, cx| dated.turn(Move::Up, cx),
        },
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    /// Digits are minutes.
    fn typed(&mut self, typed: &Typed, _cx: &mut Cx<'_>) -> bool {
        let Typed::Key(key) = typed else { return false };
        if key.code == Code::Backspace {
            *self = Dated { minutes: self.minutes / 10, entry: Entry::Typed, ..*self };
            return true;
        }
        let digit = key.typed().and_then(|letter| letter.to_digit(10)).and_then(|digit| u16::try_from(digit).ok());
        if let Some(digit) = digit {
            self.digit(digit);
        }
        digit.is_some()
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let width = area.width.saturating_sub(6).min(WIDE);
        let what = self.happening(model, now).map(|(_, name)| (format!("‹ {name} ›"), Tone::Accent));
        let said = what.into_iter().chain(self.preview(model, now));
        let said = said.chain([(String::new(), Tone::Text), (model.say(HOW).to_owned(), Tone::Quiet)]);
        let wrapped = |(text, tone): (String, Tone)| {
            let look = style(model, tone);
            paint::wrap(&text, usize::from(width)).into_iter().map(move |line| Line::styled(line, look))
        };
        let lines: Vec<Line> = said.flat_map(wrapped).collect();
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let inner = dialog::frame(model, model.say(TITLE), (width, height), area, buf);
        paint::lines(&lines, inner, buf);
    }
}
