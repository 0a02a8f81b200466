//! Which characters of a shown name a query has met.

use super::fold::words;
use super::fuzzy::Gaps;
use super::layer::{Entry, Fit, Layer};
use super::query::Query;
use std::collections::BTreeSet;

/// The positions of the matched characters in `name`, in order.
#[must_use]
pub fn marks(name: &str, query: &Query) -> Vec<usize> {
    let mut marked = BTreeSet::new();
    let found = words(name);
    let entries: Vec<_> = found.iter().map(Entry::new).collect();
    for reading in &query.readings {
        let fits: Vec<Fit> = entries.iter().map(|entry| reading.meant.token.fit(*entry)).collect();
        let best = fits.iter().map(|fit| fit.quality).max().unwrap_or_default();
        let slips_only = fits.iter().all(|fit| fit.quality == 0 || fit.layer == Layer::Typo);
        for ((word, entry), fit) in found.iter().zip(&entries).zip(fits) {
            if fit.quality > 0 && (!slips_only || fit.quality == best) && (fit.layer < Layer::Typo || slips_only) {
                marked.extend(word.source(reading.meant.token.covered(*entry, fit.layer)));
            }
        }
    }
    if marked.is_empty() {
        marked.extend(gaps(name, query));
    }
    marked.into_iter().collect()
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
