//! Defines how the widget acts on the page around it, and how much the page learns.

use super::Message;
use yew::Callback;

/// The page around the widget.
pub trait HostPage {
    /// Stores the callback that sends messages to the widget.
    fn connect(&self, widget: Callback<Message>);
    /// Goes back in the browser's history. Returns `false` if this is not possible.
    fn back(&self) -> bool;
    /// Reports the screen that shows.
    fn report(&self, step: Step);
    /// Resets the form of a new screen to its attributes.
    fn reset_form(&self);
    /// Moves the focus.
    fn focus(&self, target: FocusTarget);
    /// Exits the page at once.
    fn exit(&self);
    /// Exports the summary. `text` is the summary as plain text.
    fn export(&self, method: ExportMethod, text: &str);
}

/// The position in the journey. The host page learns nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number of screens before this screen.
    pub index: usize,
    /// True if this screen is a result.
    pub end: bool,
}

/// An element that can get the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of a new screen.
    Heading,
    /// The error summary.
    ErrorSummary,
    /// The first field.
    Field,
}

/// The methods that export the summary. None of them sends it over the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportMethod {
    /// The browser prints the summary.
    Print,
    /// The browser copies the summary to the clipboard.
    Copy,
    /// The browser saves the summary as a file.
    Save,
}

impl ExportMethod {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::Print, Self::Copy, Self::Save];

    /// Returns the name for scripts: `print`, `copy` or `save`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Print => "print",
            Self::Copy => "copy",
            Self::Save => "save",
        }
    }
}
