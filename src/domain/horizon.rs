//! The decision horizon: until when the running block may go on, so that what lies between it and a fixed time still
//! fits whole, or at its shortest.

use super::agenda::{Agenda, Block, BlockId, Kind};
use super::recovery::shortest;
use super::schedule::{Row, Schedule, Timing, schedule};
use super::session::Session;
use super::times::{Moment, Seconds};

/// The latest ends of the running block for the sake of one fixed time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Horizon {
    /// The block with the fixed start, or the marker.
    pub fixed: BlockId,
    /// What is to fit before it, in order; buffers and markers are not told.
    pub between: Vec<BlockId>,
    /// Until then all of it fits whole; none when that has passed.
    pub whole: Option<Moment>,
    /// Until then it fits with every block at its shortest; none when that has passed, or is the same as whole.
    pub short: Option<Moment>,
}

/// The horizon of each coming fixed time that something lies in front of and that can still be met, in order; nothing
/// when no block runs.
#[must_use]
pub fn horizons(session: &Session, now: Moment) -> Vec<Horizon> {
    let view = schedule(session, now);
    let Some(current) = view.current() else { return Vec::new() };
    let walk = Walk { plan: &session.plan_at(now), view: &view, from: current.index + 1 };
    let all = (walk.from..view.rows.len()).filter_map(|index| walk.horizon(index));
    let ahead = |moment: Option<Moment>| moment.filter(|moment| *moment >= now);
    let open = all.map(|horizon| Horizon { whole: ahead(horizon.whole), short: ahead(horizon.short), ..horizon });
    open.filter(|horizon| horizon.whole.is_some() || horizon.short.is_some()).collect()
}

/// How long a block is taken to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Whole,
    Shortest,
}

struct Walk<'a> {
    plan: &'a Agenda,
    view: &'a Schedule,
    from: usize,
}

impl Walk<'_> {
    fn coming(&self, index: usize) -> Option<(&Block, &Row)> {
        let (block, row) = (self.plan.blocks.get(index)?, self.view.rows.get(index)?);
        matches!(row.timing, Timing::Upcoming(_)).then_some((block, row))
    }

    fn horizon(&self, index: usize) -> Option<Horizon> {
        let (block, row) = self.coming(index)?;
        block.fixed?;
        let told = |(block, row): (&Block, &Row)| (!block.is_marker() && block.kind != Kind::Buffer).then_some(row.id);
        let between: Vec<BlockId> =
            (self.from..index).filter_map(|index| self.coming(index)).filter_map(told).collect();
        let (whole, short) = (self.latest(index, Size::Whole)?, self.latest(index, Size::Shortest)?);
        let short = Some(short).filter(|short| *short > whole);
        (!between.is_empty()).then_some(Horizon { fixed: row.id, between, whole: Some(whole), short })
    }

    /// The latest end of the running block with which the fixed row `index` begins in time.
    fn latest(&self, index: usize, size: Size) -> Option<Moment> {
        let (block, row) = self.coming(index)?;
        let mut latest = row.meant()? - block.changeover();
        for (block, row) in (self.from..index).rev().filter_map(|index| self.coming(index)) {
            latest = latest_start(block, row, (latest, size))? - block.changeover();
        }
        Some(latest)
    }
}

/// The latest start of a block that is to end by `end`; a buffer may be eaten whole. Nothing when its own clock times do
/// not let it end by then, whatever comes before it.
fn latest_start(block: &Block, row: &Row, (end, size): (Moment, Size)) -> Option<Moment> {
    let length = match (block.kind, size) {
        _ if block.is_marker() => Seconds::ZERO,
        (Kind::Buffer, _) => Seconds::ZERO,
        _ if block.until.is_some() => Seconds::of_minutes(block.min.unwrap_or(0)),
        (_, Size::Whole) => left(row),
        (_, Size::Shortest) => (left(row) - (row.length - shortest(block, row))).or_zero(),
    };
    let until = until(block, row).filter(|until| *until <= end);
    let start = if block.until.is_some() { until? } else { end } - length;
    match block.fixed.and(row.meant()) {
        Some(fixed) => (fixed <= start).then_some(fixed),
        None => Some(start),
    }
}

/// What a coming row takes.
fn left(row: &Row) -> Seconds {
    row.projected().map_or(Seconds::ZERO, super::schedule::Span::length)
}

/// When a row that lasts until a clock time ends.
fn until(block: &Block, row: &Row) -> Option<Moment> {
    block.until.and_then(|_| Some(row.projected()?.end - row.conflict.unwrap_or_default()))
}
