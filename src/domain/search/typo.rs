//! Slips of the fingers: how many letters are inserted, omitted, exchanged or swapped between two words.

/// A word prepared for counting slips, at most [`LONGEST`] bytes long.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// For each byte value the places where the word has it, as bits.
    places: Vec<u64>,
    length: u32,
}

/// Longest word that slips are counted in, in bytes.
const LONGEST: usize = 64;

/// How far a word is from a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slips {
    /// Between the pattern and the whole word.
    pub whole: u32,
    /// Between the pattern and the beginning of the word that is nearest to it.
    pub beginning: u32,
}

impl Pattern {
    /// `word` as a pattern; nothing when it is empty or too long.
    #[must_use]
    pub fn new(word: &str) -> Option<Pattern> {
        let length = u32::try_from(word.len()).ok().filter(|_| (1..=LONGEST).contains(&word.len()))?;
        let mut places = vec![0_u64; 256];
        for (place, byte) in word.bytes().enumerate() {
            if let Some(slot) = places.get_mut(usize::from(byte)) {
                *slot |= 1 << place;
            }
        }
        Some(Pattern { places, length })
    }

    /// Counts the slips between this pattern and `word`, all places at once in the bits of a number (Hyyrö 2003:
    /// optimal string alignment).
    #[must_use]
    pub fn slips(&self, word: &str) -> Slips {
        let last = 1_u64 << (self.length - 1);
        let (mut up, mut down, mut diagonal, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let mut slips = Slips { whole: self.length, beginning: self.length };
        for byte in word.bytes() {
            let here = self.places.get(usize::from(byte)).copied().unwrap_or_default();
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & up).wrapping_add(up) ^ up) | here | down | swapped;
            let more = down | !(diagonal | up);
            let fewer = diagonal & up;
            slips.whole += u32::from(more & last != 0);
            slips.whole -= u32::from(fewer & last != 0);
            slips.beginning = slips.beginning.min(slips.whole);
            let (more, fewer) = (more << 1 | 1, fewer << 1);
            up = fewer | !(diagonal | more);
            down = more & diagonal;
            before = here;
        }
        slips
    }
}

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

    #[test]
    fn each_kind_of_slip_counts_one() {
        let cases = [
            ("kart", "kart", 0),
            ("kaart", "kart", 1),
            ("krt", "kart", 1),
            ("kurt", "kart", 1),
            ("katr", "kart", 1),
            ("akrt", "kart", 1),
            ("idedungad", "idedugnad", 1),
            ("forventningsavlkaring", "forventningsavklaring", 1),
            ("abcd", "efgh", 4),
        ];
        for (typed, meant, expected) in cases {
            assert_eq!(
                Pattern::new(typed).map(|pattern| pattern.slips(meant).whole),
                Some(expected),
                "{typed} {meant}"
            );
        }
    }

    #[test]
    fn the_beginning_of_a_longer_word_counts_by_itself() {
        let slips = Pattern::new("suksesshistoir").map(|pattern| pattern.slips("suksesshistorie"));
        assert_eq!(slips, Some(Slips { whole: 2, beginning: 1 }));
    }
}
