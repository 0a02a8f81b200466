//! The thresholds of the rules, and what they are as long as nothing else is asked for.

use crate::domain::text::{Lang, Text};
use crate::domain::tool::Tool;

/// How much is too little or too much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The languages every text must be written in.
    pub languages: Vec<Lang>,
    /// The languages names and titles must be written in.
    pub names: Vec<Lang>,
    pub counts: Counts,
    /// Most words of what the group gets.
    pub why: usize,
    /// Most words to the leader in a step.
    pub lead: usize,
    /// Most words of why one tool follows another.
    pub reason: usize,
    /// Columns of a line on the wall at 57 columns.
    pub columns: usize,
    /// Most lines on the wall of what the room reads, and of a question above it.
    pub say: usize,
    pub question: usize,
    /// Most cards that may share a sentence or a run of words.
    pub sharing: usize,
    /// From how many words on a sentence counts as one, and how many words in a row are a run.
    pub sentence: usize,
    pub run: usize,
    /// Fewest tools for each purpose and each step of an assignment.
    pub tools: usize,
    /// The longest time without a break, in minutes.
    pub sitting: i64,
}

/// Fewest and most of what a card lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Fewest aliases in each language.
    pub aliases: usize,
    /// Fewest needs in each language.
    pub needs: usize,
    pub tips: (usize, usize),
    pub examples: (usize, usize),
    pub pitfalls: (usize, usize),
    pub variants: (usize, usize),
    pub purposes: (usize, usize),
    pub phases: (usize, usize),
    pub forms: (usize, usize),
    pub steps: (usize, usize),
    pub related: (usize, usize),
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            languages: vec![Lang::Nb, Lang::En],
            names: Lang::ALL.to_vec(),
            counts: Counts::default(),
            why: 45,
            lead: 80,
            reason: 24,
            columns: 51,
            say: 6,
            question: 2,
            sharing: 2,
            sentence: 4,
            run: 6,
            tools: 8,
            sitting: 90,
        }
    }
}

impl Default for Counts {
    fn default() -> Counts {
        Counts {
            aliases: 2,
            needs: 4,
            tips: (2, 4),
            examples: (1, 2),
            pitfalls: (1, 3),
            variants: (0, 3),
            purposes: (1, 4),
            phases: (1, 4),
            forms: (1, 3),
            steps: (1, 12),
            related: (2, 6),
        }
    }
}

impl Limits {
    /// The limits for a card of somebody's own: only the languages they write it in are asked for, and no needs.
    #[must_use]
    pub fn of_own(tool: &Tool) -> Limits {
        let text: &Text = if tool.why.is_empty() { &tool.name } else { &tool.why };
        let languages: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| text.written(*lang).is_some()).collect();
        let counts = Counts { needs: 0, ..Counts::default() };
        Limits { names: languages.clone(), languages, counts, ..Limits::default() }
    }
}
