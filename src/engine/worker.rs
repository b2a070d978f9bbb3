//! The worker's life: it is started, watched, ended and replaced, and helped where its browser lets it read no file.

use document::engine::FileId;
use document::{Reply, Request};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Worker};
use words::Language;

use super::{Engine, Held, Stage};
use crate::components::{say_in, say_whether};
use crate::files::{copy_table, download_from};
use crate::message::{from_js, to_js};
use crate::picture::copy_picture;
use crate::state::Action;
use crate::wait::sleep;

/// How long the worker may take to answer once something else is wanted of it, in milliseconds.
const PATIENCE: i32 = 1000;

impl Engine {
    pub(super) fn start_worker(&self, language: Language) {
        let (script, module) = self.0.borrow().script.clone().unwrap_or_default();
        let Ok(worker) = Worker::new(&script) else {
            self.dispatch(Action::EngineUnavailable);
            return;
        };
        let engine = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message = Array::from(&event.data());
            match from_js(&message.get(0)) {
                Some(Reply::Export { name }) => download_from(&name, &message),
                Some(Reply::Piece { turn, id, from, length }) => {
                    if let Stage::Listening(worker) = &engine.0.borrow().stage {
                        engine.read_piece(worker, (turn, id, from, length));
                    }
                }
                Some(Reply::Open { id }) => engine.open_book(id),
                Some(Reply::Write { name }) => engine.ask_books(0, &Request::Write { name }, &message.get(1)),
                Some(Reply::Table { from, said, markup, lines }) => {
                    say_whether(language, copy_table(&from, markup, lines), &said);
                }
                Some(Reply::Picture { said }) => copy_picture(&message, move |copied| {
                    say_in(&said, if copied { language.chart_copied() } else { language.chart_copy_failed() });
                }),
                Some(reply) => engine.on_reply(reply),
                None => {}
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let engine = self.clone();
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            engine.restart(language);
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
        let _ = worker.post_message(&module);
        self.0.borrow_mut().stage = Stage::Starting(Some(worker));
        self.tell_of_books();
    }

    /// Ends the worker if it does not answer within a second: it is busy with what nobody wants any more.
    pub(super) fn watch(&self, language: Language) {
        let turn = {
            let mut at = self.0.borrow_mut();
            if !matches!(at.stage, Stage::Listening(_)) {
                return;
            }
            at.pinged += 1;
            at.pinged
        };
        self.send(Request::Ping { turn });
        let engine = self.clone();
        spawn_local(async move {
            sleep(PATIENCE).await;
            let deaf = {
                let at = engine.0.borrow();
                matches!(at.stage, Stage::Listening(_)) && at.heard < turn
            };
            if deaf {
                engine.replace_worker(language, Vec::new());
            }
        });
    }

    /// Ends what is being calculated: the settings are again those of the figures that were there before; without such a
    /// setting, the files that came last are left out, or all if none came.
    pub(super) fn stop(&self, language: Language) {
        let cancelled: Vec<FileId> = {
            let mut at = self.0.borrow_mut();
            if at.set == at.settled {
                let fresh = std::mem::take(&mut at.fresh);
                let stopped = |held: &&mut Held| held.wanted && (fresh.is_empty() || fresh.contains(&held.id));
                let leave_out = |held: &mut Held| {
                    held.wanted = false;
                    held.id
                };
                at.held.iter_mut().filter(stopped).map(leave_out).collect()
            } else {
                let at = &mut *at;
                at.set.clone_from(&at.settled);
                Vec::new()
            }
        };
        for id in &cancelled {
            self.leave(Some(*id));
        }
        self.replace_worker(language, cancelled);
    }

    /// A new worker takes the place of this one, and reads the files again but those that were `cancelled`.
    fn replace_worker(&self, language: Language, cancelled: Vec<FileId>) {
        self.end_worker();
        self.dispatch(Action::EngineReplaced { cancelled });
        self.start_worker(language);
    }

    /// The worker died. The file that it was at is left out; a new worker reads the others again.
    fn restart(&self, language: Language) {
        let blamed = {
            let mut at = self.0.borrow_mut();
            let blamed = at.at.take().filter(|id| at.held.iter().any(|held| held.wanted && held.id == *id));
            for held in at.held.iter_mut().filter(|held| Some(held.id) == blamed) {
                held.wanted = false;
            }
            blamed
        };
        if self.end_worker() {
            self.dispatch(Action::EngineStopped { at: blamed });
            self.start_worker(language);
        } else {
            self.dispatch(Action::EngineUnavailable);
        }
    }

    /// Ends the worker, and keeps all that was asked of it for the next one. Gives back whether it ever listened.
    fn end_worker(&self) -> bool {
        let mut at = self.0.borrow_mut();
        let stage = std::mem::replace(&mut at.stage, Stage::Starting(None));
        let (worker, listened) = match stage {
            Stage::Listening(worker) => (Some(worker), true),
            Stage::Starting(worker) => (worker, false),
            Stage::Idle => (None, false),
        };
        if let Some(worker) = worker {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
        at.heard = at.pinged;
        let width = at.width.map(|points| Request::Width { points });
        let again = at.held.iter().filter(|held| held.wanted).map(Held::request);
        let shown = [Request::Open { part: at.part.0, about: at.part.1.clone() }].into_iter().chain(width);
        at.waiting = shown.chain(at.set.iter().cloned()).chain(again).collect();
        listened
    }

    /// Reads a piece of a file for the worker, which this browser lets read none.
    pub(super) fn read_piece(&self, worker: &Worker, (turn, id, from, length): (u32, FileId, u64, u32)) {
        let file = self.0.borrow().held.iter().find(|held| held.id == id).map(|held| held.file.clone());
        let worker = worker.clone();
        spawn_local(async move {
            let piece = async {
                let file = file.ok_or(JsValue::UNDEFINED)?;
                let from = from as f64;
                let blob = file.slice_with_f64_and_f64(from, (from + f64::from(length)).min(file.size()))?;
                JsFuture::from(blob.array_buffer()).await
            };
            let piece: JsValue = piece.await.map_or(JsValue::UNDEFINED, Into::into);
            let _ = worker.post_message(&Array::of2(&to_js(&Request::Piece { turn }), &piece));
        });
    }
}
