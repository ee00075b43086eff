//! Checks that no name in a trust file has a character that people cannot see, or a space that is
//! no ordinary one. One finding names the mistake, however many texts repeat the name.

use super::Merge;
use crate::authoring::{
    finding::Findings,
    source::{described, hidden_sign, words_before},
};
use alloc::format;

pub(super) fn check(merge: &mut Merge<'_>) {
    let (trust, findings) = (merge.trust, &mut merge.findings);
    if let Some(service) = &trust.service {
        for name in service.in_full.iter().chain([&service.name]) {
            check_name("trust.service", name, findings);
        }
    }
    for area in &trust.areas {
        let path = format!("trust.areas.{}", area.id);
        check_name(&path, &area.name, findings);
        let team = area.team.iter().flat_map(|team| &team.name);
        team.flat_map(|name| name.all())
            .for_each(|name| check_name(&format!("{path}.team"), name, findings));
    }
    for (id, contact) in trust.contacts.iter() {
        let path = format!("trust.contacts.{id}");
        let names = contact.name.iter().flat_map(|name| name.all());
        names.for_each(|name| check_name(&path, name, findings));
    }
    if let Some(form) = &trust.self_referral {
        let names = form.name.all();
        names.for_each(|name| check_name("trust.self_referral", name, findings));
    }
}

fn check_name(path: &str, name: &str, findings: &mut Findings) {
    if let Some(message) = hidden_sign(name) {
        findings.add("hidden-sign", path, message);
    }
    let mut signs = name.char_indices();
    if let Some((at, sign)) = signs.find(|(_, sign)| sign.is_whitespace() && !sign.is_ascii()) {
        let message = format!(
            "it has the sign {} {}: type an ordinary space",
            described(sign),
            words_before(name, at)
        );
        findings.add("odd-space", path, message);
    }
}
