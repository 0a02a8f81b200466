//! Texts: languages, the words of the interface, the texts of the catalogue, and the cleaning of everything that
//! comes from a file or a keyboard. Layout and wrapping are not here.

mod words;

pub use words::{Words, words};

use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// Longest text that is taken from a file, in characters. Longer ones are refused, not cut.
pub const LONGEST: usize = 4_000;

/// A language of the interface and of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// English; also what an unknown locale gets.
    #[default]
    En,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// The language a locale such as `nb_NO.UTF-8` asks for: nb and no give bokmål, nn nynorsk, all else English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Lang {
        match locale.split(['_', '-', '.', '@']).next().map(str::to_ascii_lowercase).as_deref() {
            Some("nb" | "no") => Lang::Nb,
            Some("nn") => Lang::Nn,
            _ => Lang::En,
        }
    }

    /// The next language in the round nb → nn → en → nb.
    #[must_use]
    pub fn next(self) -> Lang {
        match self {
            Lang::Nb => Lang::Nn,
            Lang::Nn => Lang::En,
            Lang::En => Lang::Nb,
        }
    }

    /// The two-letter code: `nb`, `nn`, `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// Where to look for a text, in order: Norwegian forms stand in for each other before English does.
    fn fallbacks(self) -> [Lang; 3] {
        match self {
            Lang::Nb => [Lang::Nb, Lang::Nn, Lang::En],
            Lang::Nn => [Lang::Nn, Lang::Nb, Lang::En],
            Lang::En => [Lang::En, Lang::Nb, Lang::Nn],
        }
    }
}

impl std::str::FromStr for Lang {
    type Err = String;

    fn from_str(code: &str) -> Result<Lang, String> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code).ok_or_else(|| format!("“{code}” is not nb, nn or en"))
    }
}

/// One clean line of text: no control, bidi or invisible characters, no line breaks, in composed form (NFC).
///
/// The only way in is [`Line::clean`] (also used when reading a file), so a `Line` may go to the terminal as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Line(String);

impl Line {
    /// The clean form of `raw`: white space of any kind becomes one space, what cannot be shown is dropped.
    #[must_use]
    pub fn clean(raw: &str) -> Line {
        let spaced: String = raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        Line(visible(&spaced).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A clean text of several lines, for private notes: like [`Line`], but line breaks are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Prose(String);

impl Prose {
    /// The clean form of `raw`; tabs become spaces and every kind of line break becomes `\n`.
    #[must_use]
    pub fn clean(raw: &str) -> Prose {
        let lines = raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
        Prose(lines.split('\n').map(|line| visible(&line.replace('\t', "    "))).collect::<Vec<_>>().join("\n"))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `raw` composed (NFC), without characters that a terminal would obey, hide, or measure differently from us.
fn visible(raw: &str) -> String {
    let mut marks = 0;
    let shown = raw.chars().filter(|c| !is_hidden(*c)).nfc().filter(|c| {
        marks = if unicode_normalization::char::is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= MARKS
    });
    shown.nfc().collect()
}

/// How many combining marks one letter may carry; more would spill over the lines above and below.
const MARKS: usize = 2;

/// Control, bidi, zero-width, tag, variation-selector, private-use and not-a-character code points.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'
                | '\u{1160}'
                | '\u{17B4}'
                | '\u{17B5}'
                | '\u{3164}'
                | '\u{FFA0}'
                | '\u{FEFF}'
        )
        || matches!(c, '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}')
        || matches!(c, '\u{1D173}'..='\u{1D17A}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{F0000}'..='\u{10FFFF}')
        || (c as u32) & 0xFFFE == 0xFFFE
}

/// `raw`, when it is no longer than a text may be.
fn of_length<E: de::Error>(raw: &str) -> Result<&str, E> {
    match raw.chars().count() {
        ..=LONGEST => Ok(raw),
        length => Err(E::custom(format!("a text of {length} characters; at most {LONGEST} are allowed"))),
    }
}

macro_rules! text_from_outside {
    ($kind:ident) => {
        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$kind, D::Error> {
                of_length(&String::deserialize(deserializer)?).map($kind::clean)
            }
        }

        impl From<&str> for $kind {
            fn from(raw: &str) -> $kind {
                $kind::clean(raw)
            }
        }

        impl std::ops::Deref for $kind {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

text_from_outside!(Line);
text_from_outside!(Prose);

/// A text of the catalogue, the languages side by side; in a file `(nb: "…", en: "…")`, or one string for all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Text {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nb: Option<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nn: Option<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<Line>,
}

impl Text {
    /// A text made for each language by `written`.
    #[must_use]
    pub fn in_each(written: impl Fn(Lang) -> String) -> Text {
        let line = |lang| Some(Line::clean(&written(lang)));
        Text { nb: line(Lang::Nb), nn: line(Lang::Nn), en: line(Lang::En) }
    }

    /// The same text in every language.
    #[must_use]
    pub fn same(text: &str) -> Text {
        let line = Some(Line::clean(text));
        Text { nb: line.clone(), nn: line.clone(), en: line }
    }

    /// The text as written in exactly this language.
    #[must_use]
    pub fn written(&self, lang: Lang) -> Option<&Line> {
        match lang {
            Lang::Nb => self.nb.as_ref(),
            Lang::Nn => self.nn.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }

    /// The text in `lang`, or in the nearest language it is written in; empty when there is none.
    #[must_use]
    pub fn pick(&self, lang: Lang) -> &str {
        lang.fallbacks().into_iter().find_map(|lang| self.written(lang)).map_or("", Line::as_str)
    }

    /// The language that [`Text::pick`] answers in.
    #[must_use]
    pub fn picked(&self, lang: Lang) -> Option<Lang> {
        lang.fallbacks().into_iter().find(|lang| self.written(*lang).is_some())
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Lang::ALL.into_iter().all(|lang| self.written(lang).is_none_or(|line| line.is_empty()))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

/// Reads `"…"` as the same text in every language, and `(nb: …, nn: …, en: …)` field by field.
struct TextVisitor;

impl<'de> de::Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text: \"…\" or (nb: \"…\", nn: \"…\", en: \"…\")")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        of_length(text).map(Text::same)
    }

    /// How a text in no language is written.
    fn visit_unit<E: de::Error>(self) -> Result<Text, E> {
        Ok(Text::default())
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut text = Text::default();
        while let Some(LangKey(lang)) = map.next_key()? {
            let slot = match lang {
                Lang::Nb => &mut text.nb,
                Lang::Nn => &mut text.nn,
                Lang::En => &mut text.en,
            };
            *slot = Some(map.next_value()?);
        }
        Ok(text)
    }
}

/// A language as the name of a field.
struct LangKey(Lang);

impl<'de> Deserialize<'de> for LangKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LangKey, D::Error> {
        struct Name;

        impl de::Visitor<'_> for Name {
            type Value = LangKey;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("nb, nn or en")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<LangKey, E> {
                name.parse().map(LangKey).map_err(|_| E::unknown_field(name, &["nb", "nn", "en"]))
            }
        }

        deserializer.deserialize_identifier(Name)
    }
}

/// Lists of words per language (aliases): `(nb: ["…"], nn: ["…"], en: ["…"])`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lists {
    pub nb: Vec<Line>,
    pub nn: Vec<Line>,
    pub en: Vec<Line>,
}

impl Lists {
    /// All entries with the language they are in.
    pub fn all(&self) -> impl Iterator<Item = (Lang, &Line)> {
        let lists = [(Lang::Nb, &self.nb), (Lang::Nn, &self.nn), (Lang::En, &self.en)];
        lists.into_iter().flat_map(|(lang, list)| list.iter().map(move |line| (lang, line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_letters_and_drops_what_a_terminal_would_obey() {
        let cases = [
            ("Åpning\tog\nkaffe", "Åpning og kaffe"),
            ("a\u{1b}[31mred", "a[31mred"),
            ("\u{202e}evil\u{2066}", "evil"),
            ("  mange   mellomrom ", "mange mellomrom"),
            ("A\u{30a}pent", "Åpent"),
            ("z\u{300}\u{301}\u{302}\u{303}", "z\u{300}\u{301}"),
            ("tag\u{e0041}\u{fe0f}\u{200d}", "tag"),
        ];
        for (raw, clean) in cases {
            assert_eq!(Line::clean(raw).as_str(), clean, "{raw:?}");
        }
    }

    #[test]
    fn prose_keeps_its_lines() {
        assert_eq!(Prose::clean("en\r\nto\rtre\u{7}").as_str(), "en\nto\ntre");
    }

    #[test]
    fn nynorsk_falls_back_to_bokmaal_before_english() {
        let text = Text { nb: Some("ja".into()), nn: None, en: Some("yes".into()) };
        assert_eq!((text.pick(Lang::Nn), text.picked(Lang::Nn)), ("ja", Some(Lang::Nb)));
    }

    #[test]
    fn a_locale_gives_a_language() {
        let cases = [
            ("nb_NO.UTF-8", Lang::Nb),
            ("no", Lang::Nb),
            ("nn-NO", Lang::Nn),
            ("de_DE", Lang::En),
            ("C", Lang::En),
            ("", Lang::En),
        ];
        for (locale, lang) in cases {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }
}
