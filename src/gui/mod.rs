//! The window: everything that draws. It names session and view, and changes nothing by itself.
