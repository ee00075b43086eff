//! Who is measured, and what of them must be there.

use std::{env, path::PathBuf};

/// A page that asks the same questions.
pub struct Peer {
    /// As the tables call it.
    pub name: &'static str,
    /// Its page in `pages/`.
    pub page: &'static str,
    /// A file without which there is no such page.
    needs: Option<&'static str>,
}

const PEERS: [Peer; 4] = [
    Peer {
        name: "widget",
        page: "finder.html",
        needs: None,
    },
    Peer {
        name: "JavaScript by hand",
        page: "hand.html",
        needs: None,
    },
    Peer {
        name: "SurveyJS",
        page: "survey.html",
        needs: Some("survey-js-ui/survey-js-ui.min.js"),
    },
    Peer {
        name: "LHC-Forms",
        page: "lforms.html",
        needs: Some("lforms/dist/lforms/webcomponent/lhc-forms.js"),
    },
];

/// Where the npm packages of the peers are.
pub fn packages() -> PathBuf {
    env::var_os("PPIMHS_PEERS").map_or_else(PathBuf::new, PathBuf::from)
}

/// Those that are there, and the names of those that are not.
pub fn peers() -> (Vec<Peer>, Vec<&'static str>) {
    let packages = packages();
    let is_here = |peer: &Peer| {
        let mut needs = peer.needs.iter();
        needs.all(|file| packages.join(file).is_file())
    };
    let (here, missing): (Vec<_>, Vec<_>) = PEERS.into_iter().partition(is_here);
    (here, missing.iter().map(|peer| peer.name).collect())
}
