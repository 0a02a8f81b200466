//! A fault in a text at a line and column, drawn as rustc draws it. Nothing of the text gets out uncleaned.

use crate::domain::text::{Lang, Text, is_hidden};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Where something is wrong, what, and the line it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1; none when the fault has no place of its own.
    pub at: Option<(usize, usize)>,
    message: Box<Text>,
    line: Excerpt,
}

/// A line of a file, cut so that the fault is in sight.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Excerpt {
    visible: String,
    /// The bytes of `visible` that are wrong.
    span: Range<usize>,
}

/// How much of a long line is drawn before and after the fault, in characters.
const WINDOW: usize = 60;

/// The longest message taken from a parser, in characters; it may quote the file.
const LONGEST_MESSAGE: usize = 400;

impl Fault {
    /// A fault without a place.
    pub fn nowhere(message: Text) -> Fault {
        Fault { at: None, message: Box::new(message), line: Excerpt::default() }
    }

    /// A fault in `text`, from a position up to another; both count lines and characters from 1, as ron does.
    pub fn at(text: &str, message: Text, from: (usize, usize), to: (usize, usize)) -> Fault {
        let (line, column) = (from.0.max(1), from.1.max(1));
        let source = text.split('\n').nth(line - 1).unwrap_or_default().trim_end_matches('\r');
        let left = (column - 1).saturating_sub(WINDOW);
        let visible = shown(&source.chars().skip(left).take(2 * WINDOW).collect::<String>());
        let width = if to.0 == line { to.1.saturating_sub(column).max(1) } else { usize::MAX };
        let start = byte_of(&visible, column - 1 - left);
        let end = byte_of(&visible, (column - 1 - left).saturating_add(width)).max(start);
        Fault { at: Some((line, column)), message: Box::new(message), line: Excerpt { visible, span: start..end } }
    }

    /// Line and column, both counted from 1.
    pub fn place(&self) -> Option<String> {
        self.at.map(|(line, column)| format!("{line}:{column}"))
    }

    /// The message and, with a place, the line with carets under it.
    pub fn drawn(&self, lang: Lang) -> String {
        let message = self.message.pick(lang);
        match self.at {
            Some((line, _)) => draw(message, &self.line.visible, line, self.line.span.clone()),
            None => message.to_owned(),
        }
    }
}

/// What a parser says, the same in every language; it may quote the file.
pub fn quoted(message: &str) -> Text {
    let cut: String = message.chars().take(LONGEST_MESSAGE).collect();
    Text::in_each(|_| cut.clone())
}

fn draw(message: &str, source: &str, line: usize, span: Range<usize>) -> String {
    let mark = AnnotationKind::Primary.span(span);
    let snippet = Snippet::source(source).line_start(line).annotation(mark);
    let drawn = Renderer::plain().render(&[Level::ERROR.no_name().primary_title(message).element(snippet)]);
    drawn.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// `raw` with each character that must not reach a terminal replaced by one that may, so that columns stay true.
fn shown(raw: &str) -> String {
    let loose = |c: char| is_hidden(c) || is_combining_mark(c);
    raw.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { Some(c).filter(|c| !loose(*c)).unwrap_or('\u{FFFD}') })
        .collect()
}

fn byte_of(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(byte, _)| byte)
}
