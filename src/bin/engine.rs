//! The engine, in a worker of the page.

fn main() {
    missing_from_care::start_engine();
}
