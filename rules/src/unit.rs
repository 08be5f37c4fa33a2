//! Units: the boxes of the organisation, as a tree.

use std::collections::{HashMap, HashSet};

/// A unit and the one above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Code, unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of the unit above; none at the top.
    pub parent: Option<String>,
}

/// The organisation tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    units: Vec<Unit>,
    place: HashMap<String, usize>,
}

/// Why units do not make a tree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TreeError {
    /// A unit lies, by way of others, under itself.
    #[error("units in a circle: {}", codes.join(" > "))]
    Circle {
        /// The units of the circle, each under the next.
        codes: Vec<String>,
    },
    /// The unit above does not exist.
    #[error("unit {code} lies under {parent}, which does not exist")]
    NoParent {
        /// Unit.
        code: String,
        /// The unit above, as stated.
        parent: String,
    },
    /// Two units with one code.
    #[error("two units have the code {code}")]
    TwoWithOneCode {
        /// Code.
        code: String,
    },
}

impl Tree {
    /// Builds the tree.
    ///
    /// # Errors
    /// [`TreeError`] when a parent does not exist, a code is used twice or units lie in a circle.
    pub fn new(units: Vec<Unit>) -> Result<Self, TreeError> {
        let mut place = HashMap::with_capacity(units.len());
        for (index, unit) in units.iter().enumerate() {
            if place.insert(unit.code.clone(), index).is_some() {
                return Err(TreeError::TwoWithOneCode { code: unit.code.clone() });
            }
        }
        let tree = Self { units, place };
        for unit in &tree.units {
            if let Some(parent) = unit.parent.as_ref().filter(|parent| !tree.place.contains_key(*parent)) {
                return Err(TreeError::NoParent {
                    code: unit.code.clone(),
                    parent: parent.clone(),
                });
            }
        }
        match tree.circle() {
            Some(codes) => Err(TreeError::Circle { codes }),
            None => Ok(tree),
        }
    }

    /// A circle, if there is one.
    fn circle(&self) -> Option<Vec<String>> {
        let mut sound: HashSet<&str> = HashSet::new();
        for start in &self.units {
            let mut path: Vec<&str> = Vec::new();
            let mut code = Some(start.code.as_str());
            while let Some(current) = code.filter(|current| !sound.contains(current)) {
                if let Some(first) = path.iter().position(|passed| *passed == current) {
                    return Some(path[first..].iter().map(ToString::to_string).collect());
                }
                path.push(current);
                code = self.unit(current).and_then(|unit| unit.parent.as_deref());
            }
            sound.extend(path);
        }
        None
    }

    /// The unit with this code.
    #[must_use]
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.place.get(code).map(|place| &self.units[*place])
    }

    /// All units, in the order they were given.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Whether `code` is `top` or lies under it.
    #[must_use]
    pub fn is_within(&self, code: &str, top: &str) -> bool {
        let mut current = self.unit(code);
        while let Some(unit) = current {
            if unit.code == top {
                return true;
            }
            current = unit.parent.as_deref().and_then(|parent| self.unit(parent));
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(code: &str, parent: Option<&str>) -> Unit {
        Unit {
            code: code.into(),
            name: code.into(),
            parent: parent.map(Into::into),
        }
    }

    #[test]
    fn a_team_is_within_every_unit_above_it_and_no_other() {
        let tree = Tree::new(vec![
            unit("A", None),
            unit("A1", Some("A")),
            unit("A11", Some("A1")),
            unit("B", None),
        ])
        .expect("tree");
        assert!(tree.is_within("A11", "A") && tree.is_within("A11", "A11"));
        assert!(!tree.is_within("A", "A11") && !tree.is_within("A11", "B") && !tree.is_within("X", "A"));
    }

    #[test]
    fn units_in_a_circle_are_named() {
        let circle = Tree::new(vec![
            unit("A", Some("C")),
            unit("B", Some("A")),
            unit("C", Some("B")),
            unit("D", Some("A")),
        ]);
        assert_eq!(
            circle,
            Err(TreeError::Circle {
                codes: vec!["A".into(), "C".into(), "B".into()]
            })
        );
    }

    #[test]
    fn an_unknown_parent_and_a_code_used_twice_are_refused() {
        let error = Tree::new(vec![unit("A", Some("X"))]);
        assert_eq!(
            error,
            Err(TreeError::NoParent {
                code: "A".into(),
                parent: "X".into()
            })
        );
        assert_eq!(
            Tree::new(vec![unit("A", None), unit("A", None)]),
            Err(TreeError::TwoWithOneCode { code: "A".into() })
        );
    }
}
