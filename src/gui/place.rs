//! Where the window is on the screens: remembered when it closes, and brought back into view if a screen is gone.

use crate::session::{Settings, WindowPlace};
use egui::{Context, ViewportBuilder};
use winit::{dpi::PhysicalPosition, monitor::MonitorHandle, window::Window};

/// The size of a window that was never opened before, and the least, in points.
const FIRST: [f32; 2] = [1280.0, 800.0];
const LEAST: [f32; 2] = [640.0, 400.0];

/// A window where it was.
pub fn restore(viewport: ViewportBuilder, place: Option<WindowPlace>) -> ViewportBuilder {
    let viewport = viewport.with_min_inner_size(LEAST);
    let Some(place) = place else {
        return viewport.with_inner_size(FIRST);
    };
    let viewport = viewport.with_inner_size(<[f32; 2]>::from(place.size)).with_maximized(place.is_maximized);
    match place.corner {
        Some(corner) => viewport.with_position(<[f32; 2]>::from(corner)),
        None => viewport,
    }
}

/// Moves a window that is on none of the screens to the first of them.
pub fn bring_into_view(window: Option<&std::sync::Arc<Window>>, place: Option<WindowPlace>) {
    if let Some(window) = window.filter(|_| place.is_some_and(|place| place.is_maximized)) {
        // Not every window manager heeds what was asked for before there was a window.
        window.set_maximized(true);
    }
    let Some((window, corner)) = window.and_then(|window| Some((window, window.outer_position().ok()?)))
    else {
        return;
    };
    let width = i64::from(window.outer_size().width);
    let is_on = |screen: &MonitorHandle| is_in_reach(corner, width, screen.position(), screen.size().into());
    let mut screens = window.available_monitors().peekable();
    if let Some(first) = screens.peek().map(MonitorHandle::position)
        && !screens.any(|screen| is_on(&screen))
    {
        window.set_outer_position(PhysicalPosition::new(first.x + 40, first.y + 40));
    }
}

/// Whether a part of the window's upper edge can be taken hold of on a screen. All in pixels.
fn is_in_reach(
    window: PhysicalPosition<i32>,
    width: i64,
    screen: PhysicalPosition<i32>,
    (screen_width, screen_height): (u32, u32),
) -> bool {
    let (x, y) = (i64::from(window.x) - i64::from(screen.x), i64::from(window.y) - i64::from(screen.y));
    let across = x + width > 80 && x < i64::from(screen_width) - 80;
    across && (-40..i64::from(screen_height) - 80).contains(&y)
}

/// Takes the window's place into the settings; that of a window that fills the screen is the one it had before.
pub fn remember(settings: &mut Settings, ctx: &Context) {
    let zoom = ctx.zoom_factor();
    let found = ctx.input(|input| {
        let viewport = input.viewport();
        let is_maximized = viewport.maximized.unwrap_or(false) || viewport.fullscreen.unwrap_or(false);
        let is_hidden = viewport.minimized.unwrap_or(false);
        let inner = viewport.inner_rect.filter(|rect| rect.is_positive() && !is_hidden)?;
        let corner = viewport.outer_rect.map(|outer| (outer.left() * zoom, outer.top() * zoom));
        Some(WindowPlace { corner, size: (inner.width() * zoom, inner.height() * zoom), is_maximized })
    });
    settings.window = match (found, settings.window) {
        (Some(WindowPlace { is_maximized: true, .. }), Some(before)) => {
            Some(WindowPlace { is_maximized: true, ..before })
        }
        (found, before) => found.or(before),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_on_a_screen_that_is_gone_is_out_of_reach() {
        let reach =
            |x, y| is_in_reach(PhysicalPosition::new(x, y), 1280, PhysicalPosition::new(0, 0), (1920, 1080));
        assert!(reach(0, 0) && reach(-1100, 10) && reach(1800, 900));
        assert!(!reach(-1250, 10) && !reach(1900, 10) && !reach(100, 1200) && !reach(2500, 100));
        let left = is_in_reach(
            PhysicalPosition::new(-1500, 50),
            1280,
            PhysicalPosition::new(-1920, 0),
            (1920, 1080),
        );
        assert!(left, "a screen at the left");
    }
}
