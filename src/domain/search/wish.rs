//! What a query says of time and group size: `20 minutter`, `40 people`. It leaves out tools instead of being looked for.

use crate::domain::tool::Tool;

/// A number of minutes and of people that a tool must be able to take; none when the query says nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    minutes: Option<u16>,
    people: Option<u16>,
}

/// What a tool can take, least and most.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    minutes: (u16, u16),
    people: (u16, u16),
}

impl Reach {
    #[must_use]
    pub fn of(tool: &Tool) -> Reach {
        Reach { minutes: tool.minutes, people: tool.people }
    }
}

impl Wish {
    /// The wish in `query`, and the query without it. What `is_named` says is part of a name is left where it is.
    #[must_use]
    pub fn taken_from(query: &str, is_named: impl Fn(&str) -> bool) -> (Wish, String) {
        let words: Vec<&str> = query.split_whitespace().collect();
        let (mut wish, mut left, mut at) = (Wish::default(), Vec::new(), 0);
        while let Some(word) = words.get(at) {
            let unit = words.get(at + 1).copied().unwrap_or_default();
            let taken = word.parse::<u16>().is_ok_and(|number| {
                !is_named(&super::folded(&format!("{word} {unit}"))) && wish.take(number, &unit.to_lowercase())
            });
            if !taken {
                left.push(*word);
            }
            at += if taken { 2 } else { 1 };
        }
        (wish, if wish == Wish::default() { query.to_owned() } else { left.join(" ") })
    }

    fn take(&mut self, number: u16, unit: &str) -> bool {
        let slot = match unit {
            _ if MINUTES.contains(&unit) => &mut self.minutes,
            _ if PEOPLE.contains(&unit) => &mut self.people,
            _ => return false,
        };
        *slot = Some(number);
        true
    }

    /// Whether a tool with this reach will do.
    #[must_use]
    pub fn allows(self, reach: Reach) -> bool {
        let within = |wish: Option<u16>, (least, most): (u16, u16)| wish.is_none_or(|n| (least..=most).contains(&n));
        within(self.minutes, reach.minutes) && within(self.people, reach.people)
    }
}

const MINUTES: [&str; 5] = ["min", "minutt", "minutter", "minute", "minutes"];
const PEOPLE: [&str; 8] =
    ["personer", "personar", "deltakere", "deltakarar", "folk", "mennesker", "people", "participants"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_a_unit_are_a_wish_unless_they_are_in_a_name() {
        let wish = |minutes, people| Wish { minutes, people };
        for (query, expected, left) in [
            ("40 personer", wish(None, Some(40)), ""),
            ("bli kjent 20 min 12 deltakere", wish(Some(20), Some(12)), "bli kjent"),
            ("5 minutter igjen", wish(None, None), "5 minutter igjen"),
            ("25 10", wish(None, None), "25 10"),
        ] {
            let named = |phrase: &str| phrase == "5 minutter";
            assert_eq!(Wish::taken_from(query, named), (expected, left.to_owned()), "{query}");
        }
    }
}
