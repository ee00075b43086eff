//! Starts nginx with the project's settings from `www/server/`, and replaces the folder in these
//! settings by `dist/`.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use fs_err as fs;

use crate::{Server, TOP, find_dist_files, free_address, recipe};

/// The folder in which the project's settings for nginx expect the widget.
const RECIPES_FOLDER: &str = "/srv/finder/";

/// Starts nginx on a free port, with the program at this path.
///
/// # Errors
/// When nginx refuses the settings in `www/server/nginx.txt`.
pub fn start(program: &Path) -> Result<Server> {
    let folder = fs::canonicalize(TOP)?.join("target/servers/nginx");
    fs::create_dir_all(&folder)?;
    let address = free_address()?;
    let settings = folder.join("nginx.conf");
    fs::write(&settings, nginx_conf(&folder, address)?)?;
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

/// Returns all settings of nginx for a test. They include the project's settings.
fn nginx_conf(folder: &Path, address: SocketAddr) -> Result<String> {
    let dist = format!(
        "{}/",
        fs::canonicalize(find_dist_files::folder())?.display()
    );
    let recipe = recipe("nginx.txt")?.replace(RECIPES_FOLDER, &dist);
    // nginx reads `user` only if root starts nginx. The worker processes of another user could not
    // read a folder of root.
    let folder = folder.display();
    Ok(format!(
        "user root;\nworker_processes auto;\ndaemon off;\npid {folder}/nginx.pid;\n\
         error_log {folder}/error.log;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\naccess_log off;\nsendfile on;\ntcp_nopush on;\nkeepalive_requests 1000000;\n\
         client_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\n\
         fastcgi_temp_path {folder}/fastcgi;\nuwsgi_temp_path {folder}/uwsgi;\n\
         scgi_temp_path {folder}/scgi;\n\
         server {{\nlisten {address};\nadd_header X-Frame-Options DENY;\n{recipe}\n}}\n}}\n"
    ))
}
