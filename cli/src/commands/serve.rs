//! `plumbline serve`: the app in the browser, and who keeps its workloads.

use std::path::{Path, PathBuf};

use plumbline_api::Problem;
use plumbline_desk::Desk;
use plumbline_server::{App, Key, Limits, Options, ServeError, Server, run as run_server};
use plumbline_source::{Diagnostic, quote_path};

use crate::data_folder::data_folder;
use crate::exit::{Exit, Outcome, say};
use crate::output::print;

const EXAMPLES: &str = "\
Examples:
  plumbline serve --open
  plumbline serve --port 8080 --data ~/team/plumbline
  plumbline serve --host plumbline.example.org     behind a proxy of that name

Nobody but this machine can reach it, and no window without the link that is printed. The link works
until the server is stopped; a window that was opened with it works on after that. Behind a proxy, the
proxy's name takes the place of 127.0.0.1 and the port in the link.";

/// Arguments of `serve`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The port to listen on; 0 for any that is free
    #[arg(long, value_name = "PORT", default_value_t = 4747)]
    port: u16,
    /// Where workloads are kept; by default where the system keeps such things
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Another name under which this server is reached, such as that of a proxy
    #[arg(long = "host", value_name = "NAME")]
    hosts: Vec<String>,
    /// Open the app in the browser
    #[arg(long)]
    open: bool,
}

/// Runs `serve`.
pub fn run(args: &Args) -> Outcome {
    let folder = data_folder(args.data.as_deref())?;
    let (desk, notices) = Desk::open(&folder).map_err(refused)?;
    for notice in notices {
        say(&format!("note: {notice}\n"));
    }
    let options = Options {
        desk,
        key: Key::kept_in(&folder).map_err(unstarted)?,
        port: args.port,
        hosts: args.hosts.clone(),
        app: App::embedded(),
        limits: Limits::default(),
    };
    run_server(options, |server| announce(server, &folder, args.open)).map_err(unstarted)?;
    say("\nstopped; everything is saved\n");
    Ok(Exit::Fine)
}

fn announce(server: &Server, folder: &Path, open: bool) {
    let link = server.launch_url();
    // From wherever the person is when they look for it.
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let text = format!(
        "Plumbline is ready. Open this link:\n\n  {link}\n\nWorkloads are kept in {}\nStop it with Ctrl-C\n",
        quote_path(&folder.to_string_lossy())
    );
    // Where nobody reads it, the server is of use all the same: windows keep their keys.
    drop(print(&text));
    if !server.has_app() {
        say("note: this build has no app, only the API; `cargo xtask serve` builds one\n");
    }
    if open && let Err(error) = open::that_detached(&link) {
        say(&format!(
            "note: no browser could be opened ({error}); open the link yourself\n"
        ));
    }
}

fn refused(problem: Problem) -> Diagnostic {
    let error = Diagnostic::error(problem.message);
    if problem.help.is_empty() {
        error
    } else {
        error.help(problem.help)
    }
}

fn unstarted(error: ServeError) -> Diagnostic {
    Diagnostic::error(error.message()).help(error.help())
}
