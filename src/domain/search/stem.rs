//! Inflection: how much of a folded word stays when Norwegian and English endings are taken off.

/// Endings of nouns and verbs in folded form, longest first.
const ENDINGS: [&str; 31] = [
    "ingene", "ingane", "inger", "ingar", "ingen", "endes", "ings", "inga", "ions", "ende", "ande", "enes", "anes",
    "ing", "ion", "ene", "ane", "ens", "ets", "ers", "ars", "er", "ar", "en", "et", "ed", "es", "ne", "e", "a", "s",
];

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
    let may_end = matches!(text.as_bytes().last(), Some(b'a' | b'd' | b'e' | b'g' | b'n' | b'r' | b's' | b't'));
    let mut endings = ENDINGS.iter().filter(|_| may_end && text.len() > LEAST);
    endings.find_map(|ending| text.strip_suffix(ending).filter(|stem| is_word(stem)))
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
