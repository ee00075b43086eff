//! Starts a WebDriver server and its programs in a process group. The group ends with the tests,
//! even if the tests are killed.

use crate::{display, engine::Engine, port};
use std::{
    env, fs,
    net::SocketAddr,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

/// A shell script that waits until its input closes. It then kills a process group and deletes the
/// folder of the group. The input closes when the tests end for any reason.
const GUARD: &str = r#"cat; kill -s KILL -- "-$1"; rm -rf -- "$2""#;

/// A running WebDriver server, with a virtual display if its browser needs one.
pub struct Driver {
    programs: Vec<Child>,
    guard: Child,
    address: SocketAddr,
    log: PathBuf,
}

impl Driver {
    /// Starts the WebDriver server of an engine, and waits until it listens.
    pub async fn start(engine: Engine) -> Self {
        let folder = folder();
        let log = folder.join("log");
        let file = fs::File::create(&log).unwrap();
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
        let address = port::free();
        let mut driver = spawn(command.arg(format!("--port={}", address.port())));
        let group = programs.first().unwrap_or(&driver).id();
        let guard = guard(group, &folder);
        port::until_listening(&mut driver, address).await;
        programs.push(driver);
        Self {
            programs,
            guard,
            address,
            log,
        }
    }

    /// Returns everything that the WebDriver server has printed until now.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Returns the address of the WebDriver server.
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

/// Creates a folder for the profiles and settings of one WebDriver server.
fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("engine-{}-{number}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Starts the shell script [`GUARD`] for a process group and its folder.
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

/// Starts a program, or stops the test with the name of the program.
pub(crate) fn spawn(command: &mut Command) -> Child {
    let name = command.get_program().to_owned();
    command.spawn().unwrap_or_else(|error| {
        panic!("{name:?} does not start ({error}): cargo xtask test installs it")
    })
}
