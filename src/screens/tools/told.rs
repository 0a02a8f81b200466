//! What the search says above its list: a welcome, what it understood of the line, and which way leads on.

use super::keys::KEYS;
use super::{Stand, Tools};
use crate::domain::filter::{Answer, Filter, Found, Unclear, Way, typed};
use crate::domain::text::{LONGEST, Words, words};
use crate::model::{Destination, Model};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::quote::brief;
use crate::ui::theme::{Tone, style};
use crate::ui::{filters, paint};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// How many filters to loosen are told of.
const MOST_WAYS: usize = 3;

/// The lines above the list, in at most `width` columns.
pub fn lines(model: &Model, tools: &Tools, found: &Found, width: usize) -> Vec<Line<'static>> {
    let mut told = Vec::new();
    let mut tell = |text: &str, tone: Tone| {
        if !text.is_empty() {
            told.extend(paint::wrap(text, width).into_iter().map(|line| Line::styled(line, style(model, tone))));
        }
    };
    tell(&filters::told(found, model.lang), Tone::Accent);
    let is_hinted = |unclear: &&Unclear| matches!(unclear, Unclear::Number(_));
    for unclear in found.wish.unclear.iter().filter(|unclear| !is_hinted(unclear)) {
        tell(&format!("? {}", filters::unclear(unclear, model.lang)), Tone::Notice);
    }
    if tools.field.is_full() {
        tell(&LONG.with(model.lang, LONGEST), Tone::Notice);
    }
    tell(&advice(model, tools, found, width), Tone::Notice);
    told
}

fn advice(model: &Model, tools: &Tools, found: &Found, width: usize) -> String {
    let query = tools.field.text().trim();
    match &found.answer {
        _ if found.total == 0 => model.say(EMPTY).to_owned(),
        Answer::Nearest if found.wish.filters.is_empty() => nothing(NEAREST, (model, tools, found), width),
        Answer::Nearest => nothing(NEAREST_WITHOUT, (model, tools, found), width),
        Answer::NothingNear if found.total < model.catalogue.tools().len() => {
            nothing(THE_REST, (model, tools, found), width)
        }
        Answer::NothingNear => nothing(ALL, (model, tools, found), width),
        Answer::Looser(ways) if is_time_up(ways, found) => model.say(TIME_IS_UP).to_owned(),
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

/// That nothing has the words, said back in less than a row, what is listed instead, and how to begin anew.
fn nothing(listed: Words, (model, tools, found): (&Model, &Tools, &Found), width: usize) -> String {
    let clear = if tools.stand == Stand::Place { ESC_CLEARS } else { CTRL_U_CLEARS };
    let room = width.saturating_sub(NOTHING.with(model.lang, "").width());
    let nothing = NOTHING.with(model.lang, brief(found.wish.words.trim(), room));
    format!("{nothing} {} {}", model.say(listed), model.say(clear))
}

/// Whether favourites are asked for and there are none yet.
fn wants_favourites(model: &Model, found: &Found) -> bool {
    model.facts.shelf.favourites.is_empty() && found.wish.filters.contains(&Filter::Favourite)
}

/// Whether nothing fits now because the time is up, and to look beyond it is the first way on.
fn is_time_up(ways: &[Way], found: &Found) -> bool {
    let leads_on = ways.first().is_some_and(|way| way.without == [Filter::Now]);
    leads_on && found.sieve.left().is_some_and(|left| left.minutes == 0)
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

const LONG: Words = words(
    "Bare de første {} tegnene er med.",
    "Berre dei første {} teikna er med.",
    "Only the first {} characters are taken.",
);
const WELCOME: Words = words(
    "Velkommen! Skriv for å finne et verktøy – eller trykk Tab og så s, og en ferdig halvdag er i gang.",
    "Velkomen! Skriv for å finne eit verktøy – eller trykk Tab og så s, og ein ferdig halvdag er i gang.",
    "Welcome! Type to find a tool – or press Tab and then s, and a ready-made half day is under way.",
);
const FETCHING: Words = words("Velg verktøy til «{}»", "Vel verktøy til «{}»", "Choose a tool for “{}”");
const NOTHING: Words = words("Fant ingenting for «{}».", "Fann ingenting for «{}».", "Found nothing for “{}”.");
const NEAREST: Words = words("Dette ligger nærmest.", "Dette ligg nærast.", "These come nearest.");
const ALL: Words = words("Her er alle, fra begynnelsen.", "Her er alle, frå byrjinga.", "Here they all are.");
const THE_REST: Words = words(
    "Her er alle som passer til resten.",
    "Her er alle som passar til resten.",
    "Here is all that fits the rest.",
);
const NEAREST_WITHOUT: Words = words(
    "Dette ligger nærmest, uten filtrene.",
    "Dette ligg nærast, utan filtera.",
    "These come nearest, without the filters.",
);
const ESC_CLEARS: Words =
    keyed!([key_of(KEYS, "tools.clear")], words("^ tømmer søket.", "^ tømmer søket.", "^ clears the search."));
const CTRL_U_CLEARS: Words = words("Ctrl-U tømmer søket.", "Ctrl-U tømmer søket.", "Ctrl-U clears the search.");
const NONE: Words = words("Ingen verktøy har alt dette.", "Ingen verktøy har alt dette.", "No tool has all of this.");
const NO_FAVOURITES: Words = keyed!(
    [key_of(KEYS, "tools.favourite")],
    words(
        "Du har ingen favoritter ennå. ^ gjør det valgte verktøyet til en favoritt.",
        "Du har ingen favorittar enno. ^ gjer det valde verktøyet til ein favoritt.",
        "You have no favourites yet. ^ makes the chosen tool a favourite."
    )
);
const TIME_IS_UP: Words = keyed!(
    [key_of(KEYS, "tools.loosen")],
    words(
        "Tiden her er ute, så ingenting får plass. ^ viser verktøy av alle lengder.",
        "Tida her er ute, så ingenting får plass. ^ viser verktøy av alle lengder.",
        "The time here is up, so nothing fits. ^ shows tools of any length."
    )
);
const DROP: Words = keyed!([key_of(KEYS, "tools.loosen")], words("^ tar bort {}.", "^ tek bort {}.", "^ drops {}."));
const DROP_IT: Words =
    keyed!([key_of(KEYS, "tools.loosen")], words("^ tar det bort.", "^ tek det bort.", "^ drops it."));
const DROP_THEM: Words =
    keyed!([key_of(KEYS, "tools.loosen")], words("^ tar dem bort.", "^ tek dei bort.", "^ drops them."));
const DROP_ALL: Words = keyed!(
    [key_of(KEYS, "tools.loosen")],
    words("^ tar bort filtrene.", "^ tek bort filtera.", "^ drops the filters.")
);
const EMPTY: Words = words("Verktøykassen er tom.", "Verktøykassa er tom.", "The catalogue is empty.");
