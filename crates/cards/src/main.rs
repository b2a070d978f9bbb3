//! `cards FOLDER PICTURE FONTS LOOKS SITE`: writes a page and a picture for each council into a folder, and a picture for the
//! calculator itself.
//!
//! A fragment such as `#council=E10000016` never reaches a server, so the server gives the same page for every
//! council. These pages have an address each. They hold what social media read, and the way to the calculator.
//!
//! Invariants:
//! - It runs while the page is built, and nothing of it is in what a visitor's browser runs.
//! - It works out no figure and lays out no chart: it paints what `results` makes of what the Department published.
//! - The same figures and fonts give the same bytes on every machine.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use document::shape::{Shape, Words, colour, words};
use document::{Block, Chart, Part, Setting};
use missing_rates::area::{AreaCode, authorities};
use missing_rates::report::Report;
use missing_rates::{Query, Returns};
use results::{Context, Scene, Settings, blocks, card, described};
use ttf_parser::Face;

mod canvas;
mod page;
mod png;

use canvas::Fonts;
use page::{LANGUAGE, Page};

fn main() -> Result<()> {
    let given: Vec<String> = env::args().skip(1).collect();
    let [folder, calculator, fonts, looks, site] = &given[..] else { bail!("cards FOLDER PICTURE FONTS LOOKS SITE") };
    let font = |name: &str| {
        let file = Path::new(fonts).join(name);
        fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let (plain, bold) = (font("400Regular/Arimo_400Regular.ttf")?, font("700Bold/Arimo_700Bold.ttf")?);
    let fonts = Fonts { plain: Face::parse(&plain, 0)?, bold: Face::parse(&bold, 0)? };
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    let note =
        [LANGUAGE.picture_source(LANGUAGE.quote_source_published()).as_str(), LANGUAGE.picture_basis_published()]
            .join(" ");
    let report = Returns::default().report(&Query::default());
    for of in authorities() {
        let blocks = council(&report, of.code);
        let Some(page) = Page::of(of, &blocks) else { continue };
        fs::write(folder.join(page.picture()), picture(&fonts, page.chart, &note)?)?;
        fs::write(folder.join(page.name()), page.html(looks, site))?;
    }
    let said = [LANGUAGE.title(), " ", LANGUAGE.lead()].concat();
    fs::write(calculator, described(&canvas::png(&fonts, &of_calculator())?, &said))?;
    Ok(())
}

/// What the calculator shows of a council.
fn council(report: &Report, code: AreaCode) -> Vec<Block> {
    let mut settings = Settings::default();
    settings.apply(Setting::Council(Some(code)));
    let context =
        Context { language: LANGUAGE, report, period: None, settings: &settings, returns: None, without_books: false };
    blocks(Part::Council, context)
}

/// The calculator's own picture: its question and what it does with files, in large letters, and no figure.
fn of_calculator() -> Scene {
    const LEFT: f64 = 24.0;
    let mut shapes = Vec::new();
    let mut y = 70.0;
    for (text, letters, size, bold) in [(LANGUAGE.title(), 26, 42.0, true), (LANGUAGE.lead(), 48, 23.0, false)] {
        for line in lines(text, letters) {
            shapes.push((None, Shape::Text(Words { size, bold, ..words(LEFT, y, line) })));
            y += size * 1.25;
        }
        y += 16.0;
    }
    named(Scene { width: 640.0, height: 360.0, shapes })
}

/// A text in lines of at most so many letters.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().filter(|line| line.len() + 1 + word.len() <= letters) {
            Some(line) => *line = [line, " ", word].concat(),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The picture that the calculator makes of a chart, with what it shows in words.
fn picture(fonts: &Fonts<'_>, chart: &Chart, note: &str) -> Result<Vec<u8>> {
    let painted = canvas::png(fonts, &named(card(LANGUAGE, chart, note)))?;
    Ok(described(&painted, &[&*chart.alternative, "\n", note].concat()))
}

/// The scene with the calculator's name on a band at its foot, if there is room.
fn named(mut scene: Scene) -> Scene {
    const BAND: f64 = 36.0;
    let (width, top) = (scene.width, scene.height - BAND);
    let is_in_the_way = |shape: &Shape| matches!(shape, Shape::Text(words) if words.y > top - 8.0);
    if !scene.shapes.iter().any(|(_, shape)| is_in_the_way(shape)) {
        let band = Shape::Rect { x: 0.0, y: top, width, height: BAND, fill: colour::BLUE, edge: None };
        let name = Words { bold: true, colour: colour::WHITE, ..words(24.0, top + 23.0, LANGUAGE.app_name()) };
        scene.shapes.extend([(None, band), (None, Shape::Text(name))]);
    }
    scene
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_its_own_figures_and_an_address_only_where_the_site_is_known() {
        let report = Returns::default().report(&Query::default());
        let mut pages = 0;
        for of in authorities() {
            let blocks = council(&report, of.code);
            let Some(page) = Page::of(of, &blocks) else { continue };
            pages += 1;
            let html = page.html("<link rel=\"icon\" href=\"../i.svg\">", "");
            assert!(!html.contains("http:") && !html.contains("https:") && !html.contains("<script"), "{}", of.name);
            let name = missing_rates::area::plain_name(of.name).replace('&', "&amp;");
            assert!(html.contains(&format!("og:title\" content=\"{name}: ")), "{html}");
            assert!(html.contains(&format!("../#council={}", of.code.as_str())), "{html}");
            assert!(html.contains(&page.chart.alternative.replace('&', "&amp;")));
            for gap in ["HEAD\n", "LOOKS", "CAPTION", "QUOTED", "CAUTION", "PICTURE", "OPEN", "FRAGMENT", "LANGUAGE"] {
                assert!(!html.contains(gap), "{gap}");
            }
            let with = page.html("", "https://example.org/m/");
            let picture = format!("og:image\" content=\"https://example.org/m/council/{}.png\"", of.code.as_str());
            assert!(with.contains(&picture), "{with}");
            let scene = card(LANGUAGE, page.chart, "A note.");
            assert!((scene.height * 16.0 - scene.width * 9.0).abs() < 0.01, "{} is not 16 to 9", of.name);
        }
        assert!(pages > 140, "{pages}");
    }
}
