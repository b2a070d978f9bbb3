//! A message in which a website hands figures to the frame in its page. The reader decides what a content is, text or
//! bytes, because in a browser it is not plain data.

use serde::Deserialize;

/// How our messages identify themselves.
pub const SENTINEL: &str = "missing-from-care";

/// A website may not hand over more files, longer names, or more bytes or characters in total.
pub const HANDED_FILES: usize = 20;
const NAME: usize = 120;
pub const HANDED_CHARACTERS: u32 = 32 * 1024 * 1024;

/// A message that hands over figures, as it arrived.
#[derive(Clone, Debug, Deserialize)]
pub struct Handed<C> {
    pub sentinel: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub files: Vec<HandedFile<C>>,
}

/// A file in it.
#[derive(Clone, Debug, Deserialize)]
pub struct HandedFile<C> {
    pub name: String,
    pub content: C,
}

impl<C> Handed<C> {
    /// The files; `None` if anything in the message is wrong. `length` returns the length of a content, if it is valid.
    pub fn files(self, length: impl Fn(&C) -> Option<u32>) -> Option<Vec<HandedFile<C>>> {
        let Self { sentinel, kind, files } = self;
        if sentinel != SENTINEL || kind != "figures" || !(1..=HANDED_FILES).contains(&files.len()) {
            return None;
        }
        let mut left = HANDED_CHARACTERS;
        for HandedFile { name, content } in &files {
            if !(1..=NAME).contains(&name.chars().count()) {
                return None;
            }
            left = left.checked_sub(length(content)?)?;
        }
        Some(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(sentinel: &str, kind: &str, files: &[(&str, u32)]) -> Option<usize> {
        let file = |(name, content): &(&str, u32)| HandedFile { name: (*name).to_owned(), content: *content };
        let files = files.iter().map(file).collect();
        let handed = Handed { sentinel: sentinel.to_owned(), kind: kind.to_owned(), files };
        // Length 9 here means a content that is neither text nor bytes.
        handed.files(|length| Some(*length).filter(|length| *length != 9)).map(|files| files.len())
    }

    #[test]
    fn a_message_is_taken_whole_or_not_at_all() {
        let long = "n".repeat(NAME + 1);
        let many = vec![("a.csv", 1); HANDED_FILES + 1];
        assert_eq!(files(SENTINEL, "figures", &[("a.csv", 1), ("b.csv", 0)]), Some(2));
        assert_eq!(files(SENTINEL, "figures", &many[1..]), Some(HANDED_FILES));
        assert_eq!(files(SENTINEL, "figures", &[("é".repeat(NAME).as_str(), HANDED_CHARACTERS)]), Some(1));
        for (sentinel, kind, given) in [
            ("amp", "figures", &[("a.csv", 1)][..]),
            (SENTINEL, "shared", &[("a.csv", 1)]),
            (SENTINEL, "figures", &[]),
            (SENTINEL, "figures", &many),
            (SENTINEL, "figures", &[("", 1)]),
            (SENTINEL, "figures", &[(&long, 1)]),
            (SENTINEL, "figures", &[("a.csv", 1), ("b.csv", 9)]),
            (SENTINEL, "figures", &[("a.csv", HANDED_CHARACTERS), ("b.csv", 1)]),
            (SENTINEL, "figures", &[("a.csv", u32::MAX), ("b.csv", 2)]),
        ] {
            assert_eq!(files(sentinel, kind, given), None, "{sentinel} {kind} {}", given.len());
        }
    }
}
