//! Starts a virtual display, because WebKitGTK does not run without a display.

use crate::{driver::spawn, engine::program};
use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
};

/// Styles that hide the toolbar of the browser MiniBrowser. A window with this toolbar is at least
/// 447 pixels wide, which is wider than a phone.
const NO_TOOLBAR: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }";

/// Starts a virtual display in a new process group. Returns the value of `DISPLAY` for the programs
/// that use it.
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

/// Prepares the start of a browser whose windows can be as narrow as a phone. The browser then
/// needs no graphics card and no desktop settings.
pub fn narrow(folder: &Path, program: &mut Command) {
    let gtk = folder.join("gtk-3.0");
    fs::create_dir_all(&gtk).unwrap();
    fs::write(gtk.join("gtk.css"), NO_TOOLBAR).unwrap();
    program
        .env("XDG_CONFIG_HOME", folder)
        .env("GSETTINGS_BACKEND", "memory")
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
}
