//! Draws what egui wants drawn without a graphics card, so that images of the window can be compared anywhere.
//!
//! Triangles are filled pixel by pixel with the nearest texel. Letters lie on whole pixels, so that is what a
//! graphics card shows too. Slow and plain on purpose: 720×540 takes some 50 ms.
#![allow(clippy::indexing_slicing, reason = "a test that misses its picture fails")]

use egui::epaint::{Primitive, Vertex};
use egui::{ClippedPrimitive, Color32, Context, FullOutput, ImageData, Mesh, Pos2, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};
use std::collections::HashMap;

/// Keeps the textures and draws into an image.
#[derive(Default)]
pub struct SoftRenderer {
    textures: HashMap<TextureId, RgbaImage>,
}

impl TestRenderer for SoftRenderer {
    #[allow(clippy::iter_over_hash_type, reason = "each texture stands by itself")]
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, deltas) in std::mem::take(&mut delta.set) {
            for change in deltas {
                let ImageData::Color(colours) = &change.image;
                let [width, height] = colours.size;
                let patch = RgbaImage::from_fn(width as u32, height as u32, |x, y| {
                    Rgba(colours.pixels[y as usize * width + x as usize].to_array())
                });
                match (change.pos, self.textures.get_mut(&id)) {
                    (Some([x, y]), Some(texture)) => {
                        image::imageops::replace(
                            texture,
                            &patch,
                            i64::try_from(x).unwrap_or(0),
                            i64::try_from(y).unwrap_or(0),
                        );
                    }
                    _ => drop(self.textures.insert(id, patch)),
                }
            }
        }
        for id in std::mem::take(&mut delta.free) {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let mut canvas = RgbaImage::new(size.x.round() as u32, size.y.round() as u32);
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = primitive else {
                continue;
            };
            let texture = self.textures.get(&mesh.texture_id).ok_or("a texture is missing")?;
            for corners in mesh.indices.chunks_exact(3) {
                triangle(&mut canvas, texture, &mesh, corners, clip_rect * scale, scale);
            }
        }
        Ok(canvas)
    }
}

/// Twice the area of a triangle; positive if its corners go round clockwise on the screen.
fn area(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

#[allow(clippy::float_cmp, reason = "a point lies on an edge or it does not")]
fn triangle(
    canvas: &mut RgbaImage,
    texture: &RgbaImage,
    mesh: &Mesh,
    corners: &[u32],
    clip: egui::Rect,
    scale: f32,
) {
    let mut v: [Vertex; 3] = std::array::from_fn(|corner| mesh.vertices[corners[corner] as usize]);
    for vertex in &mut v {
        vertex.pos = (vertex.pos.to_vec2() * scale).to_pos2();
    }
    if area(v[0].pos, v[1].pos, v[2].pos) < 0.0 {
        v.swap(1, 2);
    }
    let whole = area(v[0].pos, v[1].pos, v[2].pos);
    let bounds = egui::Rect::from_points(&v.map(|vertex| vertex.pos)).intersect(clip);
    if whole <= 0.0 || !bounds.is_positive() {
        return;
    }
    let across =
        |from: f32, to: f32, most: u32| (from.max(0.0).floor() as u32)..(to.ceil().max(0.0) as u32).min(most);
    for y in across(bounds.top(), bounds.bottom(), canvas.height()) {
        for x in across(bounds.left(), bounds.right(), canvas.width()) {
            let at = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            // How much of each corner is in this pixel; an edge that two triangles share belongs to one of them.
            let shares: [f32; 3] = std::array::from_fn(|corner| {
                let (from, to) = (v[(corner + 1) % 3].pos, v[(corner + 2) % 3].pos);
                let is_ours = to.y < from.y || (to.y == from.y && to.x > from.x);
                let share = area(from, to, at);
                if share > 0.0 || (share == 0.0 && is_ours) { share / whole } else { f32::NAN }
            });
            if !clip.contains(at) || shares.iter().any(|share| share.is_nan()) {
                continue;
            }
            let mean = |part: &dyn Fn(&Vertex) -> f32| (0..3).map(|i| shares[i] * part(&v[i])).sum::<f32>();
            let texel = |uv: f32, size: u32| ((uv * size as f32).max(0.0) as u32).min(size - 1);
            let (u, w) = (mean(&|vertex| vertex.uv.x), mean(&|vertex| vertex.uv.y));
            let Rgba(ink) = *texture.get_pixel(texel(u, texture.width()), texel(w, texture.height()));
            let over: [f32; 4] = std::array::from_fn(|i| {
                mean(&|vertex| f32::from(Color32::to_array(&vertex.color)[i])) * f32::from(ink[i]) / 255.0
            });
            let Rgba(under) = canvas.get_pixel_mut(x, y);
            for (part, over_part) in under.iter_mut().zip(over) {
                *part = (over_part + f32::from(*part) * (1.0 - over[3] / 255.0)).round().min(255.0) as u8;
            }
        }
    }
}
