//! A folder with a session that is running.

use std::path::Path;
use std::time::Duration;
use vidde::domain::agenda::{Agenda, AgendaName, Block, Kind};
use vidde::domain::facts::{Facts, Live};
use vidde::domain::session::{Moved, Press, Session};
use vidde::domain::text::Lang;
use vidde::domain::times::{Moment, Seconds, Zone};
use vidde::model::Saving;
use vidde::store::Store;

/// The store of a folder, and the facts in it.
pub struct Desk {
    store: Store,
    pub facts: Facts,
}

impl Desk {
    /// Starts a session of an agenda with five blocks in `folder`, now.
    pub fn begin(folder: &Path) -> Desk {
        let mut agenda = Agenda::new("Samling", Lang::Nb);
        for title in ["Alfa", "Beta", "Gamma", "Delta", "Epsilon"] {
            agenda.insert(Block::new(Kind::Work, title, 30), None);
        }
        let (session, private) = Session::of(&AgendaName::for_title("Samling", |_| false), &agenda, now(), Zone::UTC);
        let (store, loaded) = Store::open(Some(folder.to_owned()), |_| Lang::En);
        let mut desk = Desk { store, facts: Facts { live: Some(Live { session, private }), ..loaded.facts } };
        desk.press(Press::Start(None, Moved::FromNow));
        desk
    }

    /// Does what a key does, and has it stored.
    pub fn press(&mut self, press: Press) {
        let live = self.facts.live.as_mut().unwrap();
        live.session.press(press, now(), Seconds::ZERO).unwrap();
        self.store.save(&self.facts);
        assert_eq!(self.store.flush(Duration::from_secs(5)), Saving::Stored);
    }
}

fn now() -> Moment {
    Moment::of(std::time::SystemTime::now().try_into().unwrap())
}
