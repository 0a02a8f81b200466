//! What search costs over 1 000, 10 000 and 100 000 generated tools: making the index, one key, a whole word typed key by
//! key, taking letters back, and hostile queries; beside it the same word through frizbee over the same lines.
//!
//! `cargo bench --bench search`. Only one size: `cargo bench --bench search -- /1000/`.
//!
//! Instructions: `cargo build --release --example typing`, then
//!
//! ```text
//! valgrind --tool=callgrind --toggle-collect='*typing::one_key*' target/release/examples/typing 1000 evaluerin
//! ```
//!
//! counts the keys of the word (`one_key`: the key, the search and the drawn frame of 80 × 24), without the start.
//! `CARGO_PROFILE_RELEASE_STRIP=none` keeps the names that callgrind needs.
//!
//! Measured in November 2026: thousands of instructions a key, the mean of the nine keys of `evaluerin` (which some 600
//! of the tools answer), at 1 000 tools of 18 fields each; beside it what it was when marks and reasons were worked out
//! for every hit, texts went the library's way into the frame and frames were compared by it.
//!
//! | what                                                   |   now | before |
//! |--------------------------------------------------------|-------|--------|
//! | which tools answer, and their scores                   |   374 |    945 |
//! | the first of them, in order                            |    38 |    907 |
//! | the frame: letters, marks, empty ground                |   270 |  1 009 |
//! | what differs from the frame before, to a terminal      |   141 |    362 |
//! | the key, the line and what it asks for                 |    34 |     36 |
//! | together                                               |   857 |  3 259 |
//!
//! Other words, together: `workshop` 638, `idedugnad` 696, `innsjekk` 709, `verdenska` 717, `dialogduk` 720, `prikkstem`
//! 732, `samarbeid` 796, `gruppearb` 835, `intervju` 885; `stjernekv`, which is looked for with slips and gaps and at
//! last finds nothing, so that it is read more loosely and the nearest are sought, 996. The words of the catalogue are
//! dealt from the real cards: a card with another alias moves all of this by some per cent.
//!
//! Optimising over all libraries at once (`lto = "fat"`) changes none of it, and takes longer to build.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark that cannot be set up should stop")]

#[path = "../support/generated.rs"]
mod generated;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;
use vidde::data;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::search::{Found, Index, Request, Typing, nearest};
use vidde::domain::text::Lang;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// As many hits as a tall list shows.
const ROWS: usize = 40;

/// Nine letters each: one that stands in names, one that does not, one with a slip.
const WORDS: [&str; 3] = ["evaluerin", "stjernekv", "prikkstem"];

fn request(words: &str) -> Request<'_> {
    Request { words, lang: Lang::Nb, limit: ROWS, allowed: &|_| true, favour: &|_| 0 }
}

fn beginnings(word: &str) -> Vec<&str> {
    word.char_indices().map(|(at, letter)| &word[..at + letter.len_utf8()]).collect()
}

/// Types `word` key by key; the answer to the last.
fn typed(index: &Index, typing: &mut Typing, word: &str) -> Found {
    let found = beginnings(word).into_iter().map(|begun| typing.found(index, &request(begun)));
    found.last().unwrap_or_default()
}

/// The same through frizbee, one typo allowed, best first.
fn frizbee_typed(lines: &[String], word: &str) -> usize {
    let config = frizbee::Config::default().max_typos(Some(1));
    let found = beginnings(word).into_iter().map(|begun| frizbee::Matcher::new(begun, &config).match_list(lines).len());
    found.sum()
}

fn hostile() -> [(&'static str, String); 13] {
    [
        ("12 words", "styrke kort dialog gruppe arbeid plan idé mål rom kafé intervju ring".to_owned()),
        ("12 words with slips", "stykre krot dialgo grupep arbied paln ideé maal rmo kfaé intevrju rnig".to_owned()),
        ("12 letters", "s a e t r n i o d l k m".to_owned()),
        ("12 words of two letters", "st al er te re ni in on de le ke me".to_owned()),
        ("one letter 12 times", "e e e e e e e e e e e e".to_owned()),
        ("a", "a".to_owned()),
        ("a word of 200 letters", "interessentkartlegging".repeat(10)),
        ("punctuation", "!?.,-:;()".repeat(1_000)),
        ("12 stop words", "og i på en et for med som til av de den".to_owned()),
        ("10 000 characters", "å".repeat(10_000)),
        ("emoji", "😀".repeat(10_000)),
        ("combining marks", "a\u{301}\u{30a}".repeat(5_000)),
        ("right to left", "שלום עולם ".repeat(1_000)),
    ]
}

fn built(c: &mut Criterion) {
    let real = Catalogue::new(data::built_in().0, Vec::new()).knowing(data::synonyms());
    c.bench_function("index/real", |b| b.iter(|| Index::new(black_box(&real))));
    for size in SIZES {
        let catalogue = generated::catalogue(size);
        c.bench_function(&format!("index/{size}/"), |b| b.iter(|| Index::new(black_box(&catalogue))));
    }
}

fn keys(c: &mut Criterion) {
    for size in SIZES {
        let catalogue = generated::catalogue(size);
        let (index, lines) = (Index::new(&catalogue), generated::lines(&catalogue));
        let anew = Typing::default;
        c.bench_function(&format!("one key/{size}/s"), |b| {
            b.iter_batched_ref(anew, |typing| typed(&index, typing, "s"), BatchSize::SmallInput);
        });
        for word in WORDS {
            c.bench_function(&format!("nine keys/{size}/{word}"), |b| {
                b.iter_batched_ref(anew, |typing| typed(&index, typing, word), BatchSize::SmallInput);
            });
            c.bench_function(&format!("nine keys/{size}/{word}, frizbee"), |b| {
                b.iter(|| frizbee_typed(&lines, word));
            });
            let at_the_end = || {
                let mut typing = Typing::default();
                typed(&index, &mut typing, word);
                typing
            };
            c.bench_function(&format!("a letter taken back/{size}/{word}"), |b| {
                b.iter_batched_ref(
                    at_the_end,
                    |typing| typing.found(&index, &request(&word[..8])),
                    BatchSize::SmallInput,
                );
            });
        }
        for (what, line) in hostile() {
            c.bench_function(&format!("hostile/{size}/{what}"), |b| {
                b.iter(|| Typing::default().found(&index, &request(&line)));
            });
            c.bench_function(&format!("nearest/{size}/{what}"), |b| b.iter(|| nearest(&index, &line, Lang::Nb)));
            let Some((before, _)) = line.char_indices().next_back().map(|(last, _)| line.split_at(last)) else {
                continue;
            };
            let begun = || {
                let mut typing = Typing::default();
                typing.found(&index, &request(before));
                typing
            };
            c.bench_function(&format!("hostile, next key/{size}/{what}"), |b| {
                b.iter_batched_ref(begun, |typing| typing.found(&index, &request(&line)), BatchSize::SmallInput);
            });
        }
    }
}

criterion_group!(
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    targets = built, keys
);
criterion_main!(benches);
