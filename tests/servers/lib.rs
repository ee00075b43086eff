//! Starts nginx and Apache on this machine to serve `dist/`, with the project's settings for each
//! from `www/server/`.

mod apache;
pub mod expectations;
pub mod find_dist_files;
mod nginx;

use std::env;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;

/// How often the tests try to connect to a server that is starting, and how long they wait between
/// two attempts.
const TRIES: u32 = 200;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// The top folder of the project.
const TOP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A kind of web server for which `www/server/` contains settings.
pub struct Kind {
    /// The name of the server in messages.
    pub name: &'static str,
    program: &'static str,
    /// Starts the server with the project's settings. The argument is the path of the server's
    /// program.
    pub start: fn(&Path) -> Result<Server>,
    /// The encodings with which the project's settings let the server compress files, from best to
    /// worst.
    pub encodings: &'static [&'static str],
}

/// The web server nginx. `cargo xtask load` measures it too.
pub const NGINX: Kind = Kind {
    name: "nginx",
    program: "nginx",
    start: nginx::start,
    encodings: &["gzip"],
};

/// Every kind of web server that `cargo xtask recipes` tests.
pub const KINDS: [Kind; 2] = [
    NGINX,
    Kind {
        name: "Apache",
        program: "apache2",
        start: apache::start,
        encodings: &["br", "gzip"],
    },
];

impl Kind {
    /// Returns the path of the server's program, if it is installed. It also looks in `/usr/sbin`,
    /// which is not in the `PATH` of most users.
    #[must_use]
    pub fn program(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path)
            .chain([PathBuf::from("/usr/sbin")])
            .map(|folder| folder.join(self.program))
            .find(|program| program.is_file())
    }
}

/// A running server. It stops when the value is dropped.
pub struct Server {
    process: Child,
    stop: Command,
    address: SocketAddr,
    /// The folder that the server serves, to delete after the server has stopped.
    site: Option<PathBuf>,
}

/// The answer of a server to one request.
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Server {
    /// Starts a server that listens at `address`. The command `stop` later ends the server.
    fn start(mut start: Command, stop: Command, address: SocketAddr) -> Result<Self> {
        let process = start
            .stdin(Stdio::null())
            .spawn()
            .context("the server cannot start")?;
        let mut server = Self {
            process,
            stop,
            address,
            site: None,
        };
        for _ in 0..TRIES {
            if TcpStream::connect(address).is_ok() {
                return Ok(server);
            }
            if server.process.try_wait()?.is_some() {
                bail!("the server stopped; its own words are above");
            }
            thread::sleep(BETWEEN_TRIES);
        }
        bail!("the server does not listen at {address}")
    }

    /// Returns the address at which the server listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sends a GET request to the server, and returns the answer.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn get(&self, path: &str, headers: &[(&str, String)]) -> Result<Answer> {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .accept_encoding("")
            .build()
            .new_agent();
        let mut request = agent.get(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let mut response = request.call().with_context(|| path.to_owned())?;
        let headers = response.headers().iter();
        let headers = headers.map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        });
        Ok(Answer {
            status: response.status().as_u16(),
            headers: headers.collect(),
            body: response.body_mut().read_to_vec()?,
        })
    }
}

impl Answer {
    /// Checks that the answer has this HTTP status.
    ///
    /// # Errors
    /// When the answer has another HTTP status.
    pub fn expect_status(self, status: u16) -> Result<Self> {
        ensure!(
            self.status == status,
            "the status is {}, not {status}",
            self.status
        );
        Ok(self)
    }

    /// Returns the size of the answer in bytes, with its headers. Each header counts as `name:
    /// value` and a line break.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let headers = self.headers.iter();
        let head: usize = headers
            .map(|(name, value)| name.len() + value.len() + 4)
            .sum();
        head + self.body.len()
    }

    /// Returns the value of a header in the answer. Several headers of the same name are joined
    /// into one, as in browsers.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let headers = self.headers.iter();
        let values: Vec<&str> = headers
            .filter(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped = self.stop.stdout(Stdio::null()).stderr(Stdio::null());
        if !stopped.status().is_ok_and(|status| status.success()) {
            drop(self.process.kill());
        }
        drop(self.process.wait());
        if let Some(folder) = &self.site {
            drop(fs::remove_dir_all(folder));
        }
    }
}

fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    Ok(listener.local_addr()?)
}

/// Returns the text of a settings file in `www/server/`.
fn recipe(name: &str) -> Result<String> {
    Ok(fs::read_to_string(
        Path::new(TOP).join("www/server").join(name),
    )?)
}
