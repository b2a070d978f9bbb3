//! What holds for any table of answers, however it is filled in.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{assert_balanced, read, report};
use missing_rates::decisions::Decisions;
use missing_rates::mapping::{Draft, Field, Mapping};
use missing_rates::report::FileKind;
use missing_rates::{Query, Returns, read::Reader};
use proptest::prelude::*;

/// Words that headings and cells are made of, and what else people type.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Authority",
            "Year",
            "UASC",
            "missing",
            "Trafficked",
            "children",
            "incidents",
            "Cohort",
            "Measure",
            "Answer",
            "Total",
            "Kent",
            "Surrey",
            "Leeds / Kent",
            "Cumbria",
            "Cumberland",
            "Dorset",
            "Oxford",
            "2018",
            "2023",
            "2024",
            "2023/24",
            "<5",
            "24",
            "0",
            "Refused s.12",
            "Not held",
            "37%",
            "24 (37%)",
            "c",
            "",
            "",
            "",
            "%",
            "both",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
    ]
}

fn cell() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..3).prop_map(|words| words.join(" "))
}

fn csv(rows: &[Vec<String>]) -> String {
    let line =
        |row: &Vec<String>| row.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect::<Vec<_>>().join(",");
    rows.iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..12)
}

/// One row of a plain wide table.
fn answer_row() -> impl Strategy<Value = Vec<String>> {
    let pick = |of: &'static [&'static str]| prop::sample::select(of.to_vec()).prop_map(str::to_owned);
    (
        pick(&[
            "Kent",
            "Surrey",
            "Medway",
            "Kent & Medway",
            "Cumbria",
            "Cumberland",
            "Dorset",
            "Oxford",
            "Kemt",
            "Total",
        ]),
        pick(&["2018", "2022", "2024", "2023/24"]),
        pick(&["100", "50", "<5", "Refused s.12", "", "a few", "24 (30%)"]),
        pick(&["10", "5", "0", "c", "Not held", "", "A few"]),
    )
        .prop_map(|(a, b, c, d)| vec![a, b, c, d])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_table_makes_the_engine_panic_and_every_row_is_used_or_set_aside(rows in table(), title in cell()) {
        let text = csv(&rows);
        assert_balanced(&report(&[("a.csv", text.as_str()), ("b 2024.csv", &format!("{title}\nAuthority,UASC,UASC missing\n{text}"))]));
        // The form for its columns, with any of them chosen.
        let file = read("a.csv", text.as_bytes());
        for kind in [None, Some(FileKind::AuthorityAnswers), Some(FileKind::Missing)] {
            let mut draft = Draft::propose(file.head(), kind);
            draft.head_in(1, file.head());
            draft.choose(Field::Authority, Some(0));
            draft.choose(Field::Answer, Some(7));
            let _ = (draft.columns(file.head()), draft.missing(), draft.preview(file.head()));
            if let Some(mapping) = draft.mapping(file.head()) {
                prop_assert_eq!(Mapping::from_json(&mapping.to_json()), Ok(mapping.clone()));
                let mut reader = Reader::mapped("a.csv", mapping);
                reader.push(text.as_bytes());
                let mut returns = Returns::default();
                returns.add(1, reader.finish());
                assert_balanced(&returns.report(&Query::default()));
            }
        }
    }

    #[test]
    fn neither_the_order_of_rows_nor_of_files_matters(
        rows in prop::collection::vec(answer_row(), 1..12),
        seed in any::<u64>(),
    ) {
        let header = ["Authority", "Year", "UASC", "UASC missing"].map(str::to_owned).to_vec();
        let mut shuffled = rows.clone();
        // Any order: sorted by a hash of place and seed.
        let mut keys: Vec<(u64, usize)> = (0..rows.len()).map(|i| ((i as u64 + 1).wrapping_mul(seed | 1) >> 7, i)).collect();
        keys.sort_unstable();
        for (to, (_, from)) in keys.iter().enumerate() {
            shuffled[to].clone_from(&rows[*from]);
        }
        let whole = |rows: &[Vec<String>]| csv(&[std::slice::from_ref(&header), rows].concat());
        let (one, other) = (report(&[("a.csv", whole(&rows))]), report(&[("a.csv", whole(&shuffled))]));
        assert_balanced(&one);
        prop_assert_eq!(&one.rates, &other.rates);
        prop_assert_eq!(&one.totals, &other.totals);
        prop_assert_eq!(&one.coverage, &other.coverage);
        prop_assert_eq!(&one.chase, &other.chase);
        let bare = |r: &missing_rates::report::Report| {
            (
                r.wordings.iter().map(|w| (w.wording.clone(), w.answer.clone(), w.cells)).collect::<Vec<_>>(),
                r.names.iter().map(|n| (n.name.clone(), n.taken_for, n.rows)).collect::<Vec<_>>(),
                r.conflicts.iter().map(|c| (c.disputed(), c.answers.len())).collect::<Vec<_>>(),
            )
        };
        prop_assert_eq!(bare(&one), bare(&other));
        // Two files in any order.
        let (first, second) = rows.split_at(rows.len() / 2);
        let (a, b) = (("a.csv", whole(first)), ("b.csv", whole(second)));
        prop_assert_eq!(report(&[a.clone(), b.clone()]), report(&[b, a]));
    }

    #[test]
    fn no_document_makes_the_reader_panic(text in "\\{\"\\PC{0,80}", tail in "\\PC{0,40}") {
        let _ = Decisions::from_json(&text);
        assert_balanced(&report(&[("a.json", format!("{text}{tail}"))]));
    }
}
