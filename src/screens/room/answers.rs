//! What the group answers on the wall: one act, thanks in place of the question, and a receipt for the console, which the
//! wall never shows.

use super::{acts, ask_no_more};
use crate::domain::recovery::{agreed_end, answered, asked};
use crate::domain::session::{Press, Session, Thanks, Wish};
use crate::domain::text::Words;
use crate::domain::times::{Moment, Seconds};
use crate::model::Model;
use crate::screen::Cx;
use crate::ui::keyed::keyed;
use unicode_width::UnicodeWidthStr;

/// How long the group is thanked for its answer.
const THANKS: Seconds = Seconds(8);

/// Whether the wall has a question that waits for its answer.
pub(super) fn asks(model: &Model) -> bool {
    let waits = |session: &Session| session.stage.asking.is_some_and(|asking| asking.thanks.is_none());
    acts::leads(model) && model.session().is_some_and(waits)
}

/// Does what the group has chosen, and shows the wall as it was; answers the receipt.
pub(super) fn take(choice: usize, cx: &mut Cx<'_>) -> Option<String> {
    let session = cx.model.session().filter(|_| acts::leads(cx.model))?;
    let wish = asked(session, cx.now).and_then(|asking| asking.wishes.get(choice).copied());
    let Some((wish, changes)) = wish.and_then(|wish| Some((wish, answered(session, wish, cx.now)?))) else {
        ask_no_more(cx);
        return None;
    };
    let end = agreed_end(&changes);
    if !acts::press(cx, Press::Answer(wish, changes)) {
        return None;
    }
    match end {
        Some(end) => thank(end, cx),
        None => ask_no_more(cx),
    }
    Some(receipt(wish, end, cx))
}

/// Thanks the group for its answer, in place of the question.
fn thank(end: Moment, cx: &mut Cx<'_>) {
    let until = cx.now + cx.model.passing(THANKS);
    if let Some(asking) = cx.model.facts.live.as_mut().and_then(|live| live.session.stage.asking.as_mut()) {
        asking.thanks = Some(Thanks { end, until });
    }
}

/// What was agreed on; shorter where the whole has no room.
fn receipt(wish: Wish, end: Option<Moment>, cx: &Cx<'_>) -> String {
    let (model, zone) = (&*cx.model, cx.model.session().map(|session| session.zone.clone()));
    let Some((end, zone)) = end.zip(zone) else { return model.say(OTHER).to_owned() };
    let said = |words: Words| words.with(model.lang, end.clock_up(&zone));
    let whole = if wish == Wish::EndAsPlanned { said(AS_FAR_AS_IT_GOES) } else { said(AGREED) };
    let has_room = whole.width() + 2 <= usize::from(cx.area.width);
    if has_room { whole } else { said(AGREED) }
}

const AGREED: Words = keyed!(
    [super::key("room.undo")],
    words(
        "Avtalt med gruppa: slutt kl. {}; ^ angrer",
        "Avtalt med gruppa: slutt kl. {}; ^ angrar",
        "Agreed with the group: ends at {}; ^ undoes it"
    )
);
const AS_FAR_AS_IT_GOES: Words = keyed!(
    [super::key("room.undo")],
    words(
        "Avtalt med gruppa: slutt kl. {}, med det vi rekker; ^ angrer",
        "Avtalt med gruppa: slutt kl. {}, med det vi rekk; ^ angrar",
        "Agreed with the group: ends at {}, with what we have time for; ^ undoes it"
    )
);
const OTHER: Words = keyed!(
    [super::key("room.undo")],
    words(
        "Gruppa vil gjøre noe annet; ^ angrer svaret",
        "Gruppa vil gjere noko anna; ^ angrar svaret",
        "The group would like something else; ^ undoes the answer"
    )
);
