//! Starts a virtual display, which WebKitGTK needs.

use crate::{driver::spawn, engine::program};
use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
};

/// Styles that hide MiniBrowser's toolbar. The toolbar needs a window of at least 447 pixels, which
/// is wider than a phone.
const NO_TOOLBAR: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }";

/// Starts a display in a new process group. Returns the value of `DISPLAY` for other programs.
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
    let output = screen.stdout.take().unwrap();
    BufReader::new(output).read_line(&mut number).unwrap();
    (screen, format!(":{}", number.trim()))
}

/// Sets up a program so that its windows can be as narrow as a phone. The program then needs no
/// graphics card and no desktop settings.
pub fn narrow(folder: &Path, program: &mut Command) {
    let gtk = folder.join("gtk-3.0");
    fs::create_dir_all(&gtk).unwrap();
    fs::write(gtk.join("gtk.css"), NO_TOOLBAR).unwrap();
    program
        .env("XDG_CONFIG_HOME", folder)
        .env("GSETTINGS_BACKEND", "memory")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
}
