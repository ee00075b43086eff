//! A driver's programs: in a process group of their own, and gone with the tests, however those end.

use crate::{display, engine::Engine};
use std::{
    env, fs,
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

/// Ends the group and deletes its files when its input ends, which the end of the tests brings about
/// too: a test that is stopped has no time to tidy up.
const GUARD: &str = r#"cat; kill -s KILL -- "-$1"; rm -rf -- "$2""#;

/// The program that speaks WebDriver, and whatever it starts.
pub struct Driver {
    programs: Vec<Child>,
    guard: Child,
    address: SocketAddr,
    words: PathBuf,
}

impl Driver {
    /// Starts the driver of an engine and waits until it listens.
    pub fn start(engine: Engine) -> Self {
        let folder = folder();
        let words = folder.join("words");
        let file = fs::File::create(&words).unwrap();
        let mut programs = Vec::new();
        let mut command = Command::new(engine.driver());
        command
            .env("TMPDIR", &folder)
            .stdin(Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .process_group(0);
        if engine == Engine::WebKit {
            let (screen, name) = display::start();
            display::narrow(&folder, &mut command);
            command
                .env("DISPLAY", name)
                .process_group(i32::try_from(screen.id()).unwrap());
            programs.push(screen);
        }
        let (driver, address) = listening(&mut command);
        programs.push(driver);
        let guard = guard(programs[0].id(), &folder);
        Self {
            programs,
            guard,
            address,
            words,
        }
    }

    /// What it has said so far.
    pub fn words(&self) -> String {
        fs::read_to_string(&self.words).unwrap_or_default()
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        drop(self.guard.wait());
        for program in &mut self.programs {
            drop(program.wait());
        }
    }
}

/// Profiles and settings of one driver.
fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("engine-{}-{number}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn guard(group: u32, folder: &Path) -> Child {
    Command::new("sh")
        .args(["-c", GUARD, "guard", &group.to_string()])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

pub(crate) fn spawn(command: &mut Command) -> Child {
    let name = command.get_program().to_owned();
    command.spawn().unwrap_or_else(|error| {
        panic!("{name:?} does not start ({error}): cargo xtask test finds or installs it")
    })
}

/// Starts a driver on a port that nobody uses.
fn listening(command: &mut Command) -> (Child, SocketAddr) {
    let address = free();
    let port = format!("--port={}", address.port());
    let mut driver = spawn(command.arg(port));
    while TcpStream::connect(address).is_err() {
        let ended = driver.try_wait().unwrap();
        assert!(ended.is_none(), "{command:?} ended before it listened");
        thread::yield_now();
    }
    (driver, address)
}

/// A port that nobody listens on, below those that a system gives to whoever connects: one of these
/// would answer itself.
fn free() -> SocketAddr {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = process::id().wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed));
        let port = u16::try_from(10_000 + number % 20_000).unwrap();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        if TcpListener::bind(address).is_ok() {
            return address;
        }
    }
}
