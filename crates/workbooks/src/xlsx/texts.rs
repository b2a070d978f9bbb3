//! The texts of a workbook's cells.

use std::io::BufRead;

use super::styles::is_on;
use crate::archive::Archive;
use crate::looks::{self, Looks};
use crate::refusal::Refusal;
use crate::strings::Strings;
use crate::xml::{Piece, Xml};

/// Reads the texts that cells name by a number; none if the workbook has none.
pub(super) fn shared(archive: &mut Archive<'_>, part: Option<&str>) -> Result<Strings, Refusal> {
    let mut strings = Strings::default();
    let Some(part) = part else { return Ok(strings) };
    let Some(mut xml) = archive.xml(part)? else { return Ok(strings) };
    loop {
        let is_text = match xml.next()? {
            Piece::Open(tag) => tag.name() == "si",
            Piece::End => return Ok(strings),
            _ => false,
        };
        if is_text {
            let mut text = String::new();
            rich(&mut xml, &mut text)?;
            strings.add(&text)?;
        }
    }
}

/// Reads the text of the element that has just begun onto the end of another, without what says how it is pronounced. A mark
/// that is written above the line is no digit of a number before it.
pub(super) fn rich<R: BufRead>(xml: &mut Xml<R>, text: &mut String) -> Result<(), Refusal> {
    let (mut depth, mut said, mut silent, mut looks) = (1_u32, false, 0_u32, Looks::default());
    let mut run = String::new();
    while depth > 0 {
        match xml.next()? {
            Piece::Open(tag) => {
                depth += 1;
                match tag.name() {
                    "rPh" => silent = depth,
                    "r" => looks = Looks::default(),
                    "t" => said = silent == 0,
                    "vertAlign" => {
                        looks.raised = tag.attribute("val").is_some_and(|val| val == "superscript");
                    }
                    "strike" => looks.struck = is_on(&tag),
                    _ => {}
                }
            }
            Piece::Close(tag) => {
                if tag.name() == "t" && said {
                    looks::push(text, &unescaped(&run), looks);
                    run.clear();
                    said = false;
                }
                if silent == depth {
                    silent = 0;
                }
                depth -= 1;
            }
            Piece::Text(more) if said => run.push_str(&more),
            Piece::Text(_) | Piece::Other => {}
            Piece::End => return Err(Refusal::Damaged),
        }
    }
    Ok(())
}

/// A text with the letters that `_x000D_` and the like stand for (ECMA-376, 22.9.2.19).
pub(super) fn unescaped(text: &str) -> String {
    let mut parts = text.split("_x");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..4).filter(|_| part.get(4..5) == Some("_"));
        let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        if let Some(letter) = letter {
            whole.push(letter);
            whole.push_str(part.get(5..).unwrap_or_default());
        } else {
            whole.push_str("_x");
            whole.push_str(part);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(inside: &str) -> String {
        let document = format!("<si>{inside}</si>");
        let mut xml = Xml::new(document.as_bytes());
        xml.next().unwrap();
        let mut text = String::new();
        rich(&mut xml, &mut text).unwrap();
        text
    }

    #[test]
    fn a_raised_mark_is_no_digit() {
        let raised =
            |mark: &str| format!("<r><t>24</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>{mark}</t></r>");
        assert_eq!(read(&raised("1")), "24 [1]");
        assert_eq!(read(&raised("*")), "24 [*]");
        assert_eq!(read(&raised("th")), "24th");
        assert_eq!(read("<r><rPr><b/></rPr><t>2</t></r><r><t>4</t></r>"), "24");
        assert_eq!(read("<r><rPr><strike/></rPr><t>2</t></r><r><t>4</t></r>"), "2\u{336}4");
        assert_eq!(read("<r><rPr><strike val=\"0\"/></rPr><t>2</t></r><r><t>4</t></r>"), "24");
    }

    #[test]
    fn what_is_for_the_tongue_alone_is_left_out_and_letters_are_what_they_stand_for() {
        assert_eq!(read("<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>"), "東京");
        assert_eq!(read("<t>a_x000A_b_x0041_ _xyz _x00</t>"), "a\nbA _xyz _x00");
        assert_eq!(read("<t>&lt;5 &amp; &#163;2</t>"), "<5 & £2");
    }
}
