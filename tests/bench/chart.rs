//! Draws tables of measurements as one SVG picture of bar charts, with a group of bars for each row
//! of a table. A browser shows the SVG without a script, in light and dark colours.

use crate::table::Table;

const WIDTH: usize = 860;
const NAMES: usize = 250;
const BARS: f64 = 480.0;
const BAR: usize = 13;
const LINE: usize = 18;
const COLOURS: [&str; 4] = ["#005eb8", "#00703c", "#d4351c", "#7c2855"];
const STYLE: &str = "text{font:12px arial,sans-serif;fill:#212b32}.title{font-size:15px;font-weight:700}.page{fill:#fff}@media(prefers-color-scheme:dark){text{fill:#fff}.page{fill:#212b32}}";

/// Draws the tables whose field `drawn` is true, one below the other. Below them stands a sentence
/// about the machine of the measurement.
pub fn chart(tables: &[Table], machine: &str) -> String {
    let mut parts = Vec::new();
    let mut top = 24;
    for table in tables.iter().filter(|table| table.drawn) {
        draw(table, &mut top, &mut parts);
    }
    parts.push(text(12, top, "", machine));
    let height = top + LINE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n\
         <title>What a visitor waits for</title>\n<style>{STYLE}</style>\n\
         <rect class=\"page\" width=\"{WIDTH}\" height=\"{height}\"/>\n{}\n</svg>\n",
        parts.join("\n")
    )
}

fn draw(table: &Table, top: &mut usize, parts: &mut Vec<String>) {
    let title = format!("{}, {}", table.title, unit(table));
    parts.push(text(12, *top, " class=\"title\"", &title));
    *top += LINE;
    // If the first column of a table is in KB, the other columns have other units. The chart then
    // shows only the first column.
    let pages = if table.columns.first().is_some_and(|name| name == "KB") {
        1
    } else {
        table.columns.len()
    };
    if pages > 1 {
        legend(table, top, parts);
    }
    let figures = table
        .rows
        .iter()
        .flat_map(|row| row.figures.iter().take(pages));
    let longest = figures.flatten().copied().fold(1.0, f64::max);
    for row in &table.rows {
        parts.push(text(12, *top + 2, "", &row.name));
        let bars = row.figures.iter().take(pages).zip(COLOURS.iter().cycle());
        for (figure, colour) in bars {
            let long = figure.unwrap_or_default() / longest * BARS;
            parts.push(format!(
                "<rect x=\"{NAMES}\" y=\"{}\" width=\"{long:.1}\" height=\"{}\" fill=\"{colour}\"/>",
                *top - 8,
                BAR - 2
            ));
            let end = format!("<text x=\"{:.0}\" y=\"{}\">", 256.0 + long, *top + 2);
            parts.push(format!("{end}{}</text>", table.cell(*figure)));
            *top += BAR;
        }
        *top += 6;
    }
    *top += LINE;
}

fn unit(table: &Table) -> &str {
    match table.columns.first() {
        Some(name) if name == "KB" => name,
        _ => table.unit,
    }
}

fn legend(table: &Table, top: &mut usize, parts: &mut Vec<String>) {
    let mut left = NAMES;
    for (name, colour) in table.columns.iter().zip(COLOURS.iter().cycle()) {
        parts.push(format!(
            "<rect x=\"{left}\" y=\"{}\" width=\"11\" height=\"11\" fill=\"{colour}\"/>",
            *top - 9
        ));
        parts.push(text(left + 15, *top, "", name));
        left += 30 + name.chars().count() * 8;
    }
    *top += LINE;
}

fn text(left: usize, top: usize, class: &str, content: &str) -> String {
    let content = content.replace('&', "&amp;").replace('<', "&lt;");
    format!("<text x=\"{left}\" y=\"{top}\"{class}>{content}</text>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_fills_the_width_and_a_missing_figure_is_a_dash() {
        let mut table = Table::new("Loads", "ms", &["one", "<other>"]);
        table.add("slow & far", vec![Some(200.0), None]);
        table.add("fast", vec![Some(100.0), Some(50.0)]);
        table.drawn = true;
        let chart = chart(&[table], "a machine");
        assert!(chart.contains("width=\"480.0\""), "{chart}");
        assert!(chart.contains("width=\"240.0\""), "{chart}");
        assert!(chart.contains(">-</text>"), "{chart}");
        assert!(chart.contains("slow &amp; far"), "{chart}");
        assert!(chart.contains("&lt;other>"), "{chart}");
    }
}
