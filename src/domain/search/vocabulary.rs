//! All different words of some texts, each once, side by side in memory so that most are never touched.

use super::collector::Collector;
use super::fold::pairs;
use super::groups::number;
use super::layer::{Entry, Fit, SHORTEST_INSIDE, Token};
use super::typo::Path;
use std::ops::Range;

/// Words and, after them, what is only several words written as one (*wholes*), each in the order of their folded form.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    letters: String,
    spots: Vec<Spot>,
    /// For each where its folded form parts from the one before.
    branches: Vec<Branch>,
    /// For each word its pairs of characters.
    pairs: Vec<u64>,
    /// How many are words.
    words: u32,
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

/// Where a word parts from the one before it.
#[derive(Debug, Clone, Copy, Default)]
struct Branch {
    /// The next word that shares no more than this one does.
    next: u32,
    /// How many bytes it shares; more than 255 are not told apart.
    shared: u8,
    /// The byte that comes after those; 0 for none.
    turn: u8,
}

impl Vocabulary {
    /// A vocabulary of what was collected, and for each number given so far the one that holds from now on.
    #[must_use]
    pub fn of(collected: &Collector) -> (Vocabulary, Vec<u32>) {
        let key = |at: u32, one: Entry<'_>| (!one.is_word, beginning(one.text), at);
        let mut order: Vec<_> = (0..collected.len()).map(|at| key(at, collected.word(at))).collect();
        let written = |at: u32| (collected.word(at).text, collected.word(at).literal);
        order.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| written(a.2).cmp(&written(b.2))));
        let (mut vocabulary, mut renumbered) = (Vocabulary::default(), vec![0; order.len()]);
        for (new, (.., old)) in (0..).zip(order) {
            renumbered.get_mut(old as usize).into_iter().for_each(|slot| *slot = new);
            vocabulary.push(collected.word(old));
        }
        vocabulary.join_branches();
        (vocabulary, renumbered)
    }

    /// Sees from each word to the next that shares no more.
    fn join_branches(&mut self) {
        for at in (0..self.branches.len()).rev() {
            let shared = self.branch(number(at)).shared;
            let next = self.sharing_less(number(at + 1), shared.saturating_add(1));
            self.branches.get_mut(at).into_iter().for_each(|branch| branch.next = next);
        }
    }

    fn branch(&self, number: u32) -> Branch {
        self.branches.get(number as usize).copied().unwrap_or_default()
    }

    /// The first from `start` on that shares fewer bytes than so many with the one before.
    fn sharing_less(&self, start: u32, bytes: u8) -> u32 {
        let mut next = start;
        while let Some(branch) = self.branches.get(next as usize).filter(|branch| branch.shared >= bytes) {
            next = branch.next;
        }
        next
    }

    fn push(&mut self, one: Entry<'_>) {
        let start = number(self.letters.len());
        let last = self.spots.len().checked_sub(1).map(|last| self.word(number(last)).text).unwrap_or_default();
        let shared = one.text.bytes().zip(last.bytes()).take_while(|(here, before)| here == before).count();
        let turn = one.text.as_bytes().get(shared).copied().unwrap_or_default();
        self.branches.push(Branch { next: 0, shared: u8::try_from(shared).unwrap_or(u8::MAX), turn });
        self.letters.push_str(one.text);
        let differs = one.literal != one.text;
        if differs {
            self.letters.push_str(one.literal);
        }
        if one.is_word {
            self.words += 1;
            self.pairs.push(pairs(one.text));
        }
        let literal = if differs { number(one.literal.len()) } else { 0 };
        self.spots.push(Spot { start, text: number(one.text.len()), literal, stem: number(one.stem) });
    }

    /// How many words and wholes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spots.len()
    }

    /// How many are words; the others are wholes.
    #[must_use]
    pub fn words(&self) -> u32 {
        self.words
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
        let is_first = |part: &Range<u32>| {
            let first = self.first_not(part, |other| other < text.as_bytes());
            first < part.end && self.text(self.spot(first)) == text.as_bytes()
        };
        self.parts().iter().any(is_first)
    }

    /// The numbers of the words, and then of the wholes, whose folded form begins with `start`.
    pub fn starting(&self, start: &str) -> impl Iterator<Item = Range<u32>> {
        self.parts().into_iter().map(move |part| {
            let first = self.first_not(&part, |text| text < start.as_bytes());
            first..self.first_not(&(first..part.end), |text| text.starts_with(start.as_bytes()))
        })
    }

    /// The numbers of the words, and of the wholes; both in order.
    fn parts(&self) -> [Range<u32>; 2] {
        [0..self.words, self.wholes()]
    }

    /// The first in `range` of which `holds` does not hold; it holds up to there.
    fn first_not(&self, range: &Range<u32>, holds: impl Fn(&[u8]) -> bool) -> u32 {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.text(self.spot(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Hands out all that `token` fits without slips, and how well; `near` are those of what begins with its stem or holds
    /// it that count.
    pub fn fitting(&self, token: &Token, near: impl IntoIterator<Item = u32>, mut take: impl FnMut(u32, Fit)) {
        for number in near {
            let fit = match self.spot(number) {
                Spot { text, literal: 0, .. } if token.is_short() && token.begins(self.text(self.spot(number))) => {
                    token.fit_begun(text as usize)
                }
                _ => token.fit_as_written(self.word(number)),
            };
            (fit.quality > 0).then(|| take(number, fit));
        }
    }

    /// What begins with the stem of `token`.
    pub fn begun(&self, token: &Token) -> impl Iterator<Item = u32> + use<> {
        self.both(token.root()).into_iter().flatten()
    }

    /// What begins with the stem of `token`, and the words that hold it when it is long enough to be looked for inside of
    /// words; `among` is the same for the beginning of a token.
    #[must_use]
    pub fn near(&self, token: &Token, among: Option<&[u32]>) -> Vec<u32> {
        let holds = |(word, pairs): (u32, &u64)| token.may_be_in(*pairs) && token.is_in(self.text(self.spot(word)));
        if let Some(among) = among {
            let is_near = |number: &&u32| match self.pairs.get(**number as usize) {
                Some(pairs) => holds((**number, pairs)),
                None => token.begins(self.text(self.spot(**number))),
            };
            return among.iter().filter(is_near).copied().collect();
        }
        let [begun, wholes] = self.both(token.root());
        let words: &[u64] = if token.text.len() < SHORTEST_INSIDE { &[] } else { &self.pairs };
        // Most words are passed over some at a time, without a decision for each.
        let may_hold = |words: &[u64]| words.iter().fold(false, |any, pairs| any | token.may_be_in(*pairs));
        let some = (0..).step_by(AT_A_TIME).zip(words.chunks(AT_A_TIME)).filter(|(_, some)| may_hold(some));
        let words = some.flat_map(|(first, some)| (first..).zip(some));
        let words = words.filter(|one| holds(*one) && !begun.contains(&one.0)).map(|(word, _)| word);
        let mut near: Vec<u32> = begun.clone().chain(wholes).collect();
        near.extend(words);
        near
    }

    /// Hands out what `token` can mean with slips and not without; answers all that begins near it. `among` is that for the
    /// beginning of a token.
    pub fn slipped(&self, token: &Token, among: Option<&[u32]>, mut take: impl FnMut(u32, Fit)) -> Vec<u32> {
        let Some(mut path) = token.path() else { return Vec::new() };
        let mut near = Vec::new();
        let mut meet = |number: u32, shared: usize, path: &mut Path<'_>| {
            let spot = self.spot(number);
            if path.go(self.text(spot), shared) {
                near.push(number);
                let (word, slips) = (self.word(number), path.slips(spot.text as usize, spot.stem as usize));
                let fit = token.fit_with(slips, word);
                (fit.quality > 0 && token.fit_as_written(word).quality == 0).then(|| take(number, fit));
            }
        };
        match among {
            Some(among) => among.iter().for_each(|number| meet(*number, 0, &mut path)),
            None => self.walk(&mut path, meet),
        }
        near
    }

    /// Goes along the words, past those that cannot be near; `meet` is told how many bytes each shares with the last one.
    fn walk(&self, path: &mut Path<'_>, mut meet: impl FnMut(u32, usize, &mut Path<'_>)) {
        let mut here = 0;
        while let Some(branch) = self.branches.get(here as usize) {
            let shared = usize::from(branch.shared);
            if path.may_turn(branch.turn, shared) {
                meet(here, shared, path);
                here = self.sharing_less(here + 1, path.dead_end());
            } else {
                here = branch.next;
            }
        }
    }

    fn text(&self, spot: Spot) -> &[u8] {
        self.letters.as_bytes().get(spot.start as usize..(spot.start + spot.text) as usize).unwrap_or_default()
    }

    fn both(&self, start: &str) -> [Range<u32>; 2] {
        let mut ranges = self.starting(start);
        [ranges.next().unwrap_or_default(), ranges.next().unwrap_or_default()]
    }
}

/// How many words are passed over together.
const AT_A_TIME: usize = 8;

/// The first sixteen bytes, as a number that sorts as they do.
fn beginning(text: &str) -> u128 {
    let mut first = [0; 16];
    first.iter_mut().zip(text.bytes()).for_each(|(slot, byte)| *slot = byte);
    u128::from_be_bytes(first)
}
