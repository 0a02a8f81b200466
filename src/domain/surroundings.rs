//! What is known of the machine, as plain values: for the check before the start. Who found it out is not said here.

/// The kind of system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum System {
    Linux,
    MacOs,
    Windows,
    #[default]
    Other,
}

/// Whether what is done can be stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Folder {
    /// There is no home folder.
    #[default]
    None,
    Writable(String),
    /// Nothing may be written there.
    Closed(String),
}

/// Where the electricity comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Power {
    #[default]
    NotTold,
    /// From the wall; with what is in the battery, in percent, where there is one.
    Mains(Option<u8>),
    /// From the battery alone: how much is in it, in percent.
    Battery(u8),
}

/// What the system does by itself when nobody touches it, or when the lid is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reaction {
    #[default]
    NotTold,
    /// Its settings say that it does nothing.
    Nothing,
    /// It sleeps, locks or switches off.
    Acts,
}

/// Whether something keeps the machine awake just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Awake {
    #[default]
    NotTold,
    /// Nothing does.
    Free,
    /// A program has asked the system for it.
    Held,
}

/// Whether the clock is set over the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Synced {
    #[default]
    NotTold,
    Yes,
}

/// What lies between the program and the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Through {
    /// The program runs on another machine than the one with the screen.
    Ssh,
    /// A terminal within the terminal.
    Multiplexer,
}

/// The machine as it was when it was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    pub system: System,
    pub folder: Folder,
    /// Free space where the files are, in bytes.
    pub free: Option<u64>,
    pub power: Power,
    /// Left alone for a while.
    pub idle: Reaction,
    /// The lid closed.
    pub lid: Reaction,
    pub awake: Awake,
    pub synced: Synced,
    pub through: Vec<Through>,
}
