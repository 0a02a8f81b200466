//! A session that is opened again: whether its acts fit the clock, whether nobody ended it, and how it is then taken up
//! or closed (T6).

use super::{Press, Refusal, Session};
use crate::domain::schedule::{Replay, RunState, schedule};
use crate::domain::times::{Moment, Seconds};

/// Until so long after its projected end a session goes on without a question.
const LATEST: Seconds = Seconds::minutes(12 * 60);

impl Session {
    /// When the last act was told, by the clock as it is now set; none before the first.
    #[must_use]
    pub fn last_told(&self, now: Moment) -> Option<Moment> {
        let replay = Replay::of(self, now);
        self.log.iter().enumerate().map(|(place, entry)| replay.told(place).unwrap_or(entry.told)).max()
    }

    /// How many acts are dated later than a minute after `now`, and the moment of the last of them; none when none is.
    /// The clock was set back since they were told, or somebody wrote in the file.
    #[must_use]
    pub fn dated_ahead(&self, now: Moment) -> Option<(usize, Moment)> {
        let replay = Replay::of(self, now);
        let moments = self.log.iter().enumerate().map(|(place, entry)| {
            let told = replay.told(place).unwrap_or(entry.told);
            told.max(entry.at + (told - entry.told))
        });
        let ahead: Vec<Moment> = moments.filter(|moment| *moment - now > Seconds::minutes(1)).collect();
        Some((ahead.len(), ahead.into_iter().max()?))
    }

    /// What the run was doing right after the last act, whatever has gone on by itself since; none before the start.
    #[must_use]
    pub fn stood(&self) -> Option<RunState> {
        let told = self.log.iter().map(|entry| entry.told).max().filter(|_| self.has_started())?;
        Some(schedule(self, told).state)
    }

    /// Where the end was projected when the last act was told, if that lies more than twelve hours back and nobody has
    /// ended the session: then it was left open.
    #[must_use]
    pub fn left_open(&self, now: Moment) -> Option<Moment> {
        let told = self.last_told(now).filter(|_| self.has_started())?;
        let end = schedule(self, told).end;
        Some(end).filter(|end| now - *end > LATEST && schedule(self, now).state != RunState::Done)
    }

    /// Goes on where the last act left the run: the time since counts as a pause, and what is projected now is the
    /// plan.
    ///
    /// # Errors
    /// The reason, when nothing runs that could go on.
    pub fn take_up(&mut self, now: Moment) -> Result<(), Refusal> {
        let away = self.last_told(now).map_or(Seconds::ZERO, |told| now - told);
        if matches!(schedule(self, now).state, RunState::Running(_)) {
            self.press(Press::Pause, now, away)?;
        }
        self.press(Press::Resume, now, Seconds::ZERO)?;
        self.press(Press::Rebase, now, Seconds::ZERO)
    }

    /// Ends a session that was left open where its end was projected.
    ///
    /// # Errors
    /// The reason, when it has not begun or is over.
    pub fn close(&mut self, now: Moment) -> Result<(), Refusal> {
        let ago = self.left_open(now).map_or(Seconds::ZERO, |end| now - end);
        self.press(Press::End, now, ago)
    }
}
