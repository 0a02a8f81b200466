//! What a facilitator may call things, as data: stop words, words that mean the same, what each purpose is called.

use super::text::Line;
use super::tool::Purpose;
use super::version::Version;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The words of `data/synonyms.ron`, all languages mixed: a query is not asked for its language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Synonyms {
    pub version: Version,
    /// Words that need not be found when a query has others.
    pub stop: Vec<Line>,
    /// What may be said of any tool (`øvelse`): where a query finds nothing, these need not be found either, nor such an end of
    /// a compound.
    pub general: Vec<Line>,
    /// Ways to spell the same sound or root; either may stand in a query for the other (`draum`, `drøm`).
    pub spellings: Vec<(Line, Line)>,
    /// Words that nynorsk and bokmål write differently, each by itself (`gjer`, `gjør`).
    pub nynorsk: Vec<(Line, Line)>,
    /// Groups of words and phrases that mean the same.
    pub same: Vec<Vec<Line>>,
    /// What people call the purposes of tools.
    pub purposes: BTreeMap<Purpose, Vec<Line>>,
}
