//! A form in which a person says what the columns of a file are.

use missing_rates::report::{FileKind, Rename};
use missing_rates::returns::FileId;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::details::details;
use crate::state::Action;
use crate::text;

#[derive(Properties, PartialEq)]
pub(crate) struct MappingProps {
    pub(crate) id: FileId,
    /// The columns of the file.
    pub(crate) found: Vec<String>,
    /// What the file seems to be.
    pub(crate) kind: Option<FileKind>,
    pub(crate) act: Callback<Action>,
}

/// The columns that were named so far.
type Columns = Vec<Rename>;

/// The kinds of file whose columns can be named by hand.
const KINDS: [FileKind; 5] =
    [FileKind::AuthorityAnswers, FileKind::Episodes, FileKind::Missing, FileKind::Uasc, FileKind::Header];

/// The columns that a kind needs: what the engine calls each, and what the page does.
fn fields(kind: FileKind) -> Vec<(&'static str, &'static str)> {
    let official = |names: &[&'static str]| names.iter().map(|name| (*name, *name)).collect();
    match kind {
        FileKind::Episodes => official(&["CHILD", "DECOM", "LS", "DEC"]),
        FileKind::Missing => official(&["CHILD", "MISSING", "MIS_START", "MIS_END"]),
        FileKind::Uasc => official(&["CHILD", "DUC"]),
        FileKind::Header => official(&["CHILD", "SEX", "DOB"]),
        FileKind::AuthorityAnswers => vec![
            ("Authority", text::field_authority()),
            ("Year", text::field_year()),
            ("Trafficked children", text::field_trafficked_children()),
            ("Trafficked children missing", text::field_trafficked_missing()),
            ("Trafficked missing incidents", text::field_trafficked_incidents()),
            ("Unaccompanied children", text::field_unaccompanied_children()),
            ("Unaccompanied children missing", text::field_unaccompanied_missing()),
            ("Unaccompanied missing incidents", text::field_unaccompanied_incidents()),
            ("Looked-after children", text::field_all_children()),
            ("Looked-after children missing", text::field_all_missing()),
            ("Looked-after missing incidents", text::field_all_incidents()),
        ],
        _ => Vec::new(),
    }
}

#[component]
pub(crate) fn Mapping(MappingProps { id, found, kind, act }: &MappingProps) -> Html {
    let kind_chosen = use_state(|| kind.filter(|kind| KINDS.contains(kind)));
    let columns = use_state(Columns::new);
    let choose_kind = {
        let (kind_chosen, columns) = (kind_chosen.clone(), columns.clone());
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let kind = usize::try_from(place).ok().and_then(|place| place.checked_sub(1)).and_then(|p| KINDS.get(p));
            kind_chosen.set(kind.copied());
            columns.set(Columns::new());
        })
    };
    let read = {
        let (columns, id) = (columns.clone(), *id);
        act.reform(move |_: MouseEvent| Action::ReadAs { id, renames: (*columns).clone() })
    };
    let kind_id = format!("mapping-kind-{id}");
    let form = html! {
        <>
            <div class="govuk-form-group">
                <label class="govuk-label" for={kind_id.clone()}>{ text::mapping_kind() }</label>
                <select class="govuk-select" id={kind_id} onchange={choose_kind}>
                    <option selected={kind_chosen.is_none()}>{ text::mapping_choose() }</option>
                    { for KINDS.iter().map(|kind| html! {
                        <option selected={*kind_chosen == Some(*kind)}>{ text::kind(*kind) }</option>
                    }) }
                </select>
            </div>
            if let Some(kind) = *kind_chosen {
                <p class="govuk-hint">{ text::mapping_hint() }</p>
                <div class="mapping__fields">
                    { for fields(kind).into_iter().map(|(meant, label)| field(*id, meant, label, found, &columns)) }
                </div>
                <button type="button" class="govuk-button" onclick={read} disabled={columns.is_empty()}>
                    { text::mapping_read() }
                </button>
            }
        </>
    };
    details(text::mapping_title(), "mapping", form)
}

fn field(
    id: FileId,
    meant: &'static str,
    label: &'static str,
    found: &[String],
    columns: &UseStateHandle<Columns>,
) -> Html {
    let choose = {
        let (columns, found) = (columns.clone(), found.to_vec());
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let column = usize::try_from(place).ok().and_then(|p| p.checked_sub(1)).and_then(|p| found.get(p));
            let mut next = (*columns).clone();
            next.retain(|rename| rename.meant != meant);
            next.extend(column.map(|column| Rename { found: column.clone(), meant: meant.to_owned() }));
            columns.set(next);
        })
    };
    let field_id = format!("mapping-{id}-{}", meant.replace(' ', "-"));
    let chosen = columns.iter().find(|rename| rename.meant == meant).map(|rename| &rename.found);
    html! {
        <div class="govuk-form-group mapping__field" key={meant}>
            <label class="govuk-label" for={field_id.clone()}>{ label }</label>
            <select class="govuk-select" id={field_id} onchange={choose}>
                <option selected={chosen.is_none()}>{ text::mapping_none() }</option>
                { for found.iter().map(|column| html! {
                    <option selected={chosen == Some(column)}>{ column }</option>
                }) }
            </select>
        </div>
    }
}
