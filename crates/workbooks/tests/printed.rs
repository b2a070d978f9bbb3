//! What is written above and below printed pages and in boxes of older and of open workbooks is said, and page numbers, names of sheets
//! and buttons are not.
#![allow(clippy::unwrap_used)]

mod support;

use support::binary::Sheet;
use support::old::xls_of;
use support::{lines, ods_table, opened, zip};

fn rows() -> Vec<Vec<String>> {
    ["Authority,Year,UASC,UASC missing", "Kent,2024,100,12"]
        .map(|row| row.split(',').map(str::to_owned).collect())
        .to_vec()
}

fn boxes(name: &str, bytes: &[u8]) -> Vec<String> {
    let (_, notes) = lines(&opened(name, bytes)[0].1);
    notes.into_iter().filter_map(|note| note.strip_prefix("text-box,0,,").map(str::to_owned)).collect()
}

#[test]
fn headers_footers_and_boxes_of_an_xls_are_said() {
    let sheet = |printed: &[(u16, &'static str)], objects: &[(u16, &'static str)]| {
        let plain = Sheet::typed("S", &rows());
        xls_of(&[Sheet { printed: printed.to_vec(), objects: objects.to_vec(), ..plain }], false)
    };
    let said = boxes("a.xls", &sheet(&[(0x14, "&CFigures are for financial years"), (0x15, "&LGirls only")], &[]));
    assert_eq!(said, ["Figures are for financial years", "Girls only"]);
    assert_eq!(
        boxes("a.xls", &sheet(&[], &[(6, "April to June only"), (2, "Draft")])),
        ["April to June only", "Draft"]
    );
    // A button, the number of a page, who may read it, and nothing.
    let none = sheet(&[(0x14, "&LOFFICIAL&RPage &P of &N"), (0x15, "")], &[(7, "Print"), (6, "")]);
    assert_eq!(boxes("a.xls", &none), [""; 0]);
}

#[test]
fn headers_and_footers_of_an_open_document_are_those_of_the_page_of_its_sheet() {
    let of = |style: &str, master: &str| {
        let spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
            xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
            xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
            xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
        let table = ods_table("S", " table:style-name=\"ta1\"", &rows());
        let content = format!(
            "<office:document-content {spaces}><office:automatic-styles>{style}</office:automatic-styles>\
             <office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
        );
        let styles = format!(
            "<office:document-styles {spaces}><office:master-styles>{master}</office:master-styles></office:document-styles>"
        );
        let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
        boxes(
            "a.ods",
            &zip(&[("mimetype", kind), ("styles.xml", styles.as_bytes()), ("content.xml", content.as_bytes())]),
        )
    };
    let page =
        |name: &str, inside: &str| format!("<style:master-page style:name=\"{name}\">{inside}</style:master-page>");
    let header = "<style:header><style:region-left><text:p>Figures are for</text:p><text:p>financial <text:span>years</text:span>\
        </text:p></style:region-left></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>";
    let said = ["Figures are for financial years"];
    assert_eq!(of("", &page("Default", header)), said);
    let named = "<style:style style:name=\"ta1\" style:family=\"table\" style:master-page-name=\"Own\"/>";
    assert_eq!(of(named, &[page("Default", ""), page("Own", header)].concat()), said);
    // The page of no sheet, what is switched off, and what stands for the name of the sheet.
    assert_eq!(of(named, &[page("Default", header), page("Own", "")].concat()), [""; 0]);
    let off = "<style:header style:display=\"false\"><text:p>Girls only</text:p></style:header>";
    assert_eq!(of("", &page("Default", off)), [""; 0]);
    let fields = "<style:header><text:p><text:sheet-name>???</text:sheet-name></text:p></style:header>";
    assert_eq!(of("", &page("Default", fields)), [""; 0]);
}
