//! All different words of some texts, each once, side by side in memory so that most are never touched.

use super::collector::Collected;
use super::fold::{bag, pairs};
use super::groups::number;
use super::layer::{Entry, Fit, Token};
use super::shapes::{Bags, Shapes};
use std::ops::Range;

/// Words and, after them, what is only several words written as one (*wholes*), each in the order of their folded form.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    letters: String,
    spots: Vec<Spot>,
    /// For each its characters.
    bags: Vec<Bags>,
    /// For each word its pairs of characters.
    pairs: Vec<u64>,
    /// How many are words.
    words: u32,
    /// The wholes by their lengths.
    shapes: Shapes,
}

/// How a word may fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It begins as the stem does.
    Begun,
    Any,
    /// Not as it is written.
    Slips,
}

/// Where a word is written, and how long it is.
#[derive(Debug, Clone, Copy, Default)]
struct Spot {
    start: u32,
    text: u32,
    /// As long as this is what was typed, when that is not the folded form; it stands after it.
    literal: u32,
    stem: u32,
}

impl Vocabulary {
    /// A vocabulary of what was collected, and for each number given so far the one that holds from now on.
    #[must_use]
    pub fn of(collected: &[Collected]) -> (Vocabulary, Vec<u32>) {
        let key = |at: u32, one: &Collected| (!one.is_word, beginning(&one.text), at);
        let mut order: Vec<_> = (0..).zip(collected).map(|(at, one)| key(at, one)).collect();
        let written = |at: u32| collected.get(at as usize).map(|one| (&one.text, &one.literal));
        order.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| written(a.2).cmp(&written(b.2))));
        let (mut vocabulary, mut renumbered) = (Vocabulary::default(), vec![0; order.len()]);
        for (new, (.., old)) in (0..).zip(order) {
            renumbered.get_mut(old as usize).into_iter().for_each(|slot| *slot = new);
            collected.get(old as usize).into_iter().for_each(|one| vocabulary.push(one));
        }
        let bags = |whole: u32| vocabulary.bags.get(whole as usize).copied().unwrap_or_default();
        let wholes = vocabulary.wholes().map(|whole| (whole, bags(whole), vocabulary.spot(whole).shape()));
        vocabulary.shapes = Shapes::of(&wholes.collect::<Vec<_>>());
        (vocabulary, renumbered)
    }

    fn push(&mut self, one: &Collected) {
        let start = number(self.letters.len());
        self.letters.push_str(&one.text);
        let differs = one.literal != one.text;
        if differs {
            self.letters.push_str(&one.literal);
        }
        if one.is_word {
            self.words += 1;
            self.pairs.push(pairs(&one.text));
        }
        self.bags.push(Bags { whole: bag(&one.text), root: bag(one.text.get(..one.stem).unwrap_or_default()) });
        let literal = if differs { number(one.literal.len()) } else { 0 };
        self.spots.push(Spot { start, text: number(one.text.len()), literal, stem: number(one.stem) });
    }

    /// How many words and wholes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spots.len()
    }

    fn wholes(&self) -> Range<u32> {
        self.words..number(self.spots.len())
    }

    fn spot(&self, number: u32) -> Spot {
        self.spots.get(number as usize).copied().unwrap_or_default()
    }

    /// The word with this number.
    #[must_use]
    pub fn word(&self, number: u32) -> Entry<'_> {
        let spot = self.spot(number);
        let end = spot.start + spot.text;
        let part = |from: u32, to: u32| self.letters.get(from as usize..to as usize).unwrap_or_default();
        let text = part(spot.start, end);
        let literal = if spot.literal == 0 { text } else { part(end, end + spot.literal) };
        Entry { text, literal, stem: spot.stem as usize, is_word: number < self.words }
    }

    /// How long the folded word is, in bytes.
    #[must_use]
    pub fn length(&self, number: u32) -> u32 {
        self.spot(number).text
    }

    /// Whether this is the folded form of one of the words.
    #[must_use]
    pub fn knows(&self, text: &str) -> bool {
        self.starting(text).any(|range| range.start < range.end && self.word(range.start).text == text)
    }

    /// The numbers of the words, and then of the wholes, whose folded form begins with `start`.
    pub fn starting(&self, start: &str) -> impl Iterator<Item = Range<u32>> {
        [0..self.words, self.wholes()].into_iter().map(move |part| {
            let first = self.first_not(&part, |text| text < start);
            first..self.first_not(&(first..part.end), |text| text.starts_with(start))
        })
    }

    /// The first in `range` of which `holds` does not hold; it holds up to there.
    fn first_not(&self, range: &Range<u32>, holds: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.word(middle).text) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Hands out the numbers of all that `token` can fit, judged by characters and lengths, some more than do and none
    /// less, with the ways in which they may.
    pub fn candidates(&self, token: &Token, mut take: impl FnMut(u32, Way)) {
        let [words, wholes] = self.both(token.root());
        words.clone().chain(wholes.clone()).for_each(|number| take(number, Way::Begun));
        if token.text.len() < SHORTEST_INSIDE {
            return;
        }
        let is_begun = |number: &u32| words.contains(number) || wholes.contains(number);
        let containing = (0..).zip(&self.pairs).filter(|(_, pairs)| token.may_be_in(**pairs));
        containing.map(|(word, _)| word).filter(|word| !is_begun(word)).for_each(|word| take(word, Way::Any));
        if token.slips > 0 {
            self.slipped(token, |number| {
                let pairs = self.pairs.get(number as usize);
                let is_taken = is_begun(&number) || pairs.is_some_and(|pairs| token.may_be_in(*pairs));
                (!is_taken).then(|| take(number, Way::Slips));
            });
        }
    }

    /// How well `token` fits a candidate.
    #[must_use]
    pub fn fit(&self, token: &Token, number: u32, way: Way) -> Fit {
        match (way, self.spot(number)) {
            (Way::Begun, Spot { text, literal: 0, .. }) if token.is_short() => token.fit_begun(text as usize),
            (Way::Slips, _) => token.fit_with_slips(self.word(number)),
            _ => token.fit(self.word(number)),
        }
    }

    /// Hands out what `token` can mean with slips, judged by characters and lengths.
    fn slipped(&self, token: &Token, mut take: impl FnMut(u32)) {
        let bags = |range: Range<u32>| {
            let bags = self.bags.get(range.start as usize..range.end as usize).unwrap_or_default();
            range.zip(bags)
        };
        let is_near = |number: u32| Shapes::is_near(token, self.spot(number).shape());
        let alike = bags(0..self.words).filter(|(_, bags)| bags.may_be(token)).map(|(word, _)| word);
        alike.filter(|word| is_near(*word)).for_each(&mut take);
        self.shapes.near(token, &mut take);
        let first: String = token.text.chars().take(1).filter(|_| token.may_be_begun()).collect();
        for begun in self.both(&first).into_iter().filter(|_| !first.is_empty()) {
            let others = bags(begun).filter(|(number, bags)| !(bags.may_be(token) && is_near(*number)));
            others.filter(|(_, bags)| token.lacks_few(bags.whole)).for_each(|(number, _)| take(number));
        }
    }

    fn both(&self, start: &str) -> [Range<u32>; 2] {
        let mut ranges = self.starting(start);
        [ranges.next().unwrap_or_default(), ranges.next().unwrap_or_default()]
    }
}

impl Spot {
    fn shape(self) -> (usize, usize) {
        (self.text as usize, self.stem as usize)
    }
}

/// From how many letters on a word is looked for inside others.
const SHORTEST_INSIDE: usize = 3;

/// The first sixteen bytes, as a number that sorts as they do.
fn beginning(text: &str) -> u128 {
    let mut first = [0; 16];
    first.iter_mut().zip(text.bytes()).for_each(|(slot, byte)| *slot = byte);
    u128::from_be_bytes(first)
}
