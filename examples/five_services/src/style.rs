//! The colours of the report, on a terminal that takes them.

use anstyle::{AnsiColor, Style};

pub(crate) const HEADING: Style = Style::new().bold().underline();
pub(crate) const REQUEST: Style = Style::new().bold();
pub(crate) const SOURCE: Style = AnsiColor::Cyan.on_default();
pub(crate) const STATUS: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const QUIET: Style = Style::new().dimmed();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
