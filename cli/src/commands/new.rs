//! `plumbline new`: a workload file to fill in.

use std::path::{Path, PathBuf};

use plumbline_workload::template;

use crate::exit::{Exit, Outcome, say};
use crate::input::{is_workload, shell_word, stem};
use crate::output::{print, write_file};
use crate::session::Session;

const EXAMPLES: &str = "\
Examples:
  plumbline new checkout.workload.yaml
  plumbline new checkout.workload.yaml --name \"Checkout\"
  plumbline new - --name Checkout              on standard output

The file has every question with what to count and which answers there are. It is good to use as it
is: answer what you know, delete or leave empty the rest. A file that is there is never overwritten.";

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The file to write; `-` for standard output
    file: PathBuf,
    /// What people call the workload; by default made from the name of the file
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
}

/// Runs `new`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let name = args.name.clone().unwrap_or_else(|| name_from(&args.file));
    let text = template(&knowledge, &name);
    if args.file == Path::new("-") {
        print(&text)?;
        return Ok(Exit::Fine);
    }
    write_file(&args.file, text.as_bytes(), false)?;
    let typed = shell_word(&args.file);
    say(&format!(
        "wrote {typed} with {} questions, none of which has to be answered\n\
         next: answer what you know in it, then run `plumbline assess {typed}`\n",
        knowledge.questions.len()
    ));
    if !is_workload(&args.file.to_string_lossy()) {
        say("note: `plumbline portfolio` looks for files that are called `*.workload.yaml`\n");
    }
    Ok(Exit::Fine)
}

/// "telemetry-hub.workload.yaml" is about the "Telemetry hub".
fn name_from(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let words = stem(&name).replace(['-', '_', '.'], " ");
    let mut characters = words.trim().chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => "My workload".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::name_from;

    #[test]
    fn names_are_made_from_file_names() {
        for (file, name) in [
            ("checkout.workload.yaml", "Checkout"),
            ("some/where/telemetry-hub.workload.yml", "Telemetry hub"),
            ("étude_2.yaml", "Étude 2"),
            ("-", "My workload"),
            (".workload.yaml", "My workload"),
        ] {
            assert_eq!(name_from(Path::new(file)), name, "{file}");
        }
    }
}
