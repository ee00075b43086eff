//! Acts as the visitor's mouse and keyboard.

use crate::page::Page;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;

/// The device with which a visitor answers the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The visitor clicks with the mouse.
    Mouse,
    /// The visitor uses the keys Tab, arrow down, Space and Enter.
    Keyboard,
}

/// The key Tab in WebDriver. It moves the focus forward.
pub const TAB: char = '\u{e004}';
/// The key Enter in WebDriver. It presses a button.
pub const ENTER: char = '\u{e007}';
/// The key Space. It ticks a checkbox.
pub const SPACE: char = ' ';
/// The key arrow down in WebDriver. It picks the next radio button.
pub const DOWN: char = '\u{e015}';

/// The maximum number of Tab presses between two controls of a page.
const MOST_TABS: usize = 80;
/// The maximum number of radio buttons in a question.
const MOST_RADIOS: usize = 20;

impl Page {
    /// Clicks on the element of the widget that matches a CSS selector.
    pub async fn click(&self, css: &str) {
        self.click_on(&format!("q({})", json!(css))).await;
    }

    /// Clicks on the element that a script finds. Before this, it waits until the element is
    /// visible and no longer moves.
    ///
    /// A host page may scroll smoothly, or cover its own edges. A script in a frame cannot detect
    /// this. So an element in a frame is first scrolled to the middle of the window.
    pub async fn click_on(&self, script: &str) {
        let in_sight = format!(
            "(() => {{
                const found = {script};
                const {{ left, top, width, height }} = found.getBoundingClientRect();
                const over = document.elementFromPoint(left + width / 2, top + height / 2);
                const seen = over && (found.contains(over) || over === found.getRootNode().host);
                const last = memory.found === found ? memory : null;
                if (!seen || (self !== self.top && !last)) found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const still = seen && last && last.top === top ? last.still + 1 : 0;
                Object.assign(memory, {{ found, top, still }});
                return still < 3 ? null : found;
            }})()"
        );
        let mut found = self.element(&in_sight).await;
        let frame = self.frame.borrow().clone();
        if let Some(frame) = frame {
            self.scroll_around(&frame, script).await;
            found = self.element(script).await;
        }
        // Firefox reports an error after a click on a link to a page that it cannot reach.
        if let Err(error) = found.click().await {
            let is_unreachable = error.to_string().contains("Reached error page");
            assert!(is_unreachable, "{script}: {error}");
        }
    }

    /// Scrolls the page around a frame until the element in the frame is in the middle of the
    /// window.
    async fn scroll_around(&self, frame: &str, script: &str) {
        let top = format!("return ({script}).getBoundingClientRect().top");
        let top = self.run(&top).await;
        self.leave_frame().await;
        let scroll = format!(
            "const {{ top }} = ({frame}).getBoundingClientRect(); scrollBy({{ top: top + {top} - innerHeight / 2, behavior: 'instant' }}); return true"
        );
        self.run(&scroll).await;
        self.enter_frame(frame).await;
    }

    /// Makes the frame that a script finds the target of all later commands.
    pub async fn enter_frame(&self, script: &str) {
        self.element(script).await.enter_frame().await.unwrap();
        self.frame.replace(Some(script.to_string()));
    }

    /// Makes the page around the frame the target of all later commands.
    pub async fn leave_frame(&self) {
        self.client.enter_parent_frame().await.unwrap();
        self.frame.replace(None);
    }

    /// Presses a key in the browser window.
    pub async fn press(&self, key: char) {
        let keys = KeyActions::new("keys".to_string())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Presses a key until the focused element matches a CSS selector, at most `most` times.
    async fn press_until_focus(&self, key: char, most: usize, css: &str) {
        let focused = format!(
            "return !!root.activeElement && root.activeElement.matches({})",
            json!(css)
        );
        for _ in 0..most {
            if self.run(&focused).await == json!(true) {
                return;
            }
            self.press(key).await;
        }
        panic!("{most} presses of {key:?} do not lead to {css}");
    }

    /// Presses Tab until an element that matches a CSS selector has the focus.
    pub async fn tab_to(&self, css: &str) {
        self.press_until_focus(TAB, MOST_TABS, css).await;
    }

    /// Picks a radio button with the keys Tab, Space and arrow down.
    pub(crate) async fn pick_radio_by_keys(&self, css: &str) {
        self.tab_to("input[type=radio]").await;
        self.press(SPACE).await;
        self.press_until_focus(DOWN, MOST_RADIOS, css).await;
    }

    /// Uses a button or a checkbox: with a click, or with Tab and this key.
    pub async fn use_control(&self, hand: Hand, css: &str, key: char) {
        match hand {
            Hand::Mouse => self.click(css).await,
            Hand::Keyboard => {
                self.tab_to(css).await;
                self.press(key).await;
            }
        }
    }
}
