//! Marks in a text the cells that are at fault. The marks are two characters that no typeface has; whoever draws the text
//! draws something else in their place.

const FROM: char = '\u{E000}';
const TO: char = '\u{E001}';

/// These words, marked.
pub fn at_fault(words: &str) -> String {
    let mut marked = String::from(FROM);
    // A file may hold such characters too.
    marked.extend(words.chars().filter(|c| ![FROM, TO].contains(c)));
    marked.push(TO);
    marked
}

/// The pieces of a text in their order, each with whether it is marked.
pub fn pieces(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut marked = false;
    text.split_inclusive([FROM, TO]).map(move |piece| {
        let is_marked = std::mem::replace(&mut marked, piece.ends_with(FROM));
        (piece.trim_end_matches([FROM, TO]), is_marked)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_is_a_piece_of_its_own() {
        let text = ["MISSING M · ", &at_fault("MIS_START\u{E000} blank"), " · MIS_END blank"].concat();
        let pieces: Vec<_> = pieces(&text).collect();
        assert_eq!(pieces, [("MISSING M · ", false), ("MIS_START blank", true), (" · MIS_END blank", false)]);
        assert_eq!(super::pieces("as it is").collect::<Vec<_>>(), [("as it is", false)]);
        assert_eq!(super::pieces("").count(), 0);
    }
}
