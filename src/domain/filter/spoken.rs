//! Times and numbers said without digits: `en halvtime`, `tre kvarter`, `half an hour`, `tjue`; and phrases as they meet
//! the tokens of a line.

use super::amount::{is_one_of, plain};
use super::grammar::Token;

/// The time that the first of `tokens` say, in minutes, and how many of them say it.
pub fn time(tokens: &[Token<'_>]) -> Option<(usize, u16)> {
    TIMES.iter().find_map(|(said, minutes)| Some((phrase(tokens, said)?, *minutes)))
}

/// The number that is written as a word: `tjue`, `forty`.
pub fn number(text: &str) -> Option<u16> {
    let first = text.chars().next().map(plain);
    let begins_so = |words: &[&str]| words.iter().any(|word| word.chars().next() == first);
    NUMBERS.iter().find(|(_, words)| begins_so(words) && is_one_of(text, words)).map(|(number, _)| *number)
}

/// How many of the first tokens say that so many take part as follow: `vi er 40`.
pub fn group(tokens: &[Token<'_>]) -> Option<usize> {
    GROUP.iter().find_map(|said| phrase(tokens, said))
}

/// What is said before a number of people.
const GROUP: [&str; 8] = ["vi er", "vi blir", "oss er", "me er", "me blir", "we are", "there are", "de er"];

const NUMBERS: [(u16, &[&str]); 25] = [
    (2, &["to", "two"]),
    (3, &["tre", "three"]),
    (4, &["fire", "four"]),
    (5, &["fem", "five"]),
    (6, &["seks", "six"]),
    (7, &["sju", "syv", "seven"]),
    (8, &["atte", "eight"]),
    (9, &["ni", "nine"]),
    (10, &["ti", "ten"]),
    (11, &["elleve", "eleven"]),
    (12, &["tolv", "twelve"]),
    (15, &["femten", "fifteen"]),
    (16, &["seksten", "sixteen"]),
    (18, &["atten", "eighteen"]),
    (20, &["tjue", "tyve", "twenty"]),
    (25, &["tjuefem"]),
    (30, &["tretti", "thirty"]),
    (35, &["trettifem"]),
    (40, &["forti", "forty"]),
    (45, &["fortifem"]),
    (50, &["femti", "fifty"]),
    (60, &["seksti", "sixty"]),
    (80, &["atti", "eighty"]),
    (90, &["nitti", "ninety"]),
    (100, &["hundre", "hundred"]),
];

/// How many tokens `phrase` takes up, when they begin with it. `1` in it stands for any word for one.
pub fn phrase(tokens: &[Token<'_>], phrase: &str) -> Option<usize> {
    if !may_begin(tokens.first()?.text, phrase) {
        return None;
    }
    let mut count = 0;
    for part in phrase.split(' ') {
        let text = tokens.get(count)?.text.trim_end_matches(['.', ',', ';']);
        if !is(text, part) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Whether the first letters agree: most words of a line are done with after that.
fn may_begin(text: &str, phrase: &str) -> bool {
    let letter = text.chars().next().map(plain);
    phrase.starts_with('1') || phrase.chars().next() == letter
}

fn is(text: &str, part: &str) -> bool {
    match part {
        "1" => is_one_of(text, &ONE),
        "time" => is_one_of(text, &["time", "times", "timer", "timar"]),
        "hour" => is_one_of(text, &["hour", "hours"]),
        "halvtime" => is_one_of(text, &["halvtime", "halvtimes"]),
        "kvarter" => is_one_of(text, &["kvarter", "kvarters"]),
        part => is_one_of(text, &[part]),
    }
}

/// Whether `name` may have such a time in it, judged by its letters alone.
pub fn may_be_in(name: &str) -> bool {
    ["time", "kvarter", "hour", "minut"].iter().any(|word| name.contains(word))
}

const ONE: [&str; 9] = ["en", "ein", "et", "eit", "ett", "eitt", "a", "an", "one"];

/// What people say, with the minutes; what goes on from another comes before it.
const TIMES: [(&str, u16); 25] = [
    ("1 og 1 halv time", 90),
    ("1 hour and 1 half", 90),
    ("1 and 1 half hour", 90),
    ("halvannen time", 90),
    ("halvannan time", 90),
    ("1 time og 1 kvarter", 75),
    ("tre kvarter", 45),
    ("trekvarter", 45),
    ("three quarters of 1 hour", 45),
    ("1 halv time", 30),
    ("halv time", 30),
    ("1 halvtime", 30),
    ("halvtime", 30),
    ("half 1 hour", 30),
    ("1 half hour", 30),
    ("half hour", 30),
    ("1 quarter of 1 hour", 15),
    ("quarter of 1 hour", 15),
    ("1 kvarter", 15),
    ("kvarter", 15),
    ("1 time", 60),
    ("1 hour", 60),
    ("to time", 120),
    ("two hour", 120),
    ("tre time", 180),
];
