//! The form for one block of an agenda or of the running plan, the choice of a kind for a new one, and what is allowed
//! in it.

use crate::domain::agenda::{Agenda, Block, BlockFault, BlockId, Kind};
use crate::domain::text::{Lang, Line, Words, words};
use crate::domain::times::{BeforeEnd, ClockTime, MOST_MINUTES, minutes_typed};
use crate::domain::tool::Advance;
use crate::model::Model;
use crate::screen::{Cx, Go};
use crate::screens::add;
use crate::screens::ask::{Ask, Choice};
use crate::screens::form::{Answers, Entry, Fault, Form, LEAVE, SAVE, TURN};
use crate::screens::live;
use crate::ui::input::Field;
use crate::ui::keyed::keyed;
use crate::ui::names;

/// The kinds of block with the length that a new one has at first, in minutes.
const KINDS: [(Kind, u16); 6] = [
    (Kind::Work, 30),
    (Kind::Talk, 20),
    (Kind::Break, 15),
    (Kind::Opening, 10),
    (Kind::Closing, 10),
    (Kind::Buffer, 10),
];

/// The rows of the form.
const TITLE: usize = 0;
const KIND: usize = 1;
const LENGTH: usize = 2;
const QUESTION: usize = 3;
const NOTE: usize = 4;
const FIXED: usize = 5;
const UNTIL: usize = 6;
const LEAST: usize = 7;
const GAP: usize = 8;
const AUTO: usize = 9;
const OPTIONAL: usize = 10;
const ATTENTION: usize = 11;
const LAST_CALL: usize = 12;
/// Only where the block has parts that follow each other.
const ADVANCE: usize = 13;

/// The choice of a kind; it leads to the form of a new block of the open agenda.
#[must_use]
pub fn kinds(model: &Model) -> Ask {
    let put = |block: Block, cx: &mut Cx<'_>| {
        add::block(block, cx);
    };
    Ask::new(NEW, "", kind_choices(model, put))
}

/// An answer for each kind of block; it leads to the form of a new one, which `put` takes.
pub fn kind_choices(model: &Model, put: impl Fn(Block, &mut Cx<'_>) + Copy + 'static) -> Vec<Choice> {
    let choice = |(kind, minutes): (Kind, u16)| {
        Choice::new(capital(model.say(names::kind(kind))), move |cx| {
            let block = Block::new(kind, "", minutes);
            cx.go = Some(Go::Over(Box::new(new_form(&block, put))));
        })
    };
    KINDS.map(choice).into()
}

/// The form of a block that is not in the plan yet.
fn new_form(block: &Block, put: impl Fn(Block, &mut Cx<'_>) + 'static) -> Form {
    let base = block.clone();
    Form::new(NEW, entries(block), move |answers, cx| {
        let mut block = read(&base, answers, cx.model.lang)?;
        if block.title.is_empty() {
            let lang = cx.model.agenda().map_or(cx.model.lang, |(_, agenda)| agenda.lang);
            block.title = Line::clean(&capital(names::kind(block.kind).pick(lang)));
        }
        put(block, cx);
        Ok(())
    })
}

/// The form of a block of the open agenda; what blocks like it `took` stands where its length is typed.
#[must_use]
pub fn form(block: &Block, took: Option<String>) -> Form {
    form_of(block, took, |block, cx| {
        let id = block.id;
        cx.model.edit(|agenda| agenda.block_mut(id).map(|place| *place = block));
        cx.model.picked = Some(id);
        Ok(())
    })
}

/// The form of a block; `keep` takes what was filled in, or says why not.
pub fn form_of(
    block: &Block,
    took: Option<String>,
    keep: impl Fn(Block, &mut Cx<'_>) -> Result<(), Words> + 'static,
) -> Form {
    let base = block.clone();
    let took = took.map(|took| format!("{}.", capital(&took)));
    let entries = entries(block).into_iter().enumerate();
    let entries = entries.map(|(row, entry)| if row == LENGTH { entry.remarked(took.clone()) } else { entry });
    Form::new(EDIT, entries.collect(), move |answers, cx| {
        let block = read(&base, answers, cx.model.lang)?;
        keep(block, cx).map_err(|words| Fault { row: TITLE, text: words.pick(cx.model.lang).to_owned() })
    })
}

/// Makes the block longer by so many minutes (negative = shorter), within what is allowed: not below its shortest.
pub fn stretch(agenda: &mut Agenda, id: BlockId, by: i32) {
    if let Some(block) = agenda.block_mut(id).filter(|block| !block.is_marker()) {
        let least = block.min.unwrap_or(1).clamp(1, MOST_MINUTES);
        let minutes = i32::from(block.minutes) + by;
        block.minutes = u16::try_from(minutes.clamp(least.into(), MOST_MINUTES.into())).unwrap_or(least);
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

fn entries(block: &Block) -> Vec<Entry> {
    let clock = |time: Option<ClockTime>| time.map(|time| time.to_string()).unwrap_or_default();
    let signal = |signal: Option<BeforeEnd>| signal.map(|signal| signal.to_string()).unwrap_or_default();
    let minutes = |minutes: u16| if minutes == 0 { String::new() } else { minutes.to_string() };
    let kind = KINDS.iter().position(|(kind, _)| *kind == block.kind).unwrap_or(0);
    let kinds = KINDS.map(|(kind, _)| names::kind(kind)).to_vec();
    let yes_no = |on: bool| (vec![NO, YES], usize::from(on));
    let (auto, optional) = (yes_no(block.auto), yes_no(block.optional));
    let length = if block.minutes == 0 && !block.is_marker() { String::new() } else { block.minutes.to_string() };
    let mut entries = vec![
        Entry::text(L_TITLE, H_TITLE, &block.title),
        Entry::choice(L_KIND, H_KIND, kinds, kind),
        Entry::text(L_LENGTH, H_LENGTH, &length),
        Entry::prose(L_QUESTION, H_QUESTION, &block.question),
        Entry::prose(L_NOTE, H_NOTE, &block.note),
        Entry::text(L_FIXED, H_FIXED, &clock(block.fixed)),
        Entry::text(L_UNTIL, H_UNTIL, &clock(block.until)),
        Entry::text(L_LEAST, H_LEAST, &minutes(block.min.unwrap_or(0))),
        Entry::text(L_GAP, H_GAP, &minutes(block.gap)),
        Entry::choice(L_AUTO, H_AUTO, auto.0, auto.1),
        Entry::choice(L_OPTIONAL, H_OPTIONAL, optional.0, optional.1),
        Entry::text(L_ATTENTION, H_ATTENTION, &signal(block.attention)),
        Entry::text(L_LAST_CALL, H_LAST_CALL, &signal(block.last_call)),
    ];
    if block.parts.len() > 1 {
        let by_hand = usize::from(block.advance == Advance::ByHand);
        entries.push(Entry::choice(L_ADVANCE, H_ADVANCE, vec![BY_ITSELF, BY_HAND], by_hand));
    }
    entries
}

/// The block as the form has it, or what is not allowed.
fn read(base: &Block, answers: &Answers<'_>, lang: Lang) -> Result<Block, Fault> {
    let fault = |row: usize, words: Words| Fault { row, text: words.with(lang, answers.text(row)) };
    let minutes = |row: usize| minutes_typed(answers.text(row)).map_err(|_| fault(row, NO_LENGTH));
    let some_minutes = |row: usize| if answers.text(row).is_empty() { Ok(None) } else { minutes(row).map(Some) };
    let clock = |row: usize| match answers.text(row) {
        "" => Ok(None),
        text => text.parse::<ClockTime>().map(Some).map_err(|_| fault(row, NO_CLOCK)),
    };
    let signal = |row: usize| match answers.text(row) {
        "" => Ok(None),
        text => text.parse::<BeforeEnd>().map(Some).map_err(|_| fault(row, NO_SIGNAL)),
    };
    let block = Block {
        title: Line::clean(answers.text(TITLE)),
        kind: KINDS.get(answers.chosen(KIND)).map_or(base.kind, |(kind, _)| *kind),
        minutes: minutes(LENGTH)?,
        question: Line::clean(answers.text(QUESTION)),
        note: answers.field(NOTE).map(Field::prose).unwrap_or_default(),
        fixed: clock(FIXED)?,
        until: clock(UNTIL)?,
        min: some_minutes(LEAST)?.filter(|minutes| *minutes > 0),
        gap: some_minutes(GAP)?.unwrap_or(0),
        auto: answers.chosen(AUTO) == 1,
        optional: answers.chosen(OPTIONAL) == 1,
        attention: signal(ATTENTION)?,
        last_call: signal(LAST_CALL)?,
        advance: match answers.chosen(ADVANCE) {
            _ if base.parts.len() < 2 => base.advance,
            1 => Advance::ByHand,
            _ => Advance::ByItself,
        },
        ..base.clone()
    };
    match block.fault().or(block.early_signal()) {
        Some(wrong) => Err(fault(row_of(wrong), wrong.words())),
        None => Ok(block),
    }
}

/// The row to look at.
fn row_of(fault: BlockFault) -> usize {
    match fault {
        BlockFault::NoLength | BlockFault::NoLengthUntil => LENGTH,
        BlockFault::BufferWithFixed => FIXED,
        BlockFault::BufferWithUntil | BlockFault::EndsBeforeItBegins => UNTIL,
        BlockFault::BufferWithAuto => AUTO,
        BlockFault::LeastAboveLength => LEAST,
        BlockFault::AttentionAboveLength => ATTENTION,
        BlockFault::LastCallAboveLength | BlockFault::LastCallBeforeAttention => LAST_CALL,
    }
}

const NEW: Words = words("Ny økt", "Ny økt", "New block");
const EDIT: Words = words("Endre økten", "Endre økta", "Edit the block");
const NO: Words = words("nei", "nei", "no");
const YES: Words = words("ja", "ja", "yes");
const L_TITLE: Words = words("Tittel", "Tittel", "Title");
const L_KIND: Words = words("Type", "Type", "Kind");
const L_LENGTH: Words = words("Varighet", "Lengd", "Length");
const L_QUESTION: Words = words("Spørsmål", "Spørsmål", "Question");
const L_NOTE: Words = words("Privat notat", "Privat notat", "Private note");
const L_FIXED: Words = words("Fast klokkeslett", "Fast klokkeslett", "Fixed start");
const L_UNTIL: Words = words("Til kl.", "Til kl.", "Until");
const L_LEAST: Words = words("Minst", "Minst", "At least");
const L_GAP: Words = words("Byttetid før", "Bytetid før", "Changeover before");
const L_AUTO: Words = words("Går videre selv", "Går vidare sjølv", "Goes on by itself");
const L_OPTIONAL: Words = words("Kan sløyfes", "Kan sløyfast", "Optional");
const L_ATTENTION: Words = words("Første signal", "Første signal", "First signal");
const L_LAST_CALL: Words = words("Siste signal", "Siste signal", "Last call");
const L_ADVANCE: Words = words("Delene går videre", "Delane går vidare", "Parts go on");
const BY_ITSELF: Words = words("av seg selv", "av seg sjølv", "by themselves");
const BY_HAND: Words = words("for hånd", "for hand", "by hand");
const H_ADVANCE: Words = keyed!(
    [live::key("live.part")],
    words(
        "For hånd varer hver del til du går videre med ^; ingenting kuttes.",
        "For hand varer kvar del til du går vidare med ^; ingenting blir kutta.",
        "By hand each part lasts until you go on with ^; nothing is cut."
    )
);
const H_TITLE: Words = keyed!(
    [SAVE, LEAVE],
    words(
        "Det som står i kjøreplanen og på veggen. ^ lagrer, ^ lar alt stå som det var.",
        "Det som står i køyreplanen og på veggen. ^ lagrar, ^ lèt alt stå som det var.",
        "What the agenda and the wall will show. ^ saves, ^ leaves everything as it was."
    )
);
const H_KIND: Words = keyed!(
    TURN,
    words(
        "^ og ^ velger. En buffer spises opp av forsinkelser.",
        "^ og ^ vel. Ein buffer blir eten opp av forseinkingar.",
        "^ and ^ choose. A buffer is used up by delays."
    )
);
const H_LENGTH: Words = words(
    "I minutter: 45, 1t30 eller 1:30. 0 med fast klokkeslett er en målstrek.",
    "I minutt: 45, 1t30 eller 1:30. 0 med fast klokkeslett er ein målstrek.",
    "In minutes: 45, 1h30 or 1:30. 0 with a fixed start is a finish line.",
);
const H_QUESTION: Words = words(
    "Ditt eget spørsmål til rommet; vises stort over instruksen.",
    "Ditt eige spørsmål til rommet; blir vist stort over instruksen.",
    "Your own question to the room; shown large above the instruction.",
);
const H_NOTE: Words = words(
    "Bare for deg: vises aldri i rommet.",
    "Berre for deg: blir aldri vist i rommet.",
    "For you alone: never shown to the room.",
);
const H_FIXED: Words = words(
    "Skal ikke begynne før dette: 11:30. Tomt betyr rett etter økten foran.",
    "Skal ikkje byrje før dette: 11:30. Tomt betyr rett etter økta framfor.",
    "Must not begin before this: 11:30. Empty means right after the block before.",
);
const H_UNTIL: Words = words(
    "Varer til dette klokkeslettet, uansett når den begynner: 10:00. Tomt betyr etter varigheten.",
    "Varer til dette klokkeslettet, uansett når ho byrjar: 10:00. Tomt betyr etter lengda.",
    "Lasts until this time whenever it begins: 10:00. Empty means by its length.",
);
const H_LEAST: Words = words(
    "Så kort kan økten bli når tiden er knapp, i minutter.",
    "Så kort kan økta bli når tida er knapp, i minutt.",
    "How short the block may become when time is short, in minutes.",
);
const H_GAP: Words = words(
    "Minutter til å flytte seg før økten; de spises aldri opp.",
    "Minutt til å flytte seg før økta; dei blir aldri etne opp.",
    "Minutes to move about before the block; they are never used up.",
);
const H_AUTO: Words = words(
    "Går den videre av seg selv når tiden er ute?",
    "Går ho vidare av seg sjølv når tida er ute?",
    "Does it go on by itself when time is up?",
);
const H_OPTIONAL: Words = words(
    "Kan økten sløyfes når tiden er knapp?",
    "Kan økta sløyfast når tida er knapp?",
    "May the block be dropped when time is short?",
);
const H_ATTENTION: Words = words(
    "Så lenge før slutt: 5 min, eller 0:30 i minutter og sekunder. Tomt følger varigheten.",
    "Så lenge før slutt: 5 min, eller 0:30 i minutt og sekund. Tomt følgjer lengda.",
    "This long before the end: 5 min, or 0:30 in minutes and seconds. Empty follows the length.",
);
const H_LAST_CALL: Words = words(
    "Like før slutt: 1 min eller 0:20, aldri før det første. Tomt følger varigheten.",
    "Like før slutt: 1 min eller 0:20, aldri før det første. Tomt følgjer lengda.",
    "Just before the end: 1 min or 0:20, never before the first. Empty follows the length.",
);
const NO_SIGNAL: Words = words(
    "«{}» er ikke en tid før slutt. Skriv 5 min, 0:30 eller 20 s.",
    "«{}» er ikkje ei tid før slutt. Skriv 5 min, 0:30 eller 20 s.",
    "“{}” is not a time before the end. Write 5 min, 0:30 or 20 s.",
);
const NO_LENGTH: Words = words(
    "«{}» er ikke en varighet. Skriv 45, 1t30 eller 1:30, opp til 24 timer.",
    "«{}» er ikkje ei lengd. Skriv 45, 1t30 eller 1:30, opp til 24 timar.",
    "“{}” is not a length. Write 45, 1h30 or 1:30, up to 24 hours.",
);
const NO_CLOCK: Words = words(
    "«{}» er ikke et klokkeslett. Skriv 09:05, fra 00:00 til 23:59 (33:00 er 09:00 neste dag).",
    "«{}» er ikkje eit klokkeslett. Skriv 09:05, frå 00:00 til 23:59 (33:00 er 09:00 neste dag).",
    "“{}” is not a clock time. Write 09:05, from 00:00 to 23:59 (33:00 is 09:00 the next day).",
);
