//! The page: what a person sees.

fn main() {
    missing_from_care::start_page();
}
