//! What a line of search says beside its words: `20 min`, `40 pers`, `trinn:oppstart`, `form:digital`, `#favoritt`,
//! `#nå`, `-ord`, `-trinn:oppstart`. How a line is read is in `grammar`, what the filters are called in `values`, what a filter does to the
//! tools in `sieve`, and the whole answer to a line in `find`.
//!
//! A filter leaves out tools; it never moves one up or down. Filters of different facets must all hold; of two steps,
//! forms, purposes or families either will do. What cannot be understood is said and leaves out nothing.

mod amount;
mod complete;
mod edit;
mod find;
mod grammar;
mod left;
mod measure;
mod names;
mod phrase;
mod sieve;
mod slip;
mod spoken;
mod units;
mod values;
mod ways;

pub use complete::{Completion, completions};
pub use edit::{chosen, typed, without};
pub use find::{Answer, Finder, Found, Ground};
pub use grammar::{Piece, Sense, pieces};
pub use left::{Free, Left, Room, left};
pub use names::Names;
pub use sieve::Sieve;
pub use values::{EITHER, Facet, facet, resolve, tag, values};
pub use ways::Way;

use super::tool::{Family, Form, Grouping, Phase, Purpose, Tool};

/// Longest run that can be asked for, in minutes: no limit at all.
pub const ENDLESS: u16 = u16::MAX;

/// How people sit together in a part of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sitting {
    Alone,
    Pairs,
    Groups,
    Plenary,
}

impl Sitting {
    /// Whether some part of the tool is done so.
    #[must_use]
    pub fn is_in(self, tool: &Tool) -> bool {
        tool.steps.iter().any(|step| {
            self == match step.grouping {
                Grouping::Individual => Sitting::Alone,
                Grouping::Pairs => Sitting::Pairs,
                Grouping::Groups(_) => Sitting::Groups,
                Grouping::Plenary => Sitting::Plenary,
            }
        })
    }
}

/// One thing that the tools must have, or must not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// One of its lengths takes at least and at most so many minutes.
    Minutes(u16, u16),
    /// It can be done with so few and with so many.
    People(u16, u16),
    Phase(Phase),
    Form(Form),
    Sitting(Sitting),
    Purpose(Purpose),
    Family(Family),
    Favourite,
    /// It fits into what the running session leaves free now, with those who are there.
    Now,
    /// Neither the name that is shown nor an alias has this word.
    Without(String),
    /// It does not have this, which is a step, form, purpose or family, or a favourite.
    Not(Box<Filter>),
}

/// What looks like a filter and cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// `trinn:` and nothing more.
    Open(Facet),
    /// `trinn:xyz`: no value begins so.
    Unknown(Facet, String),
    /// `form:p`: more than one value begins so.
    Several(Facet, String),
    /// `#xyz`
    Tag(String),
    /// `-` at the end, and no word yet.
    Dash,
    /// `20-` at the end: half a range.
    Amount,
    /// `-40 pers`, `-#nå`: this has no opposite.
    Negated(Filter),
    /// `99999999999 min`: more than can be asked for.
    TooLarge(String),
    /// `uten lek`, which looks for both words.
    Denied(String),
    /// `- lek`: a dash that stands apart from this word.
    Apart(String),
    /// `20` at the end, before its unit is there.
    Number(String),
    /// `tri` at the end, on the way to this filter: not looked for yet.
    Begun(String, String),
    /// `-ord`, and no name has the word.
    InNoName(String),
    /// `#nå` while no session runs.
    NothingRuns,
}

/// A line, understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// What is left to be looked for.
    pub words: String,
    /// Each once, in the order in which they stand.
    pub filters: Vec<Filter>,
    pub unclear: Vec<Unclear>,
    /// Where in the words an amount begins that ends the line and lacks its unit.
    pub number: Option<usize>,
    /// Where in the words the last one begins, while it is being typed.
    pub last: Option<usize>,
}

impl Wish {
    /// What `line` asks for.
    #[must_use]
    pub fn read(line: &str, names: &Names) -> Wish {
        let pieces = pieces(line, names);
        if pieces.iter().all(|piece| piece.sense == Sense::Word) {
            let denied = denied(line).map(|word| Unclear::Denied(word.to_owned()));
            let (words, number, last) = (line.to_owned(), amount::without_unit(line), last(line, line));
            return Wish { words, number, last, unclear: denied.into_iter().collect(), ..Wish::default() };
        }
        let mut wish = Wish::default();
        let ends_in_word = pieces.last().is_some_and(|piece| piece.sense == Sense::Word);
        for piece in pieces {
            match piece.sense {
                Sense::Word => {
                    let space = if wish.words.is_empty() { "" } else { " " };
                    wish.words.extend([space, line.get(piece.at).unwrap_or_default()]);
                }
                Sense::Filter(filter) => wish.add(filter),
                Sense::Unclear(unclear) => wish.unclear.push(unclear),
            }
        }
        wish.number = amount::without_unit(&wish.words).filter(|_| ends_in_word);
        wish.last = last(line, &wish.words).filter(|_| ends_in_word);
        wish
    }

    /// Asks for this too.
    pub fn add(&mut self, filter: Filter) {
        if !self.filters.contains(&filter) {
            self.filters.push(filter);
        }
    }
}

/// Where the last of `words` begins, when `line` ends with it.
fn last(line: &str, words: &str) -> Option<usize> {
    let word = words.split_whitespace().next_back().filter(|_| !line.ends_with(char::is_whitespace))?;
    words.len().checked_sub(word.len())
}

/// The word of a line of two that says that it is not wanted: `uten lek`.
fn denied(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    let (first, second) = (words.next()?, words.next()?);
    let is_word = second.len() <= grammar::LONGEST && second.chars().all(char::is_alphabetic);
    (is_word && words.next().is_none() && amount::is_one_of(first, &DENYING)).then_some(second)
}

/// What people write before what they do not want.
const DENYING: [&str; 6] = ["uten", "utan", "ikke", "ikkje", "without", "not"];
