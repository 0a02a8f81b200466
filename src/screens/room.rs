//! The room: what the participants see, on the whole terminal. Only its own key leaves it; keys that do not belong to
//! the run do nothing here. What is shown is in `scene`, where it stands in `layout`.

mod answers;
mod choices;
mod large;
mod layout;
mod scene;

use super::acts;
use crate::domain::recovery::{asked, thanked};
use crate::domain::session::{Act, Face as Stage, Wall};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::keys::{Code, Key};
use crate::model::{Model, Notice, Saving};
use crate::screen::{Binding, Cx, Face, Go, Screen, Typed};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::theme::{Tone, style};
use crate::ui::{cells, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use scene::Scene;

const TITLE: Words = words("Rommet", "Rommet", "Room");
const NO_SESSION: Words =
    words("Ingen samling er i gang akkurat nå", "Inga samling er i gang akkurat no", "No session is running just now");
const SOON: Words = words("Vi begynner snart", "Vi byrjar snart", "We begin soon");

const ON_THE_WALL: Words = keyed!(
    [key("room.undo")],
    words(
        "Vises på veggen, og klokka går: «{}»; ^ angrer",
        "Står på veggen, og klokka går: «{}»; ^ angrar",
        "On the wall, and its clock runs: “{}”; ^ undoes it"
    )
);

/// Stands at the right end of the first line while something is not on the disk yet.
const UNSAVED: &str = "∘";

/// How long the way out stands after a key that means nothing here.
const HINT: Seconds = Seconds(4);

const WAY_OUT: Words = keyed!(
    [key("room.leave")],
    words("^: tilbake til konsollen", "^: tilbake til konsollen", "^: back to the console")
);
const ANSWERS: Words = keyed!(
    [key("room.first"), key("room.third"), key("room.leave")],
    words(
        "^–^: det gruppa velger · ^: tilbake",
        "^–^: det gruppa vel · ^: tilbake",
        "^–^: what the group chooses · ^: back"
    )
);
const CLOSES: Words = words("q: lukk vinduet", "q: lukk vindauget", "q: close the window");

/// Stands at the foot of the wall, so that nobody takes it for the real one.
const REHEARSAL: Words = words("◇ Øving ◇", "◇ Øving ◇", "◇ Rehearsal ◇");

/// The room view; holds nothing but whether the way out is shown, and what is to be told when one is out.
#[derive(Debug, Default)]
pub struct Room {
    window: Window,
    /// Until when the way out is shown.
    hint: Option<Moment>,
    /// What the group has agreed on, to be told on the console.
    agreed: Option<String>,
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

    fn way_out(&self, model: &Model) -> Words {
        match self.window {
            Window::Console if answers::asks(model) => ANSWERS,
            Window::Console => WAY_OUT,
            Window::Alone => CLOSES,
        }
    }
}

/// Whether the wall has a goodbye: a session has ended here, and no other is open.
#[must_use]
pub fn says_goodbye(model: &Model) -> bool {
    model.session().is_none() && ended(model).is_some()
}

/// The title and the language of the session that ended last here, or was rehearsed.
fn ended(model: &Model) -> Option<(String, Lang)> {
    let session = match model.rehearsed() {
        Some(live) if model.is_rehearsal() => &live.session,
        _ => &model.filed()?.1.session,
    };
    Some((session.plan.title.to_string(), session.plan.lang))
}

fn leads(_: &Room, model: &Model) -> bool {
    acts::leads(model)
}

/// The first key of one of its rows, for a sentence that names it.
pub(super) const fn key(row: &str) -> Key {
    key_of(Room::KEYS, row)
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
            when: |room, model| leads(room, model) && acts::has_gone_on(model),
            run: |_, cx| {
                thank_no_more(cx);
                acts::undo(cx);
            },
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
        choice::<0>("room.first", &[Key::char('1')]),
        choice::<1>("room.second", &[Key::char('2')]),
        choice::<2>("room.third", &[Key::char('3')]),
    ];

    fn title(&self) -> Words {
        TITLE
    }

    fn view(&self, model: &Model, now: Moment, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        paint::fill(model, Tone::Wall, area, buf);
        let lang = model.session().map_or(model.lang, |session| session.plan.lang);
        let session = model.session().filter(|session| session.left_open(now).is_none());
        let asking =
            session.filter(|session| session.stage.wall == Wall::Shown).and_then(|session| asked(session, now));
        let goodbye = ended(model).or_else(|| Some(("Vidde".to_owned(), model.shown?)));
        let shown = match (session, goodbye) {
            (Some(session), _) => scene::scene(session, now, thanked(session, now)),
            (None, Some((title, lang))) => Some(scene::farewell(title, lang)),
            (None, None) => {
                let words = if model.session().is_some() { NO_SESSION } else { SOON };
                Some(Scene { title: "Vidde".to_owned(), say: words.pick(lang).to_owned(), ..Scene::default() })
            }
        };
        match shown {
            None => {}
            Some(_) if area.width < layout::LEAST.0 || area.height < layout::LEAST.1 => {
                layout::too_small(model, lang, area, buf);
            }
            Some(scene) => {
                let area = marked(model, lang, area, buf);
                match (session, asking) {
                    (Some(session), Some(asking)) => choices::draw(model, (session, now), &asking, area, buf),
                    _ => layout::draw(model, &scene, area, buf),
                }
            }
        }
        if self.hint.is_some_and(|until| now < until) {
            let last = paint::row(area, area.height.saturating_sub(1));
            paint::fill(model, Tone::Wall, last, buf);
            paint::middle(model.say(self.way_out(model)), style(model, Tone::WallTitle), last, buf);
        }
        if matches!(model.saving, Saving::Waiting | Saving::Failing(_)) {
            paint::right(UNSAVED, style(model, Tone::WallTitle), area, buf);
        }
    }

    /// A key that means nothing here shows the way out; it takes no key.
    fn typed(&mut self, typed: &Typed, cx: &mut Cx<'_>) -> bool {
        if let Typed::Key(key) = typed
            && !Room::KEYS.iter().any(|row| row.keys.contains(key) && (row.when)(self, cx.model))
        {
            let until = cx.now + cx.model.passing(HINT);
            self.hint = Some(until);
            cx.model.notice = Some(Notice { text: cx.model.say(self.way_out(cx.model)).to_owned(), until });
        }
        false
    }

    fn face(&self) -> Face {
        Face::Wall
    }
}

/// What is undone may be what the group was thanked for.
fn thank_no_more(cx: &mut Cx<'_>) {
    if cx.model.session().is_some_and(|session| session.stage.asking.is_some_and(|asking| asking.thanks.is_some())) {
        ask_no_more(cx);
    }
}

fn ask_no_more(cx: &mut Cx<'_>) {
    if let Some(live) = &mut cx.model.facts.live {
        live.session.stage.asking = None;
    }
}

const fn choice<const CHOICE: usize>(name: &'static str, keys: &'static [Key]) -> Binding<Room> {
    Binding {
        name,
        keys,
        help: words("det gruppa har valgt", "det gruppa har valt", "what the group has chosen"),
        when: |_, model| answers::asks(model),
        run: |room, cx| room.agreed = answers::take(CHOICE, cx).or(room.agreed.take()),
    }
}

/// Marks a rehearsal at the foot of the wall; answers what is left for the scene.
fn marked(model: &Model, lang: Lang, area: Rect, buf: &mut Buffer) -> Rect {
    if !model.is_rehearsal() {
        return area;
    }
    let height = area.height.saturating_sub(1);
    paint::middle(REHEARSAL.pick(lang), style(model, Tone::WallTitle), paint::row(area, height), buf);
    Rect { height, ..area }
}

/// That a tool was shown alone, and that its clock runs with it; as long as nothing else has been done.
fn tried(cx: &Cx<'_>) -> Option<String> {
    let session = cx.model.session().filter(|session| !cx.model.facts.agendas.contains_key(&session.agenda))?;
    let ([block], [entry]) = (session.plan.blocks.as_slice(), session.log.as_slice()) else { return None };
    let title = |columns: usize| ON_THE_WALL.with(cx.model.lang, paint::cut(&block.title, columns));
    let room = usize::from(cx.area.width.saturating_sub(2)).saturating_sub(cells::width(&title(0)));
    matches!(entry.act, Act::Start(..)).then(|| title(room))
}

fn leave(room: &mut Room, cx: &mut Cx<'_>) {
    cx.model.notice = None;
    if let Some(told) = room.agreed.take().or_else(|| tried(cx)) {
        cx.model.notify(told, cx.now);
    }
    if acts::leads(cx.model) {
        ask_no_more(cx);
    }
    acts::turn(cx, Stage::Console);
    cx.go = Some(Go::Back);
}
