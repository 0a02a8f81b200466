//! A workshop on a stage: an agenda that is run by keys, and its frames as text.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::LazyLock;
use vidde::data;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::catalogue::Catalogue;
use vidde::domain::facts::{Facts, Live};
use vidde::domain::session::Session;
use vidde::domain::text::{Lang, Line};
use vidde::domain::times::{Moment, Seconds, Zone};
use vidde::domain::tool::{Tool, Variant};
use vidde::keys::Key;
use vidde::model::Model;
use vidde::screen::{AnyScreen, Cx, Go, Typed};

/// The sizes at which every picture is looked at.
pub const SIZES: [(u16, u16); 4] = [(43, 12), (57, 16), (80, 24), (200, 50)];

pub fn zone() -> Zone {
    "Europe/Oslo".parse().unwrap()
}

/// `HH:MM:SS` (or `HH:MM`) on the day of the workshop.
pub fn at(time: &str) -> Moment {
    let full = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    format!("2026-11-23T{full}+01:00").parse().unwrap()
}

/// The built-in tools, read once.
pub fn tools() -> &'static [Tool] {
    static TOOLS: LazyLock<Vec<Tool>> = LazyLock::new(|| data::built_in().0);
    &TOOLS
}

/// A morning with an opening, a method in four parts, a break, a talk, lunch at a fixed time and a closing.
pub fn agenda(lang: Lang) -> Agenda {
    let title = match lang {
        Lang::En => "Early help: a morning together",
        _ => "Tidlig hjelp: en formiddag sammen",
    };
    let pick = |nb: &'static str, en: &'static str| if lang == Lang::En { en } else { nb };
    let mut agenda = Agenda::new(title, lang);
    agenda.start = Some("09:00".parse().unwrap());
    let tool = tools().iter().find(|tool| tool.id.as_str() == "one-two-four-all").unwrap();
    let mut method = Block::of_tool(tool, Variant::Normal, 36, lang);
    method.question =
        Line::clean(pick("Når lyktes vi sist med å hjelpe et barn tidlig?", "When did we last help a child early?"));
    method.note = "Husk bjella. Kari ser etter gruppa ved døra.".into();
    let mut lunch = Block::new(Kind::Break, pick("Lunsj", "Lunch"), 30);
    lunch.fixed = Some("11:00".parse().unwrap());
    let blocks = [
        Block::new(Kind::Opening, pick("Velkommen", "Welcome"), 10),
        method,
        Block::new(Kind::Break, pick("Pause", "Break"), 15),
        Block::new(Kind::Talk, pick("Slik gjør vi det i nabokommunen", "How our neighbours do it"), 40),
        lunch,
        Block::new(Kind::Closing, pick("Gjort, lært, lurt", "Done, learned, smart"), 15),
    ];
    for block in blocks {
        agenda.insert(block, None);
    }
    agenda
}

/// A model without a session.
pub fn idle(lang: Lang) -> Model {
    let mut facts = Facts::default();
    facts.agendas.insert(AgendaName::of_file("formiddag").unwrap(), agenda(lang));
    Model::new(facts, Catalogue::new(Vec::new(), Vec::new()), lang, zone())
}

/// A model with the workshop ready to start.
pub fn ready(lang: Lang) -> Model {
    with(&agenda(lang), lang)
}

pub fn with(agenda: &Agenda, lang: Lang) -> Model {
    let mut model = idle(lang);
    let name = AgendaName::of_file("formiddag").unwrap();
    let (session, private) = Session::of(&name, agenda, at("08:50"), zone());
    model.facts.live = Some(Live { session, private });
    model
}

/// Presses keys on `screen`: `09:00 space` presses space at nine; screens on top are kept in a stack.
pub fn play(screen: Box<dyn AnyScreen>, model: &mut Model, script: &str) -> Vec<Box<dyn AnyScreen>> {
    let mut stack = vec![screen];
    let mut now = at("08:50");
    for word in script.split_whitespace() {
        if word.len() >= 5 && word.as_bytes()[2] == b':' && word.as_bytes()[0].is_ascii_digit() {
            now = at(word);
            continue;
        }
        let key: Key = word.parse().unwrap();
        let mut cx = Cx::new(model, now);
        let top = stack.last_mut().unwrap();
        if !top.typed(&Typed::Key(key), &mut cx) {
            top.press(key, &mut cx);
        }
        match cx.go {
            Some(Go::Over(over)) => stack.push(over),
            Some(Go::Back) if stack.len() > 1 => drop(stack.pop()),
            _ => {}
        }
    }
    stack
}

/// Does the acts of a script such as `09:00 start 09:10 next` in the session.
pub fn act(model: &mut Model, script: &str) {
    use vidde::domain::session::{Moved, Press};
    let mut now = at("08:50");
    for word in script.split_whitespace() {
        let press = match word {
            "start" => Press::Start(None, Moved::AsPlanned),
            "next" => Press::Next,
            "pause" => Press::Pause,
            "end" => Press::End,
            time => {
                now = at(time);
                continue;
            }
        };
        assert!(model.press(press, now, Seconds::ZERO), "{word} is refused at {now}");
    }
}

pub fn frame(screen: &dyn AnyScreen, model: &Model, now: &str, (width, height): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    screen.view(model, at(now), area, &mut buffer);
    let mut again = Buffer::empty(area);
    screen.view(model, at(now), area, &mut again);
    assert_eq!(buffer, again, "drawn twice, a frame is the same");
    buffer
}

/// The letters of a frame, without blanks at the ends of lines.
pub fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let rows = buffer.content.chunks(width.max(1));
    let line = |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
    rows.map(|row| line(row).trim_end().to_owned() + "\n").collect()
}
