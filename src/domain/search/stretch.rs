//! Where lines have the letters of a word in order, whatever stands between them.

use super::lines::Lines;

/// The bytes of a field from the first letter of a word to the last, the first at the beginning of a word of the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    start: u8,
    end: u8,
}

/// The longest field that is looked at, in bytes.
const LONGEST_FIELD: usize = 80;

impl Stretch {
    /// That of a single letter.
    fn at(start: usize) -> Option<Stretch> {
        let start = u8::try_from(start).ok()?;
        Some(Stretch { start, end: start + 1 })
    }

    /// How many bytes it has after the first letter.
    #[must_use]
    pub fn spread(self) -> usize {
        usize::from(self.end.saturating_sub(self.start)).saturating_sub(1)
    }

    /// The stretch of the word with more `letters` at its end, from the same place of `field` on; the shortest one.
    #[must_use]
    pub fn further(self, letters: &[u8], field: &[u8]) -> Option<Stretch> {
        let mut end = usize::from(self.end);
        for letter in letters {
            end += field.get(end..)?.iter().position(|byte| byte == letter)? + 1;
        }
        Some(Stretch { end: u8::try_from(end).ok()?, ..self })
    }
}

/// Finds the stretches of `word` in `field`, one for each word of the field that it can begin with; none in a long field.
pub fn each_stretch(word: &str, field: &str, mut found: impl FnMut(Stretch)) {
    let (word, field) = (word.as_bytes(), field.as_bytes());
    let Some((first, others)) = word.split_first().filter(|_| field.len() <= LONGEST_FIELD) else { return };
    let mut start = 0;
    while let Some(rest) = field.get(start..) {
        if rest.first() == Some(first) {
            let Some(stretch) = Stretch::at(start).and_then(|start| start.further(others, field)) else { return };
            found(stretch);
        }
        start += rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len()) + 1;
    }
}

/// Whether `field` has a stretch of `word`.
#[must_use]
pub fn has(word: &str, field: &str) -> bool {
    let mut is_found = false;
    each_stretch(word, field, |_| is_found = true);
    is_found
}

/// Where the lines have the letters of `text` in order.
#[derive(Debug, Clone)]
pub struct InOrder {
    text: String,
    /// Those of a line one after the other.
    lines: Vec<(u32, Stretch)>,
}

impl InOrder {
    /// Looks for `text` in `lines`; only where its longest beginning among those of `earlier` was found, if there is one.
    #[must_use]
    pub fn of(text: &str, lines: &Lines, earlier: &[InOrder]) -> InOrder {
        let begun = earlier.iter().rev().find_map(|begun| Some((begun, text.strip_prefix(&*begun.text)?.as_bytes())));
        let mut found = Vec::new();
        match begun {
            Some((begun, rest)) => {
                let further = |(line, stretch): &(u32, Stretch)| {
                    Some((*line, stretch.further(rest, lines.line(*line).1.as_bytes())?))
                };
                found.extend(begun.lines.iter().filter_map(further));
            }
            None => lines.having_begun(text).for_each(|line| {
                each_stretch(text, lines.line(line).1, |stretch| found.push((line, stretch)));
            }),
        }
        InOrder { text: text.to_owned(), lines: found }
    }

    /// The lines, each with the fewest bytes that the letters after the first one spread over.
    #[must_use]
    pub fn spreads(&self) -> Vec<(usize, u32)> {
        let mut spreads: Vec<(usize, u32)> = Vec::with_capacity(self.lines.len());
        for (line, stretch) in &self.lines {
            match spreads.last_mut().filter(|(_, last)| last == line) {
                Some((fewest, _)) => *fewest = stretch.spread().min(*fewest),
                None => spreads.push((stretch.spread(), *line)),
            }
        }
        spreads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretches(word: &str, field: &str) -> Vec<Stretch> {
        let mut all = Vec::new();
        each_stretch(word, field, |stretch| all.push(stretch));
        all
    }

    fn spreads(word: &str, field: &str) -> Vec<usize> {
        stretches(word, field).into_iter().map(Stretch::spread).collect()
    }

    #[test]
    fn a_stretch_begins_with_a_word_and_is_as_short_as_it_can_be() {
        assert_eq!(spreads("stk", "styrkekort"), [4]);
        assert_eq!(spreads("stk", "se styrkekort"), [7, 4]);
        assert_eq!(spreads("stk", "styrke se ti"), [4], "from the second word on there is no k");
        for (word, field) in [("stk", "besøk og styre"), ("stk", ""), ("", "styrke"), ("stk", " ")] {
            assert_eq!(spreads(word, field), [0; 0], "{word} in {field:?}");
        }
        assert_eq!(spreads("stk", &"styrke ".repeat(12)), [0; 0], "a long field");
    }

    #[test]
    fn going_on_is_the_same_as_looking_anew() {
        let word = "stjernekv";
        for field in ["stjernekveld", "se stor jern og enke i vest med stjernekveld", "stjerne og kvist", "s t r k"] {
            for (begun, rest) in (1..word.len()).filter_map(|end| word.split_at_checked(end)) {
                let begun = stretches(begun, field).into_iter();
                let gone_on = begun.map_while(|begun| begun.further(rest.as_bytes(), field.as_bytes()));
                assert_eq!(gone_on.collect::<Vec<_>>(), stretches(word, field), "{rest} in {field}");
            }
        }
    }
}
