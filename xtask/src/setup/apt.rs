//! Packages of Debian and Ubuntu.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::run;

/// Whether this machine has apt and allows us to use it.
pub(super) fn is_usable() -> bool {
    command().is_some()
}

/// Installs packages.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = format!("apt-get install --no-install-recommends {list}");
    let (Some(mut update), Some(mut install)) = (command(), command()) else {
        bail!("install them as root: {by_hand}");
    };
    run::note(&format!("installing {list} with apt-get"));
    // Old lists are a nuisance but not a problem. If something is wrong, the installation says so.
    let _ = run::run(update.args(["-qq", "update"]).stdout(Stdio::null()));
    install.args(["-qq", "-y", "--no-install-recommends", "install"]).args(packages);
    // It prints a lot. Errors go to its other output.
    if run::run(install.stdout(Stdio::null())).is_err() {
        bail!("apt-get could not install {list}; try it by hand: {by_hand}");
    }
    Ok(())
}

/// apt-get as root, if it exists and we are root or can become root without a password.
fn command() -> Option<Command> {
    run::find("apt-get", &run::own_path())?;
    let root = run::printed(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = if root {
        Command::new("apt-get")
    } else {
        run::printed(Command::new("sudo").args(["-n", "true"]))?;
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}
