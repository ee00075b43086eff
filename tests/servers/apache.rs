//! Starts Apache with a copy of `dist/`. The copy contains the project's settings for Apache, from
//! `www/server/`, as `.htaccess`.

use std::env;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{self, Command};

use anyhow::Result;
use fs_err as fs;

use crate::{Server, find_dist_files, free_address, recipe};

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
const MODULES_FOLDER: &str = "/usr/lib/apache2/modules";

/// Settings that an Apache server may have before the project's settings apply. They are Debian's
/// type for compressed files, a language `br` with the same name as brotli, and a header that
/// forbids frames.
const SETTINGS_BEFORE: &str = "AddType application/x-gzip .gz
AddLanguage br .br
Header set X-Frame-Options DENY
Header always set X-Frame-Options DENY
";

/// Starts Apache on a free port, with the program at this path.
///
/// # Errors
/// When Apache refuses the settings in `www/server/htaccess.txt`.
pub fn start(program: &Path) -> Result<Server> {
    // When root starts Apache, its worker processes run as another user, who may not read every
    // folder.
    let site = env::temp_dir().join(format!("ppimhs-finder-apache-{}", process::id()));
    copy(&find_dist_files::folder(), &site.join("finder"))?;
    fs::write(site.join("finder/.htaccess"), recipe("htaccess.txt")?)?;
    let address = free_address()?;
    let settings = site.join("apache.conf");
    fs::write(&settings, apache_conf(&site, address))?;
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
    server.site = Some(site);
    Ok(server)
}

/// Copies every file of `dist/` to the folder that Apache serves.
fn copy(dist: &Path, target: &Path) -> Result<()> {
    for path in find_dist_files::files(dist)? {
        let copy = target.join(path.strip_prefix(dist)?);
        fs::create_dir_all(copy.parent().unwrap_or(target))?;
        fs::copy(&path, &copy)?;
    }
    Ok(())
}

fn apache_conf(site: &Path, address: SocketAddr) -> String {
    let modules: String = MODULES
        .iter()
        .map(|name| format!("LoadModule {name}_module {MODULES_FOLDER}/mod_{name}.so\n"))
        .collect();
    let site = site.display();
    format!(
        "ServerRoot {site}\nServerName localhost\nListen {address}\nPidFile {site}/pid\n\
         ErrorLog {site}/error.log\n\
         {modules}User www-data\nGroup www-data\nTypesConfig /dev/null\n{SETTINGS_BEFORE}\
         DocumentRoot {site}\nDirectoryIndex index.html\n\
         <Directory {site}>\nOptions FollowSymLinks\nAllowOverride FileInfo\n\
         Require all granted\n</Directory>\n"
    )
}
