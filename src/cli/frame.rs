//! Writes `frame.html`, the page that a host page can show in a frame. It contains the widget. It
//! also contains the help and a link to the plain guide, for frames in which no script may run.

use crate::{guide::crisis, pathway_files::EditionArgs, static_help::to_anyone};
use anyhow::Result;
use maud::{DOCTYPE, Markup, html};
use pathway::{edition::Edition, screen};
use std::io::Write;

/// The content security policy of the page: it may load scripts, styles and data only from its own
/// server.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Prints the HTML of `frame.html`.
pub fn run(args: &EditionArgs, out: &mut dyn Write) -> Result<()> {
    let edition = args.edition()?;
    writeln!(out, "{}", page(&edition).into_string())?;
    Ok(())
}

fn page(edition: &Edition) -> Markup {
    let guide = screen::guide(edition, None);
    let words = edition.words();
    html! {
        (DOCTYPE)
        html lang=(guide.language) dir=(if guide.right_to_left { "rtl" } else { "ltr" }) data-ppimhs-finder="frame" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (guide.title) }
                link rel="stylesheet" href="frame.css";
                script type="module" src="ppimhs-finder.js" {}
            }
            body {
                ppimhs-finder {
                    h1 { (words.title) }
                    p { (to_anyone(words.ui.failed())) }
                    (crisis(&guide.crisis))
                    p { a href="plain.html" { (guide.crisis.guide) } }
                }
            }
        }
    }
}
