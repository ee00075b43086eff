//! Adds the screens of a widget to the browser's history, so that the browser's Back and Forward
//! buttons move between screens.
//!
//! The widget keeps the state that the host page stored in each entry of the history, and adds one
//! object under [`KEY`]:
//!
//! | key | value |
//! |---|---|
//! | `at` | for the id of each widget on the page, the index of its screen |
//! | `by` | the id of the widget that added the entry |
//! | `depth` | the number of entries that this widget has added in a row |
//!
//! This module ignores every error of the history, because the widget's own Back link works without
//! it. For example, a sandboxed frame has no history, and Safari allows 100 entries in 30 seconds.

use crate::view::Message;
use gloo::{events::EventListener, timers::callback::Timeout, utils::window};
use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::{Rc, Weak},
};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{PopStateEvent, js_sys::Math};
use yew::Callback;

const KEY: &str = "ppimhsFinder";

/// How long the widget waits after `history.back()`, in milliseconds. Then it goes back by itself.
/// In a frame, `history.back()` can move the page around the frame instead.
const BACK_LIMIT_MS: u32 = 500;

#[wasm_bindgen]
extern "C" {
    /// A plain JavaScript object. Its functions work without `Reflect`, which some pages remove.
    #[derive(Clone, Debug)]
    type Record;
    #[wasm_bindgen(method, structural, indexing_getter, catch)]
    fn get(this: &Record, key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, structural, indexing_setter, catch)]
    fn set(this: &Record, key: &str, value: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = assign)]
    fn copy(target: &JsValue, source: &JsValue) -> Result<Record, JsValue>;
}

/// The object that the widgets of a page store in an entry of the browser's history.
struct Entry {
    at: JsValue,
    by: Option<String>,
    depth: u32,
}

impl Entry {
    /// Reads the object that the widgets of a page store in the state of a history entry. Returns
    /// `None` for an entry of the host page.
    fn read(state: &JsValue) -> Option<Self> {
        let entry = property(state, KEY).filter(JsValue::is_object)?;
        Some(Self {
            at: property(&entry, "at").unwrap_or_default(),
            by: property(&entry, "by").and_then(|by| by.as_string()),
            depth: property(&entry, "depth").as_ref().map_or(0, number),
        })
    }

    fn current() -> Result<Self, JsValue> {
        let state = window().history()?.state()?;
        Ok(Self::read(&state).unwrap_or(Self {
            at: JsValue::UNDEFINED,
            by: None,
            depth: 0,
        }))
    }

    /// Returns the index of this widget's screen, or `None` if the history entry does not contain
    /// the widget.
    fn index(&self, id: &str) -> Option<u32> {
        property(&self.at, id).as_ref().map(number)
    }
}

/// Returns a property of a JavaScript object, or `None` if the object lacks it.
fn property(object: &JsValue, key: &str) -> Option<JsValue> {
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

thread_local! {
    /// The ids of the widgets that are on the page now.
    static LIVE: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The two methods with which a script can write an entry of the browser's history.
#[derive(Clone, Copy)]
enum Write {
    Push,
    Replace,
}

/// The part of the browser's history that belongs to one widget.
#[derive(Debug)]
pub(super) struct History {
    is_on: bool,
    steps: Rc<Steps>,
    _popstate: EventListener,
}

#[derive(Debug)]
struct Steps {
    id: RefCell<String>,
    index: Cell<u32>,
    /// The index of the screen for which the visitor pressed Back or Forward. It stays until the
    /// widget reports that it shows a screen.
    requested: Cell<Option<u32>>,
    back_timeout: RefCell<Option<Timeout>>,
    widget: OnceCell<Callback<Message>>,
}

impl History {
    /// Connects a widget with the browser's history. If `is_on` is false, the widget adds no
    /// entries. This is for frames, because the page around a frame can count the entries.
    pub(super) fn new(is_on: bool) -> Self {
        let id = new_id();
        LIVE.with_borrow_mut(|live| live.push(id.clone()));
        let steps = Rc::new(Steps {
            id: RefCell::new(id),
            index: Cell::new(0),
            requested: Cell::new(None),
            back_timeout: RefCell::new(None),
            widget: OnceCell::new(),
        });
        let popstate = EventListener::new(&window(), "popstate", {
            let steps = steps.clone();
            move |event| steps.on_popstate(&event.unchecked_ref::<PopStateEvent>().state())
        });
        Self {
            is_on,
            steps,
            _popstate: popstate,
        }
    }

    /// Sets the callback that tells the widget when the visitor presses Back or Forward of the
    /// browser.
    pub(super) fn connect(&self, widget: Callback<Message>) {
        let _ = self.steps.widget.set(widget);
    }

    /// Stores the index of the screen that the visitor sees now.
    pub(super) fn report(&self, index: u32) {
        if self.is_on {
            let _ = self.steps.record(index);
        }
        self.steps.requested.set(None);
        self.steps.index.set(index);
    }

    /// Goes back in the browser's history. Returns `false` if another script added the present
    /// entry.
    pub(super) fn back(&self) -> bool {
        Steps::back(&self.steps).unwrap_or(false)
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        let id = self.id.get_mut();
        LIVE.with_borrow_mut(|live| live.retain(|other| other != id));
    }
}

impl Steps {
    fn on_popstate(&self, state: &JsValue) {
        self.back_timeout.take();
        // An entry of the host page, such as a jump within the page, contains no index of a screen.
        let (Some(entry), Some(widget)) = (Entry::read(state), self.widget.get()) else {
            return;
        };
        let index = entry.index(&self.id.borrow()).unwrap_or(0);
        if index != self.index.get() {
            self.requested.set(Some(index));
            widget.emit(Message::Visit(usize::try_from(index).unwrap_or(usize::MAX)));
        }
    }

    fn record(&self, index: u32) -> Result<(), JsValue> {
        match self.requested.get() {
            Some(requested) if requested == index => Ok(()),
            Some(_) => {
                let Entry { by, depth, .. } = Entry::current()?;
                self.write(Write::Replace, index, by.as_deref(), depth)
            }
            None if index == self.index.get() => Ok(()),
            None if index == 0 => self.restart(),
            None => self.push(index),
        }
    }

    fn push(&self, index: u32) -> Result<(), JsValue> {
        let id = self.id.borrow().clone();
        let entry = Entry::current()?;
        if entry.index(&id).is_none() {
            let by = entry.by.as_deref();
            self.write(Write::Replace, self.index.get(), by, entry.depth)?;
        }
        let own = entry.by.as_deref() == Some(&*id);
        let depth = if own {
            entry.depth.saturating_add(1)
        } else {
            1
        };
        self.write(Write::Push, index, Some(&id), depth)
    }

    fn write(&self, write: Write, index: u32, by: Option<&str>, depth: u32) -> Result<(), JsValue> {
        let history = window().history()?;
        let state = copy(&empty(), &history.state()?)?;
        let old = Entry::current()?;
        let at = empty().unchecked_into::<Record>();
        // The new entry contains only widgets that are still on the page. The ids of removed
        // widgets would show how long each journey was.
        LIVE.with_borrow(|live| {
            let mut indexes = live.iter().filter_map(|id| Some((id, old.index(id)?)));
            indexes.try_for_each(|(id, index)| at.set(id, &index.into()))
        })?;
        at.set(&self.id.borrow(), &index.into())?;
        let entry = empty().unchecked_into::<Record>();
        entry.set("at", &at)?;
        entry.set("by", &by.map_or(JsValue::UNDEFINED, JsValue::from))?;
        entry.set("depth", &depth.into())?;
        state.set(KEY, &entry)?;
        match write {
            Write::Push => history.push_state(&state, ""),
            Write::Replace => history.replace_state(&state, ""),
        }
    }

    /// Goes back to the history entry before the journey that the visitor ended. The widget gets a
    /// new id, so that the browser's Forward button cannot show the old journey.
    fn restart(&self) -> Result<(), JsValue> {
        let entry = Entry::current()?;
        let id = new_id();
        let old = self.id.replace(id.clone());
        LIVE.with_borrow_mut(|live| {
            live.retain(|other| *other != old);
            live.push(id);
        });
        if entry.by == Some(old) {
            let depth = i32::try_from(entry.depth).unwrap_or(i32::MAX);
            window().history()?.go_with_delta(-depth)?;
        }
        Ok(())
    }

    fn back(this: &Rc<Self>) -> Result<bool, JsValue> {
        if this.back_timeout.borrow().is_some() {
            return Ok(true);
        }
        let entry = Entry::current()?;
        let id = this.id.borrow().clone();
        if entry.index(&id) != Some(this.index.get()) || entry.by != Some(id) {
            return Ok(false);
        }
        window().history()?.back()?;
        let steps: Weak<Self> = Rc::downgrade(this);
        let timeout = Timeout::new(BACK_LIMIT_MS, move || {
            if let Some(steps) = steps.upgrade() {
                steps.back_timeout.take();
                if let Some(widget) = steps.widget.get() {
                    widget.emit(Message::BackFailed);
                }
            }
        });
        this.back_timeout.replace(Some(timeout));
        Ok(true)
    }
}

fn empty() -> JsValue {
    web_sys::js_sys::Object::new().into()
}

/// Creates a random id for a widget. No other widget in this browser tab has the same id.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a random number below 2^32 fits"
)]
fn new_id() -> String {
    let number = (Math::random() * f64::from(u32::MAX)) as u32;
    number.to_string()
}
