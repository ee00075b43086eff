//! Lists the pages that are measured, and the npm packages that they need.

use crate::peer_packages;

/// A page that is measured. All measured pages ask the same questions.
pub struct Peer {
    /// The name of the page in the tables of measurements.
    pub name: &'static str,
    /// The name of the HTML file of the page, in `tests/bench/pages/`.
    pub page: &'static str,
    /// A file of the npm package that the page needs, or `None` if it needs no package.
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

/// Returns the pages whose npm packages are installed, and the names of the other pages.
pub fn peers() -> (Vec<Peer>, Vec<&'static str>) {
    let packages = peer_packages::folder();
    let is_here = |peer: &Peer| {
        let mut needs = peer.needs.iter();
        needs.all(|file| packages.join(file).is_file())
    };
    let (here, missing): (Vec<_>, Vec<_>) = PEERS.into_iter().partition(is_here);
    (here, missing.iter().map(|peer| peer.name).collect())
}
