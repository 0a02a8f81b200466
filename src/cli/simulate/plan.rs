//! The plan of a case: its start, how many take part, and its blocks with their flags.

use super::grammar::{Parsed, Word, clock, length, minutes};
use crate::cli::answer::echoed;
use crate::domain::agenda::{Agenda, Block, Kind, Part};
use crate::domain::text::Lang;
use crate::domain::tool::{Advance, MOST_PEOPLE, PerPerson, USUAL_PEOPLE};

/// The words after `plan`: `START [people N] | NAME MINUTES [flags] | …`.
pub(super) fn agenda(plan: Word<'_>, words: &[Word<'_>]) -> Parsed<Agenda> {
    let [start, rest @ ..] = words else { return plan.fault("expected a start time after “plan”") };
    let mut agenda = Agenda { start: Some(clock(*start)?), ..Agenda::new("case", Lang::En) };
    let mut groups = rest.split(|word| word.text == "|");
    match groups.next().unwrap_or_default() {
        [] => {}
        [Word { text: "people", .. }, number] => agenda.people = Some(people(*number)?),
        [stray, ..] => return stray.fault("expected “people N” or “|” before a block"),
    }
    let bars = rest.iter().filter(|word| word.text == "|");
    for (group, bar) in groups.zip(bars) {
        add(&mut agenda, group, *bar)?;
    }
    if agenda.blocks.is_empty() { start.fault("the plan has no blocks") } else { Ok(agenda) }
}

/// Adds the block that `words` describe; answers it with its id.
pub(super) fn add<'p>(agenda: &'p mut Agenda, words: &[Word<'_>], near: Word<'_>) -> Parsed<&'p Block> {
    let block = block(words, near, agenda.people)?;
    if agenda.blocks.iter().any(|other| other.title == block.title) {
        return words.first().unwrap_or(&near).fault(format!("the name “{}” is used twice", echoed(&block.title)));
    }
    let id = agenda.insert(block, None);
    agenda.block(id).map_or_else(|| near.fault("expected NAME MINUTES"), Ok)
}

/// The block that `NAME MINUTES [flags]` describes, with its rounds as long as so many people ask for.
pub(super) fn block(words: &[Word<'_>], near: Word<'_>, people: Option<u16>) -> Parsed<Block> {
    let [name, length, flags @ ..] = words else {
        return words.first().copied().unwrap_or(near).fault("expected NAME MINUTES");
    };
    let mut block = Block::new(Kind::Work, name.text, minutes(*length)?);
    let mut rest = flags;
    while let [flag, tail @ ..] = rest {
        rest = match (flag.text, tail) {
            ("steps", [steps, tail @ ..]) => {
                block.parts = parts(*steps, people.unwrap_or(USUAL_PEOPLE))?;
                tail
            }
            _ => self::flag(&mut block, *flag, tail)?,
        };
    }
    match block.fault() {
        Some(fault) => name.fault(fault.words().pick(Lang::En)),
        None => Ok(block),
    }
}

/// Applies one flag; answers the words after it.
fn flag<'w, 'a>(block: &mut Block, flag: Word<'a>, tail: &'w [Word<'a>]) -> Parsed<&'w [Word<'a>]> {
    match flag.text {
        "buffer" => block.kind = Kind::Buffer,
        "break" => block.kind = Kind::Break,
        "opening" => block.kind = Kind::Opening,
        "closing" => block.kind = Kind::Closing,
        "auto" => block.auto = true,
        "optional" => block.optional = true,
        "byhand" if block.parts.is_empty() => return flag.fault("“byhand” comes after “steps”"),
        "byhand" => block.advance = Advance::ByHand,
        "until" | "min" | "gap" | "steps" => return valued(block, flag, tail),
        text => match text.strip_prefix('@') {
            Some(time) => block.fixed = Some(clock(Word { text: time, column: flag.column + 1, ..flag })?),
            None => return flag.fault(FLAGS),
        },
    }
    Ok(tail)
}

const FLAGS: &str = "expected @HH:MM, until HH:MM, min N, gap N, buffer, break, opening, closing, auto, \
                     optional, steps N+N or byhand";

/// Applies a flag that takes the next word.
fn valued<'w, 'a>(block: &mut Block, flag: Word<'a>, tail: &'w [Word<'a>]) -> Parsed<&'w [Word<'a>]> {
    let [value, rest @ ..] = tail else {
        return flag.fault(format!("expected a value after “{}”", echoed(flag.text)));
    };
    match flag.text {
        "until" => block.until = Some(clock(*value)?),
        "min" => block.min = Some(minutes(*value)?),
        _ => block.gap = minutes(*value)?,
    }
    Ok(rest)
}

/// How many take part.
pub(super) fn people(word: Word<'_>) -> Parsed<u16> {
    match word.text.parse::<u16>() {
        Ok(people) if (1..=MOST_PEOPLE).contains(&people) => Ok(people),
        _ => word.fault(format!("“{}” is not a number of people from 1 to {MOST_PEOPLE}", echoed(word.text))),
    }
}

/// The parts that `1+2+4+5` names: each `N`, `N:SHORT:LONG`, or `N/p` for minutes to each person.
fn parts(word: Word<'_>, people: u16) -> Parsed<Vec<Part>> {
    let part = |text: &str| part(text, word, people);
    word.text.split('+').map(part).collect()
}

fn part(text: &str, word: Word<'_>, people: u16) -> Parsed<Part> {
    let number = |text| minutes(Word { text, ..word });
    if let Some(each) = text.strip_suffix("/p") {
        let each = length(Word { text: each, ..word })?;
        let seconds = u16::try_from(each.0).ok().filter(|seconds| (1..=3600).contains(seconds));
        let Some(seconds) = seconds else {
            return word.fault(format!("“{}” is not a round of up to an hour each", echoed(text)));
        };
        let round = PerPerson { seconds, plus_minutes: 0 };
        return Ok(Part {
            per_person: Some(round),
            minutes: round.length(people).minutes_planned(),
            ..Part::default()
        });
    }
    match text.split(':').collect::<Vec<_>>().as_slice() {
        [normal] => Ok(Part { minutes: number(normal)?, ..Part::default() }),
        [normal, short, long] => Ok(Part {
            minutes: number(normal)?,
            short: Some(number(short)?),
            long: Some(number(long)?),
            ..Part::default()
        }),
        _ => word.fault(format!("“{}” is not a step; expected N, N:SHORT:LONG or N/p", echoed(text))),
    }
}
