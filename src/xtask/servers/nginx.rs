//! The recipe for nginx → nginx, with `dist/` where the recipe says that the folder lies.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{Server, folder, free, is_root, recipe, write};
use crate::paths::Workspace;

/// Where the recipe says that the folder lies.
const WRITTEN: &str = "/srv/finder/";

/// Starts it on a free port.
///
/// # Errors
/// When it refuses the recipe.
pub fn start(workspace: &Workspace, program: &Path) -> Result<Server> {
    let folder = folder(workspace.scratch().join("nginx"))?;
    let address = free()?;
    let settings = folder.join("nginx.conf");
    write(&settings, &written(workspace, &folder, address)?)?;
    let nginx = || {
        let mut command = Command::new(program);
        command
            .arg("-e")
            .arg(folder.join("error.log"))
            .arg("-c")
            .arg(&settings);
        command
    };
    let mut stop = nginx();
    stop.args(["-s", "stop"]);
    Server::start(nginx(), stop, address)
}

/// The recipe within what a server needs around it.
fn written(workspace: &Workspace, folder: &Path, address: SocketAddr) -> Result<String> {
    let dist = format!("{}/", workspace.dist().display());
    let recipe = recipe(workspace, "nginx.txt")?.replace(WRITTEN, &dist);
    // Who may start it may read the files; an administrator's workers would be someone else.
    let user = if is_root() { "user root;" } else { "" };
    let folder = folder.display();
    Ok(format!(
        "{user}\nworker_processes auto;\ndaemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\naccess_log off;\nsendfile on;\ntcp_nopush on;\nkeepalive_requests 1000000;\n\
         client_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\nfastcgi_temp_path {folder}/fastcgi;\n\
         uwsgi_temp_path {folder}/uwsgi;\nscgi_temp_path {folder}/scgi;\n\
         server {{\nlisten {address};\nadd_header X-Frame-Options DENY;\n{recipe}\n}}\n}}\n"
    ))
}
