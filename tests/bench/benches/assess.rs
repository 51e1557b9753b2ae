//! The assessment with the whole built-in knowledge base, from decoding it to a batch on all cores.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_bench::random;
use plumbline_builtin::knowledge;
use plumbline_knowledge::Knowledge;
use plumbline_rules::Answer;
use plumbline_tests::golden;
use plumbline_workload::Workload;
use rayon::prelude::*;

/// How many workloads are assessed in a batch.
const BATCH: usize = 100_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let knowledge = knowledge();
    let assessor = Assessor::new(knowledge);
    let workloads: Vec<Workload> = golden("cases")?
        .into_iter()
        .map(|golden| golden.workload)
        .collect();
    let stated: Vec<Vec<Answer>> = workloads
        .iter()
        .map(|workload| workload.stated_answers(knowledge, 0))
        .collect();
    let encoded = postcard::to_allocvec(knowledge)?;

    let mut criterion = Criterion::default()
        .output_directory(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion"))
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    println!(
        "{} questions, {} rules; golden workloads: {}",
        knowledge.questions.len(),
        knowledge.rules.len(),
        workloads.len()
    );
    start(&mut criterion, &encoded, &workloads);
    golden_workloads(&mut criterion, &assessor, &workloads, &stated);
    batch(&mut criterion, &assessor);
    criterion.final_summary();
    Ok(())
}

/// What a program does before its first verdict.
fn start(criterion: &mut Criterion, encoded: &[u8], workloads: &[Workload]) {
    let mut group = criterion.benchmark_group("start");
    let decode = || postcard::from_bytes::<Knowledge>(black_box(encoded)).unwrap_or_default();
    group.bench_function("decode the built-in knowledge", |bencher| {
        bencher.iter_with_large_drop(decode);
    });
    group.bench_function("Assessor::new", |bencher| {
        bencher.iter_with_large_drop(|| Assessor::new(black_box(knowledge())));
    });
    group.bench_function("decode, Assessor::new, one full assessment", |bencher| {
        bencher.iter(|| {
            let knowledge = decode();
            Assessor::new(&knowledge).assess(&workloads[0], DEFAULT_SEED)
        });
    });
    group.finish();
}

/// Times for one workload, averaged over the golden ones.
fn golden_workloads(
    criterion: &mut Criterion,
    assessor: &Assessor<'_>,
    workloads: &[Workload],
    stated: &[Vec<Answer>],
) {
    let mut group = criterion.benchmark_group("one golden workload");
    let mut turn = 0;
    let mut next = || {
        turn = (turn + 1) % stated.len();
        turn
    };
    group.bench_function("verdict and readiness (standing)", |bencher| {
        bencher.iter(|| {
            let standing = assessor.standing(black_box(&stated[next()]));
            (standing.leader(), standing.readiness())
        });
    });
    group.bench_function("sweep of single-answer changes", |bencher| {
        bencher.iter(|| assessor.what_ifs(black_box(&stated[next()])));
    });
    group.bench_function("flips of one and of two answers", |bencher| {
        bencher.iter(|| assessor.flips("main", black_box(&stated[next()])));
    });
    group.bench_function("full assessment", |bencher| {
        bencher.iter(|| assessor.assess(black_box(&workloads[next()]), DEFAULT_SEED));
    });
    group.finish();
}

/// Verdict and readiness of many random workloads, on all cores.
fn batch(criterion: &mut Criterion, assessor: &Assessor<'_>) {
    let mut rng = fastrand::Rng::with_seed(1);
    let batch: Vec<Vec<Answer>> = (0..BATCH).map(|_| random(&mut rng)).collect();
    let mut group = criterion.benchmark_group("batch");
    group
        .sample_size(10)
        .throughput(Throughput::Elements(BATCH as u64));
    let title = format!(
        "{BATCH} random workloads on {} threads: verdict and readiness, without explanation",
        rayon::current_num_threads()
    );
    group.bench_function(title, |bencher| {
        bencher.iter(|| {
            let judged = black_box(&batch).par_iter().map(|stated| {
                let standing = assessor.standing(stated);
                (standing.leader(), standing.readiness())
            });
            judged.collect::<Vec<_>>()
        });
    });
    group.finish();
}
