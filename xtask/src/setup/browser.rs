//! Chromium, and the driver that runs the engine's tests in it.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::apt;
use crate::run;

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/// Where browsers that are not on PATH are installed.
const ELSEWHERE: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// Flags for a quiet browser, which contacts nobody unless a test does. The runner itself adds that there is no window.
const FLAGS: &[&str] = &[
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser to test in.
pub(crate) struct Browser {
    chromium: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Tells a command which browser to test in.
    pub(crate) fn tell(&self, command: &mut Command) {
        command.env("CHROMIUM", &self.chromium).env("CHROMEDRIVER", &self.driver);
    }

    /// Its name and version.
    pub(crate) fn version(&self) -> String {
        run::printed(Command::new(&self.chromium).arg("--version")).unwrap_or_else(|| "Chromium".to_owned())
    }

    /// A file that tells wasm-bindgen's test runner how to start the browser.
    pub(crate) fn capabilities(&self) -> Result<PathBuf> {
        let file = env::current_dir()?.join("target").join("webdriver.json");
        let capabilities = json!({ "goog:chromeOptions": { "binary": self.chromium, "args": FLAGS } });
        fs::write(&file, capabilities.to_string()).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(file)
    }
}

/// Other browsers, with their drivers, and a virtual screen for the one that needs a screen.
const OTHERS: [(&str, &str); 3] =
    [("firefox-esr", "firefox-esr"), ("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")];

/// Installs, on Debian, the other browsers that are missing. Tests skip browsers that cannot be installed, and say so.
pub(super) fn set_up_others() {
    let lacking = OTHERS.into_iter().filter(|(program, _)| run::find(program, &run::own_path()).is_none());
    for (program, package) in lacking {
        if apt::is_usable() && apt::install(&[package]).is_err() {
            run::note(&format!("{program} cannot be had; its browser is left out"));
        }
    }
}

/// Finds a browser, or installs one on Debian.
pub(super) fn set_up() -> Result<Browser> {
    if (chromium().is_none() || driver().is_none()) && apt::is_usable() {
        apt::install(&["chromium", "chromium-driver"])?;
    }
    let (Some(chromium), Some(driver)) = (chromium(), driver()) else {
        bail!(
            "the tests need Chromium (or Chrome) and its chromedriver of the same version: install them, and name them \
             in CHROMIUM and CHROMEDRIVER if they are not on PATH (https://googlechromelabs.github.io/chrome-for-testing)"
        );
    };
    run::printed(Command::new(&driver).arg("--version"))
        .with_context(|| format!("{} does not run", driver.display()))?;
    Ok(Browser { chromium, driver })
}

fn chromium() -> Option<PathBuf> {
    named("CHROMIUM")
        .or_else(|| CHROMIUM.iter().find_map(|name| run::find(name, &run::own_path())))
        .or_else(|| ELSEWHERE.iter().map(PathBuf::from).find(|file| file.exists()))
}

fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| run::find("chromedriver", &run::own_path()))
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
