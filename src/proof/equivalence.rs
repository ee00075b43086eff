//! Two pathways → a journey on which they part. Without one they are equivalent: the same questions
//! with the same options, the same outcomes in the same order, the same rules, the same blocks.

use crate::{
    diagram::{Diagram, Space},
    model::Model,
    variables::Plan,
};
use pathway::{answers::Answers, check::CheckedPathway};

/// The shortest journey that only one of them has, or that leads elsewhere in the other, as answers
/// to `one`; none, if the two are equivalent.
///
/// Questions, options, rules, outcomes, blocks and lines are the same when their ids are. What is
/// written on a screen beside them, such as hints, is not compared.
#[must_use]
pub fn counterexample(one: &CheckedPathway, other: &CheckedPathway) -> Option<Answers> {
    let plan = Plan::of(&[one.document(), other.document()]);
    let space = Space::of(&plan);
    let one = Model::new(&space, &plan, one.document());
    let other = Model::new(&space, &plan, other.document());
    // Whoever has the same complete journeys asks the same and offers the same: an option is shown
    // exactly where a journey picks it.
    let (complete, theirs) = (&one.journeys.complete, &other.journeys.complete);
    let parts = rules(&one, &other)
        .chain(outcomes(&one, &other))
        .chain(blocks(&one, &other));
    let parts = parts.map(|(was, is)| complete.and(&was.same(&is).not()));
    let parts = space.any(parts.chain([complete.same(theirs).not()]));
    let truths = parts.cheapest(plan.prices())?;
    Some(one.variables().answers(&truths))
}

/// What is compared: when something is so in the one, and when in the other.
type DiagramPair = (Diagram, Diagram);

fn rules<'m>(one: &'m Model<'_>, other: &'m Model<'_>) -> impl Iterator<Item = DiagramPair> + 'm {
    let ids = ids([one, other], |model| {
        let document = model.document();
        let rules = document.rules.iter().map(|rule| rule.id.as_str());
        rules
            .chain([document.last_resort.id.as_str(), document.local.id.as_str()])
            .collect()
    });
    let counts = |model: &Model<'_>, id: &str| {
        let document = model.document();
        let rules = document.rules.iter().map(|rule| &rule.id);
        let mut ids = rules.chain([&document.last_resort.id, &document.local.id]);
        let place = ids.position(|known| known.as_str() == id);
        let counts = place.and_then(|place| model.routing.rules.get(place).cloned());
        counts.unwrap_or_else(|| model.space().never())
    };
    ids.into_iter()
        .map(move |id| (counts(one, id), counts(other, id)))
}

fn outcomes<'m>(
    one: &'m Model<'_>,
    other: &'m Model<'_>,
) -> impl Iterator<Item = DiagramPair> + 'm {
    let ids = ids([one, other], |model| {
        let outcomes = model.document().outcomes.iter();
        outcomes.map(|outcome| outcome.id.as_str()).collect()
    });
    let present = ids.clone().into_iter();
    let present = present.map(|id| (one.present(id), other.present(id)));
    let pairs = ids.clone().into_iter();
    let pairs = pairs.flat_map(move |first| ids.clone().into_iter().map(move |then| (first, then)));
    let order = |model: &Model<'_>, first: &str, then: &str| {
        let places = model.outcome(first).zip(model.outcome(then));
        places.map_or_else(
            || model.space().never(),
            |(first, then)| model.routing.comes_before(first, then, &model.conditions),
        )
    };
    let ordered =
        pairs.map(move |(first, then)| (order(one, first, then), order(other, first, then)));
    present.chain(ordered)
}

fn blocks<'m>(one: &'m Model<'_>, other: &'m Model<'_>) -> impl Iterator<Item = DiagramPair> + 'm {
    let blocks = |model: &'m Model<'_>| model.document().blocks.iter();
    let each = blocks(one).chain(blocks(other));
    each.flat_map(move |block| {
        let whole = (one.block(&block.id), other.block(&block.id));
        let lines = block.lines.iter().map(move |line| {
            let shown = |model: &Model<'_>| model.line_of_block(&block.id, &line.id);
            (shown(one), shown(other))
        });
        [whole].into_iter().chain(lines)
    })
}

/// The ids of both, each once.
fn ids<'m>(models: [&'m Model<'_>; 2], of: impl Fn(&'m Model<'_>) -> Vec<&'m str>) -> Vec<&'m str> {
    let mut ids: Vec<_> = models.into_iter().flat_map(of).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
