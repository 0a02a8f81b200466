//! Inflection: how much of a folded word stays when Norwegian and English endings are taken off.

/// The endings of nouns and verbs, in folded form, that end with a letter; longest first.
fn endings(last: u8) -> &'static [&'static str] {
    match last {
        b'a' => &["inga", "a"],
        b'd' => &["ed"],
        b'e' => &["ingene", "ingane", "ende", "ande", "ene", "ane", "ne", "e"],
        b'g' => &["ing"],
        b'n' => &["ingen", "ion", "en"],
        b'r' => &["inger", "ingar", "er", "ar"],
        b's' => &["endes", "ings", "ions", "enes", "anes", "ens", "ets", "ers", "ars", "es", "s"],
        b't' => &["et"],
        _ => &[],
    }
}

/// The shortest stem.
const LEAST: usize = 3;

/// The length in bytes of the stem of `text`: `intervjuene`, `intervjuet` and `intervju` share one, and so do `hatt`
/// and `hattene`. Words of three letters are their own stem.
#[must_use]
pub fn stem(text: &str) -> usize {
    if !text.is_ascii() || text.bytes().any(|b| b.is_ascii_digit()) {
        return text.len();
    }
    let mut rest = text;
    while let Some(shorter) = without_ending(rest) {
        rest = shorter;
    }
    match rest.as_bytes() {
        [.., a, b] if a == b && rest.len() > LEAST && !is_vowel(*a) => rest.len() - 1,
        _ => rest.len(),
    }
}

fn without_ending(text: &str) -> Option<&str> {
    let last = *text.as_bytes().last().filter(|_| text.len() > LEAST)?;
    endings(last).iter().find_map(|ending| text.strip_suffix(ending).filter(|stem| is_word(stem)))
}

fn is_word(stem: &str) -> bool {
    stem.len() >= LEAST && stem.bytes().any(is_vowel)
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_word_share_a_stem() {
        let families = [
            vec!["intervju", "intervjuet", "intervjuene", "intervjuer"],
            vec!["leder", "lederen", "ledere", "lederne"],
            vec!["hatt", "hatten", "hatter", "hattene"],
            vec!["historie", "historien", "historier", "historia"],
            vec!["evaluering", "evalueringen", "evaluere", "evaluerer"],
            vec!["mote", "motet", "moter", "motene"],
            vec!["tre", "treet"],
            vec!["vote", "voting", "votes"],
            vec!["celebrate", "celebration"],
        ];
        for family in families {
            let stems: Vec<_> = family.iter().map(|word| word.get(..stem(word))).collect();
            assert!(stems.windows(2).all(|pair| pair.first() == pair.last()), "{family:?}: {stems:?}");
        }
    }
}
