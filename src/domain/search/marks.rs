//! Which characters of a shown name a query has met.

use super::fold::{bag, words};
use super::fuzzy::Gaps;
use super::layer::{Entry, Layer};
use super::query::Query;

/// The positions of the matched characters in `name`, in order.
#[must_use]
pub fn marks(name: &str, query: &Query) -> Vec<usize> {
    let found = words(name);
    let entries: Vec<_> = found.iter().map(|word| (word, Entry::new(word), bag(&word.text))).collect();
    let mut marked = Vec::new();
    for token in query.readings.iter().map(|reading| &reading.meant.token) {
        let may_fit = entries.iter().filter(|(.., bag)| token.lacks_few(*bag));
        let fits = may_fit.map(|(word, entry, _)| (word, *entry, token.fit(*entry)));
        let fits: Vec<_> = fits.filter(|(.., fit)| fit.quality > 0).collect();
        let best = fits.iter().map(|(.., fit)| fit.quality).max().unwrap_or_default();
        let slips_only = fits.iter().all(|(.., fit)| fit.layer == Layer::Typo);
        for (word, entry, fit) in fits {
            if if slips_only { fit.quality == best } else { fit.layer < Layer::Typo } {
                marked.extend(word.source(token.covered(entry, fit.layer)));
            }
        }
    }
    if marked.is_empty() {
        marked = gaps(name, query);
    }
    marked.sort_unstable();
    marked.dedup();
    marked
}

fn gaps(name: &str, query: &Query) -> Vec<usize> {
    let found = words(name);
    let mut marked = Vec::new();
    for word in &query.words {
        let texts: Vec<_> = found.iter().map(|word| word.text.as_str()).collect();
        let (Some(gaps), field) = (Gaps::new(&word.text), texts.join(" ")) else { continue };
        if gaps.score(&field).is_none() {
            continue;
        }
        let places = gaps.places(&field);
        let mut start = 0;
        for word in &found {
            let here =
                places.iter().filter_map(|place| place.checked_sub(start)).filter(|place| *place < word.text.len());
            marked.extend(here.flat_map(|place| word.source(place..place + 1)));
            start += word.text.len() + 1;
        }
    }
    marked
}
