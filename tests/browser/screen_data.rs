//! Collects all data about every screen of a scenario in one walk, so that many tests share the
//! data.
//!
//! The walk takes most of the time of a test. The first test that needs the screens of a scenario
//! walks through it. Two tests can walk through two scenarios at the same time.

use crate::{
    accessibility,
    accessible_names::{self, NameList},
    stories::{Story, stories},
    walk_scenario::walk_through,
};
use serde::Deserialize;
use serde_json::json;
use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::OnceCell;
use webdriver_tests::{engine::Engine, page::Page};

/// The script that collects the data about a screen in the smallest window.
const LOOK: &str = include_str!("screen_data/look.js");
/// The width of the smallest window in CSS pixels. A window of 1280 pixels at 400% zoom has this
/// width.
const SMALLEST: u32 = 320;
/// The usual width of a phone in CSS pixels.
const PHONE: u32 = 360;
/// The width in CSS pixels of the larger window for text of double size.
const LARGE: u32 = 640;
/// The height of all windows in these tests, in CSS pixels.
const HEIGHT: u32 = 640;
/// The level of the first heading on each screen. The last heading of the host page is one level
/// higher.
pub const HEADING_LEVEL: u64 = 3;

/// The data about one screen of a scenario.
pub struct Screen {
    /// The name of the screen, followed by the name of the scenario.
    pub name: String,
    /// The errors that axe-core finds on the screen.
    pub axe: Vec<String>,
    /// The levels of the visible headings, in the order of the screen.
    pub levels: Vec<u64>,
    /// The names in the accessibility tree of the screen. Only Chromium can list them.
    pub names: Option<NameList>,
    /// The layout of the screen. It exists only for the scenarios that together show every question
    /// and every kind of block.
    pub layout: Option<Layout>,
}

/// The layout of one screen, in several windows and text sizes.
#[derive(Deserialize)]
pub struct Layout {
    /// The elements that are too large for the smallest window.
    pub plain: Fit,
    /// The elements that are too large with the text spacing of WCAG 1.4.12.
    pub spaced: Fit,
    /// The elements that are too large with text of double size (WCAG 1.4.4): first in the smallest
    /// window, then in a window of double width.
    pub large: Vec<Fit>,
    /// The elements that are too large on a right-to-left page.
    pub right_to_left: Fit,
    /// The radio buttons and checkboxes on the wrong side of their label, on a right-to-left page.
    pub misplaced_fields: Vec<String>,
    /// The buttons, links and inputs that are too small for a thumb.
    pub small_controls: Vec<String>,
    /// The position of the help among the parts of the screen, from the top.
    pub help: i64,
    /// The name of the part of the screen that follows the help.
    pub after_help: String,
    /// True if a thumb reaches Continue on a phone. `None` if the screen has no Continue.
    #[serde(default)]
    pub continue_in_reach: Option<bool>,
}

/// The elements of a screen that are too large for a window.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Fit {
    /// The elements whose text is cut off.
    cut: Vec<String>,
    /// The elements that are partly outside the widget.
    outside: Vec<String>,
    /// The width in CSS pixels of the content outside the window. If it is above 0, the page
    /// scrolls sideways.
    sideways: i64,
}

impl Fit {
    /// Fails if an element of the screen is wider than the page, or if a text is cut off.
    pub fn check(&self, screen: &Screen) {
        let Self { cut, outside, .. } = self;
        assert!(cut.is_empty(), "{} cuts off {cut:?}", screen.name);
        assert!(outside.is_empty(), "{}: {outside:?}", screen.name);
        assert_eq!(self.sideways, 0, "{} scrolls sideways", screen.name);
    }
}

impl Screen {
    /// Returns true if the screen is of this kind: `start`, `question`, `error`, `result` or
    /// `summary`.
    pub fn is(&self, kind: &str) -> bool {
        self.name.starts_with(kind)
    }
}

/// The widths in CSS pixels of the windows in which axe-core runs. Each scenario uses the next
/// width. Most are widths of phones.
const WIDTHS: [u32; 4] = [1280, 320, 768, 320];

/// A scenario, and the data about its screens.
struct Walk {
    story: Story,
    /// The width in CSS pixels of the window in which axe-core runs.
    width: u32,
    is_taken: AtomicBool,
    screens: OnceCell<Arc<Vec<Screen>>>,
}

/// The walks through all scenarios, each for all tests of this run.
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

    /// Walks through the scenario, and collects the data about each of its screens.
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

/// Returns the data about the screens of the selected scenarios. Each scenario has a list of its
/// own.
pub async fn screens(of: impl Fn(&Story) -> bool) -> Vec<Arc<Vec<Screen>>> {
    let walks: Vec<&Walk> = WALKS.iter().filter(|walk| of(&walk.story)).collect();
    // First walk through the scenarios that no other test has taken. The other tests meanwhile walk
    // through theirs.
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

/// Returns the screens of the scenarios that together show every question and every kind of block.
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
