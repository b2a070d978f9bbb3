//! Names that do not simply mean one authority, and who they mean.

use missing_rates::Ordered;
use missing_rates::decisions::Meant;
use missing_rates::report::{Name, TakenFor};
use words::Language;
use words::Text;

use super::answer_words;
use super::table::table;
use crate::context::Context;
use crate::pick::pick;
use document::{Block, Cell, Column, Field, Means, Row, Setting};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut names: Vec<&Name> = context.report.names.iter().collect();
    // Names that need or had a decision come first, and stay in place when it is made.
    let settled = |name: &Name| !name.taken_for.needs_decision() && !name.decided;
    names.order_by_key(|name| (settled(name), &name.name));
    if names.is_empty() {
        return Vec::new();
    }
    let rows = names.iter().enumerate().map(|(number, name)| row(number, name, context)).collect();
    let columns = vec![
        Column::words(context.language.answers_name_typed()),
        Column::words(context.language.answers_name_taken()),
        Column::words(context.language.answers_name_decide()),
    ];
    vec![
        Block::heading(context.language.answers_names_heading()),
        Block::text(context.language.answers_names_about()),
        table("answers-names", context.language.answers_names_caption(), columns, rows),
    ]
}

fn row(number: usize, name: &Name, context: Context<'_>) -> Row {
    let shown = if name.name.is_empty() { context.language.answers_name_blank() } else { &name.name };
    let mut typed = Cell::text(shown.to_owned());
    let row = context.language.number(name.place.row);
    typed.about =
        Some(words::AnswersNameWhere { file: &name.place.file, row: &row, rows: name.rows }.text(context.language));
    let mut decide = Cell::default();
    if !name.name.is_empty() {
        decide.blocks = controls(number, name, context);
    }
    Row::new([typed, Cell::text(taken(context.language, name)), decide]).marked(name.taken_for.needs_decision())
}

fn taken(language: Language, name: &Name) -> Text {
    let names = answer_words::names(&name.authorities);
    match name.taken_for {
        TakenFor::Unknown => match name.suggestions.first().and_then(|area| area.name) {
            Some(nearest) => language.answers_taken_unknown_near(nearest),
            None => language.answers_taken_unknown().into(),
        },
        TakenFor::CodeAndNameDisagree => language.answers_taken_disagree(&answer_words::names(&name.suggestions)),
        TakenFor::Authority => language.answers_taken_authority(&names),
        TakenFor::Joint => language.answers_taken_joint(&names),
        TakenFor::OtherTime => language.answers_taken_other_time(&names),
        TakenFor::Nobody => language.answers_taken_nobody().into(),
        TakenFor::OtherBody => {
            let body = name.body.map(|value| answer_words::body(language, value)).unwrap_or_default();
            if names.is_empty() {
                language.answers_taken_body(body)
            } else {
                words::AnswersTakenBodyInstead { authority: &names, body }.text(language)
            }
        }
    }
}

/// Who the name means: as it was read, one of those suggested, nobody, or a name that is typed.
fn controls(number: usize, name: &Name, context: Context<'_>) -> Vec<Block> {
    let means = |means: Means| Setting::Name { name: name.name.clone().into(), means };
    let mut options: Vec<(Means, Text)> = vec![(Means::AsRead, context.language.answers_name_as_read().into())];
    let likely = name.suggestions.iter().chain(&name.authorities).filter_map(|area| area.code.zip(area.name));
    for (code, name) in likely {
        let one = Means::Authorities(vec![code]);
        if options.iter().all(|(option, _)| *option != one) {
            options.push((one, name.into()));
        }
    }
    let decided = match context.settings.query.decisions.name(&name.name) {
        Some(Meant::Authorities(codes)) => Means::Authorities(codes.clone()),
        Some(Meant::Nobody) => Means::Nobody,
        None => Means::AsRead,
    };
    if matches!(decided, Means::Authorities(_)) && options.iter().all(|(option, _)| *option != decided) {
        options.push((decided.clone(), answer_words::names(&name.authorities).into()));
    }
    options.push((Means::Typed, context.language.answers_name_other().into()));
    options.push((Means::Nobody, context.language.answers_name_nobody().into()));
    let field = Field::Name(name.name.clone().into());
    let typing = context.settings.is_typing(&field);
    let chosen = if typing { Means::Typed } else { decided };
    let id = format!("name-{number}");
    let mut blocks = vec![pick((&id, context.language.answers_name_pick(&name.name)), options, &chosen, means)];
    if typing {
        let wrong = context.settings.typed(&field);
        blocks.push(Block::Input {
            id: (id + "-typed").into(),
            label: context.language.answers_name_type(&name.name),
            hint: context.language.answers_name_type_hint().into(),
            value: wrong.unwrap_or_default().trim().to_owned().into(),
            button: context.language.answers_name_type_button().into(),
            error: wrong.map(|_| context.language.answers_name_type_error().into()),
            field,
        });
    }
    blocks
}
