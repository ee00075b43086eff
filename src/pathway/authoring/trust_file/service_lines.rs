//! Removes the lines and the sources that only speak of the pathway's own service, if the trust has
//! another service.

use super::Merge;

pub(super) fn merge(merge: &mut Merge<'_>) {
    if !merge.is_other_service() {
        return;
    }
    for lines in merge.document.local.service_lines.clone() {
        for line in &lines.lines {
            merge.take_line(&lines.outcome, line);
        }
    }
    merge.document.local.service_lines.clear();
    let sources = core::mem::take(&mut merge.document.local.service_sources);
    merge.replace_sources(&sources);
}

impl Merge<'_> {
    /// Returns whether the service has another name, or serves none of the pathway's areas.
    fn is_other_service(&self) -> bool {
        let words = self.words.as_ref();
        let name = words.and_then(|words| words.names.service.as_ref());
        let service = self.trust.service.as_ref();
        let is_renamed = name
            .zip(service)
            .is_some_and(|(name, service)| *name != service.name);
        let areas = &self.trust.areas;
        let mut old = self.document.local.areas.iter();
        let stays = old.any(|old| areas.iter().any(|area| area.id == old.id));
        is_renamed || !(areas.is_empty() || stays)
    }
}
