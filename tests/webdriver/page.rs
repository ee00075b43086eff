//! A page with the widget, as a visitor uses it: what they see, and what their mouse and keys do.

use crate::{browser::Browser, engine::Engine, server};
use fantoccini::{
    Client,
    actions::{InputSource, KeyAction, KeyActions},
    elements::{Element, ElementRef},
};
use serde_json::{Value, json};
use std::cell::RefCell;

/// How a visitor answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// By pressing what they see.
    Mouse,
    /// By Tab, arrows, Space and Enter.
    Keyboard,
}

/// Moves focus on.
pub const TAB: char = '\u{e004}';
/// Presses a button.
pub const ENTER: char = '\u{e007}';
/// Ticks a box.
pub const SPACE: char = ' ';
/// Picks the next of several.
pub const DOWN: char = '\u{e015}';

/// A page with the widget.
pub struct Page {
    /// What speaks to the browser.
    pub client: Client,
    /// Where the page is served.
    pub address: String,
    browser: Browser,
    /// The script that finds the frame this page is looked at in, from the page around it.
    frame: RefCell<Option<String>>,
}

/// Runs in the page: resolves once `CONDITION` holds, and fails after 20 seconds with what is there.
const WAIT: &str = r#"
const done = arguments[arguments.length - 1];
let roots;
const root = () => roots[roots.shown === undefined ? roots.length - 1 : roots.shown];
const q = (css) => root() && root().querySelector(css);
const started = performance.now();
// What a condition keeps from one look to the next.
const kept = {};
(function look() {
  // A page that still loads has none yet: its first script brings them.
  roots = window.roots || [];
  let found = null;
  try { found = CONDITION; } catch (error) { found = null; }
  if (found) return done({ found });
  if (performance.now() - started > 20000) return done({ failed: [window.seen && window.seen.console, (root() || document.body).textContent] });
  // A page that was frozen may get no frames for a while.
  let looked = false;
  const again = () => { if (!looked) { looked = true; look(); } };
  requestAnimationFrame(again);
  setTimeout(again, 500);
})();
"#;

/// How many pages in a row may be left while they are asked the same.
const MOST_LEFT: usize = 5;

impl Page {
    /// A page of a host that embeds the widget with these attributes.
    pub async fn open(attributes: &str) -> Self {
        Self::sized(attributes, 800, 900).await
    }

    /// The same in a window of this size.
    pub async fn sized(attributes: &str, width: u32, height: u32) -> Self {
        let site = server::serve().await;
        let page = Self::at(format!("http://127.0.0.1:{}", site.port), width, height).await;
        page.visit(attributes, "").await;
        page
    }

    /// A page of a host whose built page lies in this folder, with these attributes: see `server.rs`.
    pub async fn from(folder: &str, attributes: &str) -> Self {
        let page = Self::open("").await;
        page.visit(attributes, &format!("&folder={folder}")).await;
        page
    }

    /// An empty window of this size; its page will be served at `address`.
    pub async fn at(address: String, width: u32, height: u32) -> Self {
        let browser = Browser::take(Engine::of_this_run(), width, height).await;
        Self {
            client: browser.client.clone(),
            address,
            browser,
            frame: RefCell::new(None),
        }
    }

    /// A page whose root is open, so that a checker from outside can look in.
    pub async fn opened(width: u32, height: u32) -> Self {
        let page = Self::sized("", width, height).await;
        page.visit("", "&open").await;
        page
    }

    /// Goes to a page at this page's address.
    pub async fn goto(&self, path: &str) {
        let address = format!("{}{path}", self.address);
        self.client.goto(&address).await.unwrap();
    }

    async fn visit(&self, attributes: &str, more: &str) {
        let attributes = attributes.replace('"', "%22").replace(' ', "%20");
        self.goto(&format!("/host.html?attributes={attributes}{more}"))
            .await;
    }

    /// Gives the window an inside of this many pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.browser.resize(width, height).await;
    }

    /// The engine that shows it.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.browser.engine()
    }

    /// What a script in the page gives. `root` and `q` reach into the widget.
    pub async fn run(&self, script: &str) -> Value {
        let script = format!(
            "const roots = window.roots || []; const root = roots[roots.shown === undefined ? roots.length - 1 : roots.shown]; const q = (css) => root.querySelector(css); {script}"
        );
        self.client.execute(&script, Vec::new()).await.unwrap()
    }

    /// Waits until a condition holds in the page.
    pub async fn until(&self, condition: &str) -> Value {
        let script = WAIT.replace("CONDITION", condition);
        // A page that is left while it is asked never answers: the next one is asked instead.
        let mut left = 0;
        let found = loop {
            match self.client.execute_async(&script, Vec::new()).await {
                Ok(found) => break found,
                Err(error) if left < MOST_LEFT && error.to_string().contains("unload") => left += 1,
                Err(error) => panic!("waiting for {condition}: {error}"),
            }
        };
        assert!(
            found.get("found").is_some(),
            "waited in vain for {condition}; the page says: {}",
            found["failed"]
        );
        found["found"].clone()
    }

    /// Several words that a script in the page gives.
    pub async fn texts(&self, script: &str) -> Vec<String> {
        serde_json::from_value(self.run(script).await).unwrap()
    }

    /// What a script finds, once it does.
    async fn found(&self, script: &str) -> Element {
        let found = self.until(script).await;
        let id = found.as_object().unwrap().values().next().unwrap();
        let id = id.as_str().unwrap().to_string();
        Element::from_element_id(self.client.clone(), ElementRef::from(id))
    }

    /// Clicks with the mouse.
    pub async fn click(&self, css: &str) {
        self.click_on(&format!("q({})", json!(css))).await;
    }

    /// Clicks on what a script finds, as a visitor does: once it stands still in sight. A host's page
    /// may scroll slowly, and have something in the way at its edges; from within a frame nobody can
    /// tell what is in sight, so there it is always brought to the middle.
    pub async fn click_on(&self, script: &str) {
        let in_sight = format!(
            "(() => {{
                const found = {script};
                const {{ left, top, width, height }} = found.getBoundingClientRect();
                const over = document.elementFromPoint(left + width / 2, top + height / 2);
                const seen = over && (found.contains(over) || over === found.getRootNode().host);
                const last = kept.found === found ? kept : null;
                if (!seen || (self !== self.top && !last)) found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const still = seen && last && last.top === top ? last.still + 1 : 0;
                Object.assign(kept, {{ found, top, still }});
                return still < 3 ? null : found;
            }})()"
        );
        let mut found = self.found(&in_sight).await;
        let frame = self.frame.borrow().clone();
        if let Some(frame) = frame {
            self.scroll_around(&frame, script).await;
            found = self.found(script).await;
        }
        found.click().await.unwrap();
    }

    /// Scrolls the page around a frame to what is clicked in it, which the frame itself may not.
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

    /// Goes into the frame that a script finds.
    pub async fn enter_frame(&self, script: &str) {
        self.found(script).await.enter_frame().await.unwrap();
        self.frame.replace(Some(script.to_string()));
    }

    /// Comes back to the page around the frame.
    pub async fn leave_frame(&self) {
        self.client.enter_parent_frame().await.unwrap();
        self.frame.replace(None);
    }

    /// Presses a key.
    pub async fn press(&self, key: char) {
        let keys = KeyActions::new("keys".to_string())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Tabs forward until this has focus.
    pub async fn tab_to(&self, css: &str) {
        let there = format!(
            "return !!root.activeElement && root.activeElement.matches({})",
            json!(css)
        );
        for _ in 0..80 {
            if self.run(&there).await == json!(true) {
                return;
            }
            self.press(TAB).await;
        }
        panic!("80 tabs do not lead to {css}");
    }

    /// Presses a button or ticks a box, by mouse or by keyboard.
    pub async fn use_control(&self, hand: Hand, css: &str, key: char) {
        match hand {
            Hand::Mouse => self.click(css).await,
            Hand::Keyboard => {
                self.tab_to(css).await;
                self.press(key).await;
            }
        }
    }

    /// Waits for the first screen, and leaves it.
    pub async fn start(&self, hand: Hand) {
        self.until("q('[data-action=start]')").await;
        self.use_control(hand, "[data-action=start]", ENTER).await;
        self.until("q('[data-question]')").await;
    }

    /// The id of the question on screen, once there is one.
    pub async fn question(&self) -> String {
        let question = self.until("q('[data-question]').dataset.question").await;
        question.as_str().unwrap().to_string()
    }

    /// Picks options of the question on screen.
    pub async fn pick(&self, hand: Hand, options: &[String]) {
        for option in options {
            let css = format!("input[value=\"{option}\"]");
            self.until(&format!("q({})", json!(css))).await;
            let radio = self
                .run(&format!("return q({}).type === 'radio'", json!(css)))
                .await;
            match (hand, radio == json!(true)) {
                (Hand::Keyboard, true) => self.radio_by_keys(&css).await,
                (Hand::Keyboard, false) => self.use_control(hand, &css, SPACE).await,
                (Hand::Mouse, _) => {
                    self.click(&format!("label[for=\"{}\"]", self.id(&css).await))
                        .await
                }
            }
            self.until(&format!("q({}).checked", json!(css))).await;
        }
    }

    async fn id(&self, css: &str) -> String {
        let id = self.run(&format!("return q({}).id", json!(css))).await;
        id.as_str().unwrap().to_string()
    }

    /// Radios are one stop of Tab: arrows move within, and pick.
    async fn radio_by_keys(&self, css: &str) {
        self.tab_to("input[type=radio]").await;
        self.press(SPACE).await;
        let there = format!("return root.activeElement.matches({})", json!(css));
        for _ in 0..20 {
            if self.run(&there).await == json!(true) {
                return;
            }
            self.press(DOWN).await;
        }
        panic!("the arrows do not lead to {css}");
    }

    /// Presses Continue, and waits for the next screen.
    pub async fn go_on(&self, hand: Hand) {
        let question = self.question().await;
        self.use_control(hand, "[data-action=continue]", ENTER)
            .await;
        self.until(&format!(
            "!q('[data-question={question}]') && q('[data-question], [data-screen=result]')"
        ))
        .await;
    }

    /// Answers every question that is asked, until the result.
    pub async fn answer_all(&self, hand: Hand, answers: &Value) {
        loop {
            self.look_at_the_screen().await;
            if self.run("return !!q('[data-screen=result]')").await == json!(true) {
                return;
            }
            let question = self.question().await;
            let options: Vec<String> = match &answers[&question] {
                Value::String(option) => vec![option.clone()],
                Value::Array(list) => list
                    .iter()
                    .map(|option| option.as_str().unwrap().to_string())
                    .collect(),
                _ => panic!("{question} is asked, and the story has no answer"),
            };
            self.pick(hand, &options).await;
            self.go_on(hand).await;
        }
    }

    /// The ids of the outcomes, once there is a result.
    pub async fn outcomes(&self) -> Vec<String> {
        self.until("q('[data-screen=result]')").await;
        self.texts("return [...root.querySelectorAll('[data-outcome]')].map((card) => card.dataset.outcome)").await
    }

    /// What must be true of every screen: the three numbers can be seen and called, and after a step
    /// the heading has focus.
    pub async fn look_at_the_screen(&self) {
        self.until_numbers().await;
        self.until("root().activeElement && /^H[1-6]$/.test(root().activeElement.nodeName)")
            .await;
    }

    /// Waits until the three numbers can be seen and called.
    pub async fn until_numbers(&self) {
        for (number, tel) in [("999", "999"), ("111", "111"), ("116 123", "116123")] {
            let seen = format!(
                "[...root().querySelectorAll('a[href=\"tel:{tel}\"]')].some((link) => link.textContent.includes('{number}') && link.checkVisibility())"
            );
            self.until(&seen).await;
        }
    }
}
