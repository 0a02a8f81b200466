//! What the search says above its list: a welcome, what it understood of the line, and which way leads on.

use super::{Stand, Tools};
use crate::domain::filter::{Answer, Filter, Found, Unclear, Way, typed};
use crate::domain::text::{Words, words};
use crate::model::{Destination, Model};
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
    let is_hinted = |unclear: &&Unclear| matches!(unclear, Unclear::Number(_));
    for unclear in found.wish.unclear.iter().filter(|unclear| !is_hinted(unclear)) {
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
        _ if found.total == 0 => model.say(EMPTY).to_owned(),
        Answer::Nearest => {
            let clear = if tools.stand == Stand::Place { ESC_CLEARS } else { CTRL_U_CLEARS };
            let nothing = if found.wish.filters.is_empty() { NOTHING } else { NOTHING_AT_ALL };
            format!("{} {}", nothing.with(model.lang, &found.wish.words), model.say(clear))
        }
        Answer::Looser(ways) => {
            let none = if wants_favourites(model, found) { NO_FAVOURITES } else { NONE };
            format!("{} {}", model.say(none), looser(model, ways, tools.field.text()))
        }
        Answer::Hits if model.fetching => {
            let running = model.session().filter(|_| model.destination != Destination::Agenda);
            let title = running.map(|session| &session.plan.title);
            FETCHING
                .with(model.lang, title.or(model.agenda().map(|(_, agenda)| &agenda.title)).map_or("", |title| title))
        }
        Answer::Hits if !model.facts.settings.welcomed && query.is_empty() => model.say(WELCOME).to_owned(),
        Answer::Hits => String::new(),
    }
}

/// Whether favourites are asked for and there are none yet.
fn wants_favourites(model: &Model, found: &Found) -> bool {
    model.facts.shelf.favourites.is_empty() && found.wish.filters.contains(&Filter::Favourite)
}

/// What there would be without the filters that are at fault, as they stand in `line`.
fn looser(model: &Model, ways: &[Way], line: &str) -> String {
    let typed = |filter: &Filter| typed(filter, line, (&model.names, model.lang));
    let told = ways.iter().take(MOST_WAYS).map(|way| filters::way(way, &typed, model.lang));
    let first = ways.first().and_then(|way| Some((way.without.len(), filters::called(way, &typed, model.lang)?)));
    let drop = match first {
        Some((1, _)) if ways.len() == 1 => model.say(DROP_IT).to_owned(),
        Some(_) if ways.len() == 1 => model.say(DROP_THEM).to_owned(),
        Some((_, called)) => DROP.with(model.lang, called),
        None => model.say(DROP_ALL).to_owned(),
    };
    format!("{} {drop}", told.collect::<Vec<_>>().join(" "))
}

const WELCOME: Words = words(
    "Velkommen! Skriv for å finne et verktøy – eller trykk Tab og så s, og en ferdig halvdag er i gang.",
    "Velkomen! Skriv for å finne eit verktøy – eller trykk Tab og så s, og ein ferdig halvdag er i gang.",
    "Welcome! Type to find a tool – or press Tab and then s, and a ready-made half day is under way.",
);
const FETCHING: Words = words("Hent til «{}»", "Hent til «{}»", "Fetch for “{}”");
const NOTHING: Words = words(
    "Fant ingenting for «{}». Dette ligger nærmest.",
    "Fann ingenting for «{}». Dette ligg nærast.",
    "Found nothing for “{}”. These come nearest.",
);
const NOTHING_AT_ALL: Words = words(
    "Fant ingenting for «{}», heller ikke uten filtrene. Dette ligger nærmest, uten filtre.",
    "Fann ingenting for «{}», heller ikkje utan filtera. Dette ligg nærast, utan filter.",
    "Found nothing for “{}”, nor without the filters. These come nearest, without filters.",
);
const ESC_CLEARS: Words = words("Esc tømmer søket.", "Esc tømmer søket.", "Esc clears the search.");
const CTRL_U_CLEARS: Words = words("Ctrl-U tømmer søket.", "Ctrl-U tømmer søket.", "Ctrl-U clears the search.");
const NONE: Words = words("Ingen verktøy har alt dette.", "Ingen verktøy har alt dette.", "No tool has all of this.");
const NO_FAVOURITES: Words = words(
    "Du har ingen favoritter ennå. Ctrl-D gjør det valgte verktøyet til en favoritt.",
    "Du har ingen favorittar enno. Ctrl-D gjer det valde verktøyet til ein favoritt.",
    "You have no favourites yet. Ctrl-D makes the chosen tool a favourite.",
);
const DROP: Words = words("Ctrl-X tar bort {}.", "Ctrl-X tek bort {}.", "Ctrl-X drops {}.");
const DROP_IT: Words = words("Ctrl-X tar det bort.", "Ctrl-X tek det bort.", "Ctrl-X drops it.");
const DROP_THEM: Words = words("Ctrl-X tar dem bort.", "Ctrl-X tek dei bort.", "Ctrl-X drops them.");
const DROP_ALL: Words = words("Ctrl-X tar bort filtrene.", "Ctrl-X tek bort filtera.", "Ctrl-X drops the filters.");
const EMPTY: Words = words("Verktøykassen er tom.", "Verktøykassa er tom.", "The catalogue is empty.");
