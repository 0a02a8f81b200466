//! What the tests of the screens share: a program with the real catalogue and the sample agenda, driven by a key script
//! and shown as plain text.
#![allow(
    clippy::expect_used,
    dead_code,
    reason = "a test stops at the first thing that is not as expected; each test file uses its part"
)]

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::OnceLock;
use vidde::app::{App, Event, Outcome};
use vidde::data;
use vidde::domain::agenda::AgendaName;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::facts::Facts;
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Zone};
use vidde::model::Model;
use vidde::screen::Effect;

/// 2 March 2026, 09:00 in Oslo.
pub const MORNING: i64 = 1_772_438_400;

/// Everything there is on a first start: the real catalogue and the sample agenda.
pub fn model(lang: Lang) -> Model {
    static MODELS: OnceLock<Vec<Model>> = OnceLock::new();
    let models = MODELS.get_or_init(|| {
        let catalogue = data::catalogue(Vec::new()).0;
        Lang::ALL.map(|lang| first_start(catalogue.clone(), lang)).into()
    });
    models.iter().find(|model| model.lang == lang).expect("a model in each language").clone()
}

fn first_start(catalogue: Catalogue, lang: Lang) -> Model {
    let sample = data::sample(&catalogue, lang).expect("the sample agenda");
    let mut facts = Facts::default();
    facts.agendas.insert(AgendaName::for_title(&sample.title, |_| false), sample);
    Model::new(facts, catalogue, lang, "Europe/Oslo".parse::<Zone>().expect("a zone")).guided(data::guide().0)
}

/// `HH:MM:SS` (or `HH:MM`) in Oslo on the day of the staged workshop.
pub fn at(time: &str) -> Moment {
    let full = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    format!("2026-11-23T{full}+01:00").parse().expect("a clock time")
}

/// The wall alone, as a second terminal shows it.
pub fn wall(model: &Model, now: &str, size: (u16, u16)) -> Buffer {
    Run { now: at(now), ..Run::of(App::room(model.clone())) }.buffer(size)
}

/// The program as it opens on `model`.
pub fn opened(model: &Model, now: &str, size: (u16, u16)) -> Run {
    Run { now: at(now), ..Run::of(App::new(model.clone(), at(now))) }.sized(size)
}

/// The program after a script: keys by name, `'text'` typed letter by letter, `@90` lets 90 seconds pass, and `09:10`
/// lets time pass until then on the day of the staged workshop. A key that nothing takes fails the test.
pub struct Run {
    pub app: App,
    pub now: Moment,
    pub quit: bool,
    pub size: (u16, u16),
    /// What the world outside was asked for, in order.
    pub heard: Vec<Effect>,
}

/// What happens at a key that nothing takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strays {
    Fail,
    Pass,
}

impl Run {
    pub fn new(lang: Lang) -> Run {
        Run::of(App::new(model(lang), Moment::at(MORNING)))
    }

    pub fn of(app: App) -> Run {
        Run { app, now: Moment::at(MORNING), quit: false, size: (80, 24), heard: Vec::new() }
    }

    pub fn sized(self, size: (u16, u16)) -> Run {
        Run { size, ..self }
    }

    pub fn keys(mut self, script: &str) -> Run {
        for word in words(script) {
            self.word(&word, Strays::Fail);
        }
        self
    }

    /// The same with keys that need not mean anything.
    pub fn any_keys(mut self, script: &str) -> Run {
        self.buffer(self.size);
        for word in words(script) {
            self.word(&word, Strays::Pass);
        }
        self
    }

    fn word(&mut self, word: &str, strays: Strays) {
        if let Some(seconds) = word.strip_prefix('@') {
            self.until(self.now + vidde::domain::times::Seconds(seconds.parse().expect("seconds")));
        } else if let Some(text) = word.strip_prefix('\'') {
            text.chars().for_each(|letter| self.press(vidde::keys::Key::char(letter), strays));
        } else if word.len() >= 5 && word.starts_with(|letter: char| letter.is_ascii_digit()) {
            self.until(at(word));
        } else {
            self.press(word.parse().expect("a key"), strays);
        }
    }

    pub fn happen(&mut self, event: &Event) {
        self.quit |= self.update(event).quit;
    }

    fn update(&mut self, event: &Event) -> Outcome {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let outcome = self.app.update(event, area, self.now);
        self.heard.extend(outcome.effects.iter().cloned());
        if let Some(Effect::Clock(Some(fast))) = outcome.effects.last() {
            self.now = fast.from;
        }
        outcome
    }

    fn until(&mut self, now: Moment) {
        self.heard.extend(self.app.tick(self.now, now));
        self.now = now;
    }

    fn press(&mut self, key: vidde::keys::Key, strays: Strays) {
        let outcome = self.update(&Event::Key(key));
        assert!(outcome.taken || strays == Strays::Pass, "nothing takes {key} in\n{}", self.text());
        self.quit |= outcome.quit;
    }

    pub fn buffer(&self, (width, height): (u16, u16)) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        self.app.view(self.now, area, &mut buf);
        let mut again = Buffer::empty(area);
        self.app.view(self.now, area, &mut again);
        assert_eq!(buf, again, "drawn twice, a frame is the same");
        buf
    }

    /// The frame as text, without space at the ends of lines.
    pub fn text(&self) -> String {
        text(&self.buffer(self.size))
    }
}

/// That the frame has these words, whatever boxes and breaks stand between them.
pub fn shows(run: &Run, wanted: &str) {
    let text = run.text();
    let flat = text.replace('│', " ");
    let flat = flat.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(wanted), "“{wanted}” is not in\n{text}");
}

fn words(script: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in script.split('\'').enumerate() {
        if index % 2 == 1 {
            words.push(format!("'{part}"));
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// A buffer as text.
pub fn text(buf: &Buffer) -> String {
    let area = buf.area;
    let row = |y: u16| {
        let mut row = String::new();
        let mut x = area.x;
        while x < area.right() {
            let symbol = buf.cell((x, y)).map_or(" ", |cell| cell.symbol());
            row.push_str(symbol);
            x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol).max(1)).expect("narrow");
        }
        row.trim_end().to_owned()
    };
    (area.y..area.bottom()).map(row).collect::<Vec<_>>().join("\n")
}
