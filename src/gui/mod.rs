//! The window: everything that draws. It names session and view, and changes nothing by itself.

pub mod article_view;
pub mod fonts;
pub mod theme;
