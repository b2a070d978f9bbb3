//! What a part is about, as the page gets it: for the address, for the focus, and for those who do not see it come.

use document::{Block, Command, Field, Part, Request, Setting};
use missing_rates::area::AreaCode;

use super::driven::{Page, controls, with_answers};

impl Page {
    fn about(&self) -> Option<(&str, &str)> {
        self.about.as_ref().map(|about| (about.named.as_str(), about.said.as_str()))
    }

    fn type_council(&mut self, typed: &str) {
        let setting = Setting::Typed { field: Field::Council, text: String::new() };
        self.ask(Request::Command { command: Command::Set { setting }.carried(), typed: Some(typed.to_owned()) });
    }
}

#[test]
fn a_council_that_is_chosen_is_named_by_its_code_and_said_in_a_sentence() {
    let mut page = Page::default();
    page.open(Part::Council);
    assert_eq!(page.about(), None);
    for typed in ["Kent", "kent county council", " E10000016 "] {
        page.type_council(typed);
        let (named, said) = page.about().expect(typed);
        assert_eq!(named, "E10000016", "{typed}");
        assert!(said.starts_with("10% of the children looked after by Kent"), "{typed}: {said}");
    }
    page.set(Setting::Council(AreaCode::read("W06000015")));
    assert!(page.about().is_some_and(|(named, said)| named == "W06000015" && said.contains("England alone")));
    page.set(Setting::Council(None));
    assert_eq!(page.about(), None);
    page.ask(Request::Open { part: Part::Council, about: Some("Camden".to_owned()) });
    assert_eq!(page.about().map(|(named, _)| named), Some("E09000007"));
    for (fragment, code) in
        [("County%20Durham", "E06000047"), ("Ynys%20M%C3%B4n", "W06000001"), ("Ynys Môn", "W06000001")]
    {
        page.ask(Request::Open { part: Part::Council, about: Some(fragment.to_owned()) });
        assert_eq!(page.about().map(|(named, _)| named), Some(code), "{fragment}");
    }
    // Encoded wrongly, they are nobody's names.
    for fragment in ["Ke%6", "%FF", "K%C3nt", "%%%"] {
        page.ask(Request::Open { part: Part::Council, about: Some(fragment.to_owned()) });
        assert_eq!(page.about(), None, "{fragment}");
    }
    page.open(Part::Request);
    assert_eq!(page.about(), None, "another part is about nothing");
}

#[test]
fn a_name_that_is_nobodys_is_asked_about_with_a_way_to_each_that_may_be_meant() {
    let mut page = Page::default();
    page.open(Part::Council);
    page.type_council("Brighton");
    assert_eq!(page.about(), None);
    let ways: Vec<_> = controls(page.blocks())
        .into_iter()
        .filter_map(|block| match block {
            Block::Way { way } if way.text == "Brighton and Hove" => Some(way.command.clone()),
            _ => None,
        })
        .collect();
    let [command] = &ways[..] else { panic!("{ways:?}") };
    page.follow(command);
    assert_eq!(page.about().map(|(named, _)| named), Some("E06000043"));
    page.type_council("nowhere");
    let beside = |page: &Page| {
        let blocks = page.blocks();
        let field = blocks.iter().position(|block| matches!(block, Block::Input { .. })).expect("a field");
        matches!(blocks[field + 1], Block::Way { .. })
    };
    assert!(!beside(&page), "nobody is meant");
}

#[test]
fn a_figure_that_there_is_not_is_about_nothing() {
    let mut page = with_answers();
    for (figure, is_there) in [
        ("headline first ", true),
        ("headline  ", true),
        ("table unaccompanied E12000008", true),
        ("headline first Kent", false),
        ("headline trafficked E10000099", false),
        ("map ? ", false),
        ("headline all ", false),
    ] {
        page.ask(Request::Open { part: Part::Figure, about: Some(figure.to_owned()) });
        assert_eq!(page.about.is_some(), is_there, "{figure}");
    }
}

#[test]
fn a_request_that_asks_nothing_says_aloud_what_to_do() {
    let mut page = Page::default();
    page.open(Part::Request);
    let is_alert = |block: &Block| matches!(block, Block::Alert { .. });
    assert!(!page.blocks().iter().any(is_alert));
    for nation in missing_rates::area::Nation::ALL {
        page.set(Setting::Request(document::RequestOf::Nation { nation, asked: false }));
    }
    assert!(page.blocks().iter().any(is_alert));
}
