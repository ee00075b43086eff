//! Writes pictures of screens into a folder, with an HTML page that shows them side by side.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<title>Every kind of screen</title>
<style>
body { margin: 2em; font: 1em/1.4 arial, sans-serif; }
section { margin: 0 0 3em; }
.row { display: flex; gap: 1em; align-items: flex-start; overflow-x: auto; }
figure { margin: 0; flex: none; }
img { border: 1px solid #768692; }
</style>
<h1>Every kind of screen</h1>
";

/// The HTML page with all pictures, and the folder that contains it.
pub struct Sheet {
    folder: PathBuf,
    html: String,
    count: usize,
}

impl Sheet {
    /// Empties the folder for the pictures, and begins a new HTML page.
    pub fn new(folder: PathBuf) -> Self {
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        Self {
            folder,
            html: HEAD.to_owned(),
            count: 0,
        }
    }

    /// Adds a screen to the HTML page: its name and its PNG pictures, each with its width in
    /// pixels.
    pub fn add(&mut self, name: &str, pictures: &[(u32, Vec<u8>)]) {
        self.count += 1;
        let html = &mut self.html;
        write!(
            html,
            "<section><h2>{}. {name}</h2><div class=\"row\">",
            self.count
        )
        .unwrap();
        for (width, picture) in pictures {
            let file = format!("{:03}-{width}.png", self.count);
            fs::write(self.folder.join(&file), picture).unwrap();
            write!(
                html,
                "<figure><figcaption>{width} px</figcaption><img src=\"{file}\" alt=\"{name}, {width} pixels wide\" loading=\"lazy\"></figure>"
            )
            .unwrap();
        }
        html.push_str("</div></section>\n");
    }

    /// Writes the HTML page, and returns its path.
    pub fn write(&self) -> PathBuf {
        let path = self.folder.join(Path::new("index.html"));
        fs::write(&path, &self.html).unwrap();
        path
    }
}
