//! Keeps the journeys of widgets that left the page, in memory only.
//!
//! A script of the host page may replace the whole page when the visitor presses Back. The widget
//! on the new page then continues the journey that the history entry names: see
//! `docs/decisions/0051-journey-belongs-to-its-history-entry.md`.

use pathway::journey::Journey;
use std::cell::RefCell;

/// The maximum number of kept journeys. One more journey deletes the oldest.
const MAX: usize = 4;

/// A journey without a widget.
pub(super) struct KeptJourney {
    /// The id in the entries of the history.
    pub(super) id: u32,
    /// The checksum of the edition to which the answers belong.
    pub(super) edition: u32,
    /// The answers, and the screen that showed last.
    pub(super) journey: Journey,
}

thread_local! {
    static KEPT: RefCell<Vec<KeptJourney>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a journey.
pub(super) fn store(id: u32, edition: u32, journey: Journey) {
    KEPT.with_borrow_mut(|kept| {
        kept.push(KeptJourney {
            id,
            edition,
            journey,
        });
        if kept.len() > MAX {
            kept.remove(0);
        }
    });
}

/// Returns the first kept journey that fits.
pub(super) fn take(fits: impl FnMut(&KeptJourney) -> bool) -> Option<KeptJourney> {
    KEPT.with_borrow_mut(|kept| {
        let index = kept.iter().position(fits)?;
        Some(kept.remove(index))
    })
}

/// Deletes every kept journey.
pub(super) fn clear() {
    KEPT.with_borrow_mut(Vec::clear);
}
