//! From what the facilitator asks for to an entry in the log, or a refusal in words (W15–W25).

use super::{Act, Entry, Moved, PlanEdit, Press, Refusal, Session, StepAct};
use crate::domain::agenda::{BlockId, MOST_BLOCKS};
use crate::domain::schedule::{Fold, Replay, RunState, Schedule, Sort};
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::MOST_PEOPLE;
use crate::domain::tool::Variant;

impl Session {
    /// Does what is asked at `now`, dated `ago` back (never beyond the start of the current visit, W15).
    ///
    /// # Errors
    /// The reason, when it makes no sense; nothing has changed then (W25).
    pub fn press(&mut self, press: Press, now: Moment, ago: Seconds) -> Result<(), Refusal> {
        self.press_on(&mut Fold::default(), press, (now, ago))
    }

    /// The same for one act after the other, at `now` and dated `ago` back: `fold` keeps what those before it came to.
    ///
    /// # Errors
    /// See [`Session::press`].
    pub fn press_on(&mut self, fold: &mut Fold, press: Press, (now, ago): (Moment, Seconds)) -> Result<(), Refusal> {
        if press == Press::Undo {
            *fold = Fold::default();
            return self.undo(now);
        }
        let replay = fold.at(self, now);
        let view = replay.schedule();
        let back = now - ago.or_zero();
        let at = match press {
            Press::Asleep(_) => back,
            Press::Edit(_) | Press::Agree(_) | Press::Answer(..) => replay.quiet_since().min(now),
            _ => replay.held_back(back),
        };
        let act = Asked { session: self, replay: &replay, view: &view, at }.act(press)?;
        self.record(Entry { at, told: now, act }, fold)
    }

    /// Notes that the wall clock was set by `step` (positive = forward) and reads `now` since (W22).
    pub fn clock_stepped(&mut self, step: Seconds, now: Moment) {
        self.log.push(Entry { at: now, told: now, act: Act::ClockStep(step) });
    }

    /// The session, not started yet, as it was at `at`: without the acts that are dated later, but with every edit, which
    /// holds from the start wherever that is dated.
    fn until(&self, at: Moment) -> Session {
        let holds = |entry: &&Entry| entry.at <= at || matches!(entry.act, Act::Edit(_));
        let log = self.log.iter().filter(holds).cloned().collect();
        Session { log, ..self.clone() }
    }

    /// Adds the entry if it makes sense where it is dated.
    fn record(&mut self, entry: Entry, fold: &mut Fold) -> Result<(), Refusal> {
        let (told, before) = (entry.told, fold.clone());
        let taken_in = fold.take_in(&entry);
        self.log.push(entry);
        if taken_in.unwrap_or_else(|| Replay::of(self, told).applied(self.log.len() - 1)) {
            return Ok(());
        }
        *fold = before;
        let Some(Entry { at, act, .. }) = self.log.pop() else { return Err(Refusal::NotAtThatTime) };
        Err(match act {
            Act::Add(..) | Act::Step(StepAct::Add(_)) => Refusal::NoTimeToTake,
            Act::Step(StepAct::Hold) => Refusal::NothingToHold,
            Act::Step(_) => Refusal::NoSuchPart,
            Act::Variant(..) => Refusal::NoSuchVariant,
            Act::People(_) => Refusal::NothingToChange,
            Act::Edit(_) => Refusal::NotAhead,
            Act::Agree(_) | Act::Answer(..) => Refusal::NoLongerSo,
            Act::Asleep(_) => Refusal::DidNotRun,
            act => self.not_at(at, &act),
        })
    }

    /// Why such an act made no sense at the moment it was dated to.
    fn not_at(&self, at: Moment, act: &Act) -> Refusal {
        match Replay::of(&self.until(at), at).schedule().state {
            RunState::Paused(_) => Refusal::StoodThen,
            RunState::Running(_) if *act == Act::Resume => Refusal::RanThen,
            _ => Refusal::NotAtThatTime,
        }
    }

    /// Takes back the last timing act as if it never happened; or, when something has gone on by itself since, that
    /// (W24).
    fn undo(&mut self, now: Moment) -> Result<(), Refusal> {
        let replay = Replay::of(self, now);
        let is_timing = |entry: &Entry| !matches!(entry.act, Act::ClockStep(_) | Act::Hold(_));
        let acts = self.log.iter().enumerate().filter(|(_, entry)| is_timing(entry));
        let last = acts
            .max_by_key(|(place, entry)| (replay.told(*place).unwrap_or(entry.told), *place))
            .map(|(place, _)| place);
        let place = last.ok_or(Refusal::NothingToUndo)?;
        match replay.last_automatic().filter(|(_, _, at)| replay.told(place).is_some_and(|told| *at > told)) {
            Some((id, began, _)) => self.log.push(Entry { at: began, told: now, act: Act::Hold(id) }),
            None => drop(self.log.remove(place)),
        }
        Ok(())
    }
}

/// A wish, with what is needed to judge it.
struct Asked<'a> {
    session: &'a Session,
    replay: &'a Replay,
    view: &'a Schedule,
    at: Moment,
}

impl Asked<'_> {
    fn act(&self, press: Press) -> Result<Act, Refusal> {
        match press {
            Press::Start(block, moved) => self.start(block, moved),
            Press::Next => self.next(),
            Press::Previous => self.previous(),
            Press::Goto(id) => self.goto(id),
            Press::Pause => self.pause(),
            Press::Resume => self.resume(),
            Press::Add(by) => self.add(by),
            Press::Skip(id) => self.skip(id),
            Press::Unskip(id) => self.unskip(id),
            Press::Length(id, length) => self.length(id, length),
            Press::Step(act) => self.step(act),
            Press::Variant(id, variant) => self.variant(id, variant),
            Press::People(people) => self.people(people),
            Press::Edit(edit) => self.edit(edit),
            Press::Agree(changes) => self.goes_on().map(|()| Act::Agree(changes)),
            Press::Answer(wish, changes) => self.goes_on().map(|()| Act::Answer(wish, changes)),
            Press::Asleep(length) => self.begun().map(|()| Act::Asleep(length)),
            Press::Rebase => self.not_over().map(|()| Act::Rebase),
            Press::End => self.goes_on().map(|()| Act::End),
            Press::Undo => Err(Refusal::NothingToUndo),
        }
    }

    fn start(&self, block: Option<BlockId>, moved: Moved) -> Result<Act, Refusal> {
        match self.view.state {
            RunState::Before { .. } => self.begin(block, moved),
            RunState::Pending { id, .. } if block.is_none_or(|asked| asked == id) => Ok(Act::Start(id, Seconds::ZERO)),
            RunState::Pending { .. } | RunState::Running(_) | RunState::Paused(_) => Err(Refusal::AlreadyStarted),
            RunState::Done => Err(Refusal::Ended),
        }
    }

    fn begin(&self, block: Option<BlockId>, moved: Moved) -> Result<Act, Refusal> {
        let then = Replay::of(&self.session.until(self.at), self.at);
        let id = match block {
            Some(id) => self.can_enter(id).map(|()| id)?,
            None => self.first_block(&then, moved).ok_or(Refusal::NothingToStart)?,
        };
        let planned = then.baseline_start(id).filter(|_| self.session.plan.start.is_some());
        let shift = match (moved, planned) {
            (Moved::FromNow, Some(planned)) => self.at - planned,
            _ => Seconds::ZERO,
        };
        Ok(Act::Start(id, shift))
    }

    /// The block that a run begins with: the first that is no buffer spent by the plan as it was `then` (W11). A plan that
    /// is moved to its start, or has none, finds each block where the plan has it.
    fn first_block(&self, then: &Replay, moved: Moved) -> Option<BlockId> {
        let begins = |id: BlockId| match self.session.plan.start {
            Some(_) if moved == Moved::AsPlanned => self.at,
            _ => then.baseline_start(id).unwrap_or(self.at),
        };
        self.replay.enterable_blocks().find(|id| !then.spends(*id, begins(*id)))
    }

    fn next(&self) -> Result<Act, Refusal> {
        self.begun()?;
        self.not_over()?;
        if let RunState::Pending { id, .. } = self.view.state {
            return Ok(Act::Start(id, Seconds::ZERO));
        }
        Ok(self.replay.next_block(self.at).map_or(Act::End, Act::Wait))
    }

    fn previous(&self) -> Result<Act, Refusal> {
        self.begun()?;
        self.replay.previous_block().map(Act::Enter).ok_or(Refusal::NoEarlierBlock)
    }

    fn goto(&self, id: BlockId) -> Result<Act, Refusal> {
        self.begun()?;
        self.can_enter(id)?;
        match self.view.current() {
            Some(current) if current.id == id => Err(Refusal::AlreadyThere),
            _ => Ok(Act::Enter(id)),
        }
    }

    fn pause(&self) -> Result<Act, Refusal> {
        match self.view.state {
            RunState::Paused(_) => Err(Refusal::AlreadyPaused),
            _ => self.in_a_block().map(|()| Act::Pause),
        }
    }

    fn resume(&self) -> Result<Act, Refusal> {
        match self.view.state {
            RunState::Running(_) | RunState::Pending { .. } => Err(Refusal::NotPaused),
            _ => self.in_a_block().map(|()| Act::Resume),
        }
    }

    fn add(&self, by: Seconds) -> Result<Act, Refusal> {
        match self.view.state {
            _ if by == Seconds::ZERO => Err(Refusal::NothingToChange),
            RunState::Pending { id, .. } => Ok(Act::Add(id, by)),
            RunState::Running(ref current) | RunState::Paused(ref current) => Ok(Act::Add(current.id, by)),
            RunState::Before { .. } => Err(Refusal::NotStarted),
            RunState::Done => Err(Refusal::Ended),
        }
    }

    fn skip(&self, id: BlockId) -> Result<Act, Refusal> {
        self.known(id)?;
        self.not_over()?;
        match self.replay.behind(id) {
            _ if self.replay.skipped(id) => Err(Refusal::BlockIsSkipped),
            true => Err(Refusal::BlockIsDone),
            false if self.view.current().is_some_and(|current| current.id == id) => self.next(),
            false => Ok(Act::Skip(id)),
        }
    }

    fn unskip(&self, id: BlockId) -> Result<Act, Refusal> {
        self.known(id)?;
        self.not_over()?;
        if self.replay.skipped(id) { Ok(Act::Unskip(id)) } else { Err(Refusal::BlockNotSkipped) }
    }

    fn length(&self, id: BlockId, length: Seconds) -> Result<Act, Refusal> {
        self.known(id)?;
        self.not_over()?;
        match self.replay.sort(id) {
            Some(Sort::Marker) => Err(Refusal::IsMarker),
            Some(Sort::Until) => Err(Refusal::IsUntil),
            _ if !(1..=Seconds::LONGEST.0).contains(&length.0) => Err(Refusal::NoLength),
            _ => Ok(Act::Length(id, length)),
        }
    }

    fn step(&self, act: StepAct) -> Result<Act, Refusal> {
        self.in_a_part()?;
        if act == StepAct::Add(Seconds::ZERO) { Err(Refusal::NothingToChange) } else { Ok(Act::Step(act)) }
    }

    fn variant(&self, id: BlockId, variant: Variant) -> Result<Act, Refusal> {
        self.ahead(id)?;
        if self.replay.variant(id) == Some(variant) {
            return Err(Refusal::NothingToChange);
        }
        Ok(Act::Variant(id, variant))
    }

    fn people(&self, people: u16) -> Result<Act, Refusal> {
        self.not_over()?;
        if (1..=MOST_PEOPLE).contains(&people) { Ok(Act::People(people)) } else { Err(Refusal::NoSuchNumber) }
    }

    fn edit(&self, edit: PlanEdit) -> Result<Act, Refusal> {
        self.not_over()?;
        if let PlanEdit::Insert(block, _) | PlanEdit::Change(block) = &edit
            && let Some(fault) = block.fault()
        {
            return Err(Refusal::NotAllowed(fault));
        }
        match &edit {
            PlanEdit::Insert(..) if self.view.rows.len() >= MOST_BLOCKS => Err(Refusal::Full),
            PlanEdit::Insert(..) => Ok(()),
            PlanEdit::Change(block) => self.coming(block.id),
            PlanEdit::Move(id, _) => self.coming(*id),
            PlanEdit::Reword(id, ..) => self.ahead(*id),
        }?;
        Ok(Act::Edit(edit.made_public()))
    }

    /// The block runs or is still to come.
    fn ahead(&self, id: BlockId) -> Result<(), Refusal> {
        self.known(id)?;
        self.not_over()?;
        if self.replay.behind(id) { Err(Refusal::BlockIsDone) } else { Ok(()) }
    }

    /// The block is still to come.
    fn coming(&self, id: BlockId) -> Result<(), Refusal> {
        self.ahead(id)?;
        let runs = self.view.current().is_some_and(|current| current.id == id);
        if runs { Err(Refusal::BlockRuns) } else { Ok(()) }
    }

    fn begun(&self) -> Result<(), Refusal> {
        if matches!(self.view.state, RunState::Before { .. }) { Err(Refusal::NotStarted) } else { Ok(()) }
    }

    fn not_over(&self) -> Result<(), Refusal> {
        if self.view.state == RunState::Done { Err(Refusal::Ended) } else { Ok(()) }
    }

    fn goes_on(&self) -> Result<(), Refusal> {
        self.begun()?;
        self.not_over()
    }

    fn in_a_block(&self) -> Result<(), Refusal> {
        self.goes_on()?;
        self.view.current().map(|_| ()).ok_or(Refusal::Waiting)
    }

    fn in_a_part(&self) -> Result<(), Refusal> {
        self.in_a_block()?;
        self.view.current().and_then(|current| current.part).map(|_| ()).ok_or(Refusal::NoParts)
    }

    fn known(&self, id: BlockId) -> Result<(), Refusal> {
        self.replay.sort(id).map(|_| ()).ok_or(Refusal::UnknownBlock)
    }

    fn can_enter(&self, id: BlockId) -> Result<(), Refusal> {
        self.known(id)?;
        match self.replay.sort(id) {
            Some(Sort::Marker) => Err(Refusal::IsMarker),
            _ if self.replay.skipped(id) => Err(Refusal::BlockIsSkipped),
            _ => Ok(()),
        }
    }
}
