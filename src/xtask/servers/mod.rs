//! Turns the recipes that ship for servers into servers on this machine, each for as long as it is held, and
//! holds what they answer to what the recipes promise.

mod apache;
mod nginx;
mod promise;

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::paths::Workspace;
use crate::program::{find, read, succeeds};

const PATIENCE: Duration = Duration::from_secs(10);

/// A server that runs.
pub struct Server {
    process: Child,
    stop: Command,
    address: SocketAddr,
    /// What is there only while it runs.
    litter: Option<PathBuf>,
}

/// An answer, as far as it matters here.
pub struct Answer {
    head: String,
    body: Vec<u8>,
}

/// A kind of server that a recipe is for.
struct Kind {
    name: &'static str,
    program: &'static str,
    /// What Debian calls it.
    package: &'static str,
    start: fn(&Workspace, &Path) -> Result<Server>,
    /// What its recipe sends packed, the best first.
    encodings: &'static [&'static str],
}

const NGINX: Kind = Kind {
    name: "nginx",
    program: "nginx",
    package: "nginx-light",
    start: nginx::start,
    encodings: &["gzip"],
};

const KINDS: [Kind; 2] = [
    NGINX,
    Kind {
        name: "Apache",
        program: "apache2",
        // The program alone: no server begins to run with the machine.
        package: "apache2-bin",
        start: apache::start,
        encodings: &["br", "gzip"],
    },
];

/// What to do about a server that is not on this machine.
#[derive(Clone, Copy)]
pub enum Missing {
    Install,
    Say,
}

/// Starts each server on its recipe, with `dist/` as it lies there, and asks it for what browsers ask for.
///
/// # Errors
/// When one of them cannot be had, or answers otherwise than its recipe promises.
pub fn hold_recipes(workspace: &Workspace, missing: Missing) -> Result<()> {
    for kind in KINDS {
        let name = kind.name;
        if matches!(missing, Missing::Say) && look(kind.program).is_none() {
            println!("{name} is not here, so nobody asked it: `cargo xtask recipes` installs it");
            continue;
        }
        let server = (kind.start)(workspace, &ensure(&kind)?)?;
        promise::hold(&server, &workspace.dist(), kind.encodings).context(name)?;
        println!("{name} sends what its recipe promises");
    }
    Ok(())
}

/// nginx on its recipe.
///
/// # Errors
/// When it cannot be had, or refuses the recipe.
pub fn nginx(workspace: &Workspace) -> Result<Server> {
    nginx::start(workspace, &ensure(&NGINX)?)
}

impl Server {
    /// Starts a server that will listen there; `stop` asks it to end.
    fn start(mut start: Command, stop: Command, address: SocketAddr) -> Result<Self> {
        let process = start
            .stdin(Stdio::null())
            .spawn()
            .context("the server cannot start")?;
        let mut server = Self {
            process,
            stop,
            address,
            litter: None,
        };
        let started = Instant::now();
        while TcpStream::connect(address).is_err() {
            let ended = server.process.try_wait().context("the server was lost")?;
            if ended.is_some() || started.elapsed() > PATIENCE {
                bail!("the server does not listen; its own words are above");
            }
            std::thread::yield_now();
        }
        Ok(server)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Asks once.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn ask(&self, path: &str, headers: &[(&str, String)]) -> Result<Answer> {
        let mut stream = TcpStream::connect(self.address).context("the server does not listen")?;
        let lines: String = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{lines}\r\n"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let ends = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let body = answer.split_off(ends.context("the answer has no end")? + 4);
        let head = String::from_utf8_lossy(&answer).into_owned();
        Ok(Answer { head, body })
    }
}

impl Answer {
    /// Refuses any other status.
    ///
    /// # Errors
    /// When it has one.
    pub fn expect_status(self, status: u16) -> Result<Self> {
        if !self.head.starts_with(&format!("HTTP/1.1 {status} ")) {
            bail!("the server was to answer {status}, and says: {}", self.head);
        }
        Ok(self)
    }

    /// How much travels, with its head.
    pub fn bytes(&self) -> usize {
        self.head.len() + self.body.len()
    }

    /// What one header says; several of a name are one, as browsers read them.
    pub fn header(&self, name: &str) -> Option<String> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let said: Vec<&str> = lines
            .filter(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
            .collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if !succeeds(&mut self.stop) {
            drop(self.process.kill());
        }
        drop(self.process.wait());
        if let Some(folder) = &self.litter {
            drop(fs::remove_dir_all(folder));
        }
    }
}

/// A server's program, installed where that needs no password.
fn ensure(kind: &Kind) -> Result<PathBuf> {
    let Kind {
        program, package, ..
    } = kind;
    if look(program).is_none() {
        apt::install(&[package])?;
    }
    look(program).with_context(|| {
        format!("{program} is missing: on Debian run `apt-get install {package}` as root")
    })
}

/// What runs for everybody stands outside most people's `PATH`.
fn look(program: &str) -> Option<PathBuf> {
    let elsewhere = Path::new("/usr/sbin").join(program);
    find(program).or_else(|| elsewhere.is_file().then_some(elsewhere))
}

fn free() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    listener.local_addr().context("the port has no address")
}

fn recipe(workspace: &Workspace, name: &str) -> Result<String> {
    let path = workspace.www().join("server").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn folder(path: PathBuf) -> Result<PathBuf> {
    fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
    Ok(path)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Whether an administrator runs this.
fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
