//! `cargo xtask …`: what is done with the project rather than by it.

mod browser;
mod cases;
mod deb;
mod desktop;
mod licences;
mod peers;
mod serve;
mod setup;
mod test;
mod wasm;
mod web;

use std::process::ExitCode;

use crate::web::Build;

const HELP: &str = "\
cargo xtask <command>

  serve   build the app, serve it from this machine and open it in the browser
          with arguments, those of `plumbline serve`: --port, --data, --open
  test    set up what is missing, then build and run every test
  deb     the desktop program as a Debian package
          --debug  quick to build, and large
  desktop the tests of the desktop program in a window alone
  browser the tests in a browser alone, of the program that was built last
  peers   the exports of diagrams in the parsers of the programs they are made for, and layouts
          beside those of ELK, Graphviz and D2
          --layout  only figures and drawings of the layouts, in build/peers
  cases   the published systems: known outcome, verdict, and how often they agree
          --evidence  also what each verdict rests on
  web     the app, built into app/dist
          --debug  quick to build, and large
  wasm    the engine gives the same bytes natively and in WebAssembly
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve"] => serve::run(&["--open"]),
        ["serve", arguments @ ..] => serve::run(arguments),
        ["test"] => test::run(),
        ["web"] => web::build(Build::Release).map(drop),
        ["web", "--debug"] => web::build(Build::Debug).map(drop),
        ["wasm"] => wasm::compare(),
        ["browser"] => browser::test(),
        ["peers"] => peers::test(),
        ["peers", "--layout"] => peers::layouts(),
        ["desktop"] => desktop::test(),
        ["deb"] => deb::build(Build::Release),
        ["deb", "--debug"] => deb::build(Build::Debug),
        ["cases"] => cases::print(false),
        ["cases", "--evidence"] => cases::print(true),
        ["help" | "--help" | "-h"] | [] => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        other => {
            eprintln!("error: unknown command `{}`\n\n{HELP}", other.join(" "));
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
