//! A screen that nobody sees, for the engine that cannot do without one.

use crate::{driver::spawn, engine::program};
use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
};

/// MiniBrowser's toolbar is 447 pixels wide, and its window cannot be narrower: a phone is.
const NO_TOOLBAR: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }";

/// Starts a display at the head of a process group, and says how a program reaches it.
pub fn start() -> (Child, String) {
    let mut command = Command::new(program("XVFB", "Xvfb"));
    command
        .args(["-displayfd", "1", "-nolisten", "tcp"])
        .args(["-screen", "0", "1600x1600x24"])
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut screen = spawn(&mut command);
    let mut number = String::new();
    let said = screen.stdout.take().unwrap();
    BufReader::new(said).read_line(&mut number).unwrap();
    (screen, format!(":{}", number.trim()))
}

/// Lets the windows of a program be as narrow as a phone, and draw without a graphics card and without
/// a desktop's settings.
pub fn narrow(folder: &Path, program: &mut Command) {
    let gtk = folder.join("gtk-3.0");
    fs::create_dir_all(&gtk).unwrap();
    fs::write(gtk.join("gtk.css"), NO_TOOLBAR).unwrap();
    program
        .env("XDG_CONFIG_HOME", folder)
        .env("GSETTINGS_BACKEND", "memory")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
}
