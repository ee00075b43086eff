//! Turns the recipe that ships for nginx into a server on this machine, for as long as it is held.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::wrk::Asked;
use crate::apt;
use crate::paths::Workspace;
use crate::program::{find, read, succeeds};

const RECIPE: &str = "server/nginx.txt";
/// Where the recipe says that the folder lies.
const WRITTEN: &str = "/srv/finder/";
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that runs.
pub struct Nginx {
    program: PathBuf,
    settings: PathBuf,
    process: Child,
    address: SocketAddr,
}

/// An answer, as far as it matters here.
pub struct Answer {
    head: String,
    /// With its head, as they travel.
    pub bytes: usize,
}

impl Nginx {
    /// Starts it on a free port.
    ///
    /// # Errors
    /// When it cannot be had, or refuses the recipe.
    pub fn start(workspace: &Workspace) -> Result<Self> {
        let program = ensure()?;
        let folder = workspace.scratch().join("nginx");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let address = free()?;
        let settings = folder.join("nginx.conf");
        fs::write(&settings, written(workspace, &folder, address)?)
            .with_context(|| format!("cannot write {}", settings.display()))?;
        let process = Command::new(&program)
            .arg("-e")
            .arg(folder.join("error.log"))
            .arg("-c")
            .arg(&settings)
            .stdin(Stdio::null())
            .spawn()
            .context("nginx cannot start")?;
        let mut nginx = Self {
            program,
            settings,
            process,
            address,
        };
        let started = Instant::now();
        while TcpStream::connect(address).is_err() {
            let ended = nginx.process.try_wait().context("nginx was lost")?;
            if ended.is_some() || started.elapsed() > PATIENCE {
                bail!("nginx does not listen; its own words are above");
            }
            std::thread::yield_now();
        }
        Ok(nginx)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Asks once.
    ///
    /// # Errors
    /// When there is no answer.
    pub fn ask(&self, asked: &Asked) -> Result<Answer> {
        let mut stream = TcpStream::connect(self.address).context("nginx does not listen")?;
        let lines: String = asked
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let path = &asked.path;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{lines}\r\n"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let ends = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let head = answer.get(..ends.context("the answer has no end")?);
        Ok(Answer {
            head: String::from_utf8_lossy(head.unwrap_or_default()).into_owned(),
            bytes: answer.len(),
        })
    }
}

impl Answer {
    /// Refuses any other status.
    ///
    /// # Errors
    /// When it has one.
    pub fn expect_status(self, status: u16) -> Result<Self> {
        if !self.head.starts_with(&format!("HTTP/1.1 {status} ")) {
            bail!("nginx was to answer {status}, and says: {}", self.head);
        }
        Ok(self)
    }

    /// What a browser asks with next time.
    pub fn tag(&self) -> Option<String> {
        let mut lines = self.head.lines();
        lines.find_map(|line| Some(line.strip_prefix("ETag: ")?.to_owned()))
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let mut stop = Command::new(&self.program);
        stop.arg("-c").arg(&self.settings).args(["-s", "stop"]);
        if !succeeds(&mut stop) {
            drop(self.process.kill());
        }
        drop(self.process.wait());
    }
}

/// The recipe within what a server needs around it.
fn written(workspace: &Workspace, folder: &Path, address: SocketAddr) -> Result<String> {
    let path = workspace.www().join(RECIPE);
    let recipe =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let dist = format!("{}/", workspace.dist().display());
    let recipe = recipe.replace(WRITTEN, &dist);
    // Who may start it may read the files; an administrator's workers would be someone else.
    let is_root = read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let user = if is_root { "user root;" } else { "" };
    let folder = folder.display();
    Ok(format!(
        "{user}\nworker_processes auto;\ndaemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\naccess_log off;\nsendfile on;\ntcp_nopush on;\nkeepalive_requests 1000000;\n\
         client_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\nfastcgi_temp_path {folder}/fastcgi;\n\
         uwsgi_temp_path {folder}/uwsgi;\nscgi_temp_path {folder}/scgi;\n\
         server {{\nlisten {address};\n{recipe}\n}}\n}}\n"
    ))
}

fn ensure() -> Result<PathBuf> {
    let look = || {
        let elsewhere = PathBuf::from("/usr/sbin/nginx");
        find("nginx").or_else(|| elsewhere.is_file().then_some(elsewhere))
    };
    if look().is_none() {
        apt::install(&["nginx-light"])?;
    }
    look().context("nginx is missing: on Debian run `apt-get install nginx-light` as root")
}

fn free() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    listener.local_addr().context("the port has no address")
}
