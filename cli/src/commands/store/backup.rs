//! `plumbline backup`: a copy of the store.

use super::{Data, refused};
use crate::exit::{Exit, Outcome};
use crate::output::print;

const EXAMPLES: &str = "\
Examples:
  plumbline backup                             prints where the copy is
  plumbline backup --data ~/team/plumbline

The app may be open meanwhile. Copies are made by themselves once a day, too. Old ones are cleared
away: all of the last day are kept, one for each day of a week, one for each week of a month and one
for each month of a year. `plumbline restore` brings one back.";

/// Arguments of `backup`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    data: Data,
}

/// Runs `backup`.
pub fn run(args: &Args) -> Outcome {
    let made = args.data.open()?.back_up().map_err(refused)?;
    let path = args.data.folder()?.join("backups").join(made.name);
    print(&format!("{}\n", path.display()))?;
    Ok(Exit::Fine)
}
