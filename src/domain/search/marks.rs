//! Which characters of a shown name a query has met.

use super::fold::{Word, bag, words};
use super::fuzzy::{Gaps, span};
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
        marked = gaps(&found, query);
    }
    marked.sort_unstable();
    marked.dedup();
    marked
}

fn gaps(found: &[Word], query: &Query) -> Vec<usize> {
    let field = found.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    let mut marked = Vec::new();
    for word in query.words.iter().filter(|word| span(&word.text, &field).is_some()) {
        let Some(gaps) = Gaps::new(&word.text).filter(|gaps| gaps.score(&field).is_some()) else { continue };
        let places = gaps.places(&field);
        let mut start = 0;
        for word in found {
            let here =
                places.iter().filter_map(|place| place.checked_sub(start)).filter(|place| *place < word.text.len());
            marked.extend(here.flat_map(|place| word.source(place..place + 1)));
            start += word.text.len() + 1;
        }
    }
    marked
}
