//! Which known name somebody probably meant.

/// The names most like `text`, the most alike first, at most `count`; none that has little in common with it.
#[must_use]
pub fn closest<'a>(text: &str, names: impl IntoIterator<Item = &'a str>, count: usize) -> Vec<String> {
    let text: Vec<char> = text.to_lowercase().chars().collect();
    let mut ranked: Vec<(usize, &str)> = names
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(|name| {
            let other: Vec<char> = name.to_lowercase().chars().collect();
            let far = distance(&text, &other);
            (far, name)
        })
        .filter(|(far, name)| far * 3 <= 2 * text.len().max(name.chars().count()))
        .collect();
    ranked.sort_by_key(|(far, _)| *far);
    ranked.into_iter().take(count).map(|(_, name)| name.to_owned()).collect()
}

/// How many letters must be put in, taken out or changed to turn one into the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = before + usize::from(x != y);
            before = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_finds_the_one_that_was_meant() {
        assert_eq!(closest("star", ["reference", "start", "stop"], 1), ["start"]);
        assert_eq!(closest("xyz", ["reference", "unit"], 3), Vec::<String>::new());
    }
}
