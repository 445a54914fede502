//! From the places of a map to points of the window, and back: zoom and shift.

use crate::view::Layout;
use egui::{Pos2, Rect, Vec2, vec2};

/// Points for a tie of length 1, at the least and at the most.
const SMALLEST: f32 = 4.0;
const LARGEST: f32 = 400.0;
/// Small maps are not blown up.
const FITTED_MOST: f32 = 150.0;
/// Room around a fitted map, in points.
const ROOM: Vec2 = vec2(72.0, 40.0);

/// What part of the map is in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Camera {
    /// The place of the map in the middle of the canvas.
    middle: Vec2,
    /// Points for a tie of length 1; 0 before it was fitted.
    scale: f32,
}

impl Camera {
    /// Shows the whole map, if it was not fitted yet.
    pub fn fit_once(&mut self, layout: &Layout, canvas: Rect) {
        if self.scale <= 0.0 {
            self.fit(layout, canvas);
        }
    }

    /// Shows the whole map.
    pub fn fit(&mut self, layout: &Layout, canvas: Rect) {
        let room = (canvas.size() - 2.0 * ROOM).max(vec2(40.0, 40.0));
        let scale = (room.x / layout.width.max(0.1)).min(room.y / layout.height.max(0.1));
        self.scale = scale.clamp(SMALLEST, FITTED_MOST);
        self.middle = vec2(layout.width, layout.height) / 2.0;
    }

    /// Where a place lies on the canvas.
    pub fn at(&self, canvas: Rect, place: [f32; 2]) -> Pos2 {
        canvas.center() + (vec2(place[0], place[1]) - self.middle) * self.scale
    }

    /// Zooms so that what is at `pointer` stays there.
    pub fn zoom(&mut self, canvas: Rect, factor: f32, pointer: Pos2) {
        let scale = (self.scale * factor).clamp(SMALLEST, LARGEST);
        let from_middle = pointer - canvas.center();
        self.middle += from_middle / self.scale - from_middle / scale;
        self.scale = scale;
    }

    /// Shifts what is in sight by so many points.
    pub fn shift(&mut self, points: Vec2) {
        self.middle -= points / self.scale.max(SMALLEST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn the_place_under_the_pointer_stays_where_it_is() {
        let canvas = Rect::from_min_size(pos2(100.0, 50.0), vec2(600.0, 400.0));
        let layout = Layout { places: vec![[0.0, 0.0], [5.0, 3.0]], width: 5.0, height: 3.0 };
        let mut camera = Camera::default();
        camera.fit_once(&layout, canvas);
        assert_eq!(camera.at(canvas, [2.5, 1.5]), canvas.center());
        assert!(
            canvas.contains(camera.at(canvas, [0.0, 0.0])) && canvas.contains(camera.at(canvas, [5.0, 3.0]))
        );
        let pointer = camera.at(canvas, [1.0, 2.0]);
        camera.zoom(canvas, 2.0, pointer);
        assert!(camera.at(canvas, [1.0, 2.0]).distance(pointer) < 0.01);
        camera.shift(vec2(10.0, -4.0));
        assert!(camera.at(canvas, [1.0, 2.0]).distance(pointer + vec2(10.0, -4.0)) < 0.01);
    }
}
