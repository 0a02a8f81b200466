//! The proposals in a box over the console: what may give when time is short, or what time to spare may become, each with
//! its consequence before anything changes; and always another end to agree on. What they are is worked out in
//! `domain::recovery`, how they are worded in `wording`; another end than the proposed one is asked for in `end`.

mod end;
mod wording;

use crate::domain::recovery::{Offer, Offers, Proposal, Standing, question, settled};
use crate::domain::session::{Face as Stage, Press, Refusal};
use crate::domain::text::{Words, words};
use crate::domain::times::{Moment, Seconds};
use crate::keys::{Code, Key};
use crate::model::Model;
use crate::screen::{Binding, Cx, Face, Go, Screen, Typed};
use crate::screens::acts;
use crate::screens::live;
use crate::screens::moves::{self, Moves};
use crate::ui::keyed::{key_of, keyed};
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use wording::Wording;

const SHORT: Words = words("Hvor kan vi hente tid?", "Kvar kan vi hente tid?", "Where can we find time?");
const SPARE: Words = words("Tid til overs", "Tid til overs", "Time to spare");
const FITS: Words = words("Alt går opp", "Alt går opp", "It all fits");
const NO_SUCH: Words = words(
    "Det er ikke noe forslag på den tasten nå",
    "Det er ikkje noko framlegg på den tasten no",
    "There is no proposal on that key now",
);
const NOT_ENOUGH: Words = words(
    "Er det ikke nok? Velg en økt i planen, og hopp over den.",
    "Er det ikkje nok? Vel ei økt i planen, og hopp over ho.",
    "Not enough? Choose a block in the run sheet, and skip it.",
);
const TAKEN: Words = keyed!([live::key("live.undo")], words("✓ {}; ^ angrer", "✓ {}; ^ angrar", "✓ {}; ^ undoes it"));

/// The widest box.
const WIDEST: u16 = 74;

/// The columns in front of a proposal: the mark, its key, and space.
const INDENT: usize = 5;

/// The list of proposals; remembers which one is chosen, whatever the minutes since.
#[derive(Debug, Default)]
pub struct Recovery {
    chosen: Way,
    /// The keys that there were proposals on when a key was pressed last.
    offered: Vec<String>,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Way {
    /// To change nothing.
    #[default]
    AsNow,
    Proposed(Proposal),
    /// To agree on an end, where none is proposed.
    OtherEnd,
}

impl Way {
    /// Whether the other is the same, seen at another moment.
    fn is_like(&self, other: &Way) -> bool {
        match (self, other) {
            (Way::Proposed(one), Way::Proposed(other)) => one.is_like(other),
            _ => self == other,
        }
    }
}

/// Opens the proposals.
pub fn open(cx: &mut Cx<'_>) {
    if !acts::may_lead(cx) {
        return;
    }
    let Some(session) = cx.model.session() else { return };
    let all = settled(session, cx.now);
    match all.standing {
        Standing::Still if session.has_started() => cx.notify(Refusal::Ended.words()),
        Standing::Still => cx.notify(Refusal::NotStarted.words()),
        _ => cx.go = Some(Go::Over(Box::new(Recovery { chosen: Way::AsNow, offered: keys(&ways(&all)) }))),
    }
}

/// Asks for an end to agree on.
pub fn agree(cx: &mut Cx<'_>) {
    if acts::may_lead(cx) {
        cx.go = Some(Go::Over(Box::new(end::form(cx))));
    }
}

/// The rows: to change nothing, the proposals, and another end where none is among them.
fn ways(all: &Offers) -> Vec<Way> {
    let proposed = all.offers.iter().map(|offer| Way::Proposed(offer.proposal.clone()));
    let has_end = all.offers.iter().any(|offer| matches!(offer.proposal, Proposal::EndAt(_)));
    let other = Some(Way::OtherEnd).filter(|_| !has_end);
    std::iter::once(Way::AsNow).chain(proposed).chain(other).collect()
}

impl Recovery {
    /// The chosen row; 0 is to change nothing.
    fn selected(&self, ways: &[Way]) -> usize {
        ways.iter().position(|way| way.is_like(&self.chosen)).unwrap_or(0)
    }

    /// Takes the row that has this key.
    fn take_by(key: &str, cx: &mut Cx<'_>) {
        let Some(all) = now(cx.model, cx.now) else { return };
        if let Some(row) = keys(&ways(&all)).iter().position(|its| its == key) {
            Recovery::take(row, cx);
        }
    }

    /// Takes this row.
    fn take(row: usize, cx: &mut Cx<'_>) {
        let Some(all) = now(cx.model, cx.now) else { return };
        cx.go = Some(Go::Back);
        match ways(&all).get(row) {
            Some(Way::OtherEnd) => end::ask(cx),
            Some(Way::Proposed(Proposal::AskGroup)) => ask_group(cx),
            Some(Way::Proposed(_)) => all.offers.get(row - 1).into_iter().for_each(|offer| Recovery::accept(offer, cx)),
            Some(Way::AsNow) | None => {}
        }
    }

    fn accept(offer: &Offer, cx: &mut Cx<'_>) {
        let said = Wording::of(cx.model, cx.now).map(|wording| wording.taken(&offer.proposal)).unwrap_or_default();
        if acts::press(cx, Press::Agree(offer.changes.clone())) {
            let text = TAKEN.with(cx.model.lang, said);
            cx.model.notify(text, cx.now);
        }
    }
}

/// The key of each row: the number of a proposal among its likes, but letters for a new end and for asking the group. The
/// others come and go from one minute to the next, and a promise to the room is not to hang on a number that moves with
/// them.
fn keys(ways: &[Way]) -> Vec<String> {
    let mut numbers = 1..;
    let key = |way: &Way| match way {
        Way::AsNow => " ".to_owned(),
        Way::OtherEnd | Way::Proposed(Proposal::EndAt(_)) => "a".to_owned(),
        Way::Proposed(Proposal::AskGroup) => "g".to_owned(),
        Way::Proposed(_) => numbers.next().map_or_else(String::new, |number: usize| number.to_string()),
    };
    ways.iter().map(key).collect()
}

fn now(model: &Model, now: Moment) -> Option<Offers> {
    model.session().map(|session| settled(session, now))
}

/// Puts the question to the group on the wall, and shows the wall.
fn ask_group(cx: &mut Cx<'_>) {
    let asking = cx.model.session().and_then(|session| question(session, cx.now));
    if let (Some(live), Some(asking)) = (&mut cx.model.facts.live, asking) {
        live.session.stage.asking = Some(asking);
        acts::turn(cx, Stage::Room);
        cx.go = Some(Go::Instead(crate::screens::room()));
    }
}

impl Moves for Recovery {
    fn step(&mut self, step: Move, cx: &mut Cx<'_>) {
        let Some(ways) = now(cx.model, cx.now).map(|all| ways(&all)) else { return };
        let target = step.from(self.selected(&ways), ways.len(), 1);
        self.chosen = ways.into_iter().nth(target).unwrap_or_default();
    }
}

/// The first key of one of its rows, for a sentence that names it.
const fn key(row: &str) -> Key {
    key_of(Recovery::KEYS, row)
}

impl Screen for Recovery {
    const KEYS: &'static [Binding<Recovery>] = &[
        Binding {
            name: "recovery.take",
            keys: &[Key::of(Code::Enter)],
            help: words("velg", "vel", "choose"),
            when: |_, _| true,
            run: |screen, cx| {
                let row = now(cx.model, cx.now).map_or(0, |all| screen.selected(&ways(&all)));
                Recovery::take(row, cx);
            },
        },
        moves::up("recovery.up"),
        moves::down("recovery.down"),
        Binding {
            name: "recovery.leave",
            keys: &[Key::char('r')],
            help: words("la det gå som nå", "la det gå som no", "leave it as it is"),
            when: |_, _| true,
            run: |_, cx| cx.go = Some(Go::Back),
        },
        keyed::<'a'>(
            "recovery.agree",
            words("avtale en slutt", "avtale ein slutt", "agree on an end"),
            &[Key::char('a')],
        ),
        Binding {
            name: "recovery.other-end",
            keys: &[Key::char('t')],
            help: words("avtale et annet klokkeslett", "avtale eit anna klokkeslett", "agree on another time"),
            when: |_, _| true,
            run: |_, cx| end::ask(cx),
        },
        keyed::<'g'>("recovery.ask", words("spørre gruppa", "spørje gruppa", "ask the group"), &[Key::char('g')]),
        keyed::<'1'>("recovery.first", BY_NUMBER, &[Key::char('1')]),
        keyed::<'2'>("recovery.second", BY_NUMBER, &[Key::char('2')]),
        keyed::<'3'>("recovery.third", BY_NUMBER, &[Key::char('3')]),
        keyed::<'4'>("recovery.fourth", BY_NUMBER, &[Key::char('4')]),
        keyed::<'5'>("recovery.fifth", BY_NUMBER, &[Key::char('5')]),
    ];

    fn title(&self) -> Words {
        SHORT
    }

    fn why_not(&self, _row: &str, _model: &Model) -> Option<Words> {
        Some(NO_SUCH)
    }

    fn face(&self) -> Face {
        Face::Dialog
    }

    /// Proposals come and go with the minutes: before a key is judged, it is known which there are. Takes no key.
    fn typed(&mut self, _typed: &Typed, cx: &mut Cx<'_>) -> bool {
        self.offered = now(cx.model, cx.now).map(|all| keys(&ways(&all))).unwrap_or_default();
        false
    }

    fn view(&self, model: &Model, moment: Moment, area: Rect, buf: &mut Buffer) {
        let (Some(all), Some(wording)) = (now(model, moment), Wording::of(model, moment)) else { return };
        let width = area.width.saturating_sub(6).min(WIDEST);
        let head = paint::wrap(&wording.head(&all), usize::from(width)).into_iter();
        let head: Vec<Line> = head.map(|line| Line::styled(line, style(model, Tone::Title))).collect();
        let rows = self.rows(&all, &wording);
        let mut rows: Vec<Vec<Line>> = rows.iter().map(|row| row.lines(model, width)).collect();
        if let Some(last) = rows.last_mut().filter(|_| is_short_of_all(&all)) {
            let more = paint::wrap(model.say(NOT_ENOUGH), usize::from(width)).into_iter();
            last.extend(
                std::iter::once(Line::default()).chain(more.map(|line| Line::styled(line, style(model, Tone::Text)))),
            );
        }
        let title = match all.standing {
            Standing::Ahead(..) => SPARE,
            Standing::Fits | Standing::Still => FITS,
            Standing::Short(..) => SHORT,
        };
        let height = count(head.len() + 1 + rows.iter().map(Vec::len).sum::<usize>());
        let inner = dialog::frame(model, model.say(title), (width, height), area, buf);
        paint::lines(&head, inner, buf);
        let below = paint::below(inner, count(head.len()) + u16::from(inner.height >= height));
        list(model, &rows, self.selected(&ways(&all)), below, buf);
    }
}

/// Whether time is short whatever is taken out or shortened.
fn is_short_of_all(all: &Offers) -> bool {
    let is_enough =
        |offer: &Offer| matches!(offer.proposal, Proposal::Less { .. }) && offer.outcome.short == Seconds::ZERO;
    matches!(all.standing, Standing::Short(..)) && !all.offers.iter().any(is_enough)
}

/// A row as it is shown.
struct Row {
    /// The mark and the key.
    head: String,
    what: String,
    then: String,
    /// What is said of the chosen one alone.
    listed: Option<String>,
    tone: Tone,
}

impl Recovery {
    fn rows(&self, all: &Offers, wording: &Wording<'_>) -> Vec<Row> {
        let ways = ways(all);
        let selected = self.selected(&ways);
        let row = |((index, way), key): ((usize, &Way), String)| {
            let (what, then, listed) = match (way, index.checked_sub(1).and_then(|index| all.offers.get(index))) {
                (Way::Proposed(proposal), Some(offer)) => (
                    wording.proposal(proposal),
                    wording.consequence(Some(proposal), offer.outcome, all.standing),
                    wording.listed(proposal).filter(|_| index == selected),
                ),
                (Way::OtherEnd, _) => (wording.other_end(), wording.clock_asked(), None),
                _ => (wording.as_now(), wording.consequence(None, all.as_now, all.standing), None),
            };
            let tone = if index == selected { Tone::Selected } else { Tone::Text };
            Row { head: format!("{}{key}  ", list::mark(index, selected)), what, then, listed, tone }
        };
        (0..).zip(&ways).zip(keys(&ways)).map(row).collect()
    }
}

impl Row {
    /// What is proposed, and below it where that leads, and what it is in detail.
    fn lines(&self, model: &Model, width: u16) -> Vec<Line<'static>> {
        let width = usize::from(width);
        let room = width.saturating_sub(INDENT);
        let space = " ".repeat(INDENT);
        let what = paint::wrap(&self.what, room).into_iter().enumerate().map(|(index, line)| {
            let text = if index == 0 { self.head.clone() + &line } else { space.clone() + &line };
            Line::styled(paint::pad(&text, width), style(model, self.tone))
        });
        let then =
            [Some(&self.then), self.listed.as_ref()].into_iter().flatten().flat_map(|text| paint::wrap(text, room));
        let then = then.map(|line| Line::styled(space.clone() + &line, style(model, Tone::Quiet)));
        what.chain(then).collect()
    }
}

/// Draws the rows around the selected one.
fn list(model: &Model, rows: &[Vec<Line<'static>>], selected: usize, area: Rect, buf: &mut Buffer) {
    let before: usize = rows.iter().take(selected).map(Vec::len).sum();
    let here = before..before + rows.get(selected).map_or(1, Vec::len);
    let all: Vec<&Line> = rows.iter().flatten().collect();
    let shown = list::window(here, all.len(), usize::from(area.height));
    paint::lines(all.iter().skip(shown.start).take(shown.len()).copied(), area, buf);
    paint::more(model, &shown, all.len(), area, buf);
}

fn count(lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX / 4)
}

const BY_NUMBER: Words =
    words("velg forslaget med nummeret", "vel framlegget med nummeret", "choose the proposal by number");

const fn keyed<const KEY: char>(name: &'static str, help: Words, keys: &'static [Key]) -> Binding<Recovery> {
    Binding {
        name,
        keys,
        help,
        when: |screen, _| screen.offered.iter().any(|offered| offered.chars().eq([KEY])),
        run: |_, cx| Recovery::take_by(&KEY.to_string(), cx),
    }
}
