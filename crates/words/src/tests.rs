#[test]
fn a_plural_form_goes_with_its_number() {
    assert_eq!(super::file_rows_used(1), "1 row used");
    assert_eq!(super::file_rows_used(0), "0 rows used");
    assert_eq!(super::file_rows_used(5_085_371), "5,085,371 rows used");
    let one = super::MatchedOf { authorities: 1, children: 1_204, missing: 137 };
    assert_eq!(one.text(), "137 of 1,204 children, in the one authority that gave both figures");
}

#[test]
fn nobody_is_told_of_uploads() {
    let files = std::fs::read_dir("en").unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let words: String = files.map(|file| std::fs::read_to_string(file).unwrap().to_lowercase()).collect();
    for word in ["upload", "submit", "invalid", "p-value", "denominator"] {
        assert!(!words.contains(word), "{word}");
    }
}
