//! What one group of a return says.

/// Elements of a group and what stands in each.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    cells: Vec<(String, String)>,
    /// Every element in its order, where rows may stand one after the other.
    order: Option<Vec<(String, String)>>,
}

impl Row {
    /// A row that keeps the order of its elements.
    pub(super) fn in_order() -> Self {
        Self { order: Some(Vec::new()), ..Self::default() }
    }

    /// The elements in their order, if all of them were kept.
    pub(super) fn elements(&self) -> Option<&[(String, String)]> {
        self.order.as_deref().filter(|order| order.len() < MOST)
    }

    /// What stands in an element.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.cells.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Each element and what stands in it.
    pub(super) fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Puts in what an element says. One that was there and says something else leaves both, which is neither. Gives back
    /// whether that is so.
    pub(super) fn put(&mut self, name: &str, text: &str) -> bool {
        if let Some(order) = self.order.as_mut().filter(|order| order.len() < MOST) {
            order.push((name.to_owned(), text.to_owned()));
        }
        let Some((_, value)) = self.cells.iter_mut().find(|(known, _)| known == name) else {
            self.cells.push((name.to_owned(), text.to_owned()));
            return false;
        };
        let differs = value.split(BOTH).all(|one| one != text);
        if differs && value.len() < LONGEST {
            value.push_str(BOTH);
            value.push_str(text);
        }
        differs
    }
}

/// Between two things that one element says.
const BOTH: &str = " | ";
/// What is said again and again is kept up to this length.
const LONGEST: usize = 1000;
/// So many elements of one group are kept in their order.
const MOST: usize = 4000;
