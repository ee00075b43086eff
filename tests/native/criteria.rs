//! The table in `docs/accessibility.md` holds every criterion of WCAG 2.2 A and AA, and every test
//! that it names exists.

use std::{fs, path::Path};

/// How many criteria of levels A and AA WCAG 2.2 has, the five of audio and video as one row.
const ROWS: usize = 51;

fn read(path: &Path, found: &mut String) {
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_criterion_has_a_row_and_every_test_it_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = fs::read_to_string(root.join("docs/accessibility.md")).unwrap();
    let mut code = String::new();
    read(&root.join("tests"), &mut code);
    read(&root.join("src"), &mut code);
    let mut rows = 0;
    for row in table.lines().filter(|row| row.contains(" | A")) {
        rows += 1;
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        assert_eq!(cells.len(), 4, "{row}");
        let names = cells[3].split('`').skip(1).step_by(2);
        for name in names.filter(|name| !name.contains('/')) {
            assert!(
                code.contains(&format!("fn {name}(")),
                "no test is called {name}"
            );
        }
        assert!(!cells[3].trim().is_empty(), "{row}");
    }
    assert_eq!(rows, ROWS, "criteria");
}
