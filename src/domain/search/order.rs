//! Norwegian order: æ, ø and å after z, aa as å, accents aside, numbers by their value and before letters.

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
            digit if digit.is_ascii_digit() => {
                let start = key.len();
                key.extend([NOUGHT, u32::from(digit)]);
                while let Some(next) = letters.next_if(char::is_ascii_digit) {
                    key.push(u32::from(next));
                    key.get_mut(start).into_iter().for_each(|length| *length = (*length + 1).min(LONGEST));
                }
            }
            plain if plain.is_alphanumeric() => key.extend(std::iter::once(plain).nfd().take(1).map(u32::from)),
            _ if key.last().is_some_and(|last| *last != SPACE) => key.push(SPACE),
            _ => {}
        }
    }
    key
}

const SPACE: u32 = 0;

/// How long a number is stands before its digits, as something that comes before letters; numbers longer than thirty
/// digits are not told apart by that.
const NOUGHT: u32 = '0' as u32;
const LONGEST: u32 = NOUGHT + 30;

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
            "5 minutter igjen",
            "15 prosent",
            "25/10",
            "100 ideer",
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
