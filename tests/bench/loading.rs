//! Pages that ask the same questions → when the first can be used, and what a step takes, on slow
//! machines and slow networks. In each round every page has its turn, so that whatever else this
//! machine does is done to all of them. Each visit is the first to a host of its own: no cache, no
//! compiled code and no process is left from the visit before.

use crate::{
    peers::{Peer, peers},
    site::Hosted,
};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::time::Duration;
use webdriver_tests::page::Page;

/// A network: its name, what it carries in bits a second, and how long an answer is on its way.
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
/// How many times slower than this machine.
const SLOWER: [u32; 3] = [1, 4, 6];
const LONGEST: Duration = Duration::from_secs(120);
const MEASURE: &str = "const done = arguments[0]; window.measure().then((found) => done({ found }), (error) => done({ failed: String(error) }));";

/// Every visit, a line each; what a page sends to the first question, before; and who is missing.
pub async fn measure(rounds: usize, say: &impl Fn(Value)) {
    let (mut peers, missing) = peers();
    for name in missing {
        say(json!({"missing": name, "why": "its npm package is not installed"}));
    }
    let hosted = Hosted::open().await;
    let page = Page::at(String::new(), 360, 640).await;
    let patient = TimeoutConfiguration::new(Some(LONGEST), Some(LONGEST), None);
    page.client.update_timeouts(patient).await.unwrap();
    page.ask_tools("Network.enable", json!({})).await;

    let mut visits = 0;
    let mut visit = async |peer: &Peer| {
        visits += 1;
        let address = hosted.address(visits, peer.page);
        match page.client.goto(&address).await {
            Ok(()) => page.client.execute_async(MEASURE, Vec::new()).await,
            Err(error) => Err(error),
        }
    };
    // Without a brake, and for the first time: what is compressed is ready from now on.
    let mut here = Vec::new();
    for peer in peers.drain(..) {
        hosted.sent();
        match visit(&peer).await {
            Ok(answer) if answer.get("found").is_some() => {
                let sent = hosted.sent();
                say(json!({"sent": peer.name, "files": sent.files, "bytes": sent.bytes}));
                here.push(peer);
            }
            other => say(json!({"missing": peer.name, "why": format!("{other:?}")})),
        }
    }
    for network in NETWORKS {
        for slower in SLOWER {
            for round in 0..rounds {
                for peer in &here {
                    brake(&page, &network, slower).await;
                    let answer = visit(peer).await;
                    let found = answer.ok().map(|answer| answer["found"].clone());
                    say(
                        json!({"page": peer.name, "network": network.name, "slower": slower, "round": round, "found": found}),
                    );
                }
            }
        }
    }
}

async fn brake(page: &Page, network: &Network, slower: u32) {
    let bytes_per_s = network.bits_per_s / 8;
    let conditions = json!({
        "offline": false,
        "latency": network.latency_ms,
        "downloadThroughput": bytes_per_s,
        "uploadThroughput": bytes_per_s,
    });
    page.ask_tools("Network.emulateNetworkConditions", conditions)
        .await;
    page.ask_tools("Emulation.setCPUThrottlingRate", json!({"rate": slower}))
        .await;
}
