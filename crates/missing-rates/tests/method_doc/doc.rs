//! The document in its pieces.

/// What is between one heading of the third level and the next heading.
#[derive(Debug, Default)]
pub(crate) struct Section<'a> {
    pub(crate) title: &'a str,
    lines: Vec<&'a str>,
    /// The lines of its blocks ` ```example `.
    pub(crate) examples: Vec<&'a str>,
}

impl<'a> Section<'a> {
    pub(crate) fn has(&self, begin: &str) -> bool {
        self.lines.iter().any(|line| line.strip_prefix(begin).is_some_and(|rest| !rest.trim().is_empty()))
    }

    /// What is in backticks behind `In the report:`.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        let lines = self.lines.iter().filter_map(|line| line.strip_prefix("In the report:"));
        lines.flat_map(|line| line.split('`').skip(1).step_by(2))
    }
}

/// Sections, and the files of blocks ` ```csv NAME `.
#[derive(Debug, Default)]
pub(crate) struct Doc<'a> {
    pub(crate) sections: Vec<Section<'a>>,
    pub(crate) files: Vec<(&'a str, String)>,
}

impl<'a> Doc<'a> {
    pub(crate) fn read(text: &'a str) -> Self {
        let mut doc = Self::default();
        let mut fence: Option<&str> = None;
        let mut in_section = false;
        for line in text.lines() {
            if let Some(info) = line.strip_prefix("```") {
                fence = fence.is_none().then_some(info);
                if let Some(name) = fence.and_then(|info| info.strip_prefix("csv ")) {
                    doc.files.push((name, String::new()));
                }
                continue;
            }
            match (fence, doc.sections.last_mut().filter(|_| in_section)) {
                (Some("example"), Some(section)) => section.examples.push(line),
                (Some("example"), None) => panic!("an example without a section: {line}"),
                (Some(info), _) if info.starts_with("csv ") => {
                    let file = doc.files.last_mut().expect("pushed with its fence");
                    file.1.push_str(line);
                    file.1.push('\n');
                }
                (Some(_), _) => {}
                (None, section) => {
                    if let Some(title) = line.strip_prefix("### ") {
                        doc.sections.push(Section { title, ..Section::default() });
                        in_section = true;
                    } else if line.starts_with("## ") {
                        in_section = false;
                    } else if let Some(section) = section {
                        section.lines.push(line);
                    }
                }
            }
        }
        assert!(fence.is_none(), "a block is not closed");
        doc
    }

    pub(crate) fn examples(&self) -> impl Iterator<Item = &'a str> {
        self.sections.iter().flat_map(|section| section.examples.iter().copied())
    }
}
