//! Slips of the fingers: how many letters are inserted, omitted, exchanged or swapped between two words. Words that come
//! in the order of their letters share what was found out about their common beginning.

/// A word prepared for counting slips, at most [`LONGEST`] bytes long.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// For each byte value where in the word one is after reading it, as bits: bit 1 is after the first byte.
    places: Vec<u64>,
    /// Where one is after the whole word.
    end: u64,
    /// Where one is after its stem; nowhere when that does not stand for the word.
    root: u64,
    /// The first of these places.
    near: u64,
    /// How many slips are forgiven in the word, and in its stem.
    forgiven: (u32, u32),
    /// All bits where two slips are counted, none where only one is.
    second: u64,
    /// The first letter, where the word can be the beginning of a longer one.
    begins: Option<u8>,
}

/// Longest word that slips are counted in, in bytes.
const LONGEST: usize = 63;

/// From how many letters on a slip is forgiven in a word that is still being typed.
const LONG_START: usize = 6;

/// How far a word is from a pattern; nothing where it is farther than is forgiven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slips {
    /// Between the whole words.
    pub whole: Option<u32>,
    /// Between their stems.
    pub root: Option<u32>,
    /// Whether the word begins with the same letter and, but for one slip, with the whole pattern.
    pub begins: bool,
}

/// Where in a pattern one can be with no slip, with one and with two.
type Reach = [u64; 3];

impl Pattern {
    /// `word` with its stem, in bytes, as a pattern that forgives one slip or two; nothing when it is empty or too long.
    #[must_use]
    pub fn new(word: &str, stem: usize, slips: u32) -> Option<Pattern> {
        if !(1..=LONGEST).contains(&word.len()) {
            return None;
        }
        let mut places = vec![0; 256];
        for (place, byte) in word.bytes().enumerate() {
            places.get_mut(usize::from(byte)).into_iter().for_each(|slot: &mut u64| *slot |= 2 << place);
        }
        let end = 1 << word.len();
        let root = if (LEAST_STEM..word.len()).contains(&stem) { 1 << stem } else { 0 };
        Some(Pattern {
            places,
            end,
            root,
            near: if root == 0 { end } else { root },
            forgiven: (slips, forgiven(stem)),
            second: if slips > 1 { u64::MAX } else { 0 },
            begins: word.bytes().next().filter(|_| word.len() >= LONG_START),
        })
    }

    /// Whether what is near this pattern was [`Path::is_near`] to `begun` too, the pattern of a beginning of the word.
    #[must_use]
    pub fn goes_on(&self, begun: &Pattern) -> bool {
        self.forgiven.0 == begun.forgiven.0 && self.near >= begun.near
    }

    fn places(&self, byte: u8) -> u64 {
        self.places.get(usize::from(byte)).copied().unwrap_or_default()
    }

    /// Where one comes with a byte that is `read` at some places from `here`, and from `before` when it and the `last` one
    /// are swapped (optimal string alignment, all places at once in the bits of a number).
    fn step(&self, (before, here): (Reach, Reach), (last, read): (u64, u64)) -> Reach {
        let swapped = read << 1 & last;
        let [none, one, two] = here;
        let exact = none << 1 & read;
        let slip = one << 1 & read | none | none << 1 | exact << 1 | before[0] << 2 & swapped;
        let slips = two << 1 & read | one | one << 1 | slip << 1 | before[1] << 2 & swapped;
        [exact, slip, slips & self.second]
    }

    /// Where the next byte must be read for one to be anywhere after it; `read` are the places of the last one.
    fn wanted(&self, (before, here): (Reach, Reach), read: u64) -> u64 {
        let (forgiving, last, swapped) =
            if self.second == 0 { (here[0], here[1], before[0]) } else { (here[1], here[2], before[1]) };
        if forgiving & self.all() == 0 { (last << 1 | swapped << 1 & read >> 1) & self.all() } else { u64::MAX }
    }

    fn all(&self) -> u64 {
        (self.end << 1).wrapping_sub(1)
    }

    /// Whether one is anywhere in the pattern.
    fn is_alive(&self, reach: Reach) -> bool {
        (reach[1] | reach[2]) & self.all() != 0
    }

    /// How far a whole word is, and its stem, when that is forgiven.
    fn whole(&self, reach: Reach) -> Option<u32> {
        least(reach, self.end).filter(|slips| *slips <= self.forgiven.0)
    }

    fn root(&self, reach: Reach) -> Option<u32> {
        least(reach, self.root).filter(|slips| *slips <= self.forgiven.1)
    }
}

/// With how few slips one can be at a place.
fn least(reach: Reach, place: u64) -> Option<u32> {
    (0..).zip(reach).find(|(_, places)| places & place != 0).map(|(slips, _)| slips)
}

/// A way through words that come in the order of their letters, held against a pattern.
#[derive(Debug)]
pub struct Path<'a> {
    pattern: &'a Pattern,
    /// Where one is before the first byte, after it, and so on for as long as one is anywhere.
    reached: [Reach; LONGEST + 4],
    /// For each of these where the next byte must be read for one to be anywhere after it; everywhere when any will do.
    wanted: [u64; LONGEST + 4],
    /// After how many bytes one still is somewhere.
    depth: usize,
    /// After how many bytes the stem of the pattern was first near, or else its whole; after very many when it was not.
    near: usize,
    /// The same for its whole with one slip, where that begins a word.
    begun: usize,
}

impl<'a> Path<'a> {
    #[must_use]
    pub fn new(pattern: &'a Pattern) -> Path<'a> {
        let mut reached = [[0; 3]; LONGEST + 4];
        reached[0] = [1, 3, 7 & pattern.second];
        let mut wanted = [0; LONGEST + 4];
        wanted[0] = u64::MAX;
        Path { pattern, reached, wanted, depth: 0, near: usize::MAX, begun: usize::MAX }
    }

    /// From how many bytes shared with the last word on a word is as far away as that one; nothing when it was near.
    #[must_use]
    pub fn dead_end(&self) -> u8 {
        if self.is_near() { u8::MAX } else { u8::try_from(self.depth + 1).unwrap_or(u8::MAX) }
    }

    /// Whether a word may be near that shares so many bytes with the word before and goes on with `byte` (0: with none).
    #[inline]
    pub fn may_turn(&mut self, byte: u8, shared: usize) -> bool {
        if self.is_near() || shared > self.depth {
            return true;
        }
        self.depth = shared;
        let wanted = self.wanted.get(shared).copied().unwrap_or_default();
        byte == 0 || wanted == u64::MAX || self.pattern.places(byte) & wanted != 0
    }

    /// Goes on to the word `text`, which shares so many bytes with the word before; says whether it may be near.
    #[inline]
    pub fn go(&mut self, text: &[u8], shared: usize) -> bool {
        self.depth = self.depth.min(shared);
        self.near = if self.near > shared { usize::MAX } else { self.near };
        self.begun = if self.begun > shared { usize::MAX } else { self.begun };
        let (mut before, mut last) = match self.depth.checked_sub(1) {
            Some(at) => (self.after(at), text.get(at).map_or(0, |byte| self.pattern.places(*byte))),
            None => ([0; 3], 0),
        };
        let mut here = self.after(self.depth);
        for byte in text.get(self.depth..).unwrap_or_default() {
            let read = self.pattern.places(*byte);
            let next = self.pattern.step((before, here), (last, read));
            if !self.pattern.is_alive(next) {
                return self.is_near();
            }
            self.depth += 1;
            self.reached.get_mut(self.depth).into_iter().for_each(|slot| *slot = next);
            let wanted = self.pattern.wanted((here, next), read);
            self.wanted.get_mut(self.depth).into_iter().for_each(|slot| *slot = wanted);
            self.note(next, text);
            (before, here, last) = (here, next, read);
        }
        self.is_near()
    }

    /// Whether the stem of the pattern, or else its whole, is near what the word begins with.
    fn is_near(&self) -> bool {
        self.near != usize::MAX
    }

    /// How far the word is that one has come to, of so many bytes, with a stem of so many.
    #[must_use]
    pub fn slips(&self, length: usize, stem: usize) -> Slips {
        let at = |depth: usize| Some(self.after(depth)).filter(|_| depth <= self.depth);
        Slips {
            whole: at(length).and_then(|reach| self.pattern.whole(reach)),
            root: at(stem).and_then(|reach| self.pattern.root(reach)),
            begins: self.begun <= length,
        }
    }

    fn after(&self, bytes: usize) -> Reach {
        self.reached.get(bytes).copied().unwrap_or_default()
    }

    fn note(&mut self, reach: Reach, text: &[u8]) {
        if (reach[1] | reach[2]) & self.pattern.near != 0 {
            self.near = self.near.min(self.depth);
        }
        if reach[1] & self.pattern.end != 0 && self.pattern.begins.is_some_and(|first| text.first() == Some(&first)) {
            self.begun = self.begun.min(self.depth);
        }
    }
}

/// The shortest stem that stands for its word, in bytes.
const LEAST_STEM: usize = 4;

/// How many slips are forgiven in a word of so many letters: one from four, two from eight.
#[must_use]
pub fn forgiven(letters: usize) -> u32 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gone(path: &mut Path<'_>, (text, stem): (&str, usize), shared: usize) -> Slips {
        let is_near = path.go(text.as_bytes(), shared);
        let slips = path.slips(text.len(), stem);
        assert!(is_near || slips == Slips::default(), "{text}");
        slips
    }

    fn slips(typed: &str, stem: usize, meant: (&str, usize)) -> Slips {
        let pattern = Pattern::new(typed, stem, 2);
        pattern.map(|pattern| gone(&mut Path::new(&pattern), meant, 0)).unwrap_or_default()
    }

    #[test]
    fn each_kind_of_slip_counts_one() {
        let cases = [
            ("kart", "kart", Some(0)),
            ("kaart", "kart", Some(1)),
            ("krt", "kart", Some(1)),
            ("kurt", "kart", Some(1)),
            ("katr", "kart", Some(1)),
            ("akrt", "kart", Some(1)),
            ("idedungad", "idedugnad", Some(1)),
            ("forventningsavlkaring", "forventningsavklaring", Some(1)),
            ("akrtt", "kart", Some(2)),
            ("abcd", "efgh", None),
            ("abcdefg", "bcdefghi", None),
        ];
        for (typed, meant, expected) in cases {
            assert_eq!(slips(typed, 0, (meant, 0)).whole, expected, "{typed} {meant}");
        }
    }

    #[test]
    fn the_beginning_of_a_longer_word_counts_by_itself_and_so_does_a_stem() {
        let begun = slips("suksesshistoir", 0, ("suksesshistorie", 15));
        assert_eq!(begun, Slips { whole: Some(2), root: None, begins: true });
        assert_eq!(slips("intrevjuene", 8, ("intervju", 8)).root, Some(1));
        assert!(!slips("ntervju", 0, ("intervjuguide", 8)).begins, "the first letter is another");
    }

    #[test]
    fn what_is_known_of_a_common_beginning_holds_for_the_next_word() {
        let words = ["akt", "akvarier", "akvarium", "akvariumene", "arbeid", "kvariumer", "kvarts"];
        let pattern = Pattern::new("akvarimu", 5, 2);
        let Some(pattern) = pattern else { return };
        let (mut path, mut last) = (Path::new(&pattern), "");
        for word in words {
            let shared = word.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
            let anew = gone(&mut Path::new(&pattern), (word, word.len()), 0);
            assert_eq!(gone(&mut path, (word, word.len()), shared), anew, "{word}");
            last = word;
        }
    }
}
