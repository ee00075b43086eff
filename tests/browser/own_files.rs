//! Checks the files and addresses that a host page names: a file without an end, a file that never
//! comes, and the exit of a trust file.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};
use webdriver_tests::{engine::Engine, page::Page};

/// The headers of a file without a length.
const HEAD: &str = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
/// How many bytes of a file may leave a server before the browser stops. The widget reads 1 MB, and
/// the system and the browser hold further bytes on the way.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// How long a test waits until the browser closes a connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server of one file that has no end.
struct Endless {
    port: u16,
    /// True after the browser has requested the file.
    requested: Arc<AtomicBool>,
    /// Returns how many bytes the server sent until the browser closed the connection.
    sent: JoinHandle<usize>,
}

impl Endless {
    /// Serves the file once. `send` sends the file after its headers, and returns the length.
    fn serve(send: fn(TcpStream) -> usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let requested = Arc::new(AtomicBool::new(false));
        let answered = requested.clone();
        let sent = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let request = stream.read(&mut [0; 4096]).unwrap();
            assert!(request > 0);
            stream.write_all(HEAD.as_bytes()).unwrap();
            answered.store(true, Ordering::Relaxed);
            send(stream)
        });
        Self {
            port,
            requested,
            sent,
        }
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}/trust.json", self.port)
    }

    /// Waits until the browser closes the connection, and returns the length that it received.
    async fn until_closed(self, page: &Page) -> usize {
        let started = Instant::now();
        while !self.sent.is_finished() {
            assert!(started.elapsed() < PATIENCE, "the file goes on");
            page.run("return true").await;
        }
        self.sent.join().unwrap()
    }
}

/// Sends spaces until the browser closes the connection.
fn send_spaces(mut stream: TcpStream) -> usize {
    let part = [b' '; 64 * 1024];
    let mut sent = 0;
    while stream.write_all(&part).is_ok() {
        sent += part.len();
    }
    sent
}

/// Sends nothing, and waits until the browser closes the connection.
fn send_nothing(mut stream: TcpStream) -> usize {
    while stream.read(&mut [0; 64]).is_ok_and(|length| length > 0) {}
    0
}

/// A script that records the address of each exit, and keeps the page. Only Chromium reports it.
pub const STAY: &str = "window.exits = [];
    navigation.addEventListener('navigate', (event) => { window.exits.push(event.destination.url); event.preventDefault(); });
    return true";

mod every_engine {
    use super::*;

    /// The hazard log lists this test under HAZ-008.
    #[tokio::test]
    async fn a_file_without_an_end_is_refused_and_its_request_ends() {
        // WebKitGTK reads such a file faster than a script can stop it. The threat model says so.
        if Engine::of_this_run() == Engine::WebKit {
            return;
        }
        for name in ["trust", "pathway"] {
            let endless = Endless::serve(send_spaces);
            let page = Page::open(&format!("{name}=\"{}\"", endless.address())).await;
            page.until_own_files_failed().await;
            let event = "return window.seen.finder.find((event) => event.startsWith('failed'))";
            let event = page.run(event).await;
            assert!(event.to_string().contains("pathway"), "{event}");
            let sent = endless.until_closed(&page).await;
            println!("{name}: {sent} bytes");
            assert!(sent < MOST_BYTES, "{name}: {sent} bytes");
        }
    }

    #[tokio::test]
    async fn a_request_ends_when_the_element_leaves_the_page() {
        let endless = Endless::serve(send_nothing);
        let page = Page::open(&format!("trust=\"{}\"", endless.address())).await;
        page.until("q('[data-crisis]')").await;
        let started = Instant::now();
        while !endless.requested.load(Ordering::Relaxed) {
            assert!(started.elapsed() < PATIENCE, "nothing is requested");
            page.run("return true").await;
        }
        page.run("root.host.remove(); return true").await;
        endless.until_closed(&page).await;
    }
}

mod chromium_only {
    use super::*;

    /// The hazard log lists this test under HAZ-007.
    #[tokio::test]
    async fn the_exit_of_a_trust_file_counts_while_the_questions_load() {
        for (attribute, expected) in [
            ("", "https://www.example.org/news"),
            (
                "exit=\"https://www.example.org/host\"",
                "https://www.example.org/host",
            ),
            (
                "exit=\"https://a.b:99999/\"",
                "https://www.example.org/news",
            ),
        ] {
            let page = Page::open(&format!(
                "{attribute} trust=\"/trusts/with-exit.json\" pathway=\"/held-pathway/pathway.json\""
            ))
            .await;
            page.until("q('[data-action=exit]')").await;
            page.run(STAY).await;
            // The file arrives while the pathway is held back.
            let exits =
                format!("(q('[data-action=exit]').click(), window.exits.includes('{expected}'))");
            page.until(&exits).await;
        }
    }
}
