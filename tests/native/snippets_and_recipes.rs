//! Tests that the demo page, the README, the settings for web servers in `www/server/` and the code
//! agree.

use crate::files::{folder, text};
use std::collections::BTreeMap;

const A: &str = r#"<a class="ppimhs-finder" href="https://HOST/finder/plain.html">Find help in pregnancy or after having a baby</a>"#;
const B: &str = r#"<ppimhs-finder><a href="https://HOST/finder/plain.html">Find help in pregnancy or after having a baby</a></ppimhs-finder>
<script type="module" src="https://HOST/finder/ppimhs-finder.js"></script>"#;
const C: &str = r#"<iframe src="https://HOST/finder/frame.html" title="Find help in pregnancy or after having a baby" loading="lazy" style="width:100%;min-height:640px;border:0" sandbox="allow-scripts allow-same-origin allow-popups allow-top-navigation-to-custom-protocols allow-top-navigation-by-user-activation allow-modals allow-downloads" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>"#;

fn page() -> String {
    text("www/demo/index.html")
}

/// Replaces the HTML escapes in a text by the characters that they stand for.
fn plain(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Returns each part of a text that stands between `start` and the next `end`.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start)
        .skip(1)
        .filter_map(move |rest| Some(rest.split_once(end)?.0))
}

/// Returns the rows of the demo page's table with this caption: the code in the first cell, and the
/// text of the second cell.
fn table(caption: &str) -> BTreeMap<String, String> {
    let page = page();
    let start = format!("<caption>{caption}</caption>");
    let body = between(&page, &start, "</table>").next().unwrap();
    between(body, "<th scope=\"row\">", "</tr>")
        .map(|row| {
            let (name, rest) = row.split_once("</th>").unwrap();
            let code = between(name, "<code>", "</code>").next().unwrap();
            (code.to_owned(), plain(rest))
        })
        .collect()
}

/// Returns the HTTP headers in the demo page's table "The other headers" that have a value.
fn headers_with_values() -> impl Iterator<Item = (String, String)> {
    let rows = table("The other headers").into_keys();
    rows.filter_map(|row| {
        let (name, value) = row.split_once(": ")?;
        Some((name.to_owned(), value.to_owned()))
    })
}

/// Returns the HTTP headers that the demo page demands for every file, without `Cache-Control`.
fn headers() -> Vec<(String, String)> {
    let found: Vec<_> = headers_with_values()
        .filter(|(name, _)| name != "Cache-Control")
        .collect();
    assert_eq!(found.len(), 3, "{found:?}");
    found
}

/// Returns two values of the header `Cache-Control` from the demo page: for every file, and for
/// files whose path contains a content hash.
fn cache_control() -> [String; 2] {
    let values: Vec<String> = headers_with_values()
        .filter(|(name, _)| name == "Cache-Control")
        .map(|(_, value)| value)
        .collect();
    values.try_into().unwrap()
}

/// The regular expression in the settings for web servers. It matches files whose path contains a
/// content hash.
const NAMED: &str = "/app/[0-9a-f]{10}/[^/]+$";

/// Returns the ending and the content type of each kind of file, and whether the type has a
/// charset.
fn types() -> Vec<(String, String, bool)> {
    let rows = table("The types of the files").into_iter();
    rows.map(|(ending, cell)| {
        let content_type = between(&cell, "<code>", "</code>")
            .next()
            .unwrap()
            .to_owned();
        let kind = content_type.split(';').next().unwrap().to_owned();
        (ending, kind, content_type.ends_with("; charset=utf-8"))
    })
    .collect()
}

#[test]
fn the_page_and_the_readme_hold_the_same_three_snippets() {
    let (page, readme) = (page(), text("README.md"));
    for (id, snippet) in [("a", A), ("b", B), ("c", C)] {
        let start = format!("<code id=\"snippet-{id}\">");
        let shown = between(&page, &start, "</code>").next().unwrap();
        assert_eq!(plain(shown), snippet);
        assert!(
            readme.contains(&format!("```html\n{snippet}\n```")),
            "{snippet}"
        );
    }
}

#[test]
fn every_snippet_can_be_copied() {
    let page = page();
    let snippets: Vec<&str> = between(&page, "<code id=\"", "\"").collect();
    let copied: Vec<&str> = between(&page, "data-copies=\"", "\"").collect();
    assert_eq!(snippets, copied);
}

#[test]
fn the_page_previews_every_setting_but_the_files() {
    let page = page();
    let form = between(&page, "<fieldset id=\"try-form\">", "</fieldset>")
        .next()
        .unwrap();
    let mut tried: Vec<&str> = between(form, " name=\"", "\"").collect();
    tried.extend(["pathway", "trust"]);
    tried.sort_unstable();
    let told: Vec<String> = table("Attributes").into_keys().collect();
    assert_eq!(tried, told);
}

/// The words that the scripts write to the console, beside those of `likely-cause.js`.
const OTHER_WORDS: [(&str, &str); 4] = [
    ("www/element/lifecycle.js", "is app/ beside this script?"),
    ("www/element/check-host-functions.js", "page"),
    ("www/frame/mount-frame.js", "frame"),
    ("www/element/load-edition.js", "pathway"),
];

#[test]
fn both_pages_have_a_remedy_for_each_cause_in_the_console() {
    let script = text("www/element/likely-cause.js");
    let causes = between(&script, "const CAUSES = {\n", "\n};")
        .next()
        .unwrap();
    let causes = causes.lines().filter_map(|line| line.split_once(": "));
    let mut words: Vec<String> = causes
        .map(|(name, _)| format!("{}:", name.trim().trim_matches('"')))
        .collect();
    assert_eq!(words.len(), 7, "{words:?}");
    for (path, word) in OTHER_WORDS {
        assert!(text(path).contains(word), "{path}: {word}");
        let end = if word.ends_with('?') { "" } else { ":" };
        words.push(format!("{word}{end}"));
    }
    let (guide, page) = (text("docs/web-editor.md"), page());
    for word in words {
        assert!(guide.contains(&format!("`{word}`")), "{word}");
        assert!(page.contains(&format!("<code>{word}</code>")), "{word}");
    }
}

/// Returns the code that reads the element's attributes and sends its events.
fn code() -> String {
    let mut code = text("src/settings.rs");
    for path in folder("www/element").into_iter().chain(folder("www/frame")) {
        if path.ends_with(".js") {
            code.push_str(&text(&path));
        }
    }
    code
}

#[test]
fn every_setting_and_event_that_the_page_names_exists() {
    let code = code();
    for name in table("Attributes").into_keys() {
        assert!(
            code.contains(&format!("\"{name}\"")),
            "nothing reads {name}"
        );
    }
    for name in table("Events").into_keys() {
        let short = name.trim_start_matches("ppimhs-finder-");
        assert!(
            code.contains(&format!("\"{short}\"")),
            "nothing tells {name}"
        );
    }
}

/// The hazard log lists this test under HAZ-009.
#[test]
fn the_recipe_for_nginx_sends_what_the_page_says() {
    let recipe = text("www/server/nginx.txt");
    for (ending, kind, charset) in types() {
        let line = recipe.lines().find(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.len() == 2 && words[1] == format!("{};", ending.trim_start_matches('.'))
        });
        let line = line.unwrap_or_else(|| panic!("{ending} has no type"));
        assert_eq!(line.split_whitespace().next(), Some(kind.as_str()));
        let lists = between(&recipe, "charset_types ", ";").next().unwrap();
        // nginx adds the charset to text/html without a setting.
        let sent = kind == "text/html" || lists.split(' ').any(|listed| listed == kind);
        assert_eq!(sent, charset, "{ending}");
    }
    for (name, value) in headers() {
        let line = format!("    add_header {name} \"{value}\" always;\n");
        assert!(recipe.contains(&line), "{line}");
    }
    // A browser must not cache the answer that a file is missing, because the next build may add
    // the file.
    let [each, named] = cache_control();
    let rule = format!(
        "    set $kept \"{each}\";
    if ($uri ~ \"{NAMED}\") {{ set $kept \"{named}\"; }}
    if (!-f $request_filename) {{ set $kept \"{each}\"; }}

    add_header Cache-Control $kept always;\n"
    );
    assert!(recipe.contains(&rule), "{rule}");
    assert_eq!(recipe.matches(&named).count(), 1);
    assert!(recipe.contains("\n    gzip_static on;\n"));
}

/// The hazard log lists this test under HAZ-009.
#[test]
fn the_recipe_for_apache_sends_what_the_page_says() {
    let recipe = text("www/server/htaccess.txt");
    for (ending, kind, charset) in types() {
        assert!(
            recipe.contains(&format!("AddType {kind} {ending}\n")),
            "{ending}"
        );
        let lists = between(&recipe, "AddCharset utf-8 ", "\n").next().unwrap();
        let sent = lists.split(' ').any(|listed| listed == ending);
        assert_eq!(sent, charset, "{ending}");
    }
    for (name, value) in headers() {
        let line = format!("Header always set {name} \"{value}\"\n");
        assert!(recipe.contains(&line), "{line}");
    }
    assert!(recipe.contains("Header always unset X-Frame-Options\n"));
    let [each, named] = cache_control();
    let line = format!("\n    Header always set Cache-Control \"{each}\"\n");
    assert!(recipe.contains(&line), "{line}");
    let rule = format!(
        "    <If \"%{{REQUEST_URI}} =~ m#{NAMED}# && -f %{{REQUEST_FILENAME}}\">
        Header always set Cache-Control \"{named}\"
    </If>\n"
    );
    assert!(recipe.contains(&rule), "{rule}");
    assert_eq!(recipe.matches(&named).count(), 1);
}

/// The hazard log lists this test under HAZ-009.
#[test]
fn the_recipe_for_iis_sends_what_the_page_says() {
    let recipe = text("www/server/web.config.txt");
    for (ending, kind, charset) in types() {
        let kind = if charset {
            format!("{kind}; charset=utf-8")
        } else {
            kind
        };
        // IIS fails if a content type appears twice, so the settings remove each type before they
        // add it.
        let line = format!(
            "<remove fileExtension=\"{ending}\" />\n      <mimeMap fileExtension=\"{ending}\" mimeType=\"{kind}\" />"
        );
        assert!(recipe.contains(&line), "{line}");
    }
    for (name, value) in headers() {
        let line = format!("<add name=\"{name}\" value=\"{value}\" />");
        assert!(recipe.contains(&line), "{line}");
    }
    assert!(recipe.contains("<remove name=\"X-Frame-Options\" />"));
    // The attribute `cacheControlMode` makes IIS send the header `Cache-Control: no-cache`. If the
    // settings also listed this header, IIS would send it twice.
    let [each, named] = cache_control();
    assert_eq!(each, "no-cache");
    let (elsewhere, app) = recipe.split_once("<location path=\"app\">").unwrap();
    assert!(elsewhere.contains("<clientCache cacheControlMode=\"DisableCache\" />"));
    let (app, _) = app.split_once("</location>").unwrap();
    assert_eq!(named, "public, max-age=31536000, immutable");
    assert_eq!(31_536_000, 365 * 24 * 60 * 60);
    let line = "<clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"365.00:00:00\" cacheControlCustom=\"public, immutable\" />";
    assert!(app.contains(line), "{app}");
    assert_eq!(recipe.matches("immutable").count(), 1);
}

#[test]
fn every_kind_of_file_that_ships_has_a_type() {
    let mut endings: Vec<String> = types().into_iter().map(|(ending, ..)| ending).collect();
    endings.extend([".scss".to_owned()]);
    let mut folders = vec!["www".to_owned()];
    while let Some(path) = folders.pop() {
        for path in folder(&path) {
            if crate::files::top().join(&path).is_dir() {
                folders.push(path);
            } else {
                assert!(
                    endings.iter().any(|ending| path.ends_with(ending)),
                    "{path}"
                );
            }
        }
    }
}

#[test]
fn the_demo_page_holds_no_script_and_no_style_of_its_own() {
    let page = page();
    for tag in between(&page, "<script", "</script>") {
        assert!(tag.contains(" src=\"") && tag.ends_with('>'), "{tag}");
    }
    let mut tags = between(&page, "<", ">");
    assert!(!page.contains("<style"));
    assert!(!tags.any(|tag| tag.contains(" style=") || tag.contains(" on")));
}
