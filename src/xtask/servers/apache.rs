//! The recipe for Apache → Apache, with a copy of `dist/` and the recipe in it as `.htaccess`.

use std::env;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{self, Command};

use anyhow::{Context, Result};

use super::{Server, folder, free, recipe, write};
use crate::paths::Workspace;
use crate::paths::files;

const MODULES: [&str; 8] = [
    "mpm_event",
    "authz_core",
    "deflate",
    "dir",
    "filter",
    "headers",
    "mime",
    "rewrite",
];
const FOLDER_OF_MODULES: &str = "/usr/lib/apache2/modules";

/// What a server may have said before: what Debian's says of packed files, a language that is written like
/// brotli, and a header that keeps frames empty.
const AROUND: &str = "AddType application/x-gzip .gz
AddLanguage br .br
Header set X-Frame-Options DENY
Header always set X-Frame-Options DENY
";

/// Starts it on a free port.
///
/// # Errors
/// When it refuses the recipe.
pub fn start(workspace: &Workspace, program: &Path) -> Result<Server> {
    // An administrator's Apache answers as somebody else, who may not read every folder.
    let site = env::temp_dir().join(format!("ppimhs-finder-apache-{}", process::id()));
    let site = folder(site)?;
    lay(&workspace.dist(), &site.join("finder"))?;
    write(
        &site.join("finder/.htaccess"),
        &recipe(workspace, "htaccess.txt")?,
    )?;
    let address = free()?;
    let settings = site.join("apache.conf");
    write(&settings, &written(&site, address))?;
    let apache = || {
        let mut command = Command::new(program);
        command.arg("-f").arg(&settings);
        command
    };
    let mut start = apache();
    start.arg("-DFOREGROUND");
    let mut stop = apache();
    stop.args(["-k", "stop"]);
    let mut server = Server::start(start, stop, address)?;
    server.litter = Some(site);
    Ok(server)
}

/// Copies the folder as a trust uploads it.
fn lay(dist: &Path, target: &Path) -> Result<()> {
    for path in files(dist)? {
        let copy = target.join(path.strip_prefix(dist)?);
        folder(copy.parent().unwrap_or(target).to_path_buf())?;
        fs::copy(&path, &copy).with_context(|| format!("cannot copy {}", path.display()))?;
    }
    Ok(())
}

fn written(site: &Path, address: SocketAddr) -> String {
    let modules: String = MODULES
        .iter()
        .map(|name| format!("LoadModule {name}_module {FOLDER_OF_MODULES}/mod_{name}.so\n"))
        .collect();
    let site = site.display();
    format!(
        "ServerRoot {site}\nServerName localhost\nListen {address}\nPidFile {site}/pid\nErrorLog {site}/error.log\n\
         {modules}User www-data\nGroup www-data\nTypesConfig /dev/null\n{AROUND}\
         DocumentRoot {site}\nDirectoryIndex index.html\n\
         <Directory {site}>\nOptions FollowSymLinks\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n"
    )
}
