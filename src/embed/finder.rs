//! An edition and a place on a page → a running widget, and the handle the page's script keeps.

use super::{Host, focus, root::AppRoot, today};
use crate::{
    settings::Settings,
    view::{AppProps, Around, Keep, Message, Seek, Shown},
};
use pathway::edition::Edition;
use std::{
    cell::OnceCell,
    rc::Rc,
    sync::atomic::{AtomicU32, Ordering},
};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlElement;
use yew::Callback;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A running widget.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Finder {
    root: AppRoot,
    page: Rc<OnPage>,
}

/// Starts the widget in `place`, whose content it replaces. `edition` holds the bytes that the build or
/// `compile` makes from a pathway's files.
///
/// # Errors
/// When it is no edition that this widget reads, or the pathway is not in use. `place` is then as it
/// was.
#[wasm_bindgen]
pub fn start(place: HtmlElement, edition: &[u8], host: Host) -> Result<Finder, JsError> {
    let edition = Rc::new(Edition::decode(edition)?);
    let day = today::today(host.built().as_deref(), &host.today());
    let pathway = edition.pathway().document();
    if let Some(reason) = today::out_of_use(pathway.status, pathway.effective, day) {
        return Err(JsError::new(reason));
    }
    let (settings, complaints) =
        Settings::read(|name| host.attribute(name), pathway.exit.as_deref());
    for complaint in complaints {
        host.complain(&complaint);
    }
    let instance = NEXT.fetch_add(1, Ordering::Relaxed);
    let exit = settings.exit.unwrap_or_default();
    let page = Rc::new(OnPage {
        host,
        place: place.clone(),
        exit,
        widget: OnceCell::new(),
    });
    let props = AppProps {
        edition,
        today: day,
        heading_level: settings.heading_level,
        guide: page.host.guide().into(),
        ids: format!("finder-{instance}").into(),
        exits: !page.exit.is_empty(),
        around: page.clone(),
    };
    let root = AppRoot::show(&place, props);
    Ok(Finder { root, page })
}

/// The page around a widget, and its place there.
#[derive(Debug)]
struct OnPage {
    host: Host,
    place: HtmlElement,
    exit: String,
    widget: OnceCell<Callback<Message>>,
}

impl OnPage {
    /// Sends a message to the widget, once it is drawn.
    fn send(&self, message: Message) {
        if let Some(widget) = self.widget.get() {
            widget.emit(message);
        }
    }
}

impl Around for OnPage {
    fn connect(&self, widget: Callback<Message>) {
        let _ = self.widget.set(widget);
    }
    fn back(&self) -> bool {
        self.host.back()
    }
    fn shown(&self, shown: Shown) {
        let index = u32::try_from(shown.index).unwrap_or(u32::MAX);
        self.host.shown(index, shown.end);
    }
    fn seek(&self, seek: Seek) {
        focus::give(&self.place, seek);
    }
    fn exit(&self) {
        self.host.leave(&self.exit);
    }
    fn keep(&self, keep: Keep, text: &str) {
        self.host.keep(keep.name(), text);
    }
}

#[wasm_bindgen]
impl Finder {
    /// Shows the screen with this index, or goes as far as the answers lead: the browser's Back and
    /// Forward.
    pub fn visit(&self, index: u32) {
        self.page
            .send(Message::Visit(usize::try_from(index).unwrap_or(usize::MAX)));
    }

    /// Goes back one screen, where the browser's history cannot.
    pub fn back(&self) {
        self.page.send(Message::Return);
    }

    /// The summary was printed, copied or saved, or the browser did not let it.
    pub fn kept(&self, how: &str, done: bool) {
        if let Some(keep) = Keep::ALL.into_iter().find(|keep| keep.name() == how) {
            self.page.send(Message::Kept(keep, done));
        }
    }

    /// Ends the widget and forgets every answer.
    pub fn destroy(self) {
        self.root.free();
    }
}
