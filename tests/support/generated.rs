//! Catalogues of any size, made of the words of the real cards: recombined, inflected and compounded, always the same
//! for the same size.

use vidde::data;
use vidde::domain::catalogue::Catalogue;
use vidde::domain::text::{Lang, Line, Lists, Text};
use vidde::domain::tool::{Tool, ToolId};

/// Numbers that look thrown but are the same in every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// The words that names and aliases of the real cards are made of, in each language.
struct Words([Vec<String>; 3]);

impl Words {
    fn of(cards: &[Tool]) -> Words {
        Words(Lang::ALL.map(|lang| {
            let names = cards.iter().map(|card| card.name.pick(lang));
            let aliases = cards.iter().flat_map(|card| card.aliases.all()).filter(|(in_lang, _)| *in_lang == lang);
            let lines = names.chain(aliases.map(|(_, alias)| alias.as_str()));
            lines.flat_map(str::split_whitespace).map(str::to_lowercase).collect()
        }))
    }

    /// A word: mostly as it stands, now and then with an ending or as a compound of two.
    fn word(&self, lang: usize, dice: &mut Dice) -> String {
        let word = dice.pick::<String>(&self.0[lang]).clone();
        match dice.below(8) {
            0 | 1 => word + ENDINGS[lang][dice.below(4)],
            2 if lang < 2 && dice.below(2) == 0 => word + dice.pick::<String>(&self.0[lang]),
            _ => word,
        }
    }

    /// A line with as many words as `model`.
    fn like(&self, model: &str, lang: usize, dice: &mut Dice) -> String {
        let words: Vec<String> = model.split_whitespace().map(|_| self.word(lang, dice)).collect();
        let mut letters = words.join(" ").chars().collect::<Vec<_>>();
        letters[0] = letters[0].to_uppercase().next().unwrap();
        letters.into_iter().collect()
    }
}

const ENDINGS: [[&str; 4]; 3] = [["en", "ene", "er", "et"], ["en", "ane", "ar", "et"], ["s", "ing", "ed", "s"]];

/// So many cards; each has the shape (words in its names, aliases, length, group size) of one of the real ones.
pub fn cards(count: usize) -> Vec<Tool> {
    let real = data::built_in().0;
    let (words, mut dice) = (Words::of(&real), Dice(1));
    (0..count).map(|number| card(number, &real, &words, &mut dice)).collect()
}

/// [`cards`] with the real synonyms.
pub fn catalogue(count: usize) -> Catalogue {
    Catalogue::new(Vec::new(), cards(count)).knowing(data::synonyms())
}

fn card(number: usize, real: &[Tool], words: &Words, dice: &mut Dice) -> Tool {
    let model = dice.pick(real).clone();
    let line = |text: String| Line::clean(&text);
    let mut text = |text: &Text| {
        let [nb, nn, en] = [(0, Lang::Nb), (1, Lang::Nn), (2, Lang::En)]
            .map(|(at, lang)| text.written(lang).map(|model| line(words.like(model, at, dice))));
        Text { nb, nn, en }
    };
    let (name, why) = (text(&model.name), text(&model.why));
    let mut list = |models: &[Line], lang: usize| -> Vec<Line> {
        models.iter().map(|model| line(words.like(model, lang, dice))).collect()
    };
    let Lists { nb, nn, en } = &model.aliases;
    let aliases = Lists { nb: list(nb, 0), nn: list(nn, 1), en: list(en, 2) };
    let slug: String = name.pick(Lang::En).to_lowercase().chars().filter(char::is_ascii_lowercase).take(20).collect();
    Tool {
        id: ToolId::new(&format!("{slug}-{number}")).unwrap(),
        family: model.family,
        phases: model.phases,
        purposes: model.purposes,
        forms: model.forms,
        people: model.people,
        minutes: model.minutes,
        name,
        aliases,
        why,
        ..empty()
    }
}

fn empty() -> Tool {
    ron::from_str("(version: 1, id: \"x\", name: \"x\")").unwrap()
}

/// The lines that a picker would search in: the name in bokmål and all names and aliases after it.
pub fn lines(catalogue: &Catalogue) -> Vec<String> {
    let line = |tool: &Tool| {
        let names = Lang::ALL.map(|lang| tool.name.pick(lang).to_owned());
        let aliases = tool.aliases.all().map(|(_, alias)| alias.to_string());
        let mut parts: Vec<String> = Vec::new();
        for part in names.into_iter().chain(aliases) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts.join(" · ")
    };
    catalogue.tools().map(line).collect()
}
