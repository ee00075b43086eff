//! Turns figures into a table: for a terminal, and as JSON.

use serde_json::{Value, json};

/// Figures of one kind.
pub struct Table {
    /// What was measured.
    pub title: String,
    /// What the figures count.
    pub unit: &'static str,
    /// What a reader must know of them.
    pub notes: Vec<String>,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// How many signs stand after the point.
    pub decimals: usize,
    /// Whether it is drawn too.
    pub drawn: bool,
}

/// One line: a name, and a figure for each column, where there is one.
pub struct Row {
    pub name: String,
    pub figures: Vec<Option<f64>>,
}

impl Table {
    /// A table that has no lines yet.
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

    /// Adds a line.
    pub fn add(&mut self, name: &str, figures: Vec<Option<f64>>) {
        self.rows.push(Row {
            name: name.to_owned(),
            figures,
        });
    }

    /// As it stands on a terminal.
    pub fn text(&self) -> String {
        let cell = |figure: &Option<f64>| self.cell(*figure);
        let names = self.rows.iter().map(|row| row.name.chars().count());
        let first = names.chain([self.unit.len()]).max().unwrap_or_default();
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|at| {
                let cells = self.rows.iter().filter_map(|row| row.figures.get(at));
                let cells = cells.map(|figure| cell(figure).len());
                let name = self.columns.get(at).map(|name| name.chars().count());
                cells.chain(name).max().unwrap_or_default()
            })
            .collect();
        let line = |name: &str, cells: Vec<String>| {
            let cells = cells.iter().zip(&widths);
            let cells: String = cells
                .map(|(cell, width)| format!("  {cell:>width$}"))
                .collect();
            format!("{name:first$}{cells}")
        };
        let mut lines = vec![self.title.clone(), line(self.unit, self.columns.clone())];
        let rows = self.rows.iter();
        lines.extend(rows.map(|row| line(&row.name, row.figures.iter().map(cell).collect())));
        lines.extend(self.notes.iter().cloned());
        lines.join("\n")
    }

    /// A figure as it is read.
    pub fn cell(&self, figure: Option<f64>) -> String {
        let decimals = self.decimals;
        figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.decimals$}"))
    }

    /// As other programs read it: a figure that is not there is null.
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
    fn a_figure_that_is_missing_is_none_and_columns_stand_under_each_other() {
        let mut table = Table::new("Loads", "ms", &["one", "another"]);
        table.add("fast", vec![Some(1.6), None]);
        table.add("slow, slower", vec![Some(1234.0), Some(5.0)]);
        let text = table.text();
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(
            lines,
            [
                "ms             one  another",
                "fast             2        -",
                "slow, slower  1234        5"
            ]
        );
        assert_eq!(table.json()["rows"][0]["figures"], json!([2, null]));
    }
}
