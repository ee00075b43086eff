//! Makes a table of measurements, as text for a terminal and as JSON.

use comfy_table::{CellAlignment, presets::NOTHING};
use serde_json::{Value, json};

/// A table of numbers that have the same unit.
pub struct Table {
    /// The title of the table. It says what was measured.
    pub title: String,
    /// The unit of the numbers.
    pub unit: &'static str,
    /// The sentences below the table.
    pub notes: Vec<String>,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// The number of digits after the decimal point.
    pub decimals: usize,
    /// True if the chart shows the table.
    pub drawn: bool,
}

/// A row of the table: its name, and a number or `None` for each column.
pub struct Row {
    pub name: String,
    pub figures: Vec<Option<f64>>,
}

impl Table {
    /// Makes a table that has no rows yet.
    pub fn new(title: &str, unit: &'static str, columns: &[&str]) -> Self {
        Self {
            title: title.to_owned(),
            unit,
            notes: Vec::new(),
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
            decimals: 0,
            drawn: false,
        }
    }

    pub fn add(&mut self, name: &str, figures: Vec<Option<f64>>) {
        self.rows.push(Row {
            name: name.to_owned(),
            figures,
        });
    }

    /// Returns the table as text for a terminal.
    pub fn text(&self) -> String {
        let mut table = comfy_table::Table::new();
        table.load_preset(NOTHING);
        let head = [self.unit.to_owned()];
        table.set_header(head.iter().chain(&self.columns));
        for row in &self.rows {
            let figures = row.figures.iter().map(|figure| self.cell(*figure));
            table.add_row([row.name.clone()].into_iter().chain(figures));
        }
        for (index, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, 2));
            if index > 0 {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let mut lines = vec![self.title.clone(), table.trim_fmt()];
        lines.extend(self.notes.iter().cloned());
        lines.join("\n")
    }

    /// Returns the text of one number in the table.
    pub fn cell(&self, figure: Option<f64>) -> String {
        let decimals = self.decimals;
        figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.decimals$}"))
    }

    /// Returns the table as JSON for other programs. A missing number is null.
    pub fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            let figures = row.figures.iter();
            let figures: Vec<Value> = figures.map(|figure| self.rounded(*figure)).collect();
            json!({"name": row.name, "figures": figures})
        });
        json!({
            "title": self.title,
            "unit": self.unit,
            "notes": self.notes,
            "columns": self.columns,
            "rows": rows.collect::<Vec<_>>(),
        })
    }

    fn rounded(&self, figure: Option<f64>) -> Value {
        let read = figure.and_then(|_| serde_json::from_str(&self.cell(figure)).ok());
        read.unwrap_or(Value::Null)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_figure_is_null_and_each_figure_is_rounded() {
        let mut table = Table::new("Loads", "ms", &["one", "another"]);
        table.add("fast", vec![Some(1.6), None]);
        table.add("slow, slower", vec![Some(1234.0), Some(5.0)]);
        let text = table.text();
        assert!(text.starts_with("Loads\n"), "{text}");
        let cells = text
            .lines()
            .nth(2)
            .map(|line| line.split_whitespace().collect::<Vec<_>>());
        assert_eq!(cells, Some(vec!["fast", "2", "-"]), "{text}");
        assert_eq!(table.json()["rows"][0]["figures"], json!([2, null]));
    }
}
