//! The console of the running session: private and dense.

pub mod acts;
