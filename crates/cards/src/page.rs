//! The page of a council: what social media read, the picture, the sentence to quote, and the way to the calculator.

use document::{Block, Chart, Part, Text, all};
use missing_rates::area::Authority;
use words::Language;

/// The language of all that is made here.
pub(crate) const LANGUAGE: Language = Language::English;

/// What is on the page.
pub(crate) struct Page<'a> {
    of: &'static Authority,
    pub(crate) chart: &'a Chart,
    /// The sentence to quote.
    quoted: &'a Text,
    caution: &'a Text,
}

impl<'a> Page<'a> {
    /// `None` where no share is printed.
    pub(crate) fn of(of: &'static Authority, blocks: &'a [Block]) -> Option<Self> {
        let snippet = |wanted: &str| {
            all(blocks).into_iter().find_map(|block| match block {
                Block::Snippet { id, text, .. } if &**id == wanted => Some(text),
                _ => None,
            })
        };
        let chart = document::charts(blocks).into_iter().find(|chart| &*chart.id == "council-card")?;
        Some(Self { of, chart, quoted: snippet("council-quote")?, caution: snippet("council-caution")? })
    }

    pub(crate) fn name(&self) -> String {
        [self.of.code.as_str(), ".html"].concat()
    }

    pub(crate) fn picture(&self) -> String {
        [self.of.code.as_str(), ".png"].concat()
    }

    /// The page. Addresses that others read begin with the address of the site, which must be known for that.
    pub(crate) fn html(&self, looks: &str, site: &str) -> String {
        let language = LANGUAGE;
        let folder = if site.is_empty() { String::new() } else { [site, Part::Council.fragment(), "/"].concat() };
        let meta = |kind: &str, name: &str, content: &str| {
            ["    <meta ", kind, "=\"", name, "\" content=\"", &escaped(content), "\">\n"].concat()
        };
        let picture = [&*folder, &self.picture()].concat();
        let mut head = [
            meta("name", "description", self.quoted),
            meta("property", "og:type", "article"),
            meta("property", "og:site_name", language.app_name()),
            meta("property", "og:title", &self.chart.caption),
            meta("property", "og:description", self.quoted),
            meta("property", "og:image", &picture),
            meta("property", "og:image:width", "1200"),
            meta("property", "og:image:height", "675"),
            meta("property", "og:image:alt", &self.chart.alternative),
            meta("name", "twitter:card", "summary_large_image"),
        ]
        .concat();
        if !site.is_empty() {
            head.push_str(&meta("property", "og:url", &[&*folder, &self.name()].concat()));
        }
        let name = self.of.name;
        include_str!("page.html")
            .replace("LOOKS", looks)
            .replace("    HEAD\n", &head)
            .replace("LANGUAGE", language.tag())
            .replace("APP", language.app_name())
            .replace("CAPTION", &escaped(&self.chart.caption))
            .replace("ALTERNATIVE", &escaped(&self.chart.alternative))
            .replace("PICTURE", &self.picture())
            .replace("QUOTED", &escaped(self.quoted))
            .replace("CAUTION", &escaped(self.caution))
            .replace("FRAGMENT", &[Part::Council.fragment(), "=", self.of.code.as_str()].concat())
            .replace("OPEN", &escaped(&language.council_page_open(name)))
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
