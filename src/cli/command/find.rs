//! `vidde find` as it is described and parsed: its words, and the filters of a line as options.

use super::{ARGUMENTS, json, number, part};
use crate::domain::filter::{Facet, Filter, Names, Wish, resolve, values};
use crate::domain::text::{Lang, Words, words};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsString;

/// The options that are filters.
const FILTERS: [&str; 5] = ["phase", "form", "minutes", "people", "favourites"];

/// The command in `lang`.
#[must_use]
pub fn find(lang: Lang) -> Command {
    let say = |words: Words| words.pick(lang);
    let word = Arg::new("words")
        .value_name(say(words("ORD", "ORD", "WORDS")))
        .num_args(1..)
        .required_unless_present_any(FILTERS)
        .help_heading(say(ARGUMENTS))
        .help(say(WORDS));
    let limit = Arg::new("limit")
        .long("limit")
        .value_name("N")
        .value_parser(move |text: &str| number(text, 10_000, lang))
        .help(say(words(
            "Vis høyst N treff (10; alle med --json)",
            "Vis høgst N treff (10; alle med --json)",
            "Show at most N hits (10; all with --json)",
        )));
    let explain = Arg::new("explain").long("explain").action(ArgAction::SetTrue).help(say(words(
        "Si hvorfor: hvilket felt, hvordan, og hva det teller",
        "Sei kvifor: kva felt, korleis, og kva det tel",
        "Say why: which field, how, and what that counts",
    )));
    part(lang, "find")
        .about(say(words("Finn verktøy", "Finn verktøy", "Find tools")))
        .override_usage(say(words("vidde find [valg] ORD…", "vidde find [val] ORD…", "vidde find [options] WORDS…")))
        .args([word, limit, json(lang), explain])
        .args(options(lang))
}

/// The arguments with those of `find` that begin with one dash (`-kart`, `-40 pers`) as words: with a space in front no
/// option begins there.
#[must_use]
pub fn with_dashes(args: Vec<OsString>) -> Vec<OsString> {
    let Some(at) = args.iter().position(|arg| arg == "find") else { return args };
    let is_word = |text: &&str| text.starts_with('-') && !text.starts_with("--") && !matches!(*text, "-" | "-h" | "-V");
    let read = |(here, arg): (usize, OsString)| match arg.to_str().filter(|_| here > at).filter(is_word) {
        Some(text) => OsString::from(format!(" {text}")),
        None => arg,
    };
    args.into_iter().enumerate().map(read).collect()
}

/// The words as one line. A single argument is the line as it would be typed on the screen; among several a phrase behind
/// a dash, which the shell has taken out of its quotation marks, gets them back.
#[must_use]
pub fn line(args: &ArgMatches) -> String {
    let words: Vec<&str> = args.get_many::<String>("words").into_iter().flatten().map(|word| word.trim()).collect();
    let quoted = |word: &&str| match word.strip_prefix('-') {
        Some(rest) if rest.starts_with(char::is_alphabetic) && rest.contains(' ') && !rest.contains(':') => {
            format!("-\"{rest}\"")
        }
        _ => (*word).to_owned(),
    };
    match words.as_slice() {
        [line] => (*line).to_owned(),
        several => several.iter().map(quoted).collect::<Vec<_>>().join(" "),
    }
}

fn options(lang: Lang) -> [Arg; 5] {
    let say = |words: Words| words.pick(lang);
    let named = |name: &'static str, facet: Facet, value: Words| {
        let parser = move |text: &str| named(facet, text, lang);
        Arg::new(name).long(name).value_name(say(value)).action(ArgAction::Append).value_parser(parser)
    };
    let counted = |name: &'static str, unit: &'static str| {
        let parser = move |text: &str| counted(unit, text, lang);
        Arg::new(name).long(name).value_name("N").action(ArgAction::Append).value_parser(parser)
    };
    [
        named("phase", Facet::Phase, words("TRINN", "TRINN", "STEP")).help(say(PHASE)),
        counted("minutes", "min").help(say(MINUTES)),
        counted("people", "pers").help(say(PEOPLE)),
        named("form", Facet::Form, words("FORM", "FORM", "FORM")).help(say(FORM)),
        Arg::new("favourites").long("favourites").action(ArgAction::SetTrue).help(say(FAVOURITES)),
    ]
}

/// The filters that the options ask for.
#[must_use]
pub fn filters(args: &ArgMatches) -> Vec<Filter> {
    let given = FILTERS.iter().filter(|name| **name != "favourites");
    let given = given.flat_map(|name| args.get_many::<Filter>(name).into_iter().flatten().cloned());
    given.chain(args.get_flag("favourites").then_some(Filter::Favourite)).collect()
}

/// The value of `facet` whose name begins with `text`.
fn named(facet: Facet, text: &str, lang: Lang) -> Result<Filter, String> {
    if let [one] = resolve(facet, text).as_slice() {
        return Ok(one.filter.clone());
    }
    let names: Vec<&str> = values(facet).map(|value| value.name.pick(lang)).collect();
    Err(ONE_OF.with(lang, names.join(", ")))
}

/// A number, or two with a hyphen, as in a line of search.
fn counted(unit: &str, text: &str, lang: Lang) -> Result<Filter, String> {
    let read = |line: &str| Wish::read(line, &Names::default());
    let wishes = [format!("{text} {unit}"), text.to_owned()].map(|line| read(&line));
    let alone = wishes.into_iter().find(|wish| wish.words.is_empty() && wish.filters.len() == 1);
    let filter = alone.and_then(|wish| wish.filters.into_iter().next());
    let wanted = if unit == "min" { Facet::Minutes } else { Facet::People };
    filter.filter(|filter| filter.facet() == wanted).ok_or_else(|| A_NUMBER.pick(lang).to_owned())
}

const WORDS: Words = words(
    "Navn, formål eller noe som ligner; også filtre som i søket: bli kjent 20 min -intervju",
    "Namn, føremål eller noko som liknar; også filter som i søket: bli kjent 20 min -intervju",
    "A name, a purpose, or something like it; also filters as in the search: get to know 20 min -interview",
);
const PHASE: Words = words(
    "Bare for dette trinnet: oppstart, planlegging, gjennomføring, evaluering",
    "Berre for dette trinnet: oppstart, planlegging, gjennomføring, evaluering",
    "Only for this step: start-up, planning, delivery, evaluation",
);
const MINUTES: Words = words(
    "Bare det som får plass i N minutter (også 10-20)",
    "Berre det som får plass i N minutt (også 10-20)",
    "Only what fits into N minutes (also 10-20)",
);
const PEOPLE: Words = words(
    "Bare det N personer kan gjøre (også 10-20)",
    "Berre det N personar kan gjere (også 10-20)",
    "Only what N people can do (also 10-20)",
);
const FORM: Words = words(
    "Bare i denne formen: fysisk, hybrid, digital, alene, par, grupper, plenum",
    "Berre i denne forma: fysisk, hybrid, digital, åleine, par, grupper, plenum",
    "Only in this form: in-person, hybrid, online, alone, pairs, groups, plenary",
);
const FAVOURITES: Words = words("Bare favoritter", "Berre favorittar", "Only favourites");
const ONE_OF: Words = words("skriv en av disse: {}", "skriv ein av desse: {}", "write one of these: {}");
const A_NUMBER: Words = words(
    "skriv et tall, eller to med bindestrek: 20 eller 10-20",
    "skriv eit tal, eller to med bindestrek: 20 eller 10-20",
    "write a number, or two with a hyphen: 20 or 10-20",
);
