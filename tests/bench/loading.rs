//! Opens pages with the same questions in a browser with a slow processor and a slow network.
//! Measures the time until the visitor can use the first question, and the time from one question
//! to the next.
//!
//! Each round visits every page once, so that other work on this machine slows all pages alike.
//! Each visit goes to a new host name, so that the browser has no cache, no compiled code and no
//! process from an earlier visit.

use crate::{
    measured_pages::{Peer, peers},
    site::Hosted,
};
use fantoccini::wd::TimeoutConfiguration;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;
use webdriver_tests::page::Page;

/// A network: its name, its speed in bits a second, and its latency in milliseconds.
struct Network {
    name: &'static str,
    bits_per_s: u32,
    latency_ms: u32,
}

const NETWORKS: [Network; 2] = [
    Network {
        name: "1.6 Mbps, 150 ms",
        bits_per_s: 1_600_000,
        latency_ms: 150,
    },
    Network {
        name: "400 kbps, 400 ms",
        bits_per_s: 400_000,
        latency_ms: 400,
    },
];
/// The factors by which the browser slows the processor of this machine.
const SLOWDOWNS: [u32; 3] = [1, 4, 6];
const LONGEST: Duration = Duration::from_secs(120);
const MEASURE: &str = "const done = arguments[0]; window.measure().then((found) => done({ found }), (error) => done({ failed: String(error) }));";

/// The measurements of every page.
#[derive(Default)]
pub struct Pages {
    /// The files that each page loads, in the order of measurement.
    pub sent: Vec<Sent>,
    pub visits: Vec<Visit>,
    /// A sentence about each page and each visit that could not be measured.
    pub missing: Vec<String>,
}

/// The files that a page loads in one visit: their number, and their compressed size in bytes.
pub struct Sent {
    pub page: &'static str,
    pub files: u32,
    pub bytes: u32,
}

/// One visit to a page, and the times that were measured in this visit.
pub struct Visit {
    pub page: &'static str,
    pub network: &'static str,
    pub slowdown: u32,
    pub round: usize,
    pub found: Found,
}

/// The times of one visit in milliseconds, as `pages/drive.js` measures them.
#[derive(Deserialize)]
pub struct Found {
    /// The time until the visitor can read 999, or `None` on a page without 999.
    pub help: Option<f64>,
    /// The time until the visitor can use the first question.
    pub first: f64,
    /// The time from each press of the visitor until the browser has drawn the next question.
    pub steps: Vec<f64>,
}

/// Opens every page with each network and each processor speed, once in each round.
pub async fn measure(rounds: usize) -> Pages {
    let mut pages = Pages::default();
    let (peers, missing) = peers();
    let not_installed =
        |name: &&str| format!("{name} is missing: its npm package is not installed");
    pages.missing.extend(missing.iter().map(not_installed));
    let hosted = Hosted::open().await;
    let browser = Page::at(String::new(), 360, 640).await;
    let patient = TimeoutConfiguration::new(Some(LONGEST), Some(LONGEST), None);
    browser.client.update_timeouts(patient).await.unwrap();
    browser.ask_tools("Network.enable", json!({})).await;

    let mut visits = 0;
    let mut visit = async |peer: &Peer| {
        visits += 1;
        let address = hosted.address(visits, peer.page);
        match browser.client.goto(&address).await {
            Ok(()) => found(browser.client.execute_async(MEASURE, Vec::new()).await),
            Err(error) => Err(error.to_string()),
        }
    };
    // The first visit to each page runs at full speed. In this visit, the site compresses the files
    // and stores them.
    let mut here = Vec::new();
    for peer in peers {
        hosted.sent();
        match visit(&peer).await {
            Ok(_) => {
                let sent = hosted.sent();
                pages.sent.push(Sent {
                    page: peer.name,
                    files: sent.files,
                    bytes: sent.bytes,
                });
                here.push(peer);
            }
            Err(why) => pages
                .missing
                .push(format!("{} is missing: {why}", peer.name)),
        }
    }
    for network in &NETWORKS {
        for slowdown in SLOWDOWNS {
            for round in 0..rounds {
                for peer in &here {
                    slow_down(&browser, network, slowdown).await;
                    match visit(peer).await {
                        Ok(found) => pages.visits.push(Visit {
                            page: peer.name,
                            network: network.name,
                            slowdown,
                            round,
                            found,
                        }),
                        Err(why) => pages
                            .missing
                            .push(format!("{}: a visit failed: {why}", peer.name)),
                    }
                }
            }
        }
    }
    pages
}

fn found(answer: Result<Value, fantoccini::error::CmdError>) -> Result<Found, String> {
    let answer = answer.map_err(|error| error.to_string())?;
    serde_json::from_value(answer["found"].clone()).map_err(|_| answer.to_string())
}

async fn slow_down(page: &Page, network: &Network, slowdown: u32) {
    let bytes_per_s = network.bits_per_s / 8;
    let conditions = json!({
        "offline": false,
        "latency": network.latency_ms,
        "downloadThroughput": bytes_per_s,
        "uploadThroughput": bytes_per_s,
    });
    page.ask_tools("Network.emulateNetworkConditions", conditions)
        .await;
    page.ask_tools("Emulation.setCPUThrottlingRate", json!({"rate": slowdown}))
        .await;
}
