//! Calculates checksums of files in `dist/`. With a checksum, a browser can refuse a file that
//! someone has changed.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fs_err as fs;
use sha2::{Digest, Sha384};

/// The files of the review page that a browser stores, so that the page works without a network.
/// The pathways and trust files are not in this list, because a trust may replace them.
const OFFLINE: [&str; 8] = [
    "review.html",
    "review.css",
    "review.js",
    "review/worker.js",
    "review/graph.js",
    "review/editor.js",
    "review/ppimhs_reviewer.js",
    "review/ppimhs_reviewer_bg.wasm",
];

/// Returns the checksum of a file in the format of the HTML attribute `integrity`.
///
/// # Errors
/// When the file cannot be read.
pub fn of_file(path: &Path) -> Result<String> {
    let digest = Sha384::digest(fs::read(path)?);
    Ok(format!("sha384-{}", STANDARD.encode(digest)))
}

/// Returns the names of the files that a browser stores for the review page, each with its
/// checksum, as JSON. A development build has no checksums, because its files change one at a time.
///
/// # Errors
/// When a file of the review page cannot be read.
pub fn of_review_page(dist: Option<&Path>) -> Result<String> {
    let checksums = OFFLINE.iter().map(|name| {
        let checksum = dist.map(|dist| of_file(&dist.join(name))).transpose()?;
        Ok((*name, checksum))
    });
    let checksums: BTreeMap<_, _> = checksums.collect::<Result<_>>()?;
    Ok(serde_json::to_string(&checksums)?)
}

/// Returns the checksum of the edition. `load-edition.js` calculates the same number in every
/// browser, also on a page without HTTPS, where a browser has no SHA.
///
/// # Errors
/// When the file cannot be read.
pub fn of_edition(path: &Path) -> Result<i32> {
    Ok(sum(&fs::read(path)?))
}

fn sum(bytes: &[u8]) -> i32 {
    bytes.iter().fold(0, |sum: i32, byte| {
        sum.wrapping_mul(31).wrapping_add(i32::from(*byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    #[test]
    fn the_sum_of_an_edition_changes_with_each_byte_and_with_their_order() {
        assert_eq!(sum(b"finder"), -1_274_447_834);
        for other in [&b"finde"[..], b"findre", b"finder\n", b"", b"<h1>x</h1>"] {
            assert_ne!(sum(b"finder"), sum(other));
        }
    }

    #[test]
    fn a_checksum_is_the_one_that_browsers_work_out() -> Result<()> {
        let path = env::temp_dir().join(format!("checksum-{}", process::id()));
        fs::write(&path, "alert('Hello, world.');")?;
        // The expected checksum comes from an example in the specification of subresource
        // integrity.
        let known = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(of_file(&path)?, known);
        Ok(fs::remove_file(path)?)
    }

    #[test]
    fn a_development_build_has_the_same_files_without_checksums() -> Result<()> {
        let json: BTreeMap<String, Option<String>> = serde_json::from_str(&of_review_page(None)?)?;
        assert!(OFFLINE.iter().all(|name| json.get(*name) == Some(&None)));
        Ok(())
    }
}
