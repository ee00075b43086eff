//! Adds the screens of a widget to the browser's history, so that the browser's Back and Forward
//! buttons move between screens.
//!
//! The host page may replace the whole page with the widget. The journey then stays in
//! `kept_journeys` for the next widget.
//!
//! This module ignores every error of the history, because the widget's own Back link works without
//! it. For example, a sandboxed frame has no history, and Safari allows 100 entries in 30 seconds.

use super::{
    history_entry::{self, Entry, Record, Write},
    kept_journeys,
};
use crate::view::Message;
use gloo::{events::EventListener, timers::callback::Timeout, utils::window};
use pathway::journey::Journey;
use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::{Rc, Weak},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{PopStateEvent, js_sys::Math};
use yew::Callback;

/// How long the widget waits after `history.back()`, in milliseconds. Then it goes back by itself.
/// In a frame, `history.back()` can move the page around the frame instead.
const BACK_LIMIT_MS: u32 = 500;

thread_local! {
    /// The ids of the widgets that are on the page now.
    static LIVE: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// The part of the browser's history that belongs to one widget.
#[derive(Debug)]
pub(super) struct History {
    is_on: bool,
    /// The checksum of the edition.
    edition: u32,
    steps: Rc<Steps>,
    _popstate: EventListener,
}

#[derive(Debug)]
struct Steps {
    id: Cell<u32>,
    index: Cell<u32>,
    /// The index of the screen for which the visitor pressed Back or Forward. It stays until the
    /// widget reports that it shows a screen.
    requested: Cell<Option<u32>>,
    /// True if an entry of the history may name the journey.
    is_named: Cell<bool>,
    back_timeout: RefCell<Option<Timeout>>,
    widget: OnceCell<Callback<Message>>,
}

impl History {
    /// Connects a widget with the browser's history. If `is_on` is false, the widget adds no
    /// entries. This is for frames, because the page around a frame can count the entries.
    /// `edition` is the checksum of the edition.
    pub(super) fn new(is_on: bool, edition: u32) -> Self {
        let id = new_id();
        LIVE.with_borrow_mut(|live| live.push(id));
        history_entry::restore_each();
        let steps = Rc::new(Steps {
            id: Cell::new(id),
            index: Cell::new(0),
            requested: Cell::new(None),
            is_named: Cell::new(false),
            back_timeout: RefCell::new(None),
            widget: OnceCell::new(),
        });
        let popstate = EventListener::new(&window(), "popstate", {
            let steps = steps.clone();
            move |event| steps.on_popstate(&event.unchecked_ref::<PopStateEvent>().state())
        });
        Self {
            is_on,
            edition,
            steps,
            _popstate: popstate,
        }
    }

    /// Sets the callback that tells the widget when the visitor presses Back or Forward of the
    /// browser.
    pub(super) fn connect(&self, widget: Callback<Message>) {
        let _ = self.steps.widget.set(widget);
    }

    /// Returns the kept journey that the current entry names, and the index of its screen.
    pub(super) fn resume(&self) -> Option<(Journey, usize)> {
        let entry = Entry::current().ok()?;
        let kept = kept_journeys::take(|kept| {
            kept.edition == self.edition && entry.index(kept.id).is_some()
        })?;
        let index = entry.index(kept.id)?;
        self.steps.rename(kept.id);
        self.steps.requested.set(Some(index));
        self.steps.is_named.set(true);
        Some((kept.journey, to_usize(index)))
    }

    /// Keeps a journey that an entry may name.
    pub(super) fn store_journey(&self, journey: Journey) {
        if self.steps.is_named.get() {
            kept_journeys::store(self.steps.id.get(), self.edition, journey);
        }
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
        let id = self.id.get();
        LIVE.with_borrow_mut(|live| live.retain(|other| *other != id));
    }
}

impl Steps {
    fn on_popstate(&self, state: &JsValue) {
        self.back_timeout.take();
        // An entry that does not name this journey changes nothing: a jump within the host page, or
        // the end of an earlier journey while the visitor already answers the next one.
        let index = Entry::read(state).and_then(|entry| entry.index(self.id.get()));
        let (Some(index), Some(widget)) = (index, self.widget.get()) else {
            return;
        };
        if index != self.index.get() {
            self.requested.set(Some(index));
            widget.emit(Message::Visit(to_usize(index)));
        }
    }

    fn record(&self, index: u32) -> Result<(), JsValue> {
        match self.requested.get() {
            Some(requested) if requested == index => Ok(()),
            Some(_) => {
                let Entry { by, depth, .. } = Entry::current()?;
                self.write(Write::Replace, index, by, depth)
            }
            None if index == self.index.get() => Ok(()),
            None if index == 0 => self.restart(),
            None => self.push(index),
        }
    }

    fn push(&self, index: u32) -> Result<(), JsValue> {
        let id = self.id.get();
        let entry = Entry::current()?;
        if entry.index(id).is_none() {
            self.write(Write::Replace, self.index.get(), entry.by, entry.depth)?;
        }
        let own = entry.by == Some(id);
        let depth = if own {
            entry.depth.saturating_add(1)
        } else {
            1
        };
        self.is_named.set(true);
        self.write(Write::Push, index, Some(id), depth)
    }

    fn write(&self, write: Write, index: u32, by: Option<u32>, depth: u32) -> Result<(), JsValue> {
        let old = Entry::current()?;
        let at = Record::new();
        // The new entry contains only widgets that are still on the page. The ids of removed
        // widgets would show how long each journey was.
        LIVE.with_borrow(|live| {
            let mut indexes = live.iter().filter_map(|id| Some((*id, old.index(*id)?)));
            indexes.try_for_each(|(id, index)| at.set(&id.into(), &index.into()))
        })?;
        at.set(&self.id.get().into(), &index.into())?;
        history_entry::write(write, &at, by, depth)
    }

    /// Goes back to the history entry before the journey that the visitor ended. The widget gets a
    /// new id, so that the browser's Forward button cannot show the old journey.
    fn restart(&self) -> Result<(), JsValue> {
        let entry = Entry::current()?;
        let old = self.rename(new_id());
        self.is_named.set(false);
        kept_journeys::clear();
        if entry.by == Some(old) {
            let depth = i32::try_from(entry.depth).unwrap_or(i32::MAX);
            window().history()?.go_with_delta(-depth)?;
        }
        Ok(())
    }

    /// Gives the widget another id. Returns the old one.
    fn rename(&self, id: u32) -> u32 {
        let old = self.id.replace(id);
        LIVE.with_borrow_mut(|live| {
            live.retain(|other| *other != old);
            live.push(id);
        });
        old
    }

    fn back(this: &Rc<Self>) -> Result<bool, JsValue> {
        if this.back_timeout.borrow().is_some() {
            return Ok(true);
        }
        let entry = Entry::current()?;
        let id = this.id.get();
        if entry.index(id) != Some(this.index.get()) || entry.by != Some(id) {
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

fn to_usize(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// Creates a random id for a widget. No other widget in this browser tab has the same id.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a random number below 2^32 fits"
)]
fn new_id() -> u32 {
    (Math::random() * f64::from(u32::MAX)) as u32
}
