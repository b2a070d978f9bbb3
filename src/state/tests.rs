use missing_rates::area::AreaCode;
use missing_rates::read::Reader;
use missing_rates::{Query, Returns};
use words::Language;

use super::held::Expected;
use super::*;
use crate::embed::Mode;
use document::engine::{Disclosure, FileId, Step};
use document::{Command, Field, Part, Reply, Setting, Shared, Topic};
use words::Language::English;

const ANSWERS: &str = "Authority,Year,Trafficked children,Trafficked children missing\nLeeds,2024,100,37\n";

/// A state with files 1 to `count`, all waiting.
fn waiting(count: u32) -> State {
    let files = (1..=count)
        .map(|id| Shared::new(ListedFile { id, name: format!("{id}.csv"), size: 80, progress: Progress::Waiting }))
        .collect();
    State { files, busy: true, expected: Some(Expected::Report), ..State::default() }
}

fn read(language: Language, id: FileId) -> (Reply, Reply) {
    let mut reader = Reader::new(&format!("{id}.csv"), Vec::new());
    reader.push(ANSWERS.as_bytes());
    let file = reader.finish();
    let summary = results::file_summary(language, file.entry(), &[]);
    let mut returns = Returns::default();
    returns.add(id, file);
    (
        Reply::Read { id, summary },
        Reply::Report {
            view: results::view(
                language,
                &returns.report(&Query::default()),
                &Query::default(),
                None,
                Vec::new(),
                results::Medium::FILE,
            ),
        },
    )
}

fn after(mut state: State, actions: impl IntoIterator<Item = Action>) -> State {
    for action in actions {
        state.change(action);
    }
    state
}

#[test]
fn figures_take_the_focus_once_all_files_are_read() {
    let (entry, report) = read(English, 1);
    let state = after(waiting(1), [Action::Reply(entry), Action::Reply(report)]);
    assert!(!state.busy && state.view.is_some());
    assert_eq!(state.focus, Focus { at: Focus::RESULTS, turn: 1 });
}

#[test]
fn a_file_that_is_read_again_leaves_the_focus_in_the_form_that_asked() {
    let ((entry, report), (again, figures)) = (read(English, 1), read(English, 1));
    let of = |command: &Command| Action::Command { command: command.carried(), typed: None };
    let column = Command::Set { setting: Setting::Column { file: 1, column: 2, field: None } };
    let named = [Action::Reply(entry), Action::Reply(report), of(&column), Action::Reply(again)];
    let state = after(waiting(1), named.into_iter().chain([Action::Reply(figures)]));
    assert_eq!(
        (state.focus, state.busy),
        (Focus { at: Focus::RESULTS, turn: 1 }, false),
        "moved once, by the first report"
    );
    let (again, figures) = read(English, 1);
    let accepted = of(&Command::ReadMapped { id: 1 });
    let state = after(state, [accepted, Action::Reply(again), Action::Reply(figures)]);
    assert_eq!(state.focus, Focus { at: Focus::RESULTS, turn: 2 }, "the button that asked is gone");
}

#[test]
fn a_cancelled_file_stays_in_the_list_and_is_not_read_on() {
    let progress = |done| Action::Reply(Reply::Progress { id: 1, done, rows: 1 });
    let state = after(waiting(1), [progress(0), Action::Cancel(1), progress(40)]);
    assert!(matches!(state.files[0].progress, Progress::Cancelled));
    assert!(!state.busy);
}

#[test]
fn figures_go_with_the_last_file_they_rest_on() {
    let (entry, report) = read(English, 1);
    let state = after(waiting(1), [Action::Reply(entry), Action::Reply(report), Action::Remove(1)]);
    assert!(state.files.is_empty() && state.view.is_none() && !state.busy);
    assert_eq!(state.focus.at, Focus::START);
}

#[test]
fn a_worker_that_died_leaves_the_list_and_one_file_marked() {
    let (entry, _) = read(English, 1);
    let stopped = Action::EngineStopped { at: Some(2) };
    let state = after(waiting(3), [Action::Reply(entry), stopped]);
    assert!(matches!(state.files[0].progress, Progress::Waiting), "read again");
    assert!(matches!(state.files[1].progress, Progress::Stopped));
    assert!(matches!(state.files[2].progress, Progress::Waiting));
    assert_eq!(state.engine_health(), EngineHealth::Restarted { times: 1 });
    let state = after(state, [Action::Remove(2)]);
    assert_eq!(state.engine_health(), EngineHealth::Well);
}

#[test]
fn what_was_cleared_comes_back_until_something_else_is_chosen() {
    let (entry, report) = read(English, 1);
    let before = [Action::Reply(entry), Action::Cancel(2), Action::Reply(report), set_safe(), Action::Clear];
    let state = after(waiting(2), before);
    assert!(state.files.is_empty() && state.cleared.is_some());
    assert_eq!((state.disclosure, state.focus.at), (Disclosure::Exact, Focus::START));
    let back = after(state.clone(), [Action::BringBack]);
    assert!(back.cleared.is_none() && back.busy && back.view.is_none());
    assert!(
        matches!(back.files[0].progress, Progress::Waiting) && matches!(back.files[1].progress, Progress::Cancelled)
    );
    assert_eq!((back.disclosure, back.focus.at), (Disclosure::Safe, Focus::FILES), "as safe as it was");
    // The dialogue was closed without a choice.
    let state = after(state, [Action::Choose(Vec::new())]);
    assert!(state.cleared.is_some());
}

#[test]
fn a_late_report_on_removed_files_is_not_shown() {
    let (entry, report) = read(English, 1);
    let state = after(waiting(1), [Action::Reply(entry), Action::Clear, Action::Reply(report)]);
    assert!(state.view.is_none());
}

#[test]
fn a_part_that_is_opened_takes_the_focus_once_it_is_there() {
    let (entry, report) = read(English, 1);
    let state = after(waiting(1), [Action::Reply(entry), Action::Reply(report), Action::Open(Part::Method, None)]);
    assert_eq!((state.part, state.focus.at), (Part::Method, Focus::RESULTS));
    let late = Reply::Part { part: Part::Summary, about: None, drawing: Shared::new(Vec::new()) };
    let come = Reply::Part { part: Part::Method, about: None, drawing: Shared::new(Vec::new()) };
    let state = after(state, [Action::Reply(late), Action::Reply(come)]);
    assert!(state.drawing.is_some() && !state.busy);
    assert_eq!(state.focus.at, Focus::PART);
}

#[test]
fn the_focus_goes_to_the_title_where_what_was_used_goes() {
    let show = Command::Set { setting: Setting::Council(AreaCode::read("E10000016")) };
    let press = || Action::Command { command: show.carried(), typed: None };
    let kent = Topic { named: "E10000016".into(), said: "Kent: 10%".into() };
    let come = |about| Action::Reply(Reply::Part { part: Part::Council, about, drawing: Shared::new(Vec::new()) });
    let alone = after(State { part: Part::Council, ..State::default() }, [press(), come(Some(kent.clone()))]);
    assert_eq!(alone.focus, Focus { at: Focus::START, turn: 1 });
    let beside_files =
        after(State { part: Part::Council, expected: None, ..waiting(1) }, [press(), come(Some(kent.clone()))]);
    assert_eq!(beside_files.focus, Focus { at: Focus::PART, turn: 1 });
    // A name that is typed, and a name that is nobody's: what is wrong with it is said at the field.
    let field = Command::Set { setting: Setting::Typed { field: Field::Council, text: String::new() } };
    let typed = || Action::Command { command: field.carried(), typed: Some("Kent".to_owned()) };
    let found = after(State { part: Part::Council, ..State::default() }, [typed(), come(Some(kent))]);
    assert_eq!(found.focus, Focus { at: Focus::START, turn: 1 });
    let nobody = after(State { part: Part::Council, ..State::default() }, [typed(), come(None)]);
    assert_eq!(nobody.focus.turn, 0);
}

#[test]
fn a_part_without_files_takes_the_focus_to_the_title_and_is_there_from_the_start_of_its_address() {
    let come = || Action::Reply(Reply::Part { part: Part::Request, about: None, drawing: Shared::new(Vec::new()) });
    let followed = after(State::default(), [Action::Open(Part::Request, None), come()]);
    assert_eq!(followed.focus, Focus { at: Focus::START, turn: 1 });
    let begun = State::at_start(None, "#request", None);
    assert_eq!(begun.part, Part::Request);
    assert_eq!(after(begun, [Action::Open(Part::Request, None), come()]).focus.turn, 0, "the page begins as any");
    assert_eq!(State::at_start(None, "#method", None).part, Part::Summary);
}

#[test]
fn a_frame_says_that_it_can_show_nothing_once_that_is_sure() {
    let frame = |part| State { frame: Some(Mode::Figures), part, ..State::default() };
    assert!(!frame(Part::Figure).shows_nothing(), "the figures have not come");
    let part = |about| Action::Reply(Reply::Part { part: Part::Figure, about, drawing: Shared::new(Vec::new()) });
    let (entry, report) = read(English, 1);
    let waits = State { frame: Some(Mode::Figures), part: Part::Figure, ..waiting(1) };
    assert!(!waits.shows_nothing());
    let read = after(waits, [Action::Reply(entry), Action::Reply(report)]);
    assert!(!read.shows_nothing(), "the drawing is on its way");
    assert!(after(read.clone(), [part(None)]).shows_nothing());
    assert!(!after(read, [part(Some(Topic::default()))]).shows_nothing());
}

/// The report as it is for somebody, of file 1.
fn report_for(disclosure: Disclosure) -> Reply {
    let mut reader = Reader::new("1.csv", Vec::new());
    reader.push(ANSWERS.as_bytes());
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    let query = Query { disclosure, ..Query::default() };
    let view = results::view(English, &returns.report(&query), &query, None, Vec::new(), results::Medium::FILE);
    Reply::Report { view }
}

fn set_safe() -> Action {
    let safe = Command::Set { setting: Setting::Disclosure(Disclosure::Safe) };
    Action::Command { command: safe.carried(), typed: None }
}

fn part() -> Reply {
    Reply::Part { part: Part::Summary, about: None, drawing: Shared::new(Vec::new()) }
}

#[test]
fn figures_for_internal_use_are_gone_the_moment_they_are_to_be_safe() {
    let (entry, report) = read(English, 1);
    let safe = set_safe();
    let shown = after(waiting(1), [Action::Reply(entry), Action::Reply(report), Action::Reply(part())]);
    assert!(!shown.withheld() && shown.drawing.is_some());
    let gone = after(shown, [safe]);
    assert!(gone.withheld() && gone.busy);
    // What the worker was at before it heard of it is for internal use, and comes too late.
    let late = after(gone, [Action::Reply(report_for(Disclosure::Exact)), Action::Reply(part())]);
    assert!(late.withheld());
    let safe = after(late, [Action::Reply(report_for(Disclosure::Safe))]);
    assert!(safe.drawing.is_none(), "no part of the figures for internal use is under them");
    let there = after(safe, [Action::Reply(part())]);
    assert!(!there.withheld() && there.drawing.is_some() && !there.busy);
}

#[test]
fn cancel_goes_back_to_the_figures_that_were_there() {
    let (entry, report) = read(English, 1);
    let safe = set_safe();
    let again = [Action::Stop, Action::EngineReplaced { cancelled: Vec::new() }];
    let state = after(waiting(1), [Action::Reply(entry.clone()), Action::Reply(report), safe].into_iter().chain(again));
    assert_eq!(state.disclosure, Disclosure::Exact);
    assert!(!state.withheld() && state.reading(), "the figures that were there are there at once");
    let back =
        after(state, [Action::Reply(entry), Action::Reply(report_for(Disclosure::Exact)), Action::Reply(part())]);
    assert!(!back.withheld() && back.drawing.is_some() && back.focus.at == Focus::RESULTS);
}

#[test]
fn what_is_cancelled_while_it_is_calculated_is_left_out() {
    let (entry, _) = read(English, 1);
    let step = Action::Reply(Reply::Step { step: Step::Check });
    let state = after(waiting(1), [Action::Reply(entry), step]);
    assert_eq!((state.busy, state.step), (true, Some(Step::Check)));
    let state = after(state, [Action::Stop, Action::EngineReplaced { cancelled: vec![1] }]);
    assert!(matches!(state.files[0].progress, Progress::Cancelled));
    assert!(!state.busy && state.view.is_none());
}

#[test]
fn the_first_figures_are_shown_while_the_rest_is_on_its_way() {
    let (entry, report) = read(English, 1);
    let Reply::Report { view } = report.clone() else { panic!() };
    let first =
        |view: &document::View| Action::Reply(Reply::Headline { view: view.clone(), drawing: Shared::new(Vec::new()) });
    let state = after(waiting(1), [Action::Reply(entry), first(&view)]);
    assert!(state.view.is_some() && state.drawing.is_some() && state.busy);
    assert_eq!(state.focus, Focus { at: Focus::RESULTS, turn: 1 });
    let whole = after(state, [Action::Reply(report)]);
    assert!(!whole.busy && whole.drawing.is_some());
    assert_eq!(whole.focus.turn, 1, "nothing moves when the rest comes");
    // Whoever looks at another part sees its figures all at once.
    let elsewhere = after(whole, [Action::Open(Part::Method, None), Action::Calculate(None), first(&view)]);
    assert!(elsewhere.busy && elsewhere.drawing.is_none());
}
