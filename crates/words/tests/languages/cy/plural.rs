/// 0 cŵn, 1 ci, 2 gi, 3 chi, 4 ci, 6 chi.
pub(super) fn category(number: u64) -> Category {
    match number {
        0 => Category::Zero,
        1 => Category::One,
        2 => Category::Two,
        3 => Category::Few,
        6 => Category::Many,
        _ => Category::Other,
    }
}
