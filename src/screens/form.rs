//! A form in a box: fields of text and choices, judged when it is saved. What is edited, and what is allowed, comes with
//! it.

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Go, Screen, Typed};
use crate::ui::input::{BREAK, Field, Focus};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// One row of a form.
pub struct Entry {
    label: Words,
    /// What is allowed, or what it does; shown while the row is chosen.
    hint: Words,
    /// What is known about this value in particular; shown in front of the hint.
    remark: Option<String>,
    value: Value,
}

enum Value {
    Text(Field),
    Choice { options: Vec<Words>, at: usize },
}

impl Entry {
    /// A row for a name, a number or a time: it stands selected, so that what is typed takes the place of it.
    #[must_use]
    pub fn text(label: Words, hint: Words, text: &str) -> Entry {
        Entry { label, hint, remark: None, value: Value::Text(Field::of(text).selected()) }
    }

    /// A row for sentences: what is typed is added to what stands there, which nobody loses by a key.
    #[must_use]
    pub fn prose(label: Words, hint: Words, text: &str) -> Entry {
        Entry { label, hint, remark: None, value: Value::Text(Field::of(text)) }
    }

    /// A row with a few values, the one `at` chosen.
    #[must_use]
    pub fn choice(label: Words, hint: Words, options: Vec<Words>, at: usize) -> Entry {
        Entry { label, hint, remark: None, value: Value::Choice { options, at } }
    }

    /// The row with something that is known about its value.
    #[must_use]
    pub fn remarked(self, remark: Option<String>) -> Entry {
        Entry { remark, ..self }
    }
}

/// Why a form was not taken: the row, and what is allowed there.
pub struct Fault {
    pub row: usize,
    pub text: String,
}

/// The rows of a form as they were filled in.
pub struct Answers<'a>(&'a [Entry]);

impl Answers<'_> {
    /// The text of a row, without space around it.
    #[must_use]
    pub fn text(&self, row: usize) -> &str {
        self.field(row).map_or("", |field| field.text().trim())
    }

    /// The field of a row.
    #[must_use]
    pub fn field(&self, row: usize) -> Option<&Field> {
        match self.0.get(row).map(|entry| &entry.value) {
            Some(Value::Text(field)) => Some(field),
            _ => None,
        }
    }

    /// The chosen value of a row.
    #[must_use]
    pub fn chosen(&self, row: usize) -> usize {
        match self.0.get(row).map(|entry| &entry.value) {
            Some(Value::Choice { at, .. }) => *at,
            _ => 0,
        }
    }
}

type Save = Box<dyn Fn(&Answers<'_>, &mut Cx<'_>) -> Result<(), Fault>>;

/// What saving would lead to, in words.
type Preview = Box<dyn Fn(&Answers<'_>, &Model, Moment) -> Option<String>>;

/// How many rows the hints have at least, so that the box keeps its height from row to row.
const LEAST_TOLD: usize = 2;

/// How many rows stay in view, whatever is told under them.
const LEAST_ROWS: u16 = 3;

/// A form; Enter saves it from any row, Esc leaves everything as it was.
#[derive(Default)]
pub struct Form {
    title: Option<Words>,
    entries: Vec<Entry>,
    selected: usize,
    fault: Option<String>,
    changes: Changes,
    save: Option<Save>,
    preview: Option<Preview>,
}

/// Whether anything would be lost with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Changes {
    #[default]
    None,
    Unsaved,
    /// The next Esc leaves them behind.
    Warned,
}

impl Form {
    /// A form; `save` judges and keeps what was filled in.
    #[must_use]
    pub fn new(
        title: Words,
        entries: Vec<Entry>,
        save: impl Fn(&Answers<'_>, &mut Cx<'_>) -> Result<(), Fault> + 'static,
    ) -> Form {
        Form { title: Some(title), entries, save: Some(Box::new(save)), ..Form::default() }
    }

    /// The same form, telling what saving would lead to while that is known.
    #[must_use]
    pub fn showing(self, preview: impl Fn(&Answers<'_>, &Model, Moment) -> Option<String> + 'static) -> Form {
        Form { preview: Some(Box::new(preview)), ..self }
    }

    /// The form with this row chosen at first.
    #[must_use]
    pub fn at(self, selected: usize) -> Form {
        Form { selected, ..self }
    }

    fn save(&mut self, cx: &mut Cx<'_>) {
        let Some(save) = &self.save else { return };
        match save(&Answers(&self.entries), cx) {
            Ok(()) => {
                cx.go = Some(match cx.go.take() {
                    None => Go::Back,
                    Some(Go::Over(screen)) => Go::Instead(screen),
                    Some(go) => go,
                });
            }
            Err(fault) => {
                self.selected = fault.row;
                self.fault = Some(fault.text);
            }
        }
    }

    fn step(&mut self, step: Move) {
        self.selected = step.from(self.selected, self.entries.len(), self.entries.len());
    }

    fn on_choice(&self) -> bool {
        matches!(self.entries.get(self.selected), Some(Entry { value: Value::Choice { .. }, .. }))
    }

    /// Chooses the value `steps` further on, round and round.
    fn turn(&mut self, step: Move) {
        let Some(Entry { value: Value::Choice { options, at }, .. }) = self.entries.get_mut(self.selected) else {
            return;
        };
        let steps = if step == Move::Down { 1 } else { options.len().saturating_sub(1) };
        *at = (*at + steps) % options.len().max(1);
        self.changes = Changes::Unsaved;
    }

    fn warn(&mut self, cx: &mut Cx<'_>) {
        self.fault = Some(cx.model.say(UNSAVED).to_owned());
        self.changes = Changes::Warned;
    }

    /// What is told under the rows: the fault, else what saving leads to, else the hint of the chosen row; and its text
    /// where that is long.
    fn told(&self, model: &Model, now: Moment, width: u16) -> Vec<Line<'static>> {
        let remarked = |entry: &Entry| match &entry.remark {
            Some(remark) => format!("{remark} {}", model.say(entry.hint)),
            None => model.say(entry.hint).to_owned(),
        };
        let hint = self.entries.get(self.selected).map(remarked).unwrap_or_default();
        let preview = self.preview.as_ref().and_then(|preview| preview(&Answers(&self.entries), model, now));
        let (text, tone) = match (&self.fault, preview) {
            (Some(fault), _) => (format!("▲ {fault}"), Tone::Warning),
            (None, Some(preview)) => (preview, Tone::Text),
            (None, None) => (hint, Tone::Quiet),
        };
        let whole = self.too_long(model, width).map(|text| (text.replace(BREAK, "\n"), Tone::Text));
        let wrapped = |(text, tone): (String, Tone)| {
            let look = style(model, tone);
            paint::wrap(&text, usize::from(width)).into_iter().map(move |line| Line::styled(line, look))
        };
        [(text, tone)].into_iter().chain(whole).flat_map(wrapped).collect()
    }

    /// The text of the chosen row when it does not fit there, to be read whole.
    fn too_long(&self, model: &Model, width: u16) -> Option<&str> {
        let Value::Text(field) = &self.entries.get(self.selected)?.value else { return None };
        let room = usize::from(width.saturating_sub(self.label_columns(model) + 1));
        Some(field.text()).filter(|text| text.width() > room)
    }

    fn row(&self, model: &Model, index: usize, area: Rect, buf: &mut Buffer) {
        let Some(entry) = self.entries.get(index) else { return };
        let here = index == self.selected;
        let width = self.label_columns(model).min(area.width);
        let label = format!("{}{}", list::mark(index, self.selected), model.say(entry.label));
        paint::text(&label, style(model, if here { Tone::Accent } else { Tone::Quiet }), area, buf);
        let area = Rect { x: area.x + width, width: area.width - width, ..area };
        match &entry.value {
            Value::Text(field) => field.view(model, if here { Focus::Active } else { Focus::Resting }, area, buf),
            Value::Choice { options, at } => {
                let value = options.get(*at).map_or("", |option| model.say(*option));
                let shown = if here { format!("‹ {value} ›") } else { value.to_owned() };
                paint::text(&shown, style(model, if here { Tone::Selected } else { Tone::Text }), area, buf);
            }
        }
    }

    fn label_columns(&self, model: &Model) -> u16 {
        let widest = self.entries.iter().map(|entry| model.say(entry.label).width()).max().unwrap_or(0);
        u16::try_from(widest + 4).unwrap_or(u16::MAX)
    }
}

/// The keys of a form, for the sentences that name them.
pub const SAVE: Key = key_of(Form::KEYS, "form.save");
pub const LEAVE: Key = key_of(Form::KEYS, "form.leave");
/// Back and forth between the choices of a row.
pub const TURN: [Key; 2] = [key_of(Form::KEYS, "form.turn-back"), key_of(Form::KEYS, "form.turn")];

impl Screen for Form {
    const KEYS: &'static [Binding<Form>] = &[
        Binding {
            name: "form.save",
            keys: &[Key::of(Code::Enter)],
            help: words("lagre", "lagre", "save"),
            when: |_, _| true,
            run: Form::save,
        },
        Binding {
            name: "form.next",
            keys: &[Key::of(Code::Down), Key::of(Code::Tab)],
            help: words("neste felt", "neste felt", "next field"),
            when: |_, _| true,
            run: |form, _| form.step(Move::Down),
        },
        Binding {
            name: "form.previous",
            keys: &[Key::of(Code::Up), Key::of(Code::BackTab)],
            help: words("forrige felt", "førre felt", "previous field"),
            when: |_, _| true,
            run: |form, _| form.step(Move::Up),
        },
        Binding {
            name: "form.turn",
            keys: &[Key::of(Code::Right), Key::char(' ')],
            help: words("neste verdi", "neste verdi", "next value"),
            when: |form, _| form.on_choice(),
            run: |form, _| form.turn(Move::Down),
        },
        Binding {
            name: "form.turn-back",
            keys: &[Key::of(Code::Left)],
            help: words("forrige verdi", "førre verdi", "previous value"),
            when: |form, _| form.on_choice(),
            run: |form, _| form.turn(Move::Up),
        },
        Binding {
            name: "form.leave",
            keys: &[Key::of(Code::Esc)],
            help: words("tilbake", "tilbake", "back"),
            when: |form, _| form.changes == Changes::Unsaved,
            run: Form::warn,
        },
    ];

    fn title(&self) -> Words {
        self.title.unwrap_or(words("Skjema", "Skjema", "Form"))
    }

    fn half_done(&self) -> Option<Words> {
        (self.changes != Changes::None).then_some(HALF_DONE)
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    /// Any key but Esc disarms the warning.
    fn typed(&mut self, typed: &Typed, _cx: &mut Cx<'_>) -> bool {
        if self.changes == Changes::Warned && *typed != Typed::Key(Key::of(Code::Esc)) {
            (self.changes, self.fault) = (Changes::Unsaved, None);
        }
        let Some(Entry { value: Value::Text(field), .. }) = self.entries.get_mut(self.selected) else { return false };
        let taken = field.typed(typed);
        if taken {
            self.fault = None;
            self.changes = Changes::Unsaved;
        }
        taken
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let width = area.width.saturating_sub(4).min(76);
        let told = self.told(model, now, width);
        let [rows, under] =
            [self.entries.len(), told.len().max(LEAST_TOLD)].map(|n| u16::try_from(n).unwrap_or(u16::MAX));
        let inner = dialog::frame(model, model.say(self.title()), (width, rows.saturating_add(under)), area, buf);
        let under = under.min(inner.height.saturating_sub(rows.min(LEAST_ROWS)));
        let shown_rows = usize::from(inner.height - under);
        let shown = list::window(self.selected..self.selected + 1, self.entries.len(), shown_rows);
        for (at, index) in (0..).zip(shown.clone()) {
            self.row(model, index, paint::row(inner, at), buf);
        }
        paint::more(model, &shown, self.entries.len(), Rect { height: inner.height - under, ..inner }, buf);
        paint::lines(&told, paint::below(inner, inner.height - under), buf);
    }
}

const HALF_DONE: Words = words(
    "Et skjema her er ikke lagret. Esc går tilbake til det.",
    "Eit skjema her er ikkje lagra. Esc går tilbake til det.",
    "A form here is not saved yet. Esc goes back to it.",
);
const UNSAVED: Words = keyed!(
    [SAVE, LEAVE],
    words(
        "Ikke lagret. ^ lagrer; ^ en gang til forkaster det du har skrevet.",
        "Ikkje lagra. ^ lagrar; ^ ein gong til forkastar det du har skrive.",
        "Not saved. ^ saves; ^ again discards what you have written."
    )
);
