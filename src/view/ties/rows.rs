//! Sets the parts of a graph side by side, so that nothing lies on anything else.

use super::layout::Place;

/// Where each node of a graph lies. A strong tie is about 1 long.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Across and down, in the order of the nodes.
    pub places: Vec<[f32; 2]>,
    pub width: f32,
    pub height: f32,
}

/// Sets parts side by side in rows of about one width, so that the whole is a little wider than high.
pub(super) fn in_rows(parts: Vec<(Vec<usize>, Vec<Place>)>, node_count: usize) -> Layout {
    const MARGIN: f64 = 1.0;
    let boxes: Vec<(Place, Place)> = parts.iter().map(|(_, places)| bounds(places)).collect();
    let area: f64 =
        boxes.iter().map(|(low, high)| (high[0] - low[0] + MARGIN) * (high[1] - low[1] + MARGIN)).sum();
    let widest = boxes.iter().map(|(low, high)| high[0] - low[0]).fold(0.0, f64::max);
    let row_width = widest.max(1.3 * area.sqrt());
    let mut layout = Layout { places: vec![[0.0; 2]; node_count], width: 0.0, height: 0.0 };
    let (mut across, mut down, mut row_height) = (0.0, 0.0, 0.0_f64);
    for ((part, places), (low, high)) in parts.into_iter().zip(boxes) {
        let (width, height) = (high[0] - low[0], high[1] - low[1]);
        if across > 0.0 && across + width > row_width {
            down += row_height + MARGIN;
            (across, row_height) = (0.0, 0.0);
        }
        for (node, [x, y]) in part.into_iter().zip(places) {
            if let Some(place) = layout.places.get_mut(node) {
                *place = [(x - low[0] + across) as f32, (y - low[1] + down) as f32];
            }
        }
        layout.width = layout.width.max((across + width) as f32);
        layout.height = layout.height.max((down + height) as f32);
        across += width + MARGIN;
        row_height = row_height.max(height);
    }
    layout
}

fn bounds(places: &[Place]) -> (Place, Place) {
    let mut low = [f64::INFINITY; 2];
    let mut high = [f64::NEG_INFINITY; 2];
    for [x, y] in places {
        low = [low[0].min(*x), low[1].min(*y)];
        high = [high[0].max(*x), high[1].max(*y)];
    }
    (low, high)
}
