//! `cargo xtask cases`: the verdicts on published systems, held against what became of them.

use plumbline_assess::{Assessment, Assessor, DEFAULT_SEED, Outcome};
use plumbline_tests::{Case, Matrix, cases};

/// Prints every case, the confusion matrix and the accuracy, for all cases and for the strict set.
pub fn print(evidence: bool) -> Result<(), String> {
    let assessor = Assessor::new(plumbline_builtin::knowledge());
    let cases = cases().map_err(|error| error.to_string())?;
    let judged: Vec<(Case, Assessment)> = cases
        .into_iter()
        .map(|case| {
            let assessment = assessor.assess(&case.golden.workload, DEFAULT_SEED);
            (case, assessment)
        })
        .collect();

    println!(
        "  {:<32} {:<22} {:<22} {:>9}  {:<11} notes",
        "case", "known outcome", "verdict", "readiness", "bounds"
    );
    for (case, assessment) in &judged {
        line(case, assessment);
        if evidence {
            details(assessment);
        }
    }
    for (title, strict) in [
        ("all cases", false),
        ("strict set: told first hand, facts certain", true),
    ] {
        let mut matrix = Matrix::default();
        for (case, assessment) in judged.iter().filter(|(case, _)| case.strict || !strict) {
            matrix.count(case, assessment.verdict.option);
        }
        table(title, &matrix);
    }
    let ruled_out: Vec<&str> = judged
        .iter()
        .filter(|(case, assessment)| case.strict && !case.ruled_out_by(assessment).is_empty())
        .map(|(case, _)| case.golden.name.as_str())
        .collect();
    println!(
        "\nknown outcome ruled out in the strict set: {}",
        if ruled_out.is_empty() {
            "none".to_owned()
        } else {
            ruled_out.join(", ")
        }
    );
    Ok(())
}

fn line(case: &Case, assessment: &Assessment) {
    let verdict = assessment.verdict.option;
    let mark = if verdict == case.outcome {
        "="
    } else if case.accepts(verdict) {
        "~"
    } else {
        "x"
    };
    let readiness = assessment.readiness;
    let mut notes = Vec::new();
    if assessment.verdict.close_call {
        notes.push("close call");
    }
    if case.strict {
        notes.push("strict");
    }
    println!(
        "{mark} {:<32} {:<22} {:<22} {:>9.0}  {:<11} {}",
        case.golden.name,
        case.outcome.label(),
        verdict.label(),
        readiness.score,
        format!("{:.0} to {:.0}", readiness.low, readiness.high),
        notes.join(", ")
    );
}

fn details(assessment: &Assessment) {
    for part in &assessment.parts {
        let points: Vec<String> = part
            .options
            .iter()
            .map(|option| format!("{} {:+}", option.id.label(), option.points))
            .collect();
        println!("      {}: {}", part.name, points.join(", "));
        for evidence in &part.evidence {
            let points: Vec<String> = evidence
                .points
                .values()
                .map(|points| format!("{points:+}"))
                .collect();
            println!("        {:<30} {}", evidence.rule, points.join(" "));
        }
    }
}

fn table(title: &str, matrix: &Matrix) {
    println!("\n{title}\n  {:<24} verdict", "");
    let header: Vec<String> = Outcome::ALL
        .iter()
        .map(|outcome| format!("{:>22}", outcome.label()))
        .collect();
    println!("  {:<24}{}", "known outcome", header.join(""));
    for (outcome, row) in Outcome::ALL.iter().zip(matrix.counts) {
        let counts: Vec<String> = row.iter().map(|count| format!("{count:>22}")).collect();
        println!("  {:<24}{}", outcome.label(), counts.join(""));
    }
    let tally = matrix.tally;
    let percent = |count: usize| 100.0 * count as f64 / tally.cases.max(1) as f64;
    println!(
        "  strict accuracy    {:>3} of {} ({:.0} %)",
        tally.strict,
        tally.cases,
        percent(tally.strict)
    );
    println!(
        "  accepting accuracy {:>3} of {} ({:.0} %)",
        tally.accepting,
        tally.cases,
        percent(tally.accepting)
    );
}
