//! What a bare machine lacks: installed where that may be done, named exactly where it may not.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::test::step;

/// A Debian package, and how to see that what it brings is there.
struct Package {
    name: &'static str,
    /// A program on the path, or a pkg-config module when it ends in `.pc`.
    brings: &'static str,
}

/// For the window of the desktop program, and for driving it.
const DESKTOP: [Package; 7] = [
    Package {
        name: "pkg-config",
        brings: "pkg-config",
    },
    Package {
        name: "libwebkit2gtk-4.1-dev",
        brings: "webkit2gtk-4.1.pc",
    },
    Package {
        name: "librsvg2-dev",
        brings: "librsvg-2.0.pc",
    },
    Package {
        name: "webkit2gtk-driver",
        brings: "WebKitWebDriver",
    },
    Package {
        name: "xvfb",
        brings: "Xvfb",
    },
    Package {
        name: "dbus",
        brings: "dbus-run-session",
    },
    Package {
        name: "xauth",
        brings: "xauth",
    },
];

/// For tests in a browser.
const BROWSER: [Package; 1] = [Package {
    name: "chromium",
    brings: "chromium",
}];

/// For what comes from npm.
const NODE: [Package; 2] = [
    Package {
        name: "nodejs",
        brings: "node",
    },
    Package {
        name: "npm",
        brings: "npm",
    },
];

/// Installs what the desktop program and its tests need.
pub fn desktop() -> Result<(), String> {
    debian(&DESKTOP)
}

/// Installs what tests in a browser need.
pub fn browser() -> Result<(), String> {
    debian(&BROWSER)?;
    node()
}

/// Installs what comes from npm needs.
pub fn node() -> Result<(), String> {
    debian(&NODE)
}

fn debian(packages: &[Package]) -> Result<(), String> {
    let missing = |packages: &[Package]| -> Vec<&'static str> {
        let lacking = packages.iter().filter(|package| !is_there(package.brings));
        lacking.map(|package| package.name).collect()
    };
    let names = missing(packages);
    if names.is_empty() {
        return Ok(());
    }
    let command = format!(
        "apt-get install --yes --no-install-recommends {}",
        names.join(" ")
    );
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!(
            "missing: {}; these are their names on Debian (`{command}`), install them from your system's packages",
            names.join(", ")
        ));
    }
    if !is_root() {
        return Err(format!(
            "missing: {}; install them with `sudo {command}`",
            names.join(", ")
        ));
    }
    step(
        "set-up: the lists of Debian's packages",
        apt().args(["update", "--quiet=2"]),
    )?;
    step(
        &format!("set-up: {}", names.join(", ")),
        apt()
            .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
            .args(&names)
            .stdout(Stdio::null()),
    )?;
    match missing(packages) {
        still if still.is_empty() => Ok(()),
        still => Err(format!("installed, and yet missing: {}", still.join(", "))),
    }
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_there(what: &str) -> bool {
    let mut probe = match what.strip_suffix(".pc") {
        Some(module) => {
            let mut probe = Command::new("pkg-config");
            probe.args(["--exists", module]);
            probe
        }
        None => {
            let mut probe = Command::new("sh");
            probe.args(["-c", &format!("command -v {what}")]);
            probe
        }
    };
    succeeds(&mut probe)
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
