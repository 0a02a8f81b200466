//! Why a tool is a hit: for each word of the query the field it was met in, how, and what that counts.

use crate::domain::search::{Layer, Place, Why};
use crate::domain::text::{Lang, Words, words};
use serde::Serialize;

/// A reason for scripts; the names of its fields and values are promised to them.
#[derive(Serialize)]
pub struct Reason<'a> {
    word: &'a str,
    field: &'static str,
    layer: &'static str,
    score: u32,
}

/// What a score is made of, for scripts: both numbers together are the score.
#[derive(Clone, Copy, Serialize)]
pub struct Sum {
    /// The mean of the words.
    mean: i64,
    /// The words together, and how little else stands there.
    together: i64,
}

impl Sum {
    /// The parts of `score`.
    pub fn of(why: &[Why], score: i64) -> Sum {
        let count = i64::try_from(why.len()).unwrap_or(1).max(1);
        let mean = why.iter().map(|why| i64::from(why.score)).sum::<i64>() / count;
        Sum { mean, together: score - mean }
    }
}

/// The reasons, in the order of the query.
pub fn reasons(why: &[Why]) -> Vec<Reason<'_>> {
    let reason = |why: &Why| (field(why.place).0, layer(why.layer).0);
    let named = why.iter().map(|why| (why, reason(why)));
    named.map(|(why, (field, layer))| Reason { word: &why.word, field, layer, score: why.score }).collect()
}

/// A line for each word of the query, and one for the whole of what makes `score`.
pub fn told(why: &[Why], score: i64, lang: Lang) -> String {
    let line = |why: &Why| {
        let (field, layer) = (field(why.place).1.pick(lang), layer(why.layer).1.pick(lang));
        format!("    {}: {field}, {layer}, {}\n", why.word, why.score)
    };
    let lines: String = why.iter().map(line).collect();
    lines + &rest(why, score, lang) + &format!("    {}\n", TOTAL.with(lang, score))
}

/// What the score has beside the mean of its words, so that the lines add up.
fn rest(why: &[Why], score: i64, lang: Lang) -> String {
    let Sum { mean, together } = Sum::of(why, score);
    let line = |words: Words, number: i64| format!("    {}\n", words.with(lang, number));
    let mean_line = if why.len() > 1 { line(MEAN, mean) } else { String::new() };
    mean_line + &if together == 0 { String::new() } else { line(REST, together) }
}

const MEAN: Words = words("snittet av ordene: {}", "snittet av orda: {}", "mean of the words: {}");
const REST: Words = words(
    "ordene sammen, og hvor lite annet som står der: {}",
    "orda saman, og kor lite anna som står der: {}",
    "the words together, and how little else stands there: {}",
);

const TOTAL: Words = words("til sammen {}", "til saman {}", "{} in all");

/// What a field is called, for scripts and for people.
fn field(place: Place) -> (&'static str, Words) {
    match place {
        Place::Name => ("name", words("i navnet", "i namnet", "in the name")),
        Place::OtherName => (
            "other-name",
            words("i navnet på et annet språk", "i namnet på eit anna språk", "in the name in another language"),
        ),
        Place::NamePart => ("name-part", words("i en del av navnet", "i ein del av namnet", "in a part of the name")),
        Place::Alias => ("alias", words("i et annet navn", "i eit anna namn", "in another name for it")),
        Place::Need => ("need", words("i det noen trenger", "i det nokon treng", "in what somebody needs")),
        Place::Id => ("id", words("i id-en", "i id-en", "in the id")),
        Place::Synonym => (
            "synonym",
            words("i et ord som betyr det samme", "i eit ord som betyr det same", "in a word that means the same"),
        ),
        Place::Purpose => ("purpose", words("i formålet", "i føremålet", "in the purpose")),
        Place::Why => ("why", words("i hva det er godt for", "i kva det er godt for", "in what it is good for")),
        Place::Steps => ("text", words("i teksten på kortet", "i teksten på kortet", "in the text of the card")),
    }
}

/// How a word was met, for scripts and for people.
fn layer(layer: Layer) -> (&'static str, Words) {
    match layer {
        Layer::Exact => ("exact", words("samme ord", "same ord", "the same word")),
        Layer::Form => ("form", words("en annen form", "ei anna form", "another form")),
        Layer::Prefix => ("prefix", words("begynnelsen", "byrjinga", "the beginning")),
        Layer::WordStart => {
            ("word-start", words("begynnelsen av et ord", "byrjinga på eit ord", "the beginning of a word"))
        }
        Layer::Inside => ("inside", words("inne i et ord", "inne i eit ord", "inside a word")),
        Layer::Compound => {
            ("compound", words("to ord skrevet som ett", "to ord skrivne som eitt", "two words written as one"))
        }
        Layer::Fuzzy => {
            ("gaps", words("bokstavene med mellomrom", "bokstavane med mellomrom", "the letters with gaps"))
        }
        Layer::Typo => ("slip", words("en skrivefeil", "ein skrivefeil", "a typing mistake")),
    }
}
