//! The room: what the participants see, on the whole terminal. Only its own key leaves it; keys that do not belong to
//! the run do nothing here (DESIGN section 5). What is shown is in `scene`, where it stands in `layout`.

mod large;
mod layout;
mod scene;

use super::acts;
use crate::domain::session::Face as Stage;
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::keys::{Code, Key};
use crate::model::{Model, Notice, Saving};
use crate::screen::{Binding, Cx, Face, Go, Screen, Typed};
use crate::ui::paint;
use crate::ui::theme::{Tone, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use scene::Scene;

const TITLE: Words = words("Rommet", "Rommet", "Room");
const NO_SESSION: Words =
    words("Ingen samling er i gang akkurat nå", "Inga samling er i gang akkurat no", "No session is running just now");

/// Stands at the right end of the first line while something is not on the disk yet.
const UNSAVED: &str = "∘";

/// How long the way out stands after a key that means nothing here.
const HINT: Seconds = Seconds(4);

const WAY_OUT: Words = words("w: tilbake til konsollen", "w: tilbake til konsollen", "w: back to the console");
const CLOSES: Words = words("q: lukk vinduet", "q: lukk vindauget", "q: close the window");

/// Stands at the foot of the wall, so that nobody takes it for the real one.
const REHEARSAL: Words = words("◇ Øving ◇", "◇ Øving ◇", "◇ Rehearsal ◇");

/// The room view; holds nothing but whether the way out is shown.
#[derive(Debug, Default)]
pub struct Room {
    window: Window,
    /// Until when the way out is shown.
    hint: Option<Moment>,
}

/// What lies behind the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Window {
    /// The console of the same window.
    #[default]
    Console,
    /// Nothing: a second terminal for the room alone.
    Alone,
}

impl Room {
    /// The room of a second terminal.
    #[must_use]
    pub fn alone() -> Room {
        Room { window: Window::Alone, ..Room::default() }
    }

    fn way_out(&self) -> Words {
        match self.window {
            Window::Console => WAY_OUT,
            Window::Alone => CLOSES,
        }
    }
}

fn leads(_: &Room, model: &Model) -> bool {
    acts::leads(model)
}

impl Screen for Room {
    const KEYS: &'static [Binding<Room>] = &[
        Binding {
            name: "room.leave",
            keys: &[Key::char('w')],
            help: words("tilbake til konsollen", "tilbake til konsollen", "back to the console"),
            when: |room, _| room.window == Window::Console,
            run: leave,
        },
        Binding {
            name: "room.next",
            keys: &[Key::of(Code::PageDown)],
            help: words("neste økt", "neste økt", "next block"),
            when: leads,
            run: |_, cx| acts::next(cx),
        },
        Binding {
            name: "room.previous",
            keys: &[Key::of(Code::PageUp)],
            help: words("forrige økt", "førre økt", "previous block"),
            when: leads,
            run: |_, cx| acts::previous(cx),
        },
        Binding {
            name: "room.onward",
            keys: &[Key::of(Code::Right), Key::of(Code::Down)],
            help: words("neste del", "neste del", "next part"),
            when: leads,
            run: |_, cx| acts::onward(cx),
        },
        Binding {
            name: "room.back",
            keys: &[Key::of(Code::Left), Key::of(Code::Up)],
            help: words("forrige del", "førre del", "previous part"),
            when: leads,
            run: |_, cx| acts::back(cx),
        },
        Binding {
            name: "room.pause",
            keys: &[Key::char(' ')],
            help: words(
                "start, stans klokka, fortsett",
                "start, stans klokka, hald fram",
                "start, stop the clock, go on",
            ),
            when: leads,
            run: |_, cx| acts::toggle(cx),
        },
        Binding {
            name: "room.more",
            keys: &[Key::char('+')],
            help: words("ett minutt til", "eitt minutt til", "one more minute"),
            when: leads,
            run: |_, cx| acts::add(cx, 1),
        },
        Binding {
            name: "room.less",
            keys: &[Key::char('-')],
            help: words("ett minutt mindre", "eitt minutt mindre", "one minute less"),
            when: leads,
            run: |_, cx| acts::add(cx, -1),
        },
        Binding {
            name: "room.undo",
            keys: &[Key::char('u')],
            help: words("angre", "angre", "undo"),
            when: leads,
            run: |_, cx| acts::undo(cx),
        },
        Binding {
            name: "room.blank",
            keys: &[Key::char('b'), Key::char('.')],
            help: words(
                "tøm veggen, eller vis den igjen",
                "tøm veggen, eller vis han att",
                "blank the wall, or bring it back",
            ),
            when: leads,
            run: |_, cx| acts::blank(cx),
        },
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        paint::fill(model, Tone::Wall, area, buf);
        let lang = model.session().map_or(model.lang, |session| session.plan.lang);
        let session = model.session().filter(|session| session.left_open(now).is_none());
        let shown = match (session, model.shown) {
            (Some(session), _) => scene::scene(session, now),
            (None, Some(lang)) => Some(scene::farewell("Vidde".to_owned(), lang)),
            (None, None) => {
                Some(Scene { title: "Vidde".to_owned(), say: NO_SESSION.pick(lang).to_owned(), ..Scene::default() })
            }
        };
        match shown {
            None => {}
            Some(_) if area.width < layout::LEAST.0 || area.height < layout::LEAST.1 => {
                layout::too_small(model, lang, area, buf);
            }
            Some(scene) if model.is_rehearsal() => {
                layout::draw(model, &scene, Rect { height: area.height - 1, ..area }, buf);
                paint::middle(
                    REHEARSAL.pick(lang),
                    style(model, Tone::WallTitle),
                    paint::row(area, area.height - 1),
                    buf,
                );
            }
            Some(scene) => layout::draw(model, &scene, area, buf),
        }
        if self.hint.is_some_and(|until| now < until) {
            let last = paint::row(area, area.height.saturating_sub(1));
            paint::fill(model, Tone::Wall, last, buf);
            paint::middle(model.say(self.way_out()), style(model, Tone::WallTitle), last, buf);
        }
        if matches!(model.saving, Saving::Waiting | Saving::Failing(_)) {
            paint::right(UNSAVED, style(model, Tone::WallTitle), area, buf);
        }
    }

    /// A key that means nothing here shows the way out; it takes no key.
    fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) -> bool {
        if let Typed::Key(key) = typed
            && !Room::KEYS.iter().any(|row| row.keys.contains(key))
        {
            let until = cx.now + cx.model.passing(HINT);
            self.hint = Some(until);
            cx.model.notice = Some(Notice { text: cx.model.say(self.way_out()).to_owned(), until });
        }
        false
    }

    fn face(&self) -> Face {
        Face::Wall
    }
}

fn leave(_: &mut Room, cx: &mut Cx<'_>) {
    cx.model.notice = None;
    acts::turn(cx, Stage::Console);
    cx.go = Some(Go::Back);
}
