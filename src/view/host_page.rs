//! What the widget asks of the page around it, and what that page may learn.

use super::Message;
use yew::Callback;

/// The page around the widget.
pub trait HostPage {
    /// Takes the callback that sends messages to the widget.
    fn connect(&self, widget: Callback<Message>);
    /// Goes back in the browser's history; `false` if that is not possible.
    fn back(&self) -> bool;
    /// Reports the step on screen.
    fn report(&self, step: Step);
    /// Sets the fields of a drawn screen to their attributes.
    fn reset_form(&self);
    /// Moves the focus.
    fn focus(&self, target: FocusTarget);
    /// Leaves the page at once.
    fn exit(&self);
    /// Exports the summary, which reads like `text`.
    fn export(&self, method: ExportMethod, text: &str);
}

/// The step on screen: all that a host page may learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number of screens before it.
    pub index: usize,
    /// Whether it is a result.
    pub end: bool,
}

/// The element that takes the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of a new screen.
    Heading,
    /// The error summary.
    ErrorSummary,
    /// The first field.
    Field,
}

/// A way to export the summary. None of them sends it anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportMethod {
    /// On paper.
    Print,
    /// To the clipboard.
    Copy,
    /// Into a file.
    Save,
}

impl ExportMethod {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::Print, Self::Copy, Self::Save];

    /// `print`, `copy` or `save`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Print => "print",
            Self::Copy => "copy",
            Self::Save => "save",
        }
    }
}
