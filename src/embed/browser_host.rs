//! Connects a widget with the browser and with the script of its element.

use super::{Host, focus, history::History, kept_journeys, reset_inputs, scroll_to_focus};
use crate::view::{ExportMethod, FocusTarget, HostPage, Message, ScreenPosition};
use gloo::events::EventListener;
use pathway::journey::Journey;
use std::cell::OnceCell;
use web_sys::HtmlElement;
use yew::Callback;

/// The connection of one widget with the browser and with the script of its element.
#[derive(Debug)]
pub(super) struct BrowserHost {
    host: Host,
    mount_point: HtmlElement,
    exit: String,
    history: History,
    widget: OnceCell<Callback<Message>>,
    _follow_focus: Option<EventListener>,
}

impl BrowserHost {
    /// Creates the connection of a widget with the browser and with the script of its element.
    /// `exit` is the address of "Exit this page", and `edition` is the checksum of the edition.
    pub(super) fn new(
        host: Host,
        mount_point: HtmlElement,
        exit: Option<String>,
        edition: u32,
    ) -> Self {
        Self {
            history: History::new(!host.quiet(), edition),
            host,
            exit: exit.unwrap_or_default(),
            widget: OnceCell::new(),
            _follow_focus: scroll_to_focus::follow_focus(&mount_point),
            mount_point,
        }
    }

    /// Sends a message to the widget. Before the first draw of the widget, the message is lost.
    pub(super) fn send(&self, message: Message) {
        if let Some(widget) = self.widget.get() {
            widget.emit(message);
        }
    }
}

impl HostPage for BrowserHost {
    fn connect(&self, widget: Callback<Message>) {
        self.history.connect(widget.clone());
        let _ = self.widget.set(widget);
    }

    fn resume(&self) -> Option<(Journey, usize)> {
        self.history.resume()
    }

    fn store_journey(&self, journey: Journey) {
        self.history.store_journey(journey);
    }

    fn back(&self) -> bool {
        self.history.back()
    }

    fn report(&self, position: ScreenPosition) {
        let index = u32::try_from(position.index).unwrap_or(u32::MAX);
        self.history.report(index);
        self.host.report_step(index, position.end);
    }

    fn reset_form(&self) {
        reset_inputs::reset(&self.mount_point);
    }

    fn focus(&self, target: FocusTarget) {
        focus::give(&self.mount_point, target);
    }

    fn exit(&self) {
        kept_journeys::clear();
        self.host.exit(&self.exit);
    }

    fn export(&self, method: ExportMethod, text: &str) {
        self.host.export_summary(method.name(), text);
    }
}
