//! Every kind of host page: a folder each, with the page as a host would have it in `index.html`, and
//! in `case.json` the rung of the ladder that must answer there. A visitor walks a whole journey.
//!
//! HAZ-008, HAZ-010, HAZ-016, HAZ-017.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod arrival;
mod case;
mod promises;
mod site;
mod story;
mod walk;

use case::{Arrival, Case};
use libtest_mimic::{Arguments, Trial};
use site::Sites;
use std::process::ExitCode;
use story::Story;
use webdriver_tests::engine::Engine;

fn main() -> ExitCode {
    let engine = Engine::of_this_run();
    let cases = Case::all().into_iter();
    let trials = cases.filter(|case| case.can_run_in(engine)).map(trial);
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

fn trial(case: Case) -> Trial {
    let group = if case.every_engine {
        "every_engine::"
    } else {
        ""
    };
    Trial::test(format!("{group}{}", case.name()), move || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
            .block_on(check(&case));
        Ok(())
    })
}

async fn check(case: &Case) {
    println!("{}", case.host);
    let story = Story::read();
    let sites = Sites::serve(case).await;
    let page = arrival::arrive(case, &sites, &story).await;
    for widget in 0..case.widgets {
        arrival::look_at(&page, case, widget).await;
        if case.rung < 5 && widget == 0 && case.arrival != Arrival::Restored {
            walk::nothing_has_focus(&page).await;
        }
        let before = promises::Before::look(&page, &sites, case).await;
        arrival::enter(&page, case).await;
        match (case.rung, case.rung_within) {
            (5, _) | (3, 5) => walk::guide_by_link(&page, case).await,
            (4, _) => walk::help_is_there(&page).await,
            _ => {
                walk::journey(&page, &story).await;
                if case.grows {
                    walk::fills_its_frame(&page).await;
                }
                arrival::leave(&page, case).await;
                promises::hold(&page, &sites, &before, &story, case).await;
            }
        }
    }
}
