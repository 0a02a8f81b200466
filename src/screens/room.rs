//! The room: what the participants see, on the whole terminal. Only its own key leaves it; keys that do not belong to
//! the run do nothing here (DESIGN section 5). What is shown is in `scene`, where it stands in `layout`.

mod layout;
mod scene;

use super::live::acts;
use crate::domain::session::Face as Stage;
use crate::domain::text::{Words, words};
use crate::domain::times::Moment;
use crate::keys::{Code, Key};
use crate::model::{Model, Saving};
use crate::screen::{Binding, Cx, Face, Go, Screen};
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

/// The room view; holds nothing of its own.
#[derive(Debug, Default)]
pub struct Room;

fn leads(_: &Room, model: &Model) -> bool {
    acts::leads(model)
}

impl Screen for Room {
    const KEYS: &'static [Binding<Room>] = &[
        Binding {
            name: "room.leave",
            keys: &[Key::char('w')],
            help: words("tilbake til konsollen", "tilbake til konsollen", "back to the console"),
            when: |_, _| true,
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
        let shown = match model.session() {
            Some(session) => scene::scene(session, now),
            None => {
                Some(Scene { title: "Vidde".to_owned(), say: NO_SESSION.pick(lang).to_owned(), ..Scene::default() })
            }
        };
        match shown {
            None => {}
            Some(_) if area.width < layout::LEAST.0 || area.height < layout::LEAST.1 => {
                layout::too_small(model, lang, area, buf);
            }
            Some(scene) => layout::draw(model, &scene, area, buf),
        }
        if matches!(model.saving, Saving::Waiting | Saving::Failing(_)) {
            paint::right(UNSAVED, style(model, Tone::WallTitle), area, buf);
        }
    }

    fn face(&self) -> Face {
        Face::Wall
    }
}

fn leave(_: &mut Room, cx: &mut Cx<'_>) {
    acts::turn(cx, Stage::Console);
    cx.go = Some(Go::Back);
}
