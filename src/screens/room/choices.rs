//! The question to the group on the wall: three ways on, each with its number, in the language of the agenda. A block is
//! named only where the group is to know what it would give, and no time but where each way ends.

use super::large::{self, Set};
use super::layout;
use crate::domain::agenda::BlockId;
use crate::domain::recovery::{Given, agreed_end, answered, given};
use crate::domain::session::{Asking, Session, Wish};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Moment;
use crate::model::Model;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

const QUESTION: Words = words("Hva passer best for dere?", "Kva passar best for dykk?", "What would suit you best?");
const END_AT: Words = words("Vi slutter kl. {}", "Vi sluttar kl. {}", "We end at {}");
const SHORTEN: Choice = Choice {
    what: words("Vi korter inn på det som kommer", "Vi kortar inn på det som kjem", "We shorten what comes"),
    and_end: words(
        "Vi korter inn og slutter kl. {}",
        "Vi kortar inn og sluttar kl. {}",
        "We shorten what comes and end at {}",
    ),
};
const SHORTEN_ONE: Words = words(
    "Vi korter inn «{}» med [] min og slutter kl. <>",
    "Vi kortar inn «{}» med [] min og sluttar kl. <>",
    "We shorten “{}” by [] min and end at <>",
);
const SHORTEN_MANY: Words = words(
    "Vi korter inn {} økter ([] min hver) og slutter kl. <>",
    "Vi kortar inn {} økter ([] min kvar) og sluttar kl. <>",
    "We shorten {} activities ([] min each) and end at <>",
);
const DROP: Choice = Choice {
    what: words("Vi tar bort én økt", "Vi tek bort éi økt", "We leave one thing out"),
    and_end: words(
        "Vi tar bort én økt og slutter kl. {}",
        "Vi tek bort éi økt og sluttar kl. {}",
        "We leave one thing out and end at {}",
    ),
};
const DROP_ONE: Words = words(
    "Vi tar bort «{}» og slutter kl. []",
    "Vi tek bort «{}» og sluttar kl. []",
    "We leave out “{}” and end at []",
);
const AS_PLANNED: Choice = Choice {
    what: words(
        "Vi slutter som planlagt, med det vi rekker",
        "Vi sluttar som planlagt, med det vi rekk",
        "We end as planned, with what we have time for",
    ),
    and_end: words(
        "Vi slutter kl. {}, med det vi rekker",
        "Vi sluttar kl. {}, med det vi rekk",
        "We end at {}, with what we have time for",
    ),
};
const AS_NOW: Choice = Choice {
    what: words("Vi går videre som nå", "Vi går vidare som no", "We go on as we are"),
    and_end: words(
        "Vi går videre som nå og slutter kl. {}",
        "Vi går vidare som no og sluttar kl. {}",
        "We go on as we are and end at {}",
    ),
};
const OTHER: Words = words(
    "Vi gjør noe annet – si gjerne hva",
    "Vi gjer noko anna – sei gjerne kva",
    "We do something else – tell us what",
);

/// A way on, said with the clock time at which it ends, and without.
struct Choice {
    what: Words,
    and_end: Words,
}

impl Choice {
    fn said(&self, end: Option<&String>, lang: Lang) -> String {
        end.map_or_else(|| self.what.pick(lang).to_owned(), |end| self.and_end.with(lang, end))
    }
}

/// The columns of a number and the space behind it.
const NUMBER: u16 = 3;

/// What is chosen between, each with what it takes and its end as far as they are known, in the language of the agenda.
fn said(session: &Session, asking: &Asking, now: Moment) -> [String; 3] {
    let lang = session.plan.lang;
    asking.wishes.map(|wish| {
        let changes = answered(session, wish, now).unwrap_or_default();
        let end = agreed_end(&changes).map(|end| end.clock_up(&session.zone));
        match wish {
            Wish::EndAt(at) => END_AT.with(lang, at.clock_up(&session.zone)),
            Wish::Shorten | Wish::Drop => {
                let named = end.as_ref().and_then(|end| giving(session, &given(session, &changes, now), (now, end)));
                let plain = if wish == Wish::Drop { DROP } else { SHORTEN };
                named.unwrap_or_else(|| plain.said(end.as_ref(), lang))
            }
            Wish::EndAsPlanned => AS_PLANNED.said(end.as_ref(), lang),
            Wish::AsNow => AS_NOW.said(end.as_ref(), lang),
            Wish::Other => OTHER.pick(lang).to_owned(),
        }
    })
}

/// What is given, by name where it is one block, and when it ends then.
fn giving(session: &Session, all: &[Given], (now, end): (Moment, &String)) -> Option<String> {
    let (lang, plan) = (session.plan.lang, session.plan_at(now));
    let title = |id: BlockId| plan.block(id).map(|block| block.title.to_string());
    match all {
        [] => None,
        [Given::All(id)] => Some(DROP_ONE.with2(lang, title(*id)?, end)),
        [Given::Some(id, by)] => Some(SHORTEN_ONE.with3(lang, (title(*id)?, by.minutes_up(), end))),
        many => {
            let minutes = many.iter().filter_map(|given| match given {
                Given::Some(_, by) => Some(by.minutes_up()),
                Given::All(_) => None,
            });
            let (least, most) = minutes.fold((i64::MAX, 0), |(least, most), by| (least.min(by), most.max(by)));
            let range = if least >= most { most.to_string() } else { format!("{least}–{most}") };
            Some(SHORTEN_MANY.with3(lang, (number(many.len(), lang), range, end)))
        }
    }
}

/// A number of things as it is read aloud: in words up to twelve.
fn number(count: usize, lang: Lang) -> String {
    let words = count.checked_sub(2).and_then(|index| NUMBERS.get(index));
    words.map_or_else(|| count.to_string(), |words| words.pick(lang).to_owned())
}

/// From two to twelve.
const NUMBERS: [Words; 11] = [
    words("to", "to", "two"),
    words("tre", "tre", "three"),
    words("fire", "fire", "four"),
    words("fem", "fem", "five"),
    words("seks", "seks", "six"),
    words("sju", "sju", "seven"),
    words("åtte", "åtte", "eight"),
    words("ni", "ni", "nine"),
    words("ti", "ti", "ten"),
    words("elleve", "elleve", "eleven"),
    words("tolv", "tolv", "twelve"),
];

/// Draws the question that `session` puts to the group.
pub(super) fn draw(model: &Model, (session, now): (&Session, Moment), asking: &Asking, area: Rect, buf: &mut Buffer) {
    let said = said(session, asking, now);
    let inner = paint::inset(area, layout::margin(area));
    let edge = inner.height / 10;
    let inner = Rect { height: inner.height.saturating_sub(edge), ..paint::below(inner, edge) };
    let question = QUESTION.pick(session.plan.lang);
    if !in_large_letters(model, (question, &said), inner, buf) {
        paint::middle(question, style(model, Tone::WallTitle), inner, buf);
        in_lines(model, &said, paint::below(inner, 1), buf);
    }
}

/// The question and each choice in letters of four rows, where all of them fit; answers whether they did.
fn in_large_letters(model: &Model, (question, said): (&str, &[String; 3]), area: Rect, buf: &mut Buffer) -> bool {
    [Set::Wide, Set::Narrow].into_iter().any(|set| set_large(model, (set, question, said), area, buf))
}

fn set_large(model: &Model, (set, question, said): (Set, &str, &[String; 3]), area: Rect, buf: &mut Buffer) -> bool {
    let numbered = (1..).zip(said).map(|(number, text)| set.lines(&format!("{number}: {text}"), area.width));
    let Some(all) = numbered.collect::<Option<Vec<Vec<String>>>>() else { return false };
    let Some(question) = set.lines(question, area.width) else { return false };
    let rows = |lines: &Vec<String>| large::rows(lines.len());
    let taken = all.iter().chain([&question]).map(rows).sum();
    let Some(air) = area.height.checked_sub(taken).map(|free| free / 4).filter(|air| *air >= 2) else {
        return false;
    };
    let heading = paint::inset(area, area.width.saturating_sub(set.widest(&question, area.width)) / 2);
    set.draw(model, (&question, Tone::WallTitle), heading, buf);
    let widest = all.iter().map(|lines| set.widest(lines, area.width)).max().unwrap_or(0);
    let column = paint::inset(area, area.width.saturating_sub(widest) / 2);
    let mut rest = paint::below(column, rows(&question) + air);
    for lines in &all {
        set.draw(model, (lines, Tone::Wall), rest, buf);
        rest = paint::below(rest, rows(lines) + air);
    }
    true
}

/// `text` in lines; a clock time stays with the word before it.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let lines = paint::wrap(&text.replace("kl. ", "kl.\u{a0}"), width).into_iter();
    lines.map(|line| line.replace('\u{a0}', " ")).collect()
}

/// Each choice in ordinary letters, its number in front, with as much air between them as there is.
fn in_lines(model: &Model, said: &[String; 3], area: Rect, buf: &mut Buffer) {
    let width = area.width.min(layout::MEASURE).saturating_sub(NUMBER);
    let wrapped = said.each_ref().map(|text| wrapped(text, usize::from(width)));
    let widest = wrapped.iter().flatten().map(|line| line.width()).max().unwrap_or(0);
    let taken = u16::try_from(wrapped.iter().map(Vec::len).sum::<usize>()).unwrap_or(area.height);
    let air = (area.height.saturating_sub(taken) / 4).min(4);
    let block = u16::try_from(widest).unwrap_or(width) + NUMBER;
    let mut rest = paint::below(paint::inset(area, area.width.saturating_sub(block) / 2), air);
    for (number, lines) in (1..).zip(&wrapped) {
        paint::text(&format!("{number}"), style(model, Tone::WallTitle), rest, buf);
        for line in lines {
            let place = Rect { x: rest.x + NUMBER.min(rest.width), width: rest.width.saturating_sub(NUMBER), ..rest };
            paint::text(line, style(model, Tone::Wall), place, buf);
            rest = paint::below(rest, 1);
        }
        rest = paint::below(rest, air);
    }
}
