//! `plumbline completions`: scripts by which shells complete commands.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::args::Cli;
use crate::exit::{Exit, Outcome};
use crate::output::print;

const EXAMPLES: &str = "\
Examples:
  plumbline completions bash > ~/.local/share/bash-completion/completions/plumbline
  plumbline completions zsh > ~/.zfunc/_plumbline        with ~/.zfunc in $fpath
  plumbline completions fish > ~/.config/fish/completions/plumbline.fish
  plumbline completions powershell >> $PROFILE
  plumbline completions elvish >> ~/.config/elvish/rc.elv";

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs `completions`.
pub fn run(args: &Args) -> Outcome {
    let mut script = Vec::new();
    generate(args.shell, &mut Cli::command(), "plumbline", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
