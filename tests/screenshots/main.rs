//! The pictures in `screenshots/`: drawn by the real program from key scripts, with a fixed clock, language and plan.
//! `VIDDE_SCREENSHOTS=write cargo test --test screenshots` makes them anew; without it they are compared.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a test stops where a picture differs; pictures are a few hundred cells wide"
)]

mod svg;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use vidde::app::{App, Event};
use vidde::data;
use vidde::domain::agenda::AgendaName;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::facts::{Facts, Theme};
use vidde::domain::text::Lang;
use vidde::domain::times::{ClockTime, Moment, Seconds, Zone};
use vidde::model::Model;
use vidde::ui::theme::{Tone, style};

/// What is shown: a name, and keys with the seconds that pass before each group of them.
struct Shot {
    name: &'static str,
    script: &'static [(i64, &'static str)],
}

const SHOTS: [Shot; 10] = [
    Shot { name: "tools", script: &[(0, "i n t e r v j u")] },
    Shot { name: "filters", script: &[(0, "2 0 space m i n space 4 0 space p e r s space s t e p : p space")] },
    Shot { name: "panel", script: &[(0, "2 0 space m i n ctrl-t down")] },
    Shot { name: "card", script: &[(0, "1 - 2 - 4 enter")] },
    Shot { name: "agenda", script: &[(0, "tab down down")] },
    Shot { name: "live", script: &[(0, "tab s"), (290, "pagedown"), (900, "pagedown"), (430, "")] },
    Shot { name: "room", script: &[(0, "tab s"), (290, "pagedown"), (900, "pagedown"), (430, "w")] },
    Shot {
        name: "proposals",
        script: &[(900, "tab s"), (500, "pagedown"), (900, "pagedown"), (1500, "pagedown"), (1100, "r down")],
    },
    Shot {
        name: "review",
        script: &[
            (120, "tab s"),
            (290, "pagedown"),
            (1000, "pagedown"),
            (1300, "pagedown"),
            (840, "pagedown"),
            (700, "pagedown"),
            (900, "pagedown s"),
            (1000, "pagedown"),
            (600, "pagedown"),
            (700, "pagedown x"),
        ],
    },
    Shot {
        name: "room-break",
        script: &[(0, "tab s"), (290, "pagedown"), (900, "pagedown"), (1180, "pagedown"), (200, "w")],
    },
];

const SIZES: [(u16, u16); 2] = [(57, 16), (100, 30)];

/// 2 March 2026, 09:00 in Oslo.
const MORNING: i64 = 1_772_438_400;

#[test]
fn the_pictures_show_the_program_as_it_is() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let write = std::env::var_os("VIDDE_SCREENSHOTS").is_some_and(|value| value == "write");
    let mut names = BTreeSet::new();
    let mut stale = Vec::new();
    for (shot, lang, theme, size) in variants() {
        let name = format!("{}-{}-{}-{}x{}.svg", shot.name, lang.code(), theme_name(theme), size.0, size.1);
        let picture = draw(shot, lang, theme, size);
        let path = folder.join(&name);
        if write {
            fs::write(&path, &picture).expect("a picture can be written");
        } else if fs::read_to_string(&path).unwrap_or_default() != picture {
            stale.push(name.clone());
        }
        names.insert(name);
    }
    assert!(stale.is_empty(), "make them anew with VIDDE_SCREENSHOTS=write cargo test --test screenshots: {stale:#?}");
    let listing = fs::read_dir(folder).expect("the pictures").flatten();
    let on_disk: BTreeSet<String> = listing.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(on_disk, names, "screenshots/ holds what this test makes, and nothing else");
}

/// The built-in tools; read once, since every picture needs them all.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| data::catalogue(Vec::new()).0);

fn variants() -> Vec<(&'static Shot, Lang, Theme, (u16, u16))> {
    let mut all = Vec::new();
    for shot in &SHOTS {
        for lang in [Lang::Nb, Lang::En] {
            for theme in [Theme::Dark, Theme::Light] {
                all.extend(SIZES.map(|size| (shot, lang, theme, size)));
            }
        }
    }
    all
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Dark => "dark",
        Theme::Light => "light",
    }
}

fn draw(shot: &Shot, lang: Lang, theme: Theme, (width, height): (u16, u16)) -> String {
    let mut app = App::new(model(lang, theme), Moment::at(MORNING));
    let area = Rect::new(0, 0, width, height);
    let mut now = Moment::at(MORNING);
    for (wait, keys) in shot.script {
        now = now + Seconds(*wait);
        let _ = app.tick(now, now);
        for key in keys.split_whitespace() {
            app.update(&Event::Key(key.parse().expect("a key of the script")), area, now);
        }
    }
    let mut buf = Buffer::empty(area);
    app.view(now, area, &mut buf);
    let plain = style(&app.model, Tone::Text);
    svg::picture(&buf, plain.fg.unwrap_or(Color::White), plain.bg.unwrap_or(Color::Black))
}

fn model(lang: Lang, theme: Theme) -> Model {
    let mut agenda = data::sample(&CATALOGUE, lang).expect("the sample");
    agenda.start = ClockTime::new(9, 0);
    let name = AgendaName::for_title(&agenda.title, |_| false);
    let mut facts = Facts::default();
    facts.agendas.insert(name, agenda);
    facts.settings.theme = theme;
    facts.settings.welcomed = true;
    Model::new(facts, CATALOGUE.clone(), lang, "Europe/Oslo".parse::<Zone>().expect("a zone")).guided(data::guide().0)
}
