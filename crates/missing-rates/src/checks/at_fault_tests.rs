//! Which cells of a row are at fault: those that break the rule, not those beside them.

use crate::Query;
use crate::Returns;
use crate::read::Reader;

/// The columns at fault in the first row of each of these rules.
fn at_fault(files: &[(&str, &str)], rule: &str) -> Vec<&'static str> {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(text.as_bytes());
        returns.add(id, reader.finish());
    }
    let report = returns.report(&Query::default());
    let finding = report.findings.iter().find(|finding| finding.rule == rule).expect(rule);
    let row = &finding.rows[0];
    assert!(row.against.iter().flat_map(|other| &other.cells).all(|cell| !cell.at_fault));
    row.cells.iter().filter(|cell| cell.at_fault).map(|cell| cell.column).collect()
}

#[test]
fn a_cell_beside_the_one_that_breaks_the_rule_is_not_at_fault() {
    let episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC\nA,01/05/2024,S,C2,U4,\nB,01/05/2024,S,Q9,U4,\n";
    let missing = "CHILD,MISSING,MIS_START,MIS_END\nA,M,tbc,\nA,M,09/06/2024,02/06/2024\nA,X,01/07/2024,02/07/2024\n\
                   B,M,01/06/24,02/06/2024\nC,M,01/06/2024,02/06/2024\n";
    let files = [("episodes.csv", episodes), ("missing.csv", missing)];
    assert_eq!(at_fault(&files, "1004"), ["MIS_START"]);
    assert_eq!(at_fault(&files, "567"), ["MIS_START", "MIS_END"]);
    assert_eq!(at_fault(&files, "1006"), ["MISSING"]);
    assert_eq!(at_fault(&files, "legal-status"), ["LS"]);
    assert_eq!(at_fault(&files, "two-digit-year"), ["MIS_START"]);
    assert_eq!(at_fault(&files, "1012"), Vec::<&str>::new(), "the child, not a cell that is shown");
}
