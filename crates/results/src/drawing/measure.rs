//! Estimates how wide words are, well enough to wrap them. The worker has no font, and the reader's font may differ.

use document::shape::{Anchor, Words};

/// The left and right end of a line of words, at most.
pub(crate) fn reach(words: &Words) -> (f64, f64) {
    let wide = width(&words.text, words.size, words.bold);
    let from = match words.anchor {
        Anchor::Start => words.x,
        Anchor::Middle => words.x - wide / 2.0,
        Anchor::End => words.x - wide,
    };
    (from, from + wide)
}

/// How wide a text is at most, in a sans-serif font of this size. Fonts differ by a tenth; this estimate is generous.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(em).sum();
    ems * size * if bold { 1.08 } else { 1.0 }
}

fn em(of: char) -> f64 {
    match of {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '!' => 0.33,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '’' => 0.41,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 0.98,
        'A'..='Z' => 0.74,
        _ if of.is_ascii() => 0.62,
        _ => 0.85,
    }
}

/// Splits a text into lines that are not wider than `room`. A word that is wider is broken.
pub(super) fn wrap(text: &str, room: f64, size: f64, bold: bool) -> Vec<String> {
    // Room that was made for exactly this text is enough, even after rounding in additions and subtractions.
    let fits = |text: &str| width(text, size, bold) <= room + 0.01;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { word.to_owned() } else { [line, " ", word].concat() };
        if fits(&longer) {
            *line = longer;
            continue;
        }
        let mut line = if line.is_empty() { std::mem::take(line) } else { String::new() };
        if lines.last().is_some_and(String::is_empty) {
            lines.pop();
        }
        for letter in word.chars() {
            line.push(letter);
            if !fits(&line) && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped_and_those_that_are_too_long_broken() {
        for text in
            ["", "Kent", "Bournemouth, Christchurch and Poole", "Llanfairpwllgwyngyllgogerychwyrndrobwll in Wales"]
        {
            for room in [60.0, 120.0, 400.0] {
                let lines = wrap(text, room, 15.0, false);
                assert!(lines.iter().all(|line| width(line, 15.0, false) <= room + 0.01), "{lines:?} in {room}");
                let bare = |text: &str| text.replace(' ', "");
                assert_eq!(bare(&lines.concat()), bare(text));
            }
        }
        assert_eq!(wrap("Bath and North East Somerset", 120.0, 15.0, false), ["Bath and North", "East Somerset"]);
    }
}
