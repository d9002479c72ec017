//! Tables of text.

/// Prints `rows`, the first of which is the head, as a Markdown table with aligned columns.
///
/// The first `labels` columns are set to the left, the others, numbers, to the right.
pub fn print(labels: usize, rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max())
        .map(Option::unwrap_or_default)
        .collect();
    for (at, row) in rows.iter().enumerate() {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
            if column < labels { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        println!("| {} |", cells.collect::<Vec<_>>().join(" | "));
        if at == 0 {
            let rules = widths.iter().enumerate().map(|(column, &width)| {
                let rule = "-".repeat(width);
                if column < labels { format!(" {rule} ") } else { format!(" {rule}:") }
            });
            println!("|{}|", rules.collect::<Vec<_>>().join("|"));
        }
    }
}
