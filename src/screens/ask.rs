//! A question with a few answers in a box: confirm, choose a kind, choose an agenda. What an answer does comes with it.

use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Go, Screen};
use crate::screens::moves::{self, Moves};
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// One answer.
pub struct Choice {
    label: String,
    run: Box<dyn Fn(&mut Cx<'_>)>,
}

impl Choice {
    /// An answer and what it does; the box goes away by itself.
    pub fn new(label: impl Into<String>, run: impl Fn(&mut Cx<'_>) + 'static) -> Choice {
        Choice { label: label.into(), run: Box::new(run) }
    }
}

/// A question; the first answer is the harmless one, since Enter takes it.
#[derive(Default)]
pub struct Ask {
    title: Option<Words>,
    text: String,
    choices: Vec<Choice>,
    selected: usize,
}

/// How many answers have a number.
const NUMBERED: usize = 9;

impl Ask {
    #[must_use]
    pub fn new(title: Words, text: impl Into<String>, choices: Vec<Choice>) -> Ask {
        Ask { title: Some(title), text: text.into(), choices, selected: 0 }
    }

    /// The same question with another answer selected at first.
    #[must_use]
    pub fn at(self, selected: usize) -> Ask {
        Ask { selected, ..self }
    }

    fn take(&self, index: usize, cx: &mut Cx<'_>) {
        let Some(choice) = self.choices.get(index) else { return };
        (choice.run)(cx);
        cx.go = Some(match cx.go.take() {
            None => Go::Back,
            Some(Go::Over(screen)) => Go::Instead(screen),
            Some(go) => go,
        });
    }
}

impl Moves for Ask {
    fn step(&mut self, step: Move, _cx: &mut Cx<'_>) {
        self.selected = step.from(self.selected, self.choices.len(), NUMBERED);
    }
}

impl Screen for Ask {
    const KEYS: &'static [Binding<Ask>] = &[
        Binding {
            name: "ask.take",
            keys: &[Key::of(Code::Enter)],
            help: words("velg", "vel", "choose"),
            when: |_, _| true,
            run: |ask, cx| ask.take(ask.selected, cx),
        },
        moves::up("ask.up"),
        moves::down("ask.down"),
        numbered::<0>("ask.first", &[Key::char('1')]),
        numbered::<1>("ask.second", &[Key::char('2')]),
        numbered::<2>("ask.third", &[Key::char('3')]),
        numbered::<3>("ask.fourth", &[Key::char('4')]),
        numbered::<4>("ask.fifth", &[Key::char('5')]),
        numbered::<5>("ask.sixth", &[Key::char('6')]),
        numbered::<6>("ask.seventh", &[Key::char('7')]),
        numbered::<7>("ask.eighth", &[Key::char('8')]),
        numbered::<8>("ask.ninth", &[Key::char('9')]),
    ];

    fn title(&self) -> Words {
        self.title.unwrap_or(QUESTION)
    }

    fn why_not(&self, _row: &str, _model: &Model) -> Option<Words> {
        Some(FEWER)
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    fn view(&self, model: &Model, _now: Moment, area: Rect, buf: &mut Buffer) {
        let most = area.width.saturating_sub(6).min(64);
        let text = paint::wrap(&self.text, usize::from(most));
        let text: Vec<String> = text.into_iter().filter(|_| !self.text.is_empty()).collect();
        let labels: Vec<String> = self.choices.iter().enumerate().map(|(index, c)| self.label(index, c)).collect();
        let wide = text.iter().chain(&labels).map(|line| line.width()).max().unwrap_or(0);
        let gap = usize::from(!text.is_empty());
        let title = model.say(self.title());
        let size = [wide.max(title.width() + 2), text.len() + gap + labels.len()]
            .map(|n| u16::try_from(n).unwrap_or(u16::MAX));
        let inner = dialog::frame(model, title, (size[0], size[1]), area, buf);
        let head: Vec<Line> = text.into_iter().map(|line| Line::styled(line, style(model, Tone::Text))).collect();
        paint::lines(&head, inner, buf);
        let rest = paint::below(inner, u16::try_from(head.len() + gap).unwrap_or(u16::MAX));
        let shown = list::window(self.selected..self.selected + 1, labels.len(), usize::from(rest.height));
        for (at, (index, label)) in (0..).zip(labels.iter().enumerate().skip(shown.start).take(shown.len())) {
            let tone = if index == self.selected { Tone::Selected } else { Tone::Text };
            paint::text(&paint::pad(label, usize::from(rest.width)), style(model, tone), paint::row(rest, at), buf);
        }
        paint::more(model, &shown, labels.len(), rest, buf);
    }
}

impl Ask {
    fn label(&self, index: usize, choice: &Choice) -> String {
        let number = if index < NUMBERED { (index + 1).to_string() } else { " ".to_owned() };
        format!("{}{number}  {}", list::mark(index, self.selected), choice.label)
    }
}

const fn numbered<const INDEX: usize>(name: &'static str, keys: &'static [Key]) -> Binding<Ask> {
    Binding {
        name,
        keys,
        help: words("velg svaret med nummeret", "vel svaret med nummeret", "choose the answer by number"),
        when: |ask, _| INDEX < ask.choices.len(),
        run: |ask, cx| ask.take(INDEX, cx),
    }
}

const FEWER: Words =
    words("Så mange svar er det ikke her.", "Så mange svar er det ikkje her.", "There are not that many answers here.");
const QUESTION: Words = words("Spørsmål", "Spørsmål", "Question");
