//! What the person has set by the controls of the parts.

use std::collections::BTreeMap;

use missing_rates::Query;
use missing_rates::period::Period;

use document::{ARRANGE, ASK_COMPLETE, ASK_PERIOD, ASK_YEAR, ASK_ZEROS};

use crate::parts::{Columns, answers, publish, questions};

/// What is asked of the engine, and what the parts show.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub asked: Query,
    /// The period that is shown of those of the report.
    pub shown: Option<Period>,
    /// The files whose columns the person is naming.
    pub columns: Columns,
    /// What else was set, by name: what a part shows, not what is calculated.
    choices: BTreeMap<String, String>,
}

/// What must be made anew after a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anew {
    /// The report.
    Report,
    /// Only what is shown of it.
    Part,
    /// Only which rows of a table are shown.
    Rows,
}

impl Settings {
    /// Sets one of them. Those of the names above are asked of the engine; any other is a choice of what a part shows.
    pub fn set(&mut self, key: String, value: String) -> Anew {
        if key == ASK_PERIOD {
            self.asked.period = value.parse().ok();
            self.shown = None;
            return Anew::Report;
        }
        if let Some(file) = key.strip_prefix(ASK_YEAR).and_then(|file| file.parse().ok()) {
            match value.parse() {
                Ok(year) => self.asked.years.insert(file, year),
                Err(_) => self.asked.years.remove(&file),
            };
            self.shown = None;
            return Anew::Report;
        }
        if key == ASK_ZEROS {
            self.asked.zeros_matter = match value.as_str() {
                "same" => Some(false),
                "different" => Some(true),
                _ => None,
            };
            return Anew::Report;
        }
        if let Some(year) = key.strip_prefix(ASK_COMPLETE).and_then(|year| year.parse().ok()) {
            match value.parse() {
                Ok(day) => self.asked.complete_to.insert(year, day),
                Err(_) => self.asked.complete_to.remove(&year),
            };
            self.shown = None;
            return Anew::Report;
        }
        let anew = answers::set(&key, &value, self)
            .or_else(|| questions::set(&key, &value, self))
            .or_else(|| publish::set(&key, &value, self));
        if let Some(anew) = anew {
            return anew;
        }
        let anew = if key.starts_with(ARRANGE) { Anew::Rows } else { Anew::Part };
        self.choices.insert(key, value);
        anew
    }

    /// Makes a choice of what a part shows; `""` takes it back.
    pub(crate) fn choose(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            self.choices.remove(key);
        } else {
            self.choices.insert(key.to_owned(), value.to_owned());
        }
    }

    /// What was chosen, or `""`.
    pub fn choice(&self, key: &str) -> &str {
        self.choices.get(key).map_or("", String::as_str)
    }
}
