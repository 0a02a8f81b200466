//! One line over the console in which a note is typed. The moment and the block are those of the key that opened it.

use crate::domain::harvest::{NoteKind, Stamp};
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::{Model, Role, Source};
use crate::screen::{Binding, Cx, Face, Go, Screen, Typed};
use crate::screens::{overdue, start};
use crate::ui::input::{Field, Focus};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, keybar, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The keys that take a note, on every screen where one can be taken.
pub const NUT: &[Key] = &[Key::char('o'), Key::char('ø')];
pub const DECISION: &[Key] = &[Key::char('f')];
pub const QUOTE: &[Key] = &[Key::char('c')];
pub const NOTE: &[Key] = &[Key::char('i')];
pub const SILENT: &[Key] = &[Key::char('(')];

/// What these keys are for.
pub const TAKE_NUT: Words = words("noter en nøtt", "noter ei nøtt", "note an open question");
pub const TAKE_DECISION: Words = words("noter en beslutning", "noter ei avgjerd", "note a decision");
pub const TAKE_QUOTE: Words = words("noter et sitat", "noter eit sitat", "note a quote");
pub const TAKE_NOTE: Words = words("skriv et notat", "skriv eit notat", "take a note");
pub const TAKE_SILENT: Words = words(
    "stille notat, bare for dere som leder",
    "stille notat, berre for dykk som leier",
    "silent note, for the facilitators only",
);

/// The rows of the box.
const ROWS: u16 = 2;

/// The field; empty, it takes nothing.
#[derive(Debug, Default)]
pub struct Jot {
    source: Source,
    kind: NoteKind,
    stamp: Option<Stamp>,
    field: Field,
    leaving: Leaving,
}

/// Whether it has been said that Esc would drop the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Leaving {
    #[default]
    NotAsked,
    Warned,
}

/// Opens the field for a note of this kind, unless this window may not write.
pub fn open(kind: NoteKind, source: &Source, cx: &mut Cx<'_>) {
    if cx.model.role == Role::Viewer {
        return cx.notify(start::ONLY_READS);
    }
    if *source == Source::Live && overdue::asks_first(cx) {
        return;
    }
    let now = cx.now;
    let stamp = match source {
        Source::Live => cx.model.session().zip(cx.model.schedule(now)).map(|(run, view)| Stamp::of(run, &view, now)),
        Source::Rehearsed | Source::Finished(_) => None,
    };
    let stamp = stamp.unwrap_or(Stamp { at: now, block: None, title: "".into() });
    cx.go = Some(Go::Over(Box::new(Jot { source: source.clone(), kind, stamp: Some(stamp), ..Jot::default() })));
}

/// The keys that take notes, a line each: `o  nøtt`.
#[must_use]
pub fn keys(model: &Model) -> Vec<String> {
    let all = [NUT, DECISION, QUOTE, NOTE, SILENT].into_iter().zip(NoteKind::ALL);
    let one = |(keys, kind): (&[Key], NoteKind)| {
        let key = keys.first().map(|key| keybar::label(*key, model.lang)).unwrap_or_default();
        format!("{key}  {}", model.say(kind.words()))
    };
    all.map(one).collect()
}

impl Jot {
    fn keep(&mut self, cx: &mut Cx<'_>) {
        cx.go = Some(Go::Back);
        let Some(note) = self.stamp.as_ref().and_then(|stamp| stamp.note(self.kind, &self.field.prose())) else {
            return;
        };
        cx.model.keep_note(&self.source, note);
        let told = KEPT.with(cx.model.lang, cx.model.say(self.kind.words()));
        cx.model.notify(told, cx.now);
    }

    fn turn(&mut self) {
        let place = NoteKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        self.kind = NoteKind::ALL.into_iter().cycle().nth(place + 1).unwrap_or_default();
    }

    /// `nøtt · 10:42 · 1-2-4-alle`.
    fn head(&self, model: &Model) -> String {
        let zone = model.of_source(&self.source).map_or(&model.zone, |(session, _)| &session.zone);
        let kind = model.say(self.kind.words());
        let clock = self.stamp.as_ref().map(|stamp| stamp.at.clock(zone)).unwrap_or_default();
        match self.stamp.as_ref().map(|stamp| stamp.title.as_str()).filter(|title| !title.is_empty()) {
            Some(title) => format!("{kind} · {clock} · {title}"),
            None => format!("{kind} · {clock}"),
        }
    }

    /// The kinds, the chosen one between brackets; or that something would be lost.
    fn told(&self, model: &Model) -> Line<'static> {
        if self.leaving == Leaving::Warned {
            return Line::styled(format!("▲ {}", model.say(UNKEPT)), style(model, Tone::Warning));
        }
        let one = |kind: NoteKind| {
            let name = model.say(kind.words());
            if kind == self.kind {
                Span::styled(format!("‹{name}› "), style(model, Tone::Accent))
            } else {
                Span::styled(format!(" {name}  "), style(model, Tone::Quiet))
            }
        };
        Line::from(NoteKind::ALL.map(one).to_vec())
    }
}

impl Screen for Jot {
    const KEYS: &'static [Binding<Jot>] = &[
        Binding {
            name: "jot.keep",
            keys: &[Key::of(Code::Enter)],
            help: words("behold", "ta vare på", "keep"),
            when: |_, _| true,
            run: Jot::keep,
        },
        Binding {
            name: "jot.kind",
            keys: &[Key::of(Code::Tab)],
            help: words("en annen type", "ein annan type", "another kind"),
            when: |_, _| true,
            run: |jot, _| jot.turn(),
        },
        Binding {
            name: "jot.leave",
            keys: &[Key::of(Code::Esc)],
            help: words("tilbake", "tilbake", "back"),
            when: |jot, _| jot.half_done().is_some() && jot.leaving == Leaving::NotAsked,
            run: |jot, _| jot.leaving = Leaving::Warned,
        },
    ];

    fn title(&self) -> Words {
        words("Noter", "Noter", "Take a note")
    }

    fn half_done(&self) -> Option<Words> {
        (!self.field.text().trim().is_empty()).then_some(HALF_DONE)
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    /// Any key but Esc disarms the warning.
    fn typed(&mut self, typed: &Typed, _cx: &mut Cx<'_>) -> bool {
        if *typed != Typed::Key(Key::of(Code::Esc)) {
            self.leaving = Leaving::NotAsked;
        }
        self.field.typed(typed)
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let height = area.height.min(ROWS + 2);
        let foot = Rect { y: area.bottom() - height, height, ..area };
        let inner = dialog::frame(model, &self.head(model), (area.width.min(paint::MEASURE), ROWS), foot, buf);
        self.field.view(model, Focus::Active, paint::row(inner, 0), buf);
        paint::line(&self.told(model), paint::row(inner, 1), buf);
    }
}

const HALF_DONE: Words = words(
    "Et notat her er halvskrevet. Esc går tilbake til det.",
    "Eit notat her er halvskrive. Esc går tilbake til det.",
    "A note here is half written. Esc goes back to it.",
);
const KEPT: Words = words("Notert: {}", "Notert: {}", "Noted: {}");
const UNKEPT: Words = keyed!(
    [key_of(Jot::KEYS, "jot.keep"), key_of(Jot::KEYS, "jot.leave")],
    words(
        "Ikke tatt vare på. ^ beholder; ^ igjen forkaster.",
        "Ikkje lagra. ^ lagrar; ^ ein gong til forkastar.",
        "Not kept. ^ keeps it; ^ again discards it."
    )
);
