//! Tests that the table in `docs/accessibility.md` has a row for every criterion of WCAG 2.2 A and
//! AA. Each row names tests, names a check by a person, or says why there is nothing to test.

use crate::{markdown::page, sources::tests};

const TABLE: &str = "docs/accessibility.md";
/// The number of rows in the table of `docs/accessibility.md`. It has one row for each criterion of
/// levels A and AA, and one row for the five criteria about audio and video.
const ROWS: usize = 51;

#[test]
fn every_criterion_has_a_row_and_every_test_it_names_exists_once() {
    let tests = tests();
    let page = page(TABLE);
    let is_criterion = |text: &str| text.starts_with(|sign: char| sign.is_ascii_digit());
    let rows = page.rows.iter();
    let rows = rows.filter(|row| row.cells.len() == 4 && is_criterion(&row.cells[0].text));
    let mut count = 0;
    for row in rows {
        count += 1;
        let [criterion, _, reason, check] = row.cells.as_slice() else {
            unreachable!()
        };
        let criterion = &criterion.text;
        let is_path = |code: &&String| code.contains('/');
        let names: Vec<_> = check.code.iter().filter(|code| !is_path(code)).collect();
        for name in &names {
            let found = tests.iter().filter(|test| test.name == **name).count();
            assert_eq!(found, 1, "{criterion}: tests called {name}");
        }
        let by_person = check.text.contains("person: ");
        let nothing_to_test = check.text == "–" && !reason.text.is_empty();
        assert!(
            !names.is_empty() || by_person || nothing_to_test,
            "{criterion}: {}",
            check.text
        );
    }
    assert_eq!(count, ROWS, "criteria");
}
