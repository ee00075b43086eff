//! Reads and writes the object of the widgets in an entry of the browser's history.
//!
//! The widgets keep the state that the host page stored in the entry, and add one object under
//! [`KEY`]:
//!
//! | key | value |
//! |---|---|
//! | `at` | for the id of each widget on the page, the index of its screen |
//! | `by` | the id of the widget that added the entry |
//! | `depth` | the number of entries that this widget has added in a row |
//!
//! The host page may replace the state of an entry later. In browsers with the Navigation API, each
//! entry has a key, and this module remembers the object by this key.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::window,
};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{PopStateEvent, js_sys::Object};

const KEY: &str = "ppimhsFinder";

thread_local! {
    /// The objects of the entries, under the keys of the entries.
    static KNOWN: Record = Record::new();
    /// The state of the entry at which the browser has arrived, while the scripts of the page
    /// handle the arrival.
    static ARRIVAL: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
    /// The first listener runs before the scripts of the page, and the second one after them. Both
    /// stay when the page loses its widgets.
    static LISTENERS: [EventListener; 2] = [
        EventListener::new_with_options(
            &window(),
            "popstate",
            EventListenerOptions::run_in_capture_phase(),
            |event| {
                ARRIVAL.set(event.unchecked_ref::<PopStateEvent>().state());
            },
        ),
        EventListener::new(&window(), "popstate", |_| {
            let _ = restore(&ARRIVAL.take());
        }),
    ];
}

#[wasm_bindgen]
extern "C" {
    /// A plain JavaScript object. Its functions work without `Reflect`, which some pages remove.
    #[derive(Clone, Debug)]
    pub(super) type Record;
    #[wasm_bindgen(method, structural, indexing_getter, catch)]
    fn get(this: &Record, key: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, structural, indexing_setter, catch)]
    pub(super) fn set(this: &Record, key: &JsValue, value: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = assign)]
    fn copy(target: &JsValue, source: &JsValue) -> Result<Record, JsValue>;
}

impl Record {
    /// Creates an empty object.
    pub(super) fn new() -> Self {
        Object::new().unchecked_into()
    }
}

/// The two methods of the browser that write an entry of its history.
#[derive(Clone, Copy)]
pub(super) enum Write {
    Push,
    Replace,
}

/// The object that the widgets of a page store in an entry of the browser's history.
pub(super) struct Entry {
    at: JsValue,
    pub(super) by: Option<u32>,
    pub(super) depth: u32,
}

impl Entry {
    /// Reads the object of the current entry, which has this state. Returns `None` for an entry of
    /// the host page.
    pub(super) fn read(state: &JsValue) -> Option<Self> {
        let arrived = || ARRIVAL.with_borrow(object);
        let entry = object(state).or_else(known).or_else(arrived)?;
        Some(Self {
            at: property(&entry, &"at".into()).unwrap_or_default(),
            by: property(&entry, &"by".into()).as_ref().map(number),
            depth: property(&entry, &"depth".into()).as_ref().map_or(0, number),
        })
    }

    pub(super) fn current() -> Result<Self, JsValue> {
        let state = window().history()?.state()?;
        Ok(Self::read(&state).unwrap_or(Self {
            at: JsValue::UNDEFINED,
            by: None,
            depth: 0,
        }))
    }

    /// Returns the index of this widget's screen, or `None` if the history entry does not contain
    /// the widget.
    pub(super) fn index(&self, id: u32) -> Option<u32> {
        property(&self.at, &id.into()).as_ref().map(number)
    }
}

/// Restores the object of each entry to which the visitor goes back from now on. Some hosts replace
/// the state of such an entry, and draw the page anew.
pub(super) fn restore_each() {
    LISTENERS.with(|_| ());
}

/// Writes the object in `state` to the current entry, if the entry has lost it.
fn restore(state: &JsValue) -> Result<(), JsValue> {
    let current = window().history()?.state()?;
    match (object(state), object(&current)) {
        (Some(entry), None) => store(Write::Replace, &entry),
        _ => Ok(()),
    }
}

/// Returns the object of the widgets in the state of a history entry.
fn object(state: &JsValue) -> Option<JsValue> {
    property(state, &KEY.into()).filter(JsValue::is_object)
}

/// Writes the position of the widgets to an entry. [`Entry`] describes the parameters.
pub(super) fn write(write: Write, at: &Record, by: Option<u32>, depth: u32) -> Result<(), JsValue> {
    let entry = Record::new();
    entry.set(&"at".into(), at)?;
    entry.set(&"by".into(), &by.map_or(JsValue::UNDEFINED, JsValue::from))?;
    entry.set(&"depth".into(), &depth.into())?;
    store(write, &entry)?;
    remember(&entry);
    Ok(())
}

/// Writes the object of the widgets to an entry, beside the state of the host page.
fn store(write: Write, entry: &JsValue) -> Result<(), JsValue> {
    let history = window().history()?;
    let state = copy(&Record::new(), &history.state()?)?;
    state.set(&KEY.into(), entry)?;
    match write {
        Write::Push => history.push_state(&state, ""),
        Write::Replace => history.replace_state(&state, ""),
    }
}

/// Remembers the object of the current entry.
fn remember(entry: &JsValue) {
    if let Some(key) = current_key() {
        let _ = KNOWN.with(|known| known.set(&key, entry));
    }
}

/// Returns the remembered object of the current entry.
fn known() -> Option<JsValue> {
    let key = current_key()?;
    KNOWN.with(|known| property(known, &key))
}

/// Returns the key of the current entry, in browsers with the Navigation API.
fn current_key() -> Option<JsValue> {
    let navigation = property(&window(), &"navigation".into())?;
    let entry = property(&navigation, &"currentEntry".into())?;
    property(&entry, &"key".into())
}

/// Returns a property of a JavaScript object, or `None` if the object lacks it.
fn property(object: &JsValue, key: &JsValue) -> Option<JsValue> {
    let object = object.is_object().then_some(object)?;
    let value = object.unchecked_ref::<Record>().get(key).ok()?;
    (!value.is_undefined()).then_some(value)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number that another script put there becomes the nearest index"
)]
fn number(value: &JsValue) -> u32 {
    value.as_f64().unwrap_or_default() as u32
}
