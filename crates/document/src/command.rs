//! What a control of a part asks of the worker.

use missing_rates::FileId;
use serde::{Deserialize, Serialize};

use crate::carried::{Carried, Opens};
use crate::codec::{decode, encode};
use crate::format::{Format, Picture};
use crate::part::Part;
use crate::setting::{Field, Setting};
use crate::text::Text;

/// What a control asks. The page carries it, and never reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Apply the setting of the control.
    Set { setting: Setting },
    /// Read a file again, with its columns as a person named them.
    ReadMapped { id: FileId },
    /// Write the results as a file.
    Export { format: Format },
    /// Write a person's description of a file's columns as a file.
    ExportMapping { id: FileId },
    /// Write a table of the open part as a file.
    ExportTable { id: Text },
    /// Send all rows of a table of the open part to be copied, as they are arranged.
    CopyTable { id: Text },
    /// Write a chart of the open part as a file.
    ExportChart { id: Text, kind: Picture },
}

impl Command {
    /// The command in the form that the page carries.
    pub fn carried(&self) -> Carried {
        let calculates = match self {
            // The arrangement of a table changes no figure.
            Self::Set { setting } => !matches!(setting, Setting::Arrange { .. }),
            other => matches!(other, Self::ReadMapped { .. }),
        };
        let overtakes = match self {
            Self::Set { setting } => setting.asks_for_figures(),
            other => matches!(other, Self::ReadMapped { .. }),
        };
        let disclosure = match self {
            Self::Set { setting: Setting::Disclosure(disclosure) } => Some(*disclosure),
            _ => None,
        };
        let opens = match self {
            Self::Set { setting: Setting::Child(_) | Setting::Typed { field: Field::Child, .. } } => {
                Some(Opens::Part(Part::Children))
            }
            Self::Set { setting: Setting::Council(Some(_)) | Setting::Typed { field: Field::Council, .. } } => {
                Some(Opens::Anew)
            }
            _ => None,
        };
        Carried {
            bytes: encode(self),
            kept: matches!(self, Self::Set { .. }),
            calculates,
            overtakes,
            disclosure,
            opens,
        }
    }

    /// The command that the page has handed back, with the typed text, if there is any; `None` if it is not a command.
    pub fn of(carried: &Carried, typed: Option<String>) -> Option<Self> {
        let mut command = decode(&carried.bytes)?;
        if let (Self::Set { setting }, Some(typed)) = (&mut command, typed) {
            match setting {
                Setting::Typed { text, .. } => *text = typed,
                Setting::Arrange { arranged, .. } => (arranged.find, arranged.from) = (typed.into(), 0),
                _ => return None,
            }
        }
        Some(command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arranged::Arranged;
    use crate::setting::Limits;

    #[test]
    fn what_was_typed_comes_into_a_command_that_has_a_place_for_it_and_into_no_other() {
        let of = |setting, typed: Option<&str>| Command::of(&Command::Set { setting }.carried(), typed.map(Into::into));
        let typed = |text: &str| Setting::Typed { field: Field::Target, text: text.into() };
        assert_eq!(of(typed(""), Some("30")), Some(Command::Set { setting: typed("30") }));
        let arrange = |find: &'static str, from| Setting::Arrange {
            table: "t".into(),
            arranged: Arranged { by: Some(2), backwards: true, from, find: find.into() },
        };
        // Shows from the first matching row on.
        assert_eq!(of(arrange("", 200), Some("Kent")), Some(Command::Set { setting: arrange("Kent", 0) }));
        assert_eq!(of(arrange("", 200), None), Some(Command::Set { setting: arrange("", 200) }));
        assert_eq!(of(Setting::Limits(Limits::Plain), Some("Kent")), None);
        let broken = Carried {
            bytes: vec![255],
            kept: false,
            calculates: false,
            overtakes: false,
            disclosure: None,
            opens: None,
        };
        assert_eq!(Command::of(&broken, None), None);
    }
}
