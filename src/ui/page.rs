//! A page of running text that is being put together: headings, wrapped prose, lists and lines that lead somewhere.
//! What stands on it is for the screens to say.

use crate::domain::text::{Lang, Text, Words, words};
use crate::model::Model;
use crate::ui::list::{MARK, NO_MARK};
use crate::ui::theme::{Tone, style};
use crate::ui::{names, paint};
use ratatui::text::{Line, Span};

/// One line of a page.
#[derive(Debug, Clone)]
pub struct PageLine {
    pub shown: Line<'static>,
    /// The link it belongs to, counted from 0 on its page.
    pub link: Option<usize>,
}

impl PageLine {
    /// The line of a link with the mark and the look of the chosen row.
    pub fn choose(&mut self, model: &Model) {
        let text: String = self.shown.iter().map(|span| span.content.as_ref()).collect();
        if let Some(rest) = text.strip_prefix(NO_MARK).filter(|rest| !rest.starts_with(' ')) {
            self.shown = Line::styled(format!("{MARK}{rest}"), style(model, Tone::Selected));
        }
    }
}

/// Lines in the model's language, of at most `width` columns.
pub struct Page<'a> {
    pub model: &'a Model,
    pub width: usize,
    pub lines: Vec<PageLine>,
    /// From how many lines on no text is added.
    most: usize,
    remarks: Remarks,
}

/// Where it is told that a text is there in another language only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remarks {
    /// Once for all, since the whole page is.
    AtTheTop,
    WhereNeeded,
}

impl<'a> Page<'a> {
    /// An empty page.
    #[must_use]
    pub fn new(model: &'a Model, width: u16) -> Page<'a> {
        Page { model, width: usize::from(width), lines: Vec::new(), most: usize::MAX, remarks: Remarks::WhereNeeded }
    }

    /// The page, of which only so many lines will be seen.
    #[must_use]
    pub fn seen(self, lines: u16) -> Page<'a> {
        Page { most: usize::from(lines), ..self }
    }

    /// One line as it is.
    pub fn push(&mut self, shown: Line<'static>) {
        self.lines.push(PageLine { shown, link: None });
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.push(Line::default());
    }

    /// A heading with an empty line above it.
    pub fn heading(&mut self, words: Words) {
        self.gap();
        self.push(Line::styled(self.model.say(words), style(self.model, Tone::Title)));
    }

    /// The title of the page, wrapped.
    pub fn title(&mut self, title: &str) {
        self.prose("", title, Tone::Title);
    }

    /// Running text behind `first`; the lines that follow are indented by as much.
    pub fn prose(&mut self, first: &str, text: &str, tone: Tone) {
        if self.lines.len() >= self.most {
            return;
        }
        if first.is_empty() {
            for line in paint::wrap(text, self.width) {
                self.push(Line::styled(line, style(self.model, tone)));
            }
            return;
        }
        let indent = " ".repeat(first.chars().count());
        let options = textwrap::Options::new(self.width.max(1)).initial_indent(first).subsequent_indent(&indent);
        for line in textwrap::wrap(text, options) {
            self.push(Line::styled(line.into_owned(), style(self.model, tone)));
        }
    }

    /// Running text behind a quiet label.
    pub fn labelled(&mut self, label: &str, text: &str) {
        let label = format!("{label}:");
        let mut lines = paint::wrap(&format!("{label} {text}"), self.width).into_iter();
        let Some(first) = lines.next() else { return };
        let (look, quiet) = (style(self.model, Tone::Text), style(self.model, Tone::Quiet));
        match first.strip_prefix(&label).map(str::to_owned) {
            Some(rest) => self.push(Line::from(vec![Span::styled(label, quiet), Span::styled(rest, look)])),
            None => self.push(Line::styled(first, quiet)),
        }
        lines.for_each(|line| self.push(Line::styled(line, look)));
    }

    /// Says here, once for the page, when `text` is there in another language only, since the rest is too.
    pub fn written_like(&mut self, text: &Text) {
        if let Some(lang) = other_language(text, self.model) {
            self.prose("", &PAGE_IN.with(self.model.lang, names::language(lang)), Tone::Quiet);
            self.remarks = Remarks::AtTheTop;
        }
    }

    /// A text, with a remark when it alone is there in another language only.
    pub fn text(&mut self, first: &str, text: &Text, tone: Tone) {
        self.prose(first, text.pick(self.model.lang), tone);
        if let Some(lang) = other_language(text, self.model).filter(|_| self.remarks == Remarks::WhereNeeded) {
            let remark = ONLY_IN.with(self.model.lang, names::language(lang));
            self.prose(&" ".repeat(first.chars().count()), &remark, Tone::Quiet);
        }
    }

    /// The name of something that opens: link number `link`.
    pub fn link(&mut self, name: &str, link: usize) {
        let name = paint::cut(&format!("{NO_MARK}{name}"), self.width);
        self.lines.push(PageLine { shown: Line::styled(name, style(self.model, Tone::Accent)), link: Some(link) });
    }
}

/// The language that the text is shown in when that is not the model's; not for names and addresses, which read alike.
fn other_language(text: &Text, model: &Model) -> Option<Lang> {
    let shown = text.pick(model.lang);
    let alike = [&text.nb, &text.nn, &text.en].into_iter().flatten().all(|line| line.as_str() == shown);
    text.picked(model.lang).filter(|lang| *lang != model.lang && (!alike || text.written(model.lang).is_none()))
}

const PAGE_IN: Words =
    words("Teksten finnes bare på {}.", "Teksten finst berre på {}.", "This text exists only in {}.");
const ONLY_IN: Words = words("(finnes bare på {})", "(finst berre på {})", "(only in {})");
