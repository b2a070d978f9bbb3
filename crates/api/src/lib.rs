//! The engine for programs in JavaScript. `static/api/missing-from-care.js` is what they call; this is what it calls.
//!
//! Bytes go in piece by piece, the report comes out as its JSON: the same bytes as from the page and the terminal. The
//! JavaScript side makes a plain object of it with `JSON.parse`, which costs no second way to write a report.

use missing_rates::period::Period;
use missing_rates::read::Reader;
use missing_rates::report::Disclosure;
use missing_rates::report::code;
use missing_rates::{Query, Returns};
use wasm_bindgen::prelude::*;

/// Files that are being read, and what was read of them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Calculation {
    returns: Returns,
    files: u32,
    reading: Option<Reader>,
}

impl std::fmt::Debug for Calculation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Calculation").field("files", &self.files).finish_non_exhaustive()
    }
}

#[wasm_bindgen]
impl Calculation {
    /// Nothing is read yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a file of this name. One that was not ended is forgotten.
    pub fn begin(&mut self, name: &str) {
        self.reading = Some(Reader::new(name, Vec::new()));
    }

    /// Takes the next bytes of the file that was begun.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some(reader) = &mut self.reading {
            reader.push(bytes);
        }
    }

    /// Ends the file that was begun.
    pub fn end(&mut self) {
        if let Some(reader) = self.reading.take() {
            self.files += 1;
            self.returns.add(self.files, reader.finish());
        }
    }

    /// The report on the files that were ended, as JSON; for a period such as `2024-01-01/2024-12-31`, or for those that the
    /// files speak of. Exact, or safe to publish: `safe`, `safe-to5`, `safe-to10`.
    ///
    /// # Errors
    /// The period is none, or the disclosure none of these.
    #[allow(clippy::needless_pass_by_value, reason = "what crosses from JavaScript is owned")]
    pub fn report(&self, period: Option<String>, disclosure: Option<String>) -> Result<String, String> {
        let period = match period {
            Some(text) => Some(text.parse::<Period>().map_err(|error| format!("`{text}` is not a period: {error}"))?),
            None => None,
        };
        let disclosure = match disclosure {
            Some(text) => Disclosure::ALL
                .into_iter()
                .find(|of| code(of) == text)
                .ok_or_else(|| format!("`{text}` is not exact, safe, safe-to5 or safe-to10"))?,
            None => Disclosure::Exact,
        };
        Ok(self.returns.report(&Query { disclosure, ..Query::period(period) }).to_json())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_the_same_however_its_bytes_arrive() {
        let answers = b"Authority,Year,Unaccompanied children,Unaccompanied children missing\nKent,2024,60,20\n";
        let mut whole = Calculation::new();
        whole.begin("answers.csv");
        whole.push(answers);
        whole.end();
        let mut pieces = Calculation::new();
        pieces.begin("left.csv");
        pieces.begin("answers.csv");
        for byte in answers {
            pieces.push(&[*byte]);
        }
        pieces.end();
        // Neither of these belongs to any file.
        pieces.push(b"x");
        pieces.end();
        let report = whole.report(None, None).unwrap();
        assert!(report.contains("\"format\": \"missing-from-care/1\""));
        assert_eq!(report, pieces.report(None, None).unwrap());
        assert!(
            whole
                .report(Some("2024-01-01/2024-12-31".to_owned()), None)
                .unwrap()
                .contains("\"periods_from\": \"asked\"")
        );
        assert!(whole.report(Some("last year".to_owned()), None).is_err());
        let safe = whole.report(None, Some("safe".to_owned())).unwrap();
        assert!(safe.contains("\"disclosure\": \"safe\""));
        assert!(whole.report(None, Some("secret".to_owned())).is_err());
    }
}
