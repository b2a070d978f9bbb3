//! Names that do not simply stand for one authority, and whom they mean.

use missing_rates::Ordered;
use missing_rates::decisions::Meant;
use missing_rates::report::{Name, TakenFor};
use words::Language;
use words::Text;

use super::{said, settle, table};
use crate::context::Context;
use document::{Block, Cell, Choice, Column, Row};

pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut names: Vec<&Name> = context.report.names.iter().collect();
    // What needs a decision, or had one, stands first, and stays where it is when it is made.
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
    let names = said::names(&name.authorities);
    match name.taken_for {
        TakenFor::Unknown => match name.suggestions.first().and_then(|area| area.name) {
            Some(nearest) => language.answers_taken_unknown_near(nearest),
            None => language.answers_taken_unknown().into(),
        },
        TakenFor::CodeAndNameDisagree => language.answers_taken_disagree(&said::names(&name.suggestions)),
        TakenFor::Authority => language.answers_taken_authority(&names),
        TakenFor::Joint => language.answers_taken_joint(&names),
        TakenFor::OtherTime => language.answers_taken_other_time(&names),
        TakenFor::Nobody => language.answers_taken_nobody().into(),
        TakenFor::OtherBody => {
            let body = name.body.map(|value| said::body(language, value)).unwrap_or_default();
            if names.is_empty() {
                language.answers_taken_body(body)
            } else {
                words::AnswersTakenBodyInstead { authority: &names, body }.text(language)
            }
        }
    }
}

/// Whom the name means: as it was read, one of those suggested, nobody, or whoever is typed.
fn controls(number: usize, name: &Name, context: Context<'_>) -> Vec<Block> {
    let key = settle::key("name", number, &name.name);
    let choice = |value: String, text: Text| Choice { value: value.into(), text };
    let mut options = vec![choice(String::new(), context.language.answers_name_as_read().into())];
    let likely = name.suggestions.iter().chain(&name.authorities).filter_map(|area| area.code.zip(area.name));
    for (code, name) in likely {
        if options.iter().all(|option| option.value != code.as_str()) {
            options.push(choice(code.to_string(), name.into()));
        }
    }
    let decided = context.settings.asked.decisions.name(&name.name);
    let codes = match decided {
        Some(Meant::Authorities(codes)) => codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("+"),
        _ => String::new(),
    };
    if !codes.is_empty() && options.iter().all(|option| option.value != codes.as_str()) {
        options.push(choice(codes.clone(), said::names(&name.authorities).into()));
    }
    options.push(choice(settle::TYPE.to_owned(), context.language.answers_name_other().into()));
    options.push(choice(settle::NOBODY.to_owned(), context.language.answers_name_nobody().into()));
    let typing = context.settings.choice(&key) == settle::TYPE;
    let chosen = match decided {
        _ if typing => settle::TYPE.to_owned(),
        Some(Meant::Nobody) => settle::NOBODY.to_owned(),
        _ => codes,
    };
    let mut blocks = vec![Block::Pick {
        setting: key.clone().into(),
        label: context.language.answers_name_pick(&name.name),
        options,
        chosen: chosen.into(),
    }];
    if typing {
        let setting = settle::typed(&key);
        let wrong = settle::wrong(context.settings, &setting);
        blocks.push(Block::Input {
            label: context.language.answers_name_type(&name.name),
            hint: context.language.answers_name_type_hint().into(),
            value: wrong.unwrap_or_default().trim().to_owned().into(),
            button: context.language.answers_name_type_button().into(),
            error: wrong.map(|_| context.language.answers_name_type_error().into()),
            setting: setting.into(),
        });
    }
    blocks
}
