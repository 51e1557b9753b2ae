//! The tests of the desktop program in a window, on a screen that nobody sees.

use std::process::Command;

use crate::setup;
use crate::test::{SELECTION, step};
use crate::web::root;

/// Builds the program, in debug and with the app that was built last, and runs the tests of its
/// window.
pub fn test() -> Result<(), String> {
    setup::desktop()?;
    // A bus of its own, so that no Plumbline that somebody has open is asked. One test after the
    // other, since there is one window on a bus.
    let mut test = Command::new("dbus-run-session");
    test.current_dir(root())
        .args(["--", "xvfb-run", "--auto-servernum"])
        .args(["--server-args", "-screen 0 1400x1000x24"])
        .args(["cargo", "test"])
        // What all tests select, or Cargo would build nearly everything again.
        .args(SELECTION)
        .args(["--test", "window", "--", "--ignored", "--test-threads=1"]);
    step("tests of the desktop program in a window", &mut test)
}
