//! The proposals in a box over the console: what may give when time is short, or what time to spare may become, each with
//! its consequence before anything changes. What they are is worked out in `domain::recovery`, how they are worded in
//! `wording`; another end than the proposed one is asked for in `end`.

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
use crate::ui::list::{self, Move};
use crate::ui::theme::{Tone, style};
use crate::ui::{dialog, paint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use wording::Wording;

const SHORT: Words = words("Hvor kan vi hente tid?", "Kvar kan vi hente tid?", "Where can we find time?");
const SPARE: Words = words("Tid til overs", "Tid til overs", "Time to spare");
const ALL_FITS: Words = words(
    "Alt går opp, med slutt kl. {}. Dere trenger ikke endre noe.",
    "Alt går opp, med slutt kl. {}. De treng ikkje endre noko.",
    "It all fits, ending at {}. Nothing needs to change.",
);
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
const TAKEN: Words = words("✓ {}; u angrer", "✓ {}; u angrar", "✓ {}; u undoes it");

/// The widest box.
const WIDEST: u16 = 74;

/// The columns in front of a proposal: the mark, its key, and space.
const INDENT: usize = 5;

/// The list of proposals; remembers which one is chosen, whatever the minutes since.
#[derive(Debug, Default)]
pub struct Recovery {
    /// None: to change nothing.
    chosen: Option<Proposal>,
    /// The keys that there were proposals on when a key was pressed last.
    offered: Vec<String>,
}

/// Opens the proposals; says so when there is nothing to propose.
pub fn open(cx: &mut Cx<'_>) {
    if !acts::may_lead(cx) {
        return;
    }
    let Some(session) = cx.model.session() else { return };
    let all = settled(session, cx.now);
    let wording = Wording::of(cx.model, cx.now);
    match (all.standing, all.offers.is_empty()) {
        (Standing::Still, _) if session.has_started() => cx.notify(Refusal::Ended.words()),
        (Standing::Still, _) => cx.notify(Refusal::NotStarted.words()),
        (Standing::Fits, _) => {
            let text = wording.map(|wording| ALL_FITS.with(cx.model.lang, wording.clock(all.as_now.end)));
            cx.model.notify(text.unwrap_or_default(), cx.now);
        }
        (Standing::Ahead(..), true) => {
            let text = wording.map(|wording| wording.head(all.standing)).unwrap_or_default();
            cx.model.notify(text, cx.now);
        }
        _ => cx.go = Some(Go::Over(Box::new(Recovery { chosen: None, offered: keys(&all.offers) }))),
    }
}

impl Recovery {
    /// The row of the chosen proposal; 0 is to change nothing.
    fn selected(&self, offers: &[Offer]) -> usize {
        let chosen = self.chosen.as_ref().and_then(|chosen| offers.iter().position(|it| it.proposal.is_like(chosen)));
        chosen.map_or(0, |index| index + 1)
    }

    fn step(&mut self, step: Move, cx: &Cx<'_>) {
        let Some(Offers { offers, .. }) = now(cx.model, cx.now) else { return };
        let target = step.from(self.selected(&offers), offers.len() + 1, 1);
        self.chosen = target.checked_sub(1).and_then(|index| offers.get(index)).map(|offer| offer.proposal.clone());
    }

    /// Takes the proposal that has this key.
    fn take_by(key: &str, cx: &mut Cx<'_>) {
        let Some(Offers { offers, .. }) = now(cx.model, cx.now) else { return };
        if let Some(index) = keys(&offers).iter().position(|its| its == key) {
            Recovery::take(index + 1, cx);
        }
    }

    /// Takes the proposal in this row; row 0 changes nothing.
    fn take(row: usize, cx: &mut Cx<'_>) {
        let Some(Offers { offers, .. }) = now(cx.model, cx.now) else { return };
        cx.go = Some(Go::Back);
        let Some(offer) = row.checked_sub(1).and_then(|index| offers.get(index)) else { return };
        if offer.proposal == Proposal::AskGroup {
            return ask_group(cx);
        }
        let said = Wording::of(cx.model, cx.now).map(|wording| wording.taken(&offer.proposal)).unwrap_or_default();
        if acts::press(cx, Press::Agree(offer.changes.clone())) {
            let text = TAKEN.with(cx.model.lang, said);
            cx.model.notify(text, cx.now);
        }
    }
}

/// The key of each proposal: its number among its likes, but letters for a new end and for asking the group. The others
/// come and go from one minute to the next, and a promise to the room is not to hang on a number that moves with them.
fn keys(offers: &[Offer]) -> Vec<String> {
    let mut numbers = 1..;
    let key = |offer: &Offer| match offer.proposal {
        Proposal::EndAt(_) => "a".to_owned(),
        Proposal::AskGroup => "g".to_owned(),
        _ => numbers.next().map_or_else(String::new, |number: usize| number.to_string()),
    };
    offers.iter().map(key).collect()
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

impl Screen for Recovery {
    const KEYS: &'static [Binding<Recovery>] = &[
        Binding {
            name: "recovery.take",
            keys: &[Key::of(Code::Enter)],
            help: words("velg", "vel", "choose"),
            when: |_, _| true,
            run: |screen, cx| {
                let row = now(cx.model, cx.now).map_or(0, |all| screen.selected(&all.offers));
                Recovery::take(row, cx);
            },
        },
        Binding {
            name: "recovery.up",
            keys: &[Key::of(Code::Up), Key::char('k')],
            help: words("opp", "opp", "up"),
            when: |_, _| true,
            run: |screen, cx| screen.step(Move::Up, cx),
        },
        Binding {
            name: "recovery.down",
            keys: &[Key::of(Code::Down), Key::char('j')],
            help: words("ned", "ned", "down"),
            when: |_, _| true,
            run: |screen, cx| screen.step(Move::Down, cx),
        },
        Binding {
            name: "recovery.leave",
            keys: &[Key::char('r')],
            help: words("la det gå som nå", "la det gå som no", "leave it as it is"),
            when: |_, _| true,
            run: |_, cx| cx.go = Some(Go::Back),
        },
        keyed::<'a'>(
            "recovery.agree",
            words("avtale denne slutten", "avtale denne slutten", "agree on this end"),
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
        self.offered = now(cx.model, cx.now).map(|all| keys(&all.offers)).unwrap_or_default();
        false
    }

    fn view(&self, model: &Model, moment: Moment, area: Rect, buf: &mut Buffer) {
        let (Some(all), Some(wording)) = (now(model, moment), Wording::of(model, moment)) else { return };
        let width = area.width.saturating_sub(6).min(WIDEST);
        let head = paint::wrap(&wording.head(all.standing), usize::from(width)).into_iter();
        let head: Vec<Line> = head.map(|line| Line::styled(line, style(model, Tone::Title))).collect();
        let rows = self.rows(&all, &wording);
        let mut rows: Vec<Vec<Line>> = rows.iter().map(|row| row.lines(model, width)).collect();
        if let Some(last) = rows.last_mut().filter(|_| is_short_of_all(&all)) {
            let more = paint::wrap(model.say(NOT_ENOUGH), usize::from(width)).into_iter();
            last.extend(
                std::iter::once(Line::default()).chain(more.map(|line| Line::styled(line, style(model, Tone::Text)))),
            );
        }
        let title = if matches!(all.standing, Standing::Ahead(..)) { SPARE } else { SHORT };
        let height = count(head.len() + 1 + rows.iter().map(Vec::len).sum::<usize>());
        let inner = dialog::frame(model, model.say(title), (width, height), area, buf);
        paint::lines(&head, inner, buf);
        let below = paint::below(inner, count(head.len()) + u16::from(inner.height >= height));
        list(model, &rows, self.selected(&all.offers), below, buf);
    }
}

/// Whether time is short whatever is taken out or shortened.
fn is_short_of_all(all: &Offers) -> bool {
    let is_enough =
        |offer: &Offer| matches!(offer.proposal, Proposal::Less { .. }) && offer.outcome.short == Seconds::ZERO;
    matches!(all.standing, Standing::Short(..)) && !all.offers.iter().any(is_enough)
}

/// A row of the list.
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
    /// To change nothing, and the proposals.
    fn rows(&self, all: &Offers, wording: &Wording<'_>) -> Vec<Row> {
        let selected = self.selected(&all.offers);
        let head = |index: usize, key: &str| format!("{}{key}  ", list::mark(index, selected));
        let tone = |index: usize| if index == selected { Tone::Selected } else { Tone::Text };
        let as_now = Row {
            head: head(0, " "),
            what: wording.as_now(),
            then: wording.consequence(None, all.as_now, all.standing),
            listed: None,
            tone: tone(0),
        };
        let offered = |((index, offer), key): ((usize, &Offer), String)| Row {
            head: head(index, &key),
            what: wording.proposal(&offer.proposal),
            then: wording.consequence(Some(&offer.proposal), offer.outcome, all.standing),
            listed: wording.listed(&offer.proposal).filter(|_| index == selected),
            tone: tone(index),
        };
        let offers = (1..).zip(&all.offers).zip(keys(&all.offers));
        std::iter::once(as_now).chain(offers.map(offered)).collect()
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
