//! Tests that the edges between age bands move to new months. These tests need no document.

use super::{Ages, Edge};
use crate::{
    authoring::{document::Band, trust_file::bands::bands_between},
    model::id::{LimitId, OptionId, QuestionId},
};
use alloc::{collections::BTreeSet, vec::Vec};

/// Makes age bands from pairs of months. A band ends at the first month of a pair, and its edge
/// moves to the second month.
fn ages(edges: &[(u16, u16)]) -> Ages {
    let mut from = 0;
    let ends = edges.iter().map(|(old, _)| Some(*old)).chain([None]);
    let old = ends.zip(["baby", "toddler", "older"]).map(|(to, id)| {
        let band = Band { from, to };
        from = to.map_or(0, |to| to + 1);
        (OptionId::from(id), band)
    });
    let old = old.collect();
    let edge = |(old, new): &(u16, u16)| Edge {
        old: *old,
        new: *new,
        limits: Vec::from([LimitId::from("limit")]),
        is_under: false,
    };
    Ages {
        question: QuestionId::from("age"),
        old,
        edges: edges.iter().map(edge).collect(),
    }
}

fn ids(ids: &[&str]) -> Vec<OptionId> {
    ids.iter().map(|id| OptionId::from(*id)).collect()
}

#[test]
fn a_list_of_bands_becomes_the_ranges_between_its_edges() {
    let ages = ages(&[(12, 18), (36, 36)]);
    assert_eq!(ages.ranges(&ids(&["baby", "toddler"])), [(None, Some(1))]);
    assert_eq!(ages.ranges(&ids(&["older"])), [(Some(1), None)]);
    let apart = [(None, Some(0)), (Some(1), None)];
    assert_eq!(ages.ranges(&ids(&["baby", "older"])), apart);
}

#[test]
fn a_moved_list_covers_the_ages_up_to_the_new_edge_and_keeps_other_options() {
    let ages = ages(&[(12, 18), (36, 36)]);
    let bands = bands_between(&ages.old, &[(18, false), (36, false)]);
    let young = ages.moved(&ids(&["baby", "not-sure"]), &bands);
    assert_eq!(young.last(), Some(&OptionId::from("not-sure")));
    assert_eq!(young.first(), bands.first().map(|band| &band.id));
    assert_eq!(young.len(), 2);
}

#[test]
fn the_room_of_an_edge_ends_before_the_next_edge() {
    let ages = ages(&[(12, 12), (36, 24)]);
    let ranges = BTreeSet::from([(None, Some(0)), (Some(0), Some(1)), (Some(1), None)]);
    let room = "2 to 23 months, or move the other limit too";
    assert_eq!(ages.room(0, &ranges), room);
    let room = "13 to 216 months, or move the other limit too";
    assert_eq!(ages.room(1, &ranges), room);
}
