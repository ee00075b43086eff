//! Starts a widget, and gives the script of the element a [`Finder`]: its handle in JavaScript to
//! control the widget.

use super::{Host, app_pool::ReusableApp, browser_host::BrowserHost, today};
use crate::{
    settings::Settings,
    view::{AppProps, ExportMethod, Message},
};
use pathway::edition::Edition;
use std::{
    rc::Rc,
    sync::atomic::{AtomicU32, Ordering},
};
use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use web_sys::HtmlElement;

static NEXT_ID: AtomicU32 = AtomicU32::new(0);

/// The handle of a running widget. The script of the element controls the widget with it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Finder {
    app: ReusableApp,
    page: Rc<BrowserHost>,
}

/// Starts a widget in the HTML element `mount_point`, and replaces the content of this HTML
/// element. `edition` is an encoded pathway: the built-in one, or one that `compile` has made from
/// files.
///
/// # Errors
/// When the widget cannot read the bytes of the edition, or the pathway is not in use today. The
/// content of the HTML element then stays.
#[wasm_bindgen]
pub fn start(mount_point: HtmlElement, edition: &[u8], host: Host) -> Result<Finder, JsError> {
    let checksum = checksum(edition);
    let edition = Rc::new(Edition::decode(edition)?);
    let day = today::today(host.built().as_deref(), &host.today());
    let pathway = edition.pathway().compiled();
    if let Some(reason) = today::out_of_use(pathway.status, pathway.effective, day) {
        return Err(JsError::new(reason));
    }
    let (settings, warnings) = Settings::read(|name| host.attribute(name), pathway.exit.as_deref());
    for warning in warnings {
        host.warn(&warning);
    }
    let id = NEXT_ID.fetch_add(1, Ordering::Relaxed);
    let guide = host.guide();
    let shows_exit = settings.exit.is_some();
    let page = BrowserHost::new(host, mount_point.clone(), settings.exit, checksum);
    let page = Rc::new(page);
    let props = AppProps {
        edition,
        today: day,
        heading_level: settings.heading_level,
        guide: guide.into(),
        id_prefix: format!("finder-{id}").into(),
        shows_exit,
        page: page.clone(),
    };
    let app = ReusableApp::show(&mount_point, props);
    Ok(Finder { app, page })
}

/// Returns a checksum of an edition, so that answers never go to another edition.
fn checksum(edition: &[u8]) -> u32 {
    edition.iter().fold(0, |sum: u32, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(*byte))
    })
}

#[wasm_bindgen]
impl Finder {
    /// Shows the screen with this index. If the visitor has not answered the questions before it,
    /// shows the last screen that the answers allow.
    pub fn visit(&self, index: u32) {
        self.page
            .send(Message::Visit(usize::try_from(index).unwrap_or(usize::MAX)));
    }

    /// Tells the widget how an export of the summary ended. `done` is false if the browser refused
    /// it.
    pub fn exported(&self, method: &str, done: bool) {
        let mut methods = ExportMethod::ALL.into_iter();
        if let Some(method) = methods.find(|known| known.name() == method) {
            self.page.send(Message::Exported(method, done));
        }
    }

    /// Ends the widget. Its answers stay in memory while an entry of the history names them.
    pub fn destroy(self) {
        self.app.free();
    }
}
