//! Tests the widget on every kind of host page. Each folder contains an `index.html`, which is the
//! page, and a `case.json` with the expected fallback level. A visitor makes a whole journey on
//! each page.
//!
//! The hazard log lists these host pages under HAZ-008, HAZ-010, HAZ-016 and HAZ-017.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it must be"
)]

mod case;
mod open_host_page;
mod privacy;
mod scenario;
mod site;
mod walk;

use case::{Arrival, Case};
use libtest_mimic::{Arguments, Trial};
use scenario::Scenario;
use site::Sites;
use std::process::ExitCode;
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
    let scenario = Scenario::read();
    let sites = Sites::serve(case).await;
    let page = open_host_page::arrive(case, &sites, &scenario).await;
    if case.goes_back {
        walk::go_back_and_forward(&page, &scenario).await;
        page.goto("/").await;
    }
    for widget in 0..case.widgets {
        open_host_page::find_widget(&page, case, widget).await;
        if case.level < 5 && widget == 0 && case.arrival != Arrival::Restored {
            walk::check_no_focus(&page).await;
        }
        let before = privacy::Before::look(&page, &sites, case).await;
        open_host_page::enter_frame(&page, case).await;
        match (case.level, case.level_in_frame) {
            (5, _) | (3, 5) => walk::check_link_to_guide(&page, case).await,
            (4, _) => walk::check_help(&page).await,
            _ => {
                walk::walk(&page, &scenario).await;
                if case.follows_links {
                    walk::follow_number(&page).await;
                }
                if case.grows {
                    walk::check_frame_height(&page).await;
                }
                open_host_page::leave_frame(&page, case).await;
                privacy::check(&page, &sites, &before, &scenario, case).await;
            }
        }
    }
}
