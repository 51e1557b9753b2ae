//! Writing a workload file.

use std::fmt::Write;

use plumbline_knowledge::{Knowledge, UNKNOWN};

use crate::decision::{Check, CheckState, Decision};
use crate::load::VERSION;
use crate::order::by_section;
use crate::parts::over;
use crate::scalar;
use crate::sheet::{Entry, Sheet, State};
use crate::text::{self, Form};
use crate::words::answer_source;
use crate::workload::Workload;

/// A workload as YAML that [`load`](crate::load()) reads back to the same value. Answers stand in
/// the order of the questionnaire, with its sections as comments.
///
/// An answer that no file can hold (of another kind than its question, or not a number) is written
/// as `unknown`, a character that no file may hold as a space, and own answers of an implicit part
/// among those of the workload. Decisions and checks about what the knowledge doesn't have are left
/// out, and so is the day of a decision that is after the one on which it expires.
#[must_use]
pub fn save(knowledge: &Knowledge, workload: &Workload) -> String {
    let mut out = format!(
        "plumbline: {VERSION}\nname: {}\n",
        scalar::inline(&text::sound(&workload.name, false))
    );
    if !workload.summary.is_empty() {
        field(&mut out, 0, text::SUMMARY, "summary", &workload.summary);
    }
    let mut answers = workload.answers.clone();
    if workload.implicit_part {
        for part in &workload.parts {
            answers = over(&part.answers, &answers);
        }
    }
    sheet(&mut out, knowledge, &answers, 0);
    if !workload.implicit_part && !workload.parts.is_empty() {
        out.push_str("\nparts:\n");
        for part in &workload.parts {
            let _ = writeln!(out, "  - id: {}", scalar::inline(&part.id));
            field(&mut out, 4, text::NAME, "name", &part.name);
            sheet(&mut out, knowledge, &part.answers, 4);
        }
    }
    let trade_offs = knowledge.trade_offs.iter().map(|entry| &entry.id);
    let decided = trade_offs.filter_map(|id| Some((id, workload.decisions.get(id)?)));
    section(&mut out, "decisions", decided, write_decision);
    let items = knowledge.checklist.iter().map(|item| &item.id);
    let checked = items
        .filter_map(|id| Some((id, workload.checks.get(id)?)))
        .filter(|(_, check)| !check.is_blank());
    section(&mut out, "checks", checked, write_check);
    out
}

/// A field at the top of the file with something for each id; nothing when there is none.
fn section<'a, T: 'a>(
    out: &mut String,
    key: &str,
    entries: impl Iterator<Item = (&'a String, &'a T)>,
    write: fn(&mut String, &str, &T),
) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        let _ = writeln!(out, "\n{key}:");
    }
    for (id, entry) in entries {
        write(out, &scalar::inline(id), entry);
    }
}

fn write_decision(out: &mut String, id: &str, decision: &Decision) {
    let choice = decision.choice.id();
    if *decision == Decision::of(decision.choice) {
        let _ = writeln!(out, "  {id}: {choice}");
        return;
    }
    let _ = writeln!(out, "  {id}:\n    choice: {choice}");
    if let Some(owner) = &decision.owner {
        field(out, 4, text::OWNER, "owner", owner);
    }
    if let Some(decided) = decision
        .decided
        .as_ref()
        .filter(|_| !decision.expires_too_early())
    {
        let _ = writeln!(out, "    decided: {decided}");
    }
    if let Some(expires) = &decision.expires {
        let _ = writeln!(out, "    expires: {expires}");
    }
    if let Some(note) = &decision.note {
        field(out, 4, text::NOTE, "note", note);
    }
}

fn write_check(out: &mut String, id: &str, check: &Check) {
    let state = check.state.id();
    if *check == Check::of(check.state) {
        let _ = writeln!(out, "  {id}: {state}");
        return;
    }
    let _ = writeln!(out, "  {id}:");
    if check.state != CheckState::Open {
        let _ = writeln!(out, "    state: {state}");
    }
    if let Some(owner) = &check.owner {
        field(out, 4, text::OWNER, "owner", owner);
    }
    if let Some(note) = &check.note {
        field(out, 4, text::NOTE, "note", note);
    }
}

/// The field `answers` with the entries of a sheet, by section; nothing when there are none.
fn sheet(out: &mut String, knowledge: &Knowledge, sheet: &Sheet, indent: usize) {
    if sheet.is_empty() {
        return;
    }
    // A blank line sets the answers apart, but would tear a part in two.
    if indent == 0 {
        out.push('\n');
    }
    let _ = writeln!(out, "{:indent$}answers:", "");
    let indent = indent + 2;
    for (dimension, slots) in knowledge.dimensions.iter().zip(by_section(knowledge)) {
        let mut stated = slots
            .into_iter()
            .filter(|slot| !sheet.get(*slot).is_blank())
            .peekable();
        if stated.peek().is_some() {
            let _ = writeln!(out, "{:indent$}# {}", "", dimension.label);
        }
        for slot in stated {
            if let Some(question) = knowledge.questions.get(slot) {
                let entry = sheet.get(slot);
                let value = source(question, entry.state);
                write_entry(out, indent, &question.id, entry, value.as_deref());
            }
        }
    }
}

/// How a state is written; none for a question that was left out.
fn source(question: &plumbline_knowledge::Question, state: State) -> Option<String> {
    match state {
        State::Unasked => None,
        state => {
            let answer = answer_source(question, state.answer());
            Some(answer.unwrap_or_else(|| UNKNOWN.to_owned()))
        }
    }
}

fn write_entry(out: &mut String, indent: usize, id: &str, entry: &Entry, value: Option<&str>) {
    if !entry.has_remarks() {
        let _ = writeln!(out, "{:indent$}{id}: {}", "", value.unwrap_or_default());
        return;
    }
    let _ = writeln!(out, "{:indent$}{id}:", "");
    let indent = indent + 2;
    if let Some(value) = value {
        let _ = writeln!(out, "{:indent$}value: {value}", "");
    }
    for (form, key, remark) in [
        (text::NOTE, "note", &entry.note),
        (text::OWNER, "owner", &entry.owner),
        (text::EVIDENCE, "evidence", &entry.evidence),
    ] {
        if let Some(remark) = remark {
            field(out, indent, form, key, remark);
        }
    }
}

/// A field with text in it.
fn field(out: &mut String, indent: usize, form: Form, key: &str, value: &str) {
    let value = scalar::value(&text::sound(value, form.lines), indent + 2);
    let _ = writeln!(out, "{:indent$}{key}: {value}", "");
}
