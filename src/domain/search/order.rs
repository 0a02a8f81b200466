//! Norwegian order: æ, ø and å after z, aa as å, accents aside, numbers before letters and by their value.

use unicode_normalization::UnicodeNormalization;

/// A key that sorts as a Norwegian dictionary does. Runs of other characters count as one space.
#[must_use]
pub fn order(name: &str) -> Vec<u32> {
    let mut key = Vec::with_capacity(name.len());
    let mut letters = name.nfc().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            'a' if letters.next_if_eq(&'a').is_some() => key.push(AA),
            'å' => key.push(AA),
            'æ' | 'ä' => key.push(AE),
            'ø' | 'ö' | 'ő' | 'œ' => key.push(OE),
            'ü' | 'ű' => key.push(u32::from('y')),
            'đ' | 'ð' => key.push(u32::from('d')),
            'ß' => key.extend([u32::from('s'), u32::from('s')]),
            first if first.is_ascii_digit() => {
                let start = key.len();
                key.extend([NUMBER, u32::from(first)]);
                while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                    key.push(u32::from(digit));
                }
                let digits = u32::try_from(key.len() - start - 1).unwrap_or(MOST_DIGITS).min(MOST_DIGITS);
                key.iter_mut().skip(start).take(1).for_each(|number| *number += digits);
            }
            plain if plain.is_alphanumeric() => key.extend(std::iter::once(plain).nfd().take(1).map(u32::from)),
            _ if key.last().is_some_and(|last| *last != SPACE) => key.push(SPACE),
            _ => {}
        }
    }
    key
}

const SPACE: u32 = 0;
/// What a number begins with; with how many digits it has added, so that the longer one is larger.
const NUMBER: u32 = 1;
/// Longer numbers stand as if they had so many digits.
const MOST_DIGITS: u32 = 40;
const AE: u32 = 'z' as u32 + 1;
const OE: u32 = AE + 1;
const AA: u32 = OE + 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_in_a_norwegian_dictionary() {
        let sorted = [
            "1-2-4-alle",
            "4Ls",
            "5 minutter",
            "15 %",
            "25/10",
            "635",
            "Akvarium",
            "Én ting",
            "Energi",
            "Gå og snakk",
            "Mål",
            "Süd",
            "Sykkel",
            "Syng",
            "Zulu",
            "Ærlig",
            "Ätt",
            "Økos",
            "Öl",
            "Ørn",
            "Aall",
            "Åpent rom",
            "Aasen",
            "Åsgard",
        ];
        for pair in sorted.windows(2) {
            let [first, second] = pair else { continue };
            assert!(order(first) < order(second), "{first} before {second}");
        }
    }
}
