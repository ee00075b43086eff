//! Every screen of each story, looked at once: one visitor walks a story, and all tests of screens
//! read what the walk found.
//!
//! A walk takes most of the time of a test. The first test that needs a story walks it; two tests walk
//! two stories at the same time.

use crate::{
    accessibility,
    accessible_names::{self, NameList},
    stories::{Story, stories},
    walkthrough::walk_through,
};
use serde::Deserialize;
use serde_json::json;
use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::OnceCell;
use webdriver_tests::{engine::Engine, page::Page};

/// The script that looks at a screen in the smallest window.
const LOOK: &str = include_str!("every_screen/look.js");
/// The smallest window: one of 1280 pixels at a zoom of 400 %.
const SMALLEST: u32 = 320;
/// The usual window of a phone.
const PHONE: u32 = 360;
/// A window in which text of twice the size has room.
const LARGE: u32 = 640;
/// The height of these windows.
const HEIGHT: u32 = 640;
/// The level of the first heading of the widget; the headings of the host page end with the level above.
pub const HEADING_LEVEL: u64 = 3;

/// What a walk found on one screen.
pub struct Screen {
    /// The name of the screen and of its story.
    pub name: String,
    /// The faults that axe-core finds.
    pub axe: Vec<String>,
    /// The levels of the headings that are visible.
    pub levels: Vec<u64>,
    /// The names in the accessibility tree, which only Chromium tells.
    pub names: Option<NameList>,
    /// The layout, for the stories that together reach every question and every kind of block.
    pub layout: Option<Layout>,
}

/// The layout of a screen.
#[derive(Deserialize)]
pub struct Layout {
    /// In the smallest window.
    pub plain: Fit,
    /// The same with the text spacing that a reader may set, by WCAG 1.4.12.
    pub spaced: Fit,
    /// In text of twice the size, by WCAG 1.4.4: in the smallest window, and in a window twice as wide.
    pub large: Vec<Fit>,
    /// From right to left.
    pub right_to_left: Fit,
    /// From right to left: fields that do not stand before their words.
    pub misplaced_fields: Vec<String>,
    /// Controls that are too small for a thumb.
    pub small_controls: Vec<String>,
    /// The position of the help among the parts of the screen.
    pub help: i64,
    /// The part after the help.
    pub after_help: String,
    /// On a phone: whether a thumb reaches Continue.
    #[serde(default)]
    pub continue_in_reach: Option<bool>,
}

/// Whether the content of a screen has room.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Fit {
    /// Elements whose text is cut off.
    cut: Vec<String>,
    /// Elements that stand outside the widget.
    outside: Vec<String>,
    /// The number of pixels by which the page scrolls sideways.
    sideways: i64,
}

impl Fit {
    /// Fails when an element is wider than the page or cuts its text off.
    pub fn check(&self, screen: &Screen) {
        let Self { cut, outside, .. } = self;
        assert!(cut.is_empty(), "{} cuts off {cut:?}", screen.name);
        assert!(outside.is_empty(), "{}: {outside:?}", screen.name);
        assert_eq!(self.sideways, 0, "{} scrolls sideways", screen.name);
    }
}

impl Screen {
    /// Whether the name of the screen begins with this word: `start`, `question`, `error`, `result` or
    /// `summary`.
    pub fn is(&self, kind: &str) -> bool {
        self.name.starts_with(kind)
    }
}

/// The widths of the windows for axe-core, one story after the other; phones are the most.
const WIDTHS: [u32; 4] = [1280, 320, 768, 320];

/// A story and the screens of its walk.
struct Walk {
    story: Story,
    /// The width of the window for axe-core.
    width: u32,
    is_taken: AtomicBool,
    screens: OnceCell<Arc<Vec<Screen>>>,
}

/// One walk for each story.
static WALKS: LazyLock<Vec<Walk>> = LazyLock::new(|| {
    let walk = |(story, width)| Walk {
        story,
        width,
        is_taken: AtomicBool::new(false),
        screens: OnceCell::new(),
    };
    let widths = WIDTHS.into_iter().cycle();
    stories().into_iter().zip(widths).map(walk).collect()
});

impl Walk {
    async fn screens(&self) -> Arc<Vec<Screen>> {
        let screens = self.screens.get_or_init(async || {
            self.is_taken.store(true, Ordering::Relaxed);
            Arc::new(self.look_at_all().await)
        });
        screens.await.clone()
    }

    /// Walks through the story, and looks at each of its screens.
    async fn look_at_all(&self) -> Vec<Screen> {
        let attributes = format!("heading-level=\"{HEADING_LEVEL}\"");
        let page = Page::opened(&attributes, SMALLEST, HEIGHT).await;
        let mut screens = Vec::new();
        walk_through(&page, &self.story.answers, async |page, screen| {
            screens.push(self.look_at(page, screen).await);
        })
        .await;
        screens
    }

    async fn look_at(&self, page: &Page, screen: &str) -> Screen {
        let levels = page.run(&format!("{LOOK} return levels()")).await;
        let layout = match self.story.questions {
            true => Some(look_at_layout(page, screen).await),
            false => None,
        };
        page.resize(self.width, HEIGHT).await;
        let axe = accessibility::faults(page).await;
        let names = match page.engine() {
            Engine::Chromium => Some(accessible_names::names(page).await),
            _ => None,
        };
        page.resize(SMALLEST, HEIGHT).await;
        Screen {
            name: format!("{screen}: {}", self.story.name),
            axe,
            levels: serde_json::from_value(levels).unwrap(),
            names,
            layout,
        }
    }
}

/// The screens of all these stories, a list for each story.
pub async fn screens(of: impl Fn(&Story) -> bool) -> Vec<Arc<Vec<Screen>>> {
    let walks: Vec<&Walk> = WALKS.iter().filter(|walk| of(&walk.story)).collect();
    // Another test may be on the way through a story: this one takes the next.
    for walk in &walks {
        if !walk.is_taken.swap(true, Ordering::Relaxed) {
            walk.screens().await;
        }
    }
    let mut found = Vec::new();
    for walk in walks {
        found.push(walk.screens().await);
    }
    found
}

/// The screens of the stories that together reach every question and every kind of block.
pub async fn covering_screens() -> Vec<Arc<Vec<Screen>>> {
    screens(|story| story.questions).await
}

async fn look_at_layout(page: &Page, screen: &str) -> Layout {
    let found = page.run(&format!("{LOOK} return layout()")).await;
    let mut layout: Layout = serde_json::from_value(found).unwrap();
    if screen.starts_with("question") {
        page.resize(PHONE, HEIGHT).await;
        let reach = page.run(&format!("{LOOK} return continueInReach()")).await;
        layout.continue_in_reach = Some(reach == json!(true));
    }
    page.resize(LARGE, HEIGHT).await;
    let large = page.run(&format!("{LOOK} return inLargeText()")).await;
    layout.large.push(serde_json::from_value(large).unwrap());
    layout
}
