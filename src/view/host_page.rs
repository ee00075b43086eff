//! Defines what the widget can do with the page around it, and what this page learns about the
//! visitor.

use super::Message;
use pathway::journey::Journey;
use yew::Callback;

/// The page around the widget. In the browser, `src/embed/browser_host.rs` implements it.
pub trait HostPage {
    /// Stores the callback through which the page sends messages to the widget.
    fn connect(&self, widget: Callback<Message>);
    /// Returns the journey that the current entry of the browser's history names, and the index of
    /// its screen. The widget of this journey has left the page.
    fn resume(&self) -> Option<(Journey, usize)>;
    /// Keeps the journey of a widget that leaves the page.
    fn store_journey(&self, journey: Journey);
    /// Goes back in the browser's history. Returns `false` if the browser cannot go back to a
    /// screen of this widget.
    fn back(&self) -> bool;
    /// Tells the page which step of the journey the visitor sees.
    fn report(&self, position: ScreenPosition);
    /// Resets each input of a new screen to the state in its HTML attributes.
    fn reset_form(&self);
    /// Moves the focus to an element of the widget.
    fn focus(&self, target: FocusTarget);
    /// Leaves the page at once, as "Exit this page" promises.
    fn exit(&self);
    /// Prints, copies or saves the summary. `text` is the summary as plain text.
    fn export(&self, method: ExportMethod, text: &str);
}

/// The position of the visitor in the journey. The host page learns nothing else about the journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenPosition {
    /// The number of screens in the journey before this screen.
    pub index: usize,
    /// True if this screen is a result.
    pub end: bool,
}

/// An element of a screen to which the widget moves the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The first heading of a new screen.
    Heading,
    /// The error summary above a question.
    ErrorSummary,
    /// The first option of a question.
    Field,
}

/// The methods that export the summary of a result. None of them sends it over the network.
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
    /// Every method, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Print, Self::Copy, Self::Save];

    /// Returns the name of the method for scripts: `print`, `copy` or `save`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Print => "print",
            Self::Copy => "copy",
            Self::Save => "save",
        }
    }
}
