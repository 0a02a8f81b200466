//! Types a word key by key in the whole program over a generated catalogue, each key with the frame it draws, compared
//! and sent as the program does, to a terminal in memory: for counting instructions (see `tests/benches/search.rs`).
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "a measurement that cannot be set up should stop"
)]

#[path = "../support/generated.rs"]
mod generated;

use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use vidde::app::{App, Event};
use vidde::domain::facts::Facts;
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Zone};
use vidde::keys::Key;
use vidde::model::Model;
use vidde::terminal::Frames;

const AREA: Rect = Rect::new(0, 0, 80, 24);

fn main() {
    let mut args = std::env::args().skip(1);
    let size = args.next().map_or(1_000, |size| size.parse().unwrap());
    let word = args.next().unwrap_or_else(|| "evaluerin".to_owned());
    let now = Moment::at(1_772_438_400);
    let model = Model::new(Facts::default(), generated::catalogue(size), Lang::Nb, Zone::UTC);
    let mut app = App::new(model, now);
    let (mut terminal, mut frames) = (TestBackend::new(AREA.width, AREA.height), Frames::sized(AREA));
    frames.draw(&mut terminal, |area, buffer| app.view(now, area, buffer)).unwrap();
    for letter in word.chars() {
        let began = std::time::Instant::now();
        one_key(&mut app, (&mut terminal, &mut frames), Key::char(letter));
        println!("{letter} {:?}", began.elapsed());
    }
    println!("{terminal}");
}

/// One key, and the frame that follows it.
#[inline(never)]
fn one_key(app: &mut App, (terminal, frames): (&mut TestBackend, &mut Frames), key: Key) {
    let now = Moment::at(1_772_438_400);
    app.update(&Event::Key(key), AREA, now);
    frames.draw(terminal, |area, buffer| app.view(now, area, buffer)).unwrap();
}
