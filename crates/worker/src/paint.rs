//! A chart as a PNG: the same shapes as in the SVG, painted in the worker.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, OffscreenCanvas, OffscreenCanvasRenderingContext2d, Path2d};
use words::Language;

use document::Chart;
use document::shape::{Anchor, Pen, Shape, Words};
use results::{Note, card, described};

/// How wide a picture is, in points of the screen: what social media show whole.
const WIDE: f64 = 1200.0;

/// The file.
///
/// # Errors
/// The browser cannot paint in a worker.
pub(crate) async fn png(language: Language, chart: &Chart, note: &Note) -> Result<Blob, JsValue> {
    let scene = card(language, chart, &note.shown);
    let fine = WIDE / scene.width;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand, and saturates")]
    let [wide, high] = [scene.width, scene.height].map(|of| (of * fine).round() as u32);
    let canvas = OffscreenCanvas::new(wide, high)?;
    let context: OffscreenCanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?.dyn_into()?;
    context.scale(fine, fine)?;
    context.set_fill_style_str("#FFFFFF");
    context.fill_rect(0.0, 0.0, scene.width, scene.height);
    for (_, shape) in &scene.shapes {
        paint(&context, shape)?;
    }
    let blob: Blob = JsFuture::from(canvas.convert_to_blob()?).await?.dyn_into()?;
    let bytes = Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec();
    let words = [&*chart.alternative, "\n", &note.held].concat();
    let kind = BlobPropertyBag::new();
    kind.set_type("image/png");
    let parts = js_sys::Array::of1(&Uint8Array::from(described(&bytes, &words).as_slice()));
    Blob::new_with_u8_array_sequence_and_options(&parts, &kind)
}

fn paint(context: &OffscreenCanvasRenderingContext2d, shape: &Shape) -> Result<(), JsValue> {
    match shape {
        Shape::Rect { x, y, width, height, fill, edge } => {
            context.set_fill_style_str(fill);
            context.fill_rect(*x, *y, *width, *height);
            if let Some(edge) = edge {
                take(context, *edge)?;
                context.stroke_rect(*x, *y, *width, *height);
            }
        }
        Shape::Line { points, pen } => {
            take(context, *pen)?;
            context.begin_path();
            for (x, y) in points {
                context.line_to(*x, *y);
            }
            context.stroke();
        }
        Shape::Mark { x, y, mark, fill, edge } => {
            let path = Path2d::new_with_path_string(mark.outline())?;
            context.save();
            context.translate(*x, *y)?;
            context.set_fill_style_str(fill);
            context.fill_with_path_2d(&path);
            take(context, *edge)?;
            context.stroke_with_path(&path);
            context.restore();
        }
        Shape::Text(Words { x, y, text, anchor, size, bold, colour }) => {
            let weight = if *bold { "bold " } else { "" };
            context.set_font(&format!("{weight}{size}px Arial, Helvetica, sans-serif"));
            context.set_fill_style_str(colour);
            context.set_text_align(match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "center",
                Anchor::End => "end",
            });
            context.fill_text(text, *x, *y)?;
        }
    }
    Ok(())
}

fn take(context: &OffscreenCanvasRenderingContext2d, pen: Pen) -> Result<(), JsValue> {
    context.set_stroke_style_str(pen.colour);
    context.set_line_width(pen.width);
    let dashes: js_sys::Array = pen.dashes().into_iter().flatten().map(JsValue::from).collect();
    context.set_line_dash(&dashes)
}
