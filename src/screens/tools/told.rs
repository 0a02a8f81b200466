//! What the search says above its list: a welcome, what it understood of the line, and which way leads on.

use super::Tools;
use crate::domain::filter::{Answer, Found};
use crate::domain::text::{Words, words};
use crate::model::Model;
use crate::ui::theme::{Tone, style};
use crate::ui::{filters, paint};
use ratatui::text::Line;

/// How many filters to loosen are told of.
const MOST_WAYS: usize = 3;

/// The lines above the list, in at most `width` columns.
pub fn lines(model: &Model, tools: &Tools, found: &Found, width: usize) -> Vec<Line<'static>> {
    let mut told = Vec::new();
    let mut tell = |text: &str, tone: Tone| {
        let lines = paint::wrap(text, width).into_iter().filter(|_| !text.is_empty());
        told.extend(lines.map(|line| Line::styled(line, style(model, tone))));
    };
    tell(&understood(model, found), Tone::Accent);
    for unclear in &found.wish.unclear {
        tell(&format!("? {}", filters::unclear(unclear, model.lang)), Tone::Notice);
    }
    tell(&advice(model, tools, found), Tone::Notice);
    told
}

fn understood(model: &Model, found: &Found) -> String {
    filters::understood(&found.wish.filters, found.sieve.left(), model.lang)
}

fn advice(model: &Model, tools: &Tools, found: &Found) -> String {
    let query = tools.field.text().trim();
    match &found.answer {
        _ if found.hits.is_empty() => model.say(EMPTY).to_owned(),
        Answer::Nearest => NOTHING.with(model.lang, &found.wish.words),
        Answer::Looser(_) => looser(model, found),
        Answer::Hits if model.fetching => {
            FETCHING.with(model.lang, model.agenda().map_or("", |(_, agenda)| &agenda.title))
        }
        Answer::Hits if !model.facts.settings.welcomed && query.is_empty() => model.say(WELCOME).to_owned(),
        Answer::Hits => String::new(),
    }
}

/// That no tool has all of it, and what there would be without each filter.
fn looser(model: &Model, found: &Found) -> String {
    let Answer::Looser(ways) = &found.answer else { return String::new() };
    let label = |way: &crate::domain::filter::Way| filters::understood(&way.without, found.sieve.left(), model.lang);
    let told: Vec<String> =
        ways.iter().take(MOST_WAYS).map(|way| filters::way(&label(way), way.count, model.lang)).collect();
    let drop = ways.first().map(|way| DROP.with(model.lang, label(way))).unwrap_or_default();
    format!("{} {} {drop}", model.say(NONE), told.join(" "))
}

const WELCOME: Words = words(
    "Velkommen! Skriv for å finne et verktøy – eller trykk Tab og så s, og en ferdig halvdag er i gang.",
    "Velkomen! Skriv for å finne eit verktøy – eller trykk Tab og så s, og ein ferdig halvdag er i gang.",
    "Welcome! Type to find a tool – or press Tab and then s, and a ready-made half day is under way.",
);
const FETCHING: Words = words("Hent til «{}»", "Hent til «{}»", "Fetch for “{}”");
const NOTHING: Words = words(
    "Fant ingenting for «{}». Dette ligger nærmest. Esc tømmer søket.",
    "Fann ingenting for «{}». Dette ligg nærast. Esc tømmer søket.",
    "Found nothing for “{}”. These come nearest. Esc clears the search.",
);
const NONE: Words = words("Ingen verktøy har alt dette.", "Ingen verktøy har alt dette.", "No tool has all of this.");
const DROP: Words = words("Ctrl-X tar bort «{}».", "Ctrl-X tek bort «{}».", "Ctrl-X drops “{}”.");
const EMPTY: Words = words("Verktøykassen er tom.", "Verktøykassa er tom.", "The catalogue is empty.");
