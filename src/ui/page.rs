//! A page of running text that is being put together: headings, wrapped prose, lists and lines that lead somewhere.
//! What stands on it is for the screens to say.

use crate::domain::text::{Text, Words, words};
use crate::model::Model;
use crate::ui::list::{MARK, NO_MARK};
use crate::ui::theme::{Tone, style};
use crate::ui::{names, paint};
use ratatui::text::Line;

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
}

impl<'a> Page<'a> {
    /// An empty page.
    #[must_use]
    pub fn new(model: &'a Model, width: u16) -> Page<'a> {
        Page { model, width: usize::from(width), lines: Vec::new() }
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
        let indent = " ".repeat(first.chars().count());
        let options = textwrap::Options::new(self.width.max(1)).initial_indent(first).subsequent_indent(&indent);
        for line in textwrap::wrap(text, options) {
            self.push(Line::styled(line.into_owned(), style(self.model, tone)));
        }
    }

    /// A text with a remark when it is there in another language only.
    pub fn text(&mut self, first: &str, text: &Text, tone: Tone) {
        self.prose(first, text.pick(self.model.lang), tone);
        let other = text.picked(self.model.lang).filter(|lang| *lang != self.model.lang);
        if let Some(lang) = other.filter(|_| !reads_alike(text, self.model)) {
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

/// Whether the text is the same in every language it is written in, so that no remark is needed (names, addresses).
fn reads_alike(text: &Text, model: &Model) -> bool {
    let shown = text.pick(model.lang);
    [&text.nb, &text.nn, &text.en].into_iter().flatten().all(|line| line.as_str() == shown)
}

const ONLY_IN: Words = words("(finnes bare på {})", "(finst berre på {})", "(only in {})");
