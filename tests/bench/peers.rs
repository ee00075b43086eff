//! The pages that are measured, and the npm packages that they need.

use crate::peer_packages;

/// A page that asks the same questions.
pub struct Peer {
    /// Its name in the tables.
    pub name: &'static str,
    /// Its page in `pages/`.
    pub page: &'static str,
    /// A file of its npm package.
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

/// The pages whose packages are installed, and the names of the others.
pub fn peers() -> (Vec<Peer>, Vec<&'static str>) {
    let packages = peer_packages::folder();
    let is_here = |peer: &Peer| {
        let mut needs = peer.needs.iter();
        needs.all(|file| packages.join(file).is_file())
    };
    let (here, missing): (Vec<_>, Vec<_>) = PEERS.into_iter().partition(is_here);
    (here, missing.iter().map(|peer| peer.name).collect())
}
