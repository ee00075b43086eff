//! Tests that nginx and Apache, with the project's settings from `www/server/`, serve `dist/` as
//! the project promises. `cargo xtask recipes` installs the two servers first.

use std::process::ExitCode;

use servers::{KINDS, expectations};

fn main() -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for kind in &KINDS {
        let name = kind.name;
        let Some(program) = kind.program() else {
            println!("{name} is not installed, so its recipe was not tried: cargo xtask recipes");
            continue;
        };
        let checked =
            (kind.start)(&program).and_then(|server| expectations::check(&server, kind.encodings));
        match checked {
            Ok(()) => println!("{name} sends what its recipe promises"),
            Err(error) => {
                eprintln!("error: {name}: {error:#}");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}
