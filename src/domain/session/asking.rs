//! The question that the wall puts to the group when time is short: three ways on, in public words only. What can be
//! chosen is worked out in `recovery`.

use crate::domain::agenda::BlockId;
use crate::domain::times::Moment;
use serde::{Deserialize, Serialize};

/// A question on the wall; it stands as long as the block it was asked in is the running one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asking {
    pub block: BlockId,
    pub wishes: [Wish; 3],
    /// Stands in place of the question when it has been answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thanks: Option<Thanks>,
}

/// What the wall says to the group's answer: when the session ends, for a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thanks {
    pub end: Moment,
    pub until: Moment,
}

/// A way on that the group can choose. It tells the room no more than it must: no block, no minutes, no lateness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// To end at this moment instead.
    EndAt(Moment),
    /// To shorten a little of what comes.
    Shorten,
    /// To take one block out.
    Drop,
    /// To end as planned, with as much as there is time for.
    EndAsPlanned,
    /// Something else, which somebody says aloud.
    Other,
    /// To go on, wherever that leads.
    AsNow,
}
