//! `cargo xtask …`: what is done with the project rather than by it.

mod cases;
mod licences;
mod test;
mod wasm;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  test    set up what is missing, then build and run every test
  cases   the published systems: known outcome, verdict, and how often they agree
          --evidence  also what each verdict rests on
  wasm    the engine gives the same bytes natively and in WebAssembly
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["test"] => test::run(),
        ["wasm"] => wasm::compare(),
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
