//! Letters that look unlike the others of their cell: marks above the line, and what is struck through.

/// How a run of letters looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Looks {
    pub(crate) raised: bool,
    pub(crate) struck: bool,
}

/// A line through the letter before it.
const STROKE: char = '\u{336}';

/// Adds a run of letters that look alike. A mark that is raised is no digit of a number before it, and no digit that is struck
/// through is one of the number beside it.
pub(crate) fn push(text: &mut String, run: &str, looks: Looks) {
    let mark = run.trim();
    let ordinal = ["st", "nd", "rd", "th"].contains(&mark.to_ascii_lowercase().as_str());
    if looks.struck {
        for letter in run.chars() {
            text.push(letter);
            if !letter.is_whitespace() {
                text.push(STROKE);
            }
        }
    } else if looks.raised && !ordinal && !mark.is_empty() {
        // As people write a note where nothing can be raised.
        text.push_str(" [");
        text.push_str(mark);
        text.push(']');
    } else {
        text.push_str(run);
    }
}

/// A text without its strokes if every letter has one, as where a whole cell is struck through.
pub(crate) fn without_strokes(text: &str) -> Option<String> {
    if !text.contains(STROKE) {
        return None;
    }
    let mut bare = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        bare.push(letter);
        if !letter.is_whitespace() && letters.next_if_eq(&STROKE).is_none() {
            return None;
        }
    }
    Some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_struck_through_is_no_part_of_what_is_beside_it() {
        let struck = Looks { struck: true, ..Looks::default() };
        let mut text = String::new();
        push(&mut text, "12 a", struck);
        assert_eq!(without_strokes(&text).as_deref(), Some("12 a"));
        push(&mut text, "13", Looks::default());
        assert_eq!(text, "1\u{336}2\u{336} a\u{336}13");
        assert_eq!(without_strokes(&text), None);
        assert_eq!(without_strokes("13"), None);
    }
}
