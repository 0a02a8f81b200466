//! The commands of a case: what is pressed, and what happens to the machine it runs on.

use super::grammar::{Parsed, Word, find, length};
use super::plan;
use crate::cli::answer::echoed;
use crate::domain::agenda::{Agenda, Block, BlockId};
use crate::domain::session::{Moved, PlanEdit, Press, StepAct};
use crate::domain::times::Seconds;
use crate::domain::tool::Variant;

/// A command, dated back by `ago`.
#[derive(Debug, Clone)]
pub(in crate::cli::simulate) struct Order {
    pub deed: Deed,
    pub ago: Seconds,
}

/// What a command comes to.
#[derive(Debug, Clone)]
pub(in crate::cli::simulate) enum Deed {
    Press(Press),
    /// It names a block that is not in the plan.
    Unknown,
    /// The wall clock is set by so much (positive = forward).
    Clock(Seconds),
    /// The machine slept: time that passed.
    Slept,
    /// The block that runs or is waited for, in another of its method's lengths.
    Variant(Variant),
    /// Takes the offer with this number, counted from 1.
    Accept(usize),
}

/// The commands, for a word that is none.
const COMMANDS: &str = "start, next, prev, goto, pause, resume, add, skip, unskip, dur, rebase, end, undo, step, variant, people, \
                        insert, change, move, accept, sleep, clock or ?";

/// Reads a command; a block that it puts in becomes `known`.
pub(super) fn order(command: Word<'_>, rest: &[Word<'_>], known: &mut Agenda) -> Parsed<Order> {
    let (words, ago) = match rest {
        [words @ .., Word { text: "ago", .. }, back] => (words, Some((*back, length(*back)?))),
        words => (words, None),
    };
    let dateable = ["start", "next", "prev", "goto", "pause", "resume", "end"].contains(&command.text);
    match ago {
        Some((word, _)) if !dateable => word.fault(format!("“{}” cannot be dated back", echoed(command.text))),
        Some((word, back)) if back.is_negative() => word.fault("“ago” takes minutes back, 0 or more"),
        Some((_, back)) => Ok(Order { deed: deed(command, words, known)?, ago: back }),
        None => slept(command, words)
            .unwrap_or_else(|| Ok(Order { deed: deed(command, words, known)?, ago: Seconds::ZERO })),
    }
}

/// `sleep N` and `sleep N pause`: the machine slept the N minutes before this line.
fn slept(command: Word<'_>, words: &[Word<'_>]) -> Option<Parsed<Order>> {
    let (by, pause) = match (command.text, words) {
        ("sleep", [by]) => (*by, false),
        ("sleep", [by, Word { text: "pause", .. }]) => (*by, true),
        _ => return None,
    };
    Some(match length(by) {
        Ok(by_length) if by_length.is_negative() => by.fault("a sleep lasts 0 minutes or more"),
        Ok(by) if pause => Ok(Order { deed: Deed::Press(Press::Asleep(by)), ago: by }),
        Ok(_) => Ok(Order { deed: Deed::Slept, ago: Seconds::ZERO }),
        Err(fault) => Err(fault),
    })
}

fn deed(command: Word<'_>, words: &[Word<'_>], known: &mut Agenda) -> Parsed<Deed> {
    match (command.text, words) {
        ("clock", [by]) => return length(*by).map(Deed::Clock),
        ("accept", [number]) => return counted(*number).map(Deed::Accept),
        ("variant", [which]) => return variant(*which).map(Deed::Variant),
        _ => {}
    }
    let press = match command.text {
        "insert" | "change" | "move" => edit(command, words, known)?.map(Press::Edit),
        "step" => Some(Press::Step(step(command, words)?)),
        "variant" | "people" => method(command, words, known)?,
        _ => press(command, words, known)?,
    };
    Ok(press.map_or(Deed::Unknown, Deed::Press))
}

/// The commands that press a key.
fn press(command: Word<'_>, words: &[Word<'_>], plan: &Agenda) -> Parsed<Option<Press>> {
    let known = |name: &Word<'_>, press: fn(BlockId) -> Press| find(plan, name.text).map(press);
    let bare = |press: Press| match words {
        [] => Ok(Some(press)),
        _ => wrong(command, words),
    };
    match (command.text, words) {
        ("start", []) => Ok(Some(Press::Start(None, Moved::AsPlanned))),
        ("start", [Word { text: "shift", .. }]) => Ok(Some(Press::Start(None, Moved::FromNow))),
        ("start", [name]) => Ok(known(name, |id| Press::Start(Some(id), Moved::AsPlanned))),
        ("start", [name, Word { text: "shift", .. }]) => Ok(known(name, |id| Press::Start(Some(id), Moved::FromNow))),
        ("goto", [name]) => Ok(known(name, Press::Goto)),
        ("skip", [name]) => Ok(known(name, Press::Skip)),
        ("unskip", [name]) => Ok(known(name, Press::Unskip)),
        ("add", [by]) => Ok(Some(Press::Add(length(*by)?))),
        ("dur", [name, new]) => {
            let new = length(*new)?;
            Ok(find(plan, name.text).map(|id| Press::Length(id, new)))
        }
        ("next", _) => bare(Press::Next),
        ("prev", _) => bare(Press::Previous),
        ("pause", _) => bare(Press::Pause),
        ("resume", _) => bare(Press::Resume),
        ("rebase", _) => bare(Press::Rebase),
        ("end", _) => bare(Press::End),
        ("undo", _) => bare(Press::Undo),
        ("start" | "goto" | "skip" | "unskip" | "add" | "dur" | "sleep" | "clock" | "accept", _) => {
            wrong(command, words)
        }
        _ => command.fault(format!("“{}” is not a command; expected {COMMANDS}", echoed(command.text))),
    }
}

/// A fault at the first word after the command, or at the command when it stands alone; says how it is used.
fn wrong<T>(command: Word<'_>, words: &[Word<'_>]) -> Parsed<T> {
    words.first().unwrap_or(&command).fault(format!("expected {}", usage(command.text)))
}

/// How a command is written.
fn usage(command: &str) -> &str {
    match command {
        "start" => "“start [NAME] [shift] [ago MINUTES]”",
        "next" | "prev" | "pause" | "resume" | "end" => "nothing more, or “ago MINUTES”",
        "rebase" | "undo" => "nothing more",
        "goto" => "“goto NAME [ago MINUTES]”",
        "skip" => "“skip NAME”",
        "unskip" => "“unskip NAME”",
        "add" => "“add MINUTES”, also -MINUTES or m:ss",
        "dur" => "“dur NAME MINUTES”",
        "people" => "“people NUMBER”",
        "variant" => "“variant [NAME] short”, normal or long",
        "insert" => "“insert NAME MINUTES [flags] after NAME”, or first",
        "change" => "“change NAME MINUTES [flags]”",
        "move" => "“move NAME after NAME”, or first",
        "accept" => "“accept NUMBER”",
        "sleep" => "“sleep MINUTES [pause]”",
        "clock" => "“clock MINUTES”, also -MINUTES or m:ss",
        other => other,
    }
}

/// `step next|prev|hold`, `step goto N` (counted from 1), `step add N`.
fn step(command: Word<'_>, words: &[Word<'_>]) -> Parsed<StepAct> {
    match words {
        [Word { text: "next", .. }] => Ok(StepAct::Next),
        [Word { text: "prev", .. }] => Ok(StepAct::Previous),
        [Word { text: "hold", .. }] => Ok(StepAct::Hold),
        [Word { text: "add", .. }, by] => Ok(StepAct::Add(length(*by)?)),
        [Word { text: "goto", .. }, number] => Ok(StepAct::Goto(counted(*number)? - 1)),
        [number] if number.text.starts_with(|c: char| c.is_ascii_digit()) => Ok(StepAct::Goto(counted(*number)? - 1)),
        _ => command.fault("expected “step” next, prev, hold, goto N or add N"),
    }
}

/// A number counted from 1.
fn counted(word: Word<'_>) -> Parsed<usize> {
    match word.text.parse::<usize>() {
        Ok(number @ 1..) => Ok(number),
        _ => word.fault(format!("“{}” is not a number counted from 1", echoed(word.text))),
    }
}

fn variant(word: Word<'_>) -> Parsed<Variant> {
    match word.text {
        "short" => Ok(Variant::Short),
        "normal" => Ok(Variant::Normal),
        "long" => Ok(Variant::Long),
        _ => word.fault("expected short, normal or long"),
    }
}

/// `variant NAME short|normal|long`, `people N`.
fn method(command: Word<'_>, words: &[Word<'_>], plan: &Agenda) -> Parsed<Option<Press>> {
    match (command.text, words) {
        ("people", [number]) => Ok(Some(Press::People(plan::people(*number)?))),
        ("variant", [name, which]) => {
            let variant = variant(*which)?;
            Ok(find(plan, name.text).map(|id| Press::Variant(id, variant)))
        }
        _ => wrong(command, words),
    }
}

/// `insert NAME MINUTES [flags] after NAME`, `move NAME after NAME` (or `first`), `change NAME MINUTES [flags]`.
fn edit(command: Word<'_>, words: &[Word<'_>], known: &mut Agenda) -> Parsed<Option<PlanEdit>> {
    let (words, place) = match words {
        [words @ .., Word { text: "after", .. }, name] => (words, Some(find(known, name.text).map(Some))),
        [words @ .., Word { text: "first", .. }] => (words, Some(Some(None))),
        words => (words, None),
    };
    match (command.text, words, place) {
        ("insert", words, Some(after)) => {
            let block = plan::add(known, words, command)?.clone();
            Ok(after.map(|after| PlanEdit::Insert(Box::new(block), after)))
        }
        ("change", [name, ..], None) => {
            let described = plan::block(words, command, known.people)?;
            Ok(find(known, name.text).map(|id| PlanEdit::Change(Box::new(Block { id, ..described }))))
        }
        ("move", [name], Some(after)) => {
            Ok(find(known, name.text).and_then(|id| after.map(|after| PlanEdit::Move(id, after))))
        }
        _ => wrong(command, words),
    }
}
