//! How a signal level looks: a filled bar with a shape and words, never colour alone.

use crate::domain::signal::Level;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Seconds;
use crate::model::Model;
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const MINUTES_LEFT: Words = words("{} min igjen", "{} min att", "{} min left");
const NEARLY: Words = words("Straks ferdig", "Straks ferdig", "Nearly done");
const TIME_IS_UP: Words = words("Tiden er ute", "Tida er ute", "Time is up");
const ROUND_OFF: Words = words("Over tiden – vi runder av", "Over tida – vi rundar av", "Over time – let’s wrap up");

/// Time left in words: whole minutes rounded up; in the last minute the digits alone count.
fn time_left(left: Seconds, lang: Lang) -> String {
    if left >= Seconds(60) { minutes_left(left, lang) } else { NEARLY.pick(lang).to_owned() }
}

/// Time left in whole minutes, rounded up.
#[must_use]
pub fn minutes_left(left: Seconds, lang: Lang) -> String {
    MINUTES_LEFT.with(lang, left.minutes_up())
}

/// The shape and the words of `level` with `left` to go; nothing at the normal level.
#[must_use]
pub fn text(level: Level, left: Seconds, lang: Lang) -> Option<String> {
    match level {
        Level::Normal => None,
        Level::Attention | Level::LastCall => Some(format!("{}{}", shape(level), time_left(left, lang))),
        Level::OverTime => Some(format!("{}{}", shape(level), ROUND_OFF.pick(lang))),
    }
}

/// The shape of `level`, with a space behind it.
#[must_use]
pub fn shape(level: Level) -> &'static str {
    match level {
        Level::Normal => "",
        Level::Attention => "▲ ",
        Level::LastCall => "▲▲ ",
        Level::OverTime => "● ",
    }
}

/// `level` with `left` to go as it is called out: in words alone.
#[must_use]
pub fn called(level: Level, left: Seconds, lang: Lang) -> String {
    match level {
        Level::Normal => minutes_left(left, lang),
        Level::Attention | Level::LastCall => time_left(left, lang),
        Level::OverTime => TIME_IS_UP.pick(lang).to_owned(),
    }
}

/// The tone of `level`; nothing at the normal level.
#[must_use]
pub fn tone(level: Level) -> Option<Tone> {
    match level {
        Level::Normal => None,
        Level::Attention => Some(Tone::Attention),
        Level::LastCall => Some(Tone::LastCall),
        Level::OverTime => Some(Tone::OverTime),
    }
}

/// Fills `area` in the tone of `level` with `text` in its middle; draws nothing at the normal level.
pub fn bar(model: &Model, level: Level, text: &str, area: Rect, buf: &mut Buffer) {
    let Some(tone) = tone(level) else { return };
    paint::fill(model, tone, area, buf);
    paint::middle(text, style(model, tone), paint::row(area, area.height / 2), buf);
}
