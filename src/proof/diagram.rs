//! Yes/no variables → decision diagrams: functions over them that are equal exactly when they are
//! the same diagram. The only module that knows the library that draws them.

use crate::variables::Plan;
use biodivine_lib_bdd::{Bdd, BddPointer, BddVariable, BddVariableSet};
use num_bigint::BigUint;
use std::collections::BTreeMap;

/// Variables, numbered from 0. Those that belong together should lie together.
#[derive(Clone, Debug)]
pub(crate) struct Space {
    variables: Vec<BddVariable>,
    set: BddVariableSet,
}

/// A function over the variables of a space, as the set of all ways to make it true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Diagram(Bdd);

impl Space {
    /// The variables of a plan. No pathway that `check` lets through has more than there can be.
    pub(crate) fn of(plan: &Plan) -> Self {
        let variables = u16::try_from(plan.len()).unwrap_or(u16::MAX);
        let set = BddVariableSet::new_anonymous(variables);
        Self {
            variables: set.variables(),
            set,
        }
    }

    pub(crate) fn always(&self) -> Diagram {
        Diagram(self.set.mk_true())
    }

    pub(crate) fn never(&self) -> Diagram {
        Diagram(self.set.mk_false())
    }

    /// True when this variable is; never, if there is no such variable.
    pub(crate) fn variable(&self, number: usize) -> Diagram {
        Diagram(
            self.variables
                .get(number)
                .map_or_else(|| self.set.mk_false(), |known| self.set.mk_var(*known)),
        )
    }

    /// True when every part is.
    pub(crate) fn all(&self, parts: impl IntoIterator<Item = Diagram>) -> Diagram {
        let parts: Vec<Diagram> = parts.into_iter().collect();
        joined(&parts, &Diagram::and).unwrap_or_else(|| self.always())
    }

    /// True when at least one part is.
    pub(crate) fn any(&self, parts: impl IntoIterator<Item = Diagram>) -> Diagram {
        let parts: Vec<Diagram> = parts.into_iter().collect();
        joined(&parts, &Diagram::or).unwrap_or_else(|| self.never())
    }

    /// The same function with these variables false.
    pub(crate) fn without(&self, diagram: &Diagram, numbers: &[usize]) -> Diagram {
        let falsities: Vec<_> = numbers
            .iter()
            .filter_map(|number| Some((*self.variables.get(*number)?, false)))
            .collect();
        Diagram(diagram.0.restrict(&falsities))
    }
}

/// Joins each half before the two: diagrams of neighbours are small.
fn joined(parts: &[Diagram], join: &dyn Fn(&Diagram, &Diagram) -> Diagram) -> Option<Diagram> {
    match parts {
        [] => None,
        [alone] => Some(alone.clone()),
        parts => {
            let (first, rest) = parts.split_at_checked(parts.len() / 2)?;
            Some(join(&joined(first, join)?, &joined(rest, join)?))
        }
    }
}

impl Diagram {
    pub(crate) fn and(&self, other: &Self) -> Self {
        Self(self.0.and(&other.0))
    }

    pub(crate) fn or(&self, other: &Self) -> Self {
        Self(self.0.or(&other.0))
    }

    pub(crate) fn not(&self) -> Self {
        Self(self.0.not())
    }

    /// True when this is and the other is not.
    pub(crate) fn but_not(&self, other: &Self) -> Self {
        Self(self.0.and_not(&other.0))
    }

    /// True when this is not, or the other is.
    pub(crate) fn implies(&self, other: &Self) -> Self {
        Self(self.0.imp(&other.0))
    }

    /// True when both are, or neither is.
    pub(crate) fn same(&self, other: &Self) -> Self {
        Self(self.0.iff(&other.0))
    }

    pub(crate) fn is_never(&self) -> bool {
        self.0.is_false()
    }

    /// In how many ways the variables of the space make it true.
    pub(crate) fn count(&self) -> BigUint {
        self.0.exact_cardinality()
    }

    /// Whether these true variables, all others false, make it true.
    pub(crate) fn holds(&self, truths: &[bool]) -> bool {
        let mut node = self.0.root_pointer();
        while !node.is_terminal() {
            let number = self.0.var_of(node).to_index();
            node = if truths.get(number).copied().unwrap_or_default() {
                self.0.high_link_of(node)
            } else {
                self.0.low_link_of(node)
            };
        }
        node.is_one()
    }

    /// The true variables of the cheapest way to make it true; none, if there is no way. A true
    /// variable costs what its price says, and the first of its group [`GROUP`] more.
    pub(crate) fn cheapest(&self, prices: &[Price]) -> Option<Vec<usize>> {
        let mut search = CheapestPath {
            diagram: &self.0,
            prices,
            known: BTreeMap::new(),
        };
        let (mut node, mut open) = (self.0.root_pointer(), None);
        search.cost(node, open)?;
        let mut truths = Vec::new();
        while !node.is_terminal() {
            let number = self.0.var_of(node).to_index();
            let step = search.step(node, open);
            let (yes, no) = (search.yes(node, step), search.no(node, step));
            let picks = no.is_none_or(|no| yes.is_some_and(|yes| yes <= no));
            node = if picks {
                truths.push(number);
                open = step.map(|(group, _)| group);
                self.0.high_link_of(node)
            } else {
                open = step.and_then(|(group, begun)| begun.then_some(group));
                self.0.low_link_of(node)
            };
        }
        Some(truths)
    }
}

/// What a true variable costs. Groups ascend with the variables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Price {
    pub(crate) group: usize,
    pub(crate) cost: u32,
}

/// What the first true variable of a group costs more than another.
const GROUP: u32 = 1_000_000;

/// The least cost from a node on, by node and by the group that has been paid for.
struct CheapestPath<'a> {
    diagram: &'a Bdd,
    prices: &'a [Price],
    known: BTreeMap<(usize, Option<usize>), Option<u32>>,
}

impl CheapestPath<'_> {
    /// The group of the node's variable, and whether it has been paid for.
    fn step(&self, node: BddPointer, open: Option<usize>) -> Option<(usize, bool)> {
        let number = self.diagram.var_of(node).to_index();
        let group = self.prices.get(number)?.group;
        Some((group, open == Some(group)))
    }

    fn cost(&mut self, node: BddPointer, open: Option<usize>) -> Option<u32> {
        if node.is_terminal() {
            return node.is_one().then_some(0);
        }
        let step = self.step(node, open);
        let open = step.and_then(|(group, begun)| begun.then_some(group));
        let key = (node.to_index(), open);
        if let Some(cost) = self.known.get(&key) {
            return *cost;
        }
        let (yes, no) = (self.yes(node, step), self.no(node, step));
        let cost = match (yes, no) {
            (Some(yes), Some(no)) => Some(yes.min(no)),
            (yes, no) => yes.or(no),
        };
        self.known.insert(key, cost);
        cost
    }

    fn yes(&mut self, node: BddPointer, step: Option<(usize, bool)>) -> Option<u32> {
        let open = step.map(|(group, _)| group);
        let first = step.is_some_and(|(_, begun)| !begun);
        let number = self.diagram.var_of(node).to_index();
        let price = self.prices.get(number).map_or(0, |price| price.cost);
        let rest = self.cost(self.diagram.high_link_of(node), open)?;
        Some(rest + price + if first { GROUP } else { 0 })
    }

    fn no(&mut self, node: BddPointer, step: Option<(usize, bool)>) -> Option<u32> {
        let open = step.and_then(|(group, begun)| begun.then_some(group));
        self.cost(self.diagram.low_link_of(node), open)
    }
}
