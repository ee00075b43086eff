//! A panic → a word to every page that still shows a widget of this module. After it the module is
//! dead: only the page's script can speak, so nothing here may call back into the widget.

use super::Host;
use std::{cell::RefCell, collections::BTreeMap, panic::PanicHookInfo};

thread_local! {
    static HOSTS: RefCell<BTreeMap<u32, Host>> = const { RefCell::new(BTreeMap::new()) };
}

/// Tells `host` when the module dies.
pub(super) fn watch(instance: u32, host: Host) {
    yew::set_custom_panic_hook(Box::new(tell));
    HOSTS.with_borrow_mut(|hosts| hosts.insert(instance, host));
}

/// The host no longer shows the widget.
pub(super) fn forget(instance: u32) {
    HOSTS.with_borrow_mut(|hosts| hosts.remove(&instance));
}

/// Where it happened, and not what: a message could hold an answer.
fn tell(panic: &PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    HOSTS.with(|hosts| {
        let Ok(mut hosts) = hosts.try_borrow_mut() else {
            return;
        };
        for (_, host) in std::mem::take(&mut *hosts) {
            host.failed("panic", &place);
        }
    });
}
