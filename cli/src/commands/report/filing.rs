//! `plumbline report --into`: a decision record among others.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use plumbline_assess::Assessment;
use plumbline_knowledge::Knowledge;
use plumbline_report::Options;
use plumbline_report::adr::{
    self, Dialect, Filing, MARKERS, Older, Record, dialect_of_marker, dialect_of_records,
    next_number,
};
use plumbline_source::{Diagnostic, Limits, did_you_mean, quote, quote_path};
use plumbline_workload::Workload;

use super::RecordArgs;
use crate::exit::say;
use crate::input::{read_bytes, shell_word, unreadable};
use crate::output::{Target, unwritable, write_file};

/// How many records are read to see which dialect a folder has: the newest ones.
const ENOUGH: usize = 40;

/// What the record is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// What the assessment was made with.
    pub knowledge: &'a Knowledge,
    /// What was answered and decided.
    pub workload: &'a Workload,
    /// What came of it.
    pub assessment: &'a Assessment,
    /// The record's day and provider.
    pub options: &'a Options<'a>,
}

impl Subject<'_> {
    fn record(&self, filing: &Filing) -> Result<Record, Diagnostic> {
        adr::record(
            self.knowledge,
            self.workload,
            self.assessment,
            filing,
            self.options,
        )
        .map_err(Diagnostic::from)
    }
}

/// Files the decision record, or writes the first of a folder to where the user wants it.
///
/// # Errors
/// When it can't be told what is meant, or when something can't be read or written. Then nothing has
/// been changed.
pub fn file(args: &RecordArgs, subject: &Subject<'_>, target: &Target) -> Result<(), Diagnostic> {
    let trade_off = args
        .trade_off
        .as_deref()
        .map(|id| find_trade_off(subject, id))
        .transpose()?;
    let filing = |dialect| Filing {
        status: args.status,
        trade_off,
        ..Filing::first(dialect)
    };
    let Some(path) = &args.into else {
        let record = subject.record(&filing(args.dialect.unwrap_or(Dialect::Madr)))?;
        return target.write(&record.name, &record.text);
    };
    let folder = Folder::read(path)?;
    let (dialect, why) = folder.dialect(args.dialect)?;
    let older = args
        .supersedes
        .as_deref()
        .map(|asked| folder.find(asked))
        .transpose()?;
    let record = subject.record(&Filing {
        number: next_number(folder.names.iter().map(String::as_str)),
        supersedes: older.as_ref().map(|(older, _)| older.clone()),
        ..filing(dialect)
    })?;
    folder.has_room(&record, older.as_ref().map(|(older, _)| older))?;
    let marked = older
        .map(|(older, text)| mark(path, older, &text, &record))
        .transpose()?;
    fs::create_dir_all(path).map_err(|error| unwritable(path, &error))?;
    let new = path.join(&record.name);
    write_file(&new, record.text.as_bytes(), false)?;
    say(&format!(
        "wrote {} ({}{why})\n",
        shell_word(&new),
        dialect.label()
    ));
    if let Some((old, text)) = marked {
        if let Err(error) = write_file(&old, text.as_bytes(), true) {
            // A record that supersedes one that doesn't say so would be worse than none. If it can't
            // be removed, the first error is the one to tell.
            let _ = fs::remove_file(&new);
            return Err(error);
        }
        say(&format!(
            "changed {}: its status says that the new one supersedes it\n",
            shell_word(&old)
        ));
    }
    Ok(())
}

/// The older record's file, and its text with the new status.
fn mark(
    folder: &Path,
    older: Older,
    text: &str,
    record: &Record,
) -> Result<(PathBuf, String), Diagnostic> {
    let path = folder.join(&older.name);
    let text = adr::superseded(text, record).map_err(|error| {
        Diagnostic::error(format!("{} {}", named(&path), error.message())).help(error.help())
    })?;
    Ok((path, text))
}

/// A folder of decision records, which may not be there yet.
struct Folder<'a> {
    path: &'a Path,
    /// The names of what is in it, in order.
    names: Vec<String>,
}

impl<'a> Folder<'a> {
    fn read(path: &'a Path) -> Result<Self, Diagnostic> {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self {
                    path,
                    names: Vec::new(),
                });
            }
            Err(error) if error.kind() == ErrorKind::NotADirectory => {
                return Err(
                    Diagnostic::error(format!("{} is not a folder", named(path))).help(
                        "name the folder of the decision records, as in `--into docs/decisions`",
                    ),
                );
            }
            Err(error) => return Err(unreadable(path, &error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(path, &error))?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(Self { path, names })
    }

    /// The dialect to write, and where it was seen.
    fn dialect(&self, asked: Option<Dialect>) -> Result<(Dialect, String), Diagnostic> {
        if let Some(dialect) = asked {
            return Ok((dialect, String::new()));
        }
        if let Some((dialect, marker)) = self.marked()? {
            return Ok((dialect, format!(", as {} has it", named(&marker))));
        }
        let records: Vec<(&str, String)> = self
            .records()
            .rev()
            .take(ENOUGH)
            .filter_map(|name| {
                let bytes = read_bytes(&self.path.join(name), &Limits::default()).ok()?;
                Some((name, String::from_utf8_lossy(&bytes).into_owned()))
            })
            .collect();
        let seen = dialect_of_records(records.iter().map(|(name, text)| (*name, text.as_str())));
        Ok(match seen {
            Some(dialect) => (dialect, ", as the records beside it are".to_owned()),
            None => (Dialect::Madr, String::new()),
        })
    }

    /// What a tool's own file says, in the folder or above it as far as the repository goes.
    fn marked(&self) -> Result<Option<(Dialect, PathBuf)>, Diagnostic> {
        let whole = std::path::absolute(self.path)
            .and_then(|path| {
                if path.exists() {
                    path.canonicalize()
                } else {
                    Ok(path)
                }
            })
            .map_err(|error| unreadable(self.path, &error))?;
        for folder in whole.ancestors() {
            for marker in MARKERS {
                let path = folder.join(marker);
                if !path.is_file() {
                    continue;
                }
                let bytes = read_bytes(&path, &Limits::default())?;
                if let Some(dialect) = dialect_of_marker(marker, &String::from_utf8_lossy(&bytes)) {
                    return Ok(Some((dialect, PathBuf::from(marker))));
                }
            }
            if folder.join(".git").exists() {
                break;
            }
        }
        Ok(None)
    }

    fn records(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.names
            .iter()
            .map(String::as_str)
            .filter(|name| name.ends_with(".md") && name.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The record of this number or name, with its text.
    fn find(&self, asked: &str) -> Result<(Older, String), Diagnostic> {
        let number: Option<u32> = asked.parse().ok();
        let meant: Vec<&str> = self
            .records()
            .filter(|name| {
                number.is_some() && Older::read(name, "").number == number
                    || *name == asked
                    || name.strip_suffix(".md") == Some(asked)
            })
            .collect();
        let name = match meant.as_slice() {
            [name] => *name,
            [] => {
                let error = Diagnostic::error(format!(
                    "there is no record {} in {}",
                    quote(asked),
                    named(self.path)
                ));
                return Err(
                    match (did_you_mean(asked, self.records()), self.records().last()) {
                        (Some(near), _) => error.help(format!("did you mean {}?", quote(near))),
                        (None, Some(last)) => {
                            error.help(format!("the last one there is {}", quote(last)))
                        }
                        (None, None) => {
                            error.help("leave out `--supersedes`: there are no records there")
                        }
                    },
                );
            }
            several => {
                let names: Vec<String> = several.iter().map(|name| quote(name)).collect();
                return Err(Diagnostic::error(format!(
                    "the number {} is that of {}",
                    quote(asked),
                    names.join(" and of ")
                ))
                .help("name the file after `--supersedes`"));
            }
        };
        let path = self.path.join(name);
        let text = String::from_utf8(read_bytes(&path, &Limits::default())?).map_err(|_| {
            Diagnostic::error(format!("{} is not UTF-8", named(&path)))
                .help("save it as UTF-8, so that its status can be changed and nothing else")
        })?;
        Ok((Older::read(name, &text), text))
    }

    /// Checks that the folder doesn't say the same already, but for the record that is superseded.
    fn has_room(&self, record: &Record, older: Option<&Older>) -> Result<(), Diagnostic> {
        if self.names.contains(&record.name) {
            return Err(Diagnostic::error(format!(
                "{} is there already",
                named(&self.path.join(&record.name))
            ))
            .help("nothing was written; change that record, or remove it first"));
        }
        let end = format!("-{}.md", record.slug);
        let superseded = |name: &str| older.is_some_and(|older| older.name == name);
        // What was superseded before stays where it is.
        let same = self.records().rev().find(|name| {
            name.strip_suffix(end.as_str())
                .is_some_and(|start| start.chars().all(|c| c.is_ascii_digit()))
        });
        match same.filter(|name| !superseded(name)) {
            None => Ok(()),
            Some(name) => {
                let which = Older::read(name, "")
                    .number
                    .map_or_else(|| name.to_owned(), |number| number.to_string());
                Err(Diagnostic::error(format!(
                    "{} has this title already",
                    named(&self.path.join(name))
                ))
                .help(format!(
                    "if the new one is to stand for it, add `--supersedes {which}`"
                )))
            }
        }
    }
}

/// The place of a trade-off of the verdict in the knowledge base.
fn find_trade_off(subject: &Subject<'_>, id: &str) -> Result<usize, Diagnostic> {
    let found: Vec<&str> = subject
        .assessment
        .trade_offs
        .iter()
        .map(|finding| finding.id.as_str())
        .collect();
    let known = subject.knowledge.trade_off(id);
    if let Some(index) = known.filter(|_| found.contains(&id)) {
        return Ok(index);
    }
    let error = Diagnostic::error(match known {
        Some(_) => format!("the trade-off {} doesn't arise here", quote(id)),
        None => format!("there is no trade-off {}", quote(id)),
    });
    let mut ids = found.clone();
    ids.dedup();
    Err(match did_you_mean(id, found.iter().copied()) {
        Some(near) if known.is_none() => error.help(format!("did you mean {}?", quote(near))),
        _ if ids.is_empty() => error.help("the verdict has no trade-offs"),
        _ => error.help(format!("those of the verdict are {}", ids.join(", "))),
    })
}

fn named(path: &Path) -> String {
    quote_path(&path.to_string_lossy())
}
