//! Time in tests: a machine with much to do is late now and then, but hardly three times in a row.

use std::time::{Duration, Instant};

/// Tries up to three times; fails with what was wrong at the last one.
#[track_caller]
pub fn in_three_tries(mut attempt: impl FnMut() -> Result<(), String>) {
    let mut wrong = String::new();
    for _ in 0..3 {
        match attempt() {
            Ok(()) => return,
            Err(why) => wrong = why,
        }
    }
    panic!("three times: {wrong}");
}

/// How long it takes.
pub fn time(work: impl FnOnce()) -> Duration {
    let began = Instant::now();
    work();
    began.elapsed()
}
