//! The contract of a screen: its table of keys, its picture, and what it may ask for. The screens themselves are in
//! `screens`, the stack they stand on in `app`.

use crate::domain::agenda::Notes;
use crate::domain::text::Words;
use crate::domain::times::Moment;
use crate::keys::Key;
use crate::model::{Fast, Model, Source};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Where to go next.
pub enum Go {
    /// To one of the places between which Tab moves, by its row in `screens::PLACES`.
    Place(usize),
    /// To a screen on top of the present one.
    Over(Box<dyn AnyScreen>),
    /// To a screen in place of the present one.
    Instead(Box<dyn AnyScreen>),
    /// One step back.
    Back,
    /// Tells the screen below something; this one stays (the panel of filters).
    Tell(String),
    /// To the running session, with the wall over it.
    Wall,
    /// One step back, and there what the key does; in one of the places when one is named (the palette).
    Press(Option<usize>, Key),
    Quit,
}

/// What only the world outside can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Hand the terminal back to the shell until it asks for us again (Ctrl-Z).
    Suspend,
    /// Have the mouse as the settings ask for it now.
    Mouse,
    /// Ring the terminal's bell, once.
    Bell,
    /// Have the desktop show this, where the terminal passes it on. Nothing private: it may lie over the wall.
    Notify(String),
    /// Let the clock of a rehearsal run, or the real one again.
    Clock(Option<Fast>),
    /// Look at the machine, for the check before the start.
    Survey,
    /// Write the open agenda's run sheet to a new file, and say where it lies.
    Export(Notes),
    /// Write the minutes of a session to a new file, with its silent notes or without, and say where it lies.
    Minutes(Source, Notes),
}

/// Where a key takes back what is done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undo {
    /// On the screen that is up next.
    Here,
    /// In the place that it was done to.
    There,
}

/// What a key's function may touch.
pub struct Cx<'a> {
    pub model: &'a mut Model,
    pub now: Moment,
    /// Where the screen was last drawn: what a page is, and where a link lies.
    pub area: Rect,
    /// What is half done under the topmost screen, in words: nothing may put it away.
    pub beneath: Option<Words>,
    /// Where what is done now can be taken back.
    pub undo: Undo,
    pub go: Option<Go>,
    pub effects: Vec<Effect>,
}

impl<'a> Cx<'a> {
    #[must_use]
    pub fn new(model: &'a mut Model, now: Moment) -> Cx<'a> {
        Cx { model, now, area: Rect::ZERO, beneath: None, undo: Undo::Here, go: None, effects: Vec::new() }
    }

    /// Shows a passing line in the language of the interface.
    pub fn notify(&mut self, words: Words) {
        let text = self.model.say(words);
        self.model.notify(text, self.now);
    }
}

/// One row of a screen's table: keys, help, condition and function together, so that a key without help cannot exist.
pub struct Binding<S: 'static> {
    /// Its own among all rows, and the name by which a reason why not and a test find it: `live.extend`.
    pub name: &'static str,
    pub keys: &'static [Key],
    pub help: Words,
    /// One condition for dispatch and for the dimmed help row.
    pub when: fn(&S, &Model) -> bool,
    pub run: fn(&mut S, &mut Cx<'_>),
}

/// Text from the keyboard: a key, or something pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    Key(Key),
    Paste(String),
}

/// What the mouse did, in cells of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    Click { column: u16, row: u16 },
    WheelUp,
    WheelDown,
}

/// What the author of a screen writes.
pub trait Screen: Sized + 'static {
    const KEYS: &'static [Binding<Self>];

    /// The rows by which one moves through it, after the others: a table that many screens have alike.
    const MOVES: &'static [Binding<Self>] = &[];

    /// What the hint line names first: rows of the table by their names, each in its own words or in fewer.
    const HINTS: &'static [(&'static str, Option<Words>)] = &[];

    /// The name in the tab line and in the help.
    fn title(&self) -> Words;

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer);

    /// Asked before the bindings: where text is typed, every printable key is text. Answers whether it took it.
    fn typed(&mut self, _typed: &Typed, _cx: &mut Cx<'_>) -> bool {
        false
    }

    /// Whether every printable key is text now.
    fn is_typed_in(&self) -> bool {
        false
    }

    /// What the screen above has to say (see [`Go::Tell`]).
    fn told(&mut self, _text: &str, _cx: &mut Cx<'_>) {}

    /// Why the row of this name does not apply now, where its help text does not say it.
    fn why_not(&self, _row: &str, _model: &Model) -> Option<Words> {
        None
    }

    /// Answers whether it took it.
    fn mouse(&mut self, _mouse: Mouse, _area: Rect, _cx: &mut Cx<'_>) -> bool {
        false
    }

    /// That something is half done here, and how one gets back to it; nothing when no words would be lost with the screen.
    fn half_done(&self) -> Option<Words> {
        None
    }

    /// Whether this screen fills the terminal and lets no global key through (the room).
    fn face(&self) -> Face {
        Face::Console
    }
}

/// How a screen stands to the frame around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// With tab line, hint line and global keys.
    Console,
    /// A box over the screen below (a field, a list to choose from): global keys wait.
    Dialog,
    /// The same that asks something: the search waits, too.
    Question,
    /// The room: the whole terminal, and only its own keys.
    Wall,
}

/// A row of the help: what is shown, and whether it would do anything now.
#[derive(Debug, Clone, Copy)]
pub struct HelpRow {
    pub name: &'static str,
    pub keys: &'static [Key],
    pub help: Words,
    pub live: bool,
}

/// Any screen, as the app holds it; made from [`Screen`] for all of them alike.
pub trait AnyScreen {
    fn title(&self) -> Words;
    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer);
    fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) -> bool;
    fn is_typed_in(&self) -> bool;
    fn told(&mut self, text: &str, cx: &mut Cx<'_>);
    fn why_not(&self, row: &str, model: &Model) -> Option<Words>;
    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool;
    fn half_done(&self) -> Option<Words>;
    fn face(&self) -> Face;

    /// Runs the first row that has `key` and applies; answers whether there was one.
    fn press(&mut self, key: Key, cx: &mut Cx<'_>) -> bool;

    /// The screen's table, in order.
    fn help(&self, model: &Model) -> Vec<HelpRow>;

    /// The same for the hint line: what it names first, in few words, then the rest.
    fn hints(&self, model: &Model) -> Vec<HelpRow>;
}

fn rows<S: Screen>() -> impl Iterator<Item = &'static Binding<S>> {
    S::KEYS.iter().chain(S::MOVES)
}

impl<S: Screen> AnyScreen for S {
    fn title(&self) -> Words {
        Screen::title(self)
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        Screen::view(self, model, now, area, buf);
    }

    fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) -> bool {
        Screen::typed(self, typed, cx)
    }

    fn is_typed_in(&self) -> bool {
        Screen::is_typed_in(self)
    }

    fn told(&mut self, text: &str, cx: &mut Cx<'_>) {
        Screen::told(self, text, cx);
    }

    fn why_not(&self, row: &str, model: &Model) -> Option<Words> {
        Screen::why_not(self, row, model)
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, cx: &mut Cx<'_>) -> bool {
        Screen::mouse(self, mouse, area, cx)
    }

    fn half_done(&self) -> Option<Words> {
        Screen::half_done(self)
    }

    fn face(&self) -> Face {
        Screen::face(self)
    }

    fn press(&mut self, key: Key, cx: &mut Cx<'_>) -> bool {
        let row = rows::<S>().find(|row| row.keys.contains(&key) && (row.when)(self, cx.model));
        match row {
            Some(row) => {
                (row.run)(self, cx);
                true
            }
            None => false,
        }
    }

    fn help(&self, model: &Model) -> Vec<HelpRow> {
        let row = |row: &'static Binding<S>| HelpRow {
            name: row.name,
            keys: row.keys,
            help: row.help,
            live: (row.when)(self, model),
        };
        rows::<S>().map(row).collect()
    }

    fn hints(&self, model: &Model) -> Vec<HelpRow> {
        let mut rest = self.help(model);
        let mut first = Vec::with_capacity(rest.len());
        for (name, brief) in S::HINTS {
            let found = rest.iter().position(|row| row.name == *name).map(|at| rest.remove(at));
            first.extend(found.map(|row| HelpRow { help: brief.unwrap_or(row.help), ..row }));
        }
        first.extend(rest);
        first
    }
}
