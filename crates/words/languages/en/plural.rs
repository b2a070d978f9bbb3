/// 1 page, 2 pages.
pub(super) fn category(number: u64) -> Category {
    match number {
        1 => Category::One,
        _ => Category::Other,
    }
}
