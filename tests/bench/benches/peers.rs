//! Built-in conditions in Plumbline and in other rule engines, side by side: time for each condition.

use std::error::Error;
use std::hint::black_box;
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use plumbline_bench::{Cel, Engine, Ours, Regorus, Sample, Zen, known, sample};
use plumbline_rules::Answer;

/// How many sets of answers each condition is evaluated with.
const ANSWERS: usize = 8;

/// A line of the table: conditions of one length, or all of them.
struct Row {
    title: String,
    conditions: Range<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut rng = fastrand::Rng::with_seed(1);
    let answers: Vec<Vec<Answer>> = (0..ANSWERS).map(|_| known(&mut rng)).collect();
    let samples = sample();
    let mut ours = Ours::new(&samples, &answers);
    let mut zen = Zen::new(&samples, &answers)?;
    let mut cel = Cel::new(&samples, &answers)?;
    let mut regorus = Regorus::new(&samples, &answers)?;
    same_truth(&samples, &mut ours, &mut zen)?;
    same_truth(&samples, &mut ours, &mut cel)?;
    same_truth(&samples, &mut ours, &mut regorus)?;

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion");
    let mut criterion = Criterion::default()
        .output_directory(&folder)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let rows = rows(&samples);
    for row in &rows {
        measure(&mut criterion, row, &mut ours);
        measure(&mut criterion, row, &mut zen);
        measure(&mut criterion, row, &mut cel);
        measure(&mut criterion, row, &mut regorus);
    }
    criterion.final_summary();
    print(&folder, &rows);
    Ok(())
}

/// Refuses to time engines that don't agree.
fn same_truth<E: Engine>(
    samples: &[Sample],
    ours: &mut Ours<'_>,
    peer: &mut E,
) -> Result<(), Box<dyn Error>> {
    for (number, sample) in samples.iter().enumerate() {
        for answers in 0..ANSWERS {
            let found = peer.holds(number, answers)?;
            if found != ours.holds(number, answers)? {
                let (rule, text) = (sample.rule, sample.condition.text());
                return Err(format!("{} says {found} of `{rule}`: {text}", E::NAME).into());
            }
        }
    }
    Ok(())
}

/// The conditions are in order of length.
fn rows(samples: &[Sample]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for group in samples.chunk_by(|one, next| one.clauses == next.clauses) {
        let clauses = group[0].clauses;
        rows.push(Row {
            title: format!(
                "{} of {clauses} {}",
                group.len(),
                if clauses == 1 { "clause" } else { "clauses" }
            ),
            conditions: start..start + group.len(),
        });
        start += group.len();
    }
    rows.push(Row {
        title: format!("all {start}"),
        conditions: 0..start,
    });
    rows
}

fn measure<E: Engine>(criterion: &mut Criterion, row: &Row, engine: &mut E) {
    let mut group = criterion.benchmark_group(row.title.as_str());
    group.throughput(Throughput::Elements(
        (row.conditions.len() * ANSWERS) as u64,
    ));
    group.bench_function(E::NAME, |bencher| {
        bencher.iter(|| {
            for answers in 0..ANSWERS {
                let conditions = black_box(row.conditions.clone());
                let _ = black_box(engine.count(conditions, answers));
            }
        });
    });
    group.finish();
}

/// The medians that criterion has stored, for each condition.
fn print(folder: &Path, rows: &[Row]) {
    let engines = [Ours::NAME, Zen::NAME, Cel::NAME, Regorus::NAME];
    println!("nanoseconds for each condition (median), and how many times as long as ours");
    print!("{:<16}", "conditions");
    for engine in engines {
        print!(" {engine:>20}");
    }
    println!();
    for row in rows {
        let evaluations = (row.conditions.len() * ANSWERS) as f64;
        let times = engines.map(|engine| {
            let path = folder
                .join(&row.title)
                .join(engine)
                .join("new/estimates.json");
            let estimates: serde_json::Value =
                serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
            Some(estimates["median"]["point_estimate"].as_f64()? / evaluations)
        });
        // A filter on the command line, or a first run that only tests, leaves some out.
        let [Some(ours), ..] = times else { continue };
        print!("{:<16} {ours:>20.1}", row.title);
        for time in times.into_iter().skip(1) {
            match time {
                Some(time) => print!(" {:>20}", format!("{time:.0} ({:.0}×)", time / ours)),
                None => print!(" {:>20}", "-"),
            }
        }
        println!();
    }
}
