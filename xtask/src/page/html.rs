//! Reads the elements of a page, and replaces them with others. This is enough for the HTML that a build writes, but
//! not for all HTML.

use std::ops::Range;

/// An element, or the opening tag of an element that holds others.
pub(crate) struct Element<'a> {
    pub(crate) name: &'a str,
    /// The content of the tag after its name.
    tag: &'a str,
    /// The text up to the closing tag, for elements that hold only text.
    pub(crate) text: &'a str,
    /// Its position in the page. For an element that holds others, the position of its opening tag.
    range: Range<usize>,
}

impl<'a> Element<'a> {
    /// The names of its attributes.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &'a str> {
        parts(self.tag).map(|(name, _)| name)
    }

    /// The value of an attribute; empty if it has none.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        parts(self.tag).find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// The elements of a page, in order.
pub(crate) fn elements(page: &str) -> impl Iterator<Item = Element<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + page[at..].find('<')?;
            at = start + 1;
            let rest = &page[at..];
            if rest.starts_with("!--") {
                at += rest.find("-->")?;
                continue;
            }
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let (tag, after) = rest.split_at(end_of_tag(rest)?);
            let after = &after[1..];
            let name_ends = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(tag.len());
            let (name, tag_rest) = tag.split_at(name_ends);
            at += tag.len() + 1;
            let mut text = "";
            if matches!(name, "script" | "style") {
                let closing = format!("</{name}>");
                text = &after[..after.find(&closing)?];
                at += text.len() + closing.len();
            }
            return Some(Element { name, tag: tag_rest, text, range: start..at });
        }
    })
}

/// The page with new text for those elements for which `change` returns some. A line that becomes empty is removed.
pub(crate) fn rewritten(page: &str, mut change: impl FnMut(&Element) -> Option<String>) -> String {
    let mut out = String::with_capacity(page.len());
    let mut kept = 0;
    for element in elements(page) {
        let Some(text) = change(&element) else { continue };
        let before = &page[kept..element.range.start];
        kept = element.range.end;
        if text.is_empty() && page[kept..].starts_with('\n') && before.trim_end_matches(' ').ends_with('\n') {
            out.push_str(before.trim_end_matches(' '));
            kept += 1;
        } else {
            out.push_str(before);
            out.push_str(&text);
        }
    }
    out.push_str(&page[kept..]);
    out
}

/// The end of a tag: the first `>` outside quotes.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '>') => Some(at),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), _) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

/// The names and values of attributes, from the content of a tag after its name.
fn parts(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut quote = None;
    // Outside quotes, names are separated by white space and end at `=`.
    tag.split(move |c: char| {
        match quote {
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(open) if open == c => quote = None,
            _ => {}
        }
        quote.is_none() && (c.is_ascii_whitespace() || c == '/')
    })
    .filter(|part| !part.is_empty())
    .map(|part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (name, value.trim_matches(['"', '\'']))
    })
}

/// Whether it is the script that starts the page.
pub(crate) fn is_start(element: &Element) -> bool {
    element.name == "script" && element.attribute("type") == Some("module") && element.attribute("src").is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let page = r#"<!-- <b c> --><a href="x>y/z" download title='a b' id=c/><script src="s">1 < 2</script>"#;
        let found: Vec<_> = elements(page).collect();
        assert_eq!(found.iter().map(|element| element.name).collect::<Vec<_>>(), ["a", "script"]);
        let [link, script] = &found[..] else { return };
        assert_eq!(link.attributes().collect::<Vec<_>>(), ["href", "download", "title", "id"]);
        for (name, value) in [("href", "x>y/z"), ("download", ""), ("title", "a b"), ("ID", "c")] {
            assert_eq!(link.attribute(name), Some(value));
        }
        assert_eq!(link.attribute("src"), None);
        assert_eq!((script.attribute("src"), script.text), (Some("s"), "1 < 2"));
    }

    #[test]
    fn an_element_is_replaced_as_a_whole_and_leaves_no_empty_line() {
        let page = "<head>\n  <link a>\n  <link b>\n  <script>x</script></head>";
        let changed = rewritten(page, |element| match element.name {
            "link" if element.attribute("a").is_some() => Some(String::new()),
            "script" => Some("<i>".to_owned()),
            _ => None,
        });
        assert_eq!(changed, "<head>\n  <link b>\n  <i></head>");
    }
}
