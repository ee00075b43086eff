//! Decision diagrams, which represent functions of yes/no variables. Two functions are equal
//! exactly when their diagrams are equal. Only this module uses the library for decision diagrams.

use crate::budget::{Budget, MOST_IN_ONE, TooLarge};
use biodivine_lib_bdd::{Bdd, BddPointer, BddVariable, BddVariableSet, op_function};
use num_bigint::BigUint;
use std::{collections::BTreeMap, rc::Rc};

/// The yes/no variables of the diagrams, numbered from 0. Diagrams are smallest if related
/// variables have neighbouring numbers.
#[derive(Clone, Debug)]
pub(crate) struct Space {
    variables: Vec<BddVariable>,
    set: BddVariableSet,
    shared: Rc<Shared>,
}

/// The data that all diagrams with the same variables share.
#[derive(Debug)]
struct Shared {
    budget: Budget,
    /// The diagram that is never true. An operation returns it if the budget is used up.
    never: Bdd,
}

/// A function of yes/no variables. The diagram stands for the set of all values for which the
/// function is true.
#[derive(Debug)]
pub(crate) struct Diagram {
    bdd: Bdd,
    shared: Rc<Shared>,
}

impl Clone for Diagram {
    fn clone(&self) -> Self {
        Self::new(self.bdd.clone(), &self.shared)
    }
}

impl Drop for Diagram {
    fn drop(&mut self) {
        self.shared.budget.release(self.bdd.size());
    }
}

impl PartialEq for Diagram {
    fn eq(&self, other: &Self) -> bool {
        self.bdd == other.bdd
    }
}

/// A function of two truth values, of which each can be unknown. It returns `None` if the result
/// depends on an unknown value.
type Operation = fn(Option<bool>, Option<bool>) -> Option<bool>;

impl Space {
    /// Makes a space with this number of variables. The size limits of `check` keep the number
    /// within the limit of the library.
    pub(crate) fn new(count: usize) -> Self {
        let set = BddVariableSet::new_anonymous(u16::try_from(count).unwrap_or(u16::MAX));
        let shared = Shared {
            budget: Budget::default(),
            never: set.mk_false(),
        };
        Self {
            variables: set.variables(),
            set,
            shared: Rc::new(shared),
        }
    }

    pub(crate) fn always(&self) -> Diagram {
        self.diagram(self.set.mk_true())
    }

    pub(crate) fn never(&self) -> Diagram {
        self.diagram(self.set.mk_false())
    }

    fn diagram(&self, bdd: Bdd) -> Diagram {
        Diagram::new(bdd, &self.shared)
    }

    /// Removes the limit on the work of all diagrams together. The limit on a single operation
    /// stays.
    pub(crate) fn extend_budget(&self) {
        self.shared.budget.extend();
    }

    /// Returns the value, or an error if the budget of this space is used up.
    pub(crate) fn check<T>(&self, value: T) -> Result<T, TooLarge> {
        self.shared.budget.check(value)
    }

    /// Returns the diagram that is true when the variable with this number is true. If there is no
    /// such variable, the diagram is never true.
    pub(crate) fn variable(&self, number: usize) -> Diagram {
        let variable = self.variables.get(number);
        variable.map_or_else(
            || self.never(),
            |known| self.diagram(self.set.mk_var(*known)),
        )
    }

    /// Returns the diagram that is true when every diagram in the list is true.
    pub(crate) fn all(&self, parts: impl IntoIterator<Item = Diagram>) -> Diagram {
        let parts: Vec<Diagram> = parts.into_iter().collect();
        combine(&parts, &Diagram::and).unwrap_or_else(|| self.always())
    }

    /// Returns the diagram that is true when at least one diagram in the list is true.
    pub(crate) fn any(&self, parts: impl IntoIterator<Item = Diagram>) -> Diagram {
        let parts: Vec<Diagram> = parts.into_iter().collect();
        combine(&parts, &Diagram::or).unwrap_or_else(|| self.never())
    }

    /// Returns the diagram for the case that the variables in `numbers` are false.
    pub(crate) fn without(&self, diagram: &Diagram, numbers: &[usize]) -> Diagram {
        let variables = numbers
            .iter()
            .filter_map(|number| self.variables.get(*number));
        let falsities: Vec<_> = variables.map(|variable| (*variable, false)).collect();
        diagram.apply_to_one(|bdd| bdd.restrict(&falsities))
    }
}

/// Joins the first half of a list and the second half of it, and then joins these two results. The
/// diagrams stay small this way, because neighbours in the list use similar variables.
fn combine(parts: &[Diagram], join: &dyn Fn(&Diagram, &Diagram) -> Diagram) -> Option<Diagram> {
    match parts {
        [] => None,
        [alone] => Some(alone.clone()),
        parts => {
            let (first, rest) = parts.split_at_checked(parts.len() / 2)?;
            Some(join(&combine(first, join)?, &combine(rest, join)?))
        }
    }
}

impl Diagram {
    fn new(bdd: Bdd, shared: &Rc<Shared>) -> Self {
        shared.budget.hold(bdd.size());
        let shared = shared.clone();
        Self { bdd, shared }
    }

    pub(crate) fn and(&self, other: &Self) -> Self {
        self.apply(other, op_function::and)
    }

    pub(crate) fn or(&self, other: &Self) -> Self {
        self.apply(other, op_function::or)
    }

    pub(crate) fn not(&self) -> Self {
        self.apply_to_one(Bdd::not)
    }

    pub(crate) fn but_not(&self, other: &Self) -> Self {
        self.apply(other, op_function::and_not)
    }

    pub(crate) fn implies(&self, other: &Self) -> Self {
        self.apply(other, op_function::imp)
    }

    pub(crate) fn same(&self, other: &Self) -> Self {
        self.apply(other, op_function::iff)
    }

    pub(crate) fn differs(&self, other: &Self) -> Self {
        self.apply(other, op_function::xor)
    }

    /// Applies an operation to two diagrams. If the budget is used up, returns the diagram that is
    /// never true.
    fn apply(&self, other: &Self, operation: Operation) -> Self {
        let (left, right) = (&self.bdd, &other.bdd);
        let pairs = left.size().saturating_mul(right.size());
        let is_small = pairs <= MOST_IN_ONE
            || Bdd::check_binary_op(MOST_IN_ONE, left, right, operation).is_some();
        if !is_small {
            self.shared.budget.end();
        }
        self.spend(left.size() + right.size(), || {
            Bdd::binary_op(left, right, operation)
        })
    }

    /// Applies an operation to this diagram. If the budget is used up, returns the diagram that is
    /// never true.
    fn apply_to_one(&self, change: impl FnOnce(&Bdd) -> Bdd) -> Self {
        self.spend(self.bdd.size(), || change(&self.bdd))
    }

    fn spend(&self, nodes: usize, draw: impl FnOnce() -> Bdd) -> Self {
        let budget = &self.shared.budget;
        budget.spend(nodes);
        let bdd = if budget.is_spent() {
            self.shared.never.clone()
        } else {
            draw()
        };
        budget.spend(bdd.size());
        Self::new(bdd, &self.shared)
    }

    pub(crate) fn is_never(&self) -> bool {
        self.bdd.is_false()
    }

    /// Counts how many combinations of values for all variables make the diagram true.
    pub(crate) fn count(&self) -> BigUint {
        // The count needs one number for each node. This number has one binary digit for each
        // variable.
        let bits = self.bdd.size() * usize::from(self.bdd.num_vars());
        if bits > MOST_BITS {
            self.shared.budget.end();
            return BigUint::ZERO;
        }
        self.bdd.exact_cardinality()
    }

    /// Returns whether the diagram is true for these values of its variables.
    pub(crate) fn holds(&self, values: &[bool]) -> bool {
        let mut node = self.bdd.root_pointer();
        while !node.is_terminal() {
            let number = self.bdd.var_of(node).to_index();
            node = if values.get(number).copied().unwrap_or_default() {
                self.bdd.high_link_of(node)
            } else {
                self.bdd.low_link_of(node)
            };
        }
        node.is_one()
    }

    /// Finds the cheapest combination of values that makes the diagram true, and returns the
    /// variables that are true in it. Each true variable costs its price, and the first true
    /// variable of each group costs [`GROUP_COST`] more. Returns `None` if the diagram is never
    /// true.
    pub(crate) fn cheapest(&self, prices: &[Price]) -> Option<Vec<usize>> {
        let mut search = CheapestPath {
            diagram: &self.bdd,
            prices,
            known: BTreeMap::new(),
        };
        let (mut node, mut paid_group) = (self.bdd.root_pointer(), None);
        search.cost(node, paid_group)?;
        let mut true_variables = Vec::new();
        while !node.is_terminal() {
            let group = search.group(node, paid_group);
            let (yes, no) = (search.yes(node, group), search.no(node, group));
            let picks = no.is_none_or(|no| yes.is_some_and(|yes| yes <= no));
            node = if picks {
                true_variables.push(self.bdd.var_of(node).to_index());
                paid_group = group.map(|(group, _)| group);
                self.bdd.high_link_of(node)
            } else {
                paid_group = still_paid(group);
                self.bdd.low_link_of(node)
            };
        }
        Some(true_variables)
    }
}

/// The maximum number of binary digits that all numbers of one count have together: 16 MB.
const MOST_BITS: usize = 128 * 1024 * 1024;

/// What a true variable costs, and the group to which it belongs. Higher variables never have lower
/// group numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Price {
    pub(crate) group: usize,
    pub(crate) cost: u32,
}

/// In the search for the cheapest values, the extra cost of the first true variable in each group.
const GROUP_COST: u32 = 1_000_000;

/// The group of a node's variable, and whether an earlier variable of the group is true. `None` if
/// the variable has no price.
type VariableGroup = Option<(usize, bool)>;

/// The search for the cheapest path through a diagram. A path leads from a node to the end of the
/// diagram that means true.
struct CheapestPath<'a> {
    diagram: &'a Bdd,
    prices: &'a [Price],
    /// The least cost of a path from a node to the end that means true. The key is the node, and
    /// the group whose extra cost the path has already paid.
    known: BTreeMap<(usize, Option<usize>), Option<u32>>,
}

impl CheapestPath<'_> {
    fn group(&self, node: BddPointer, paid_group: Option<usize>) -> VariableGroup {
        let number = self.diagram.var_of(node).to_index();
        let group = self.prices.get(number)?.group;
        Some((group, paid_group == Some(group)))
    }

    fn cost(&mut self, node: BddPointer, paid_group: Option<usize>) -> Option<u32> {
        if node.is_terminal() {
            return node.is_one().then_some(0);
        }
        let group = self.group(node, paid_group);
        let key = (node.to_index(), still_paid(group));
        if let Some(cost) = self.known.get(&key) {
            return *cost;
        }
        let (yes, no) = (self.yes(node, group), self.no(node, group));
        let cost = yes.into_iter().chain(no).min();
        self.known.insert(key, cost);
        cost
    }

    fn yes(&mut self, node: BddPointer, group: VariableGroup) -> Option<u32> {
        let number = self.diagram.var_of(node).to_index();
        let price = self.prices.get(number).map_or(0, |price| price.cost);
        let first = group.is_some_and(|(_, is_paid)| !is_paid);
        let next = self.diagram.high_link_of(node);
        let rest = self.cost(next, group.map(|(group, _)| group))?;
        Some(rest + price + if first { GROUP_COST } else { 0 })
    }

    fn no(&mut self, node: BddPointer, group: VariableGroup) -> Option<u32> {
        self.cost(self.diagram.low_link_of(node), still_paid(group))
    }
}

/// Returns the group whose extra cost stays paid if the next variable is false.
fn still_paid(group: VariableGroup) -> Option<usize> {
    group.and_then(|(group, is_paid)| is_paid.then_some(group))
}
