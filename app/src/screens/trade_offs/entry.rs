//! A trade-off: what it is, why it bites here, what softens it, and the decision.

use leptos::prelude::*;
use plumbline_assess::{Severity, TradeOffFinding};
use plumbline_workload::{Day, providers};

use super::decision::DecisionForm;
use super::found::{Found, Standing, standing};
use crate::components::{Clauses, QuestionLinks, SeverityMark, Sources};
use crate::engine;
use crate::session::Session;

/// The entry; closed it says what it is and whether it is decided.
#[component]
pub fn TradeOffEntry(
    session: Session,
    found: Found,
    day: StoredValue<Option<Day>>,
) -> impl IntoView {
    let knowledge = engine::knowledge();
    let known = knowledge
        .trade_off(&found.id)
        .and_then(|number| knowledge.trade_offs.get(number));
    let Some((_, first)) = found.parts.first().cloned() else {
        return ().into_any();
    };
    let anchor = format!("trade-off-{}", found.id);
    let id = found.id.clone();
    let decision = Memo::new(move |_| session.workload().decisions.get(&id).cloned());
    let state = move || {
        let decision = decision.get();
        match (standing(decision.as_ref(), day.get_value().as_ref()), decision) {
            (Standing::Undecided, _) | (_, None) => view! { <span class="decided undecided">"undecided"</span> }.into_any(),
            (Standing::Expired, Some(decision)) => view! { <span class="decided warn"><span aria-hidden="true">"! "</span>{words(&decision, day)}</span> }.into_any(),
            (Standing::Decided, Some(decision)) => view! { <span class="decided"><span aria-hidden="true">"✓ "</span>{words(&decision, day)}</span> }.into_any(),
        }
    };
    let several = found.several;
    let names = several.then(|| {
        let names: Vec<String> = found.parts.iter().map(|(name, _)| name.clone()).collect();
        view! { <span class="quiet small">{names.join(", ")}</span> }
    });
    let mitigations = found.mitigations();
    let provider = found.provider.clone();
    let parts = found.alike().into_iter().map(|(names, finding)| view! { <InPart session name={several.then(|| names.join(" and "))} finding/> });
    view! {
        <details class="trade-off" id=anchor>
            <summary>
                <SeverityMark severity=found.severity/>
                <span class="trade-off-says"><h2>{first.title.clone()}</h2>{names}<span class="quiet">{first.what.clone()}</span></span>
                <span class="trade-off-state">{state}<span class="chevron" aria-hidden="true">"›"</span></span>
            </summary>
            <div class="trade-off-body">
                <div class="stack">
                    <div class="stack">{parts.collect_view()}</div>
                    {soften(mitigations, provider)}
                    {known.map(|known| view! { <Sources references=known.sources.as_slice()/> })}
                </div>
                <DecisionForm session id=found.id title=first.title decision day/>
            </div>
        </details>
    }
    .into_any()
}

fn words(decision: &plumbline_workload::Decision, day: StoredValue<Option<Day>>) -> String {
    day.with_value(|day| {
        day.as_ref().map_or_else(
            || decision.choice.label().to_owned(),
            |day| decision.words(day),
        )
    })
}

/// Why it has its severity in a part.
#[component]
fn InPart(session: Session, name: Option<String>, finding: TradeOffFinding) -> impl IntoView {
    let severity = finding.severity;
    let because = if severity == Severity::Open {
        "Open answers decide whether it arises.".to_owned()
    } else {
        finding.because
    };
    let questions = (!finding.questions.is_empty()).then(|| {
        let hang = if severity == Severity::Open { "It hangs on " } else { "It could be worse, depending on " };
        view! { <p class="small quiet">{hang}<QuestionLinks session part=finding.part.clone() questions=finding.questions/>"."</p> }
    });
    let clauses = (!finding.clauses.is_empty())
        .then(|| view! { <Clauses session part=finding.part clauses=finding.clauses/> });
    let head = if severity == Severity::Open {
        "Whether it bites"
    } else {
        "Why it bites"
    };
    let mark = name.is_some().then(|| view! { <SeverityMark severity/> });
    view! {
        <div class="in-part">
            <h3>{head}{name.map(|name| format!(" {name}"))}" "{mark}</h3>
            <p>{because}</p>
            {clauses}
            {questions}
        </div>
    }
}

/// What softens it: anywhere and with the provider of the workload first, the others on demand.
fn soften(mitigations: Vec<(String, Vec<String>)>, provider: Option<String>) -> AnyView {
    if mitigations.is_empty() {
        return ().into_any();
    }
    let here = |who: &str| who == "any" || Some(who) == provider.as_deref();
    let some_here = mitigations.iter().any(|(who, _)| here(who));
    let list = |texts: Vec<String>| view! { <ul class="bullets">{texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul> };
    let (mine, others): (Vec<_>, Vec<_>) = mitigations
        .into_iter()
        .partition(|(who, _)| here(who) || !some_here);
    let mine = mine
        .into_iter()
        .map(|(who, texts)| view! { <div><h4>{label(&who)}</h4>{list(texts)}</div> });
    let count = others.len();
    let others = others
        .into_iter()
        .map(|(who, texts)| view! { <div><h4>{label(&who)}</h4>{list(texts)}</div> });
    let others = (count > 0).then(|| view! {
        <details class="more"><summary><span class="chevron" aria-hidden="true">"›"</span>" On other clouds"</summary><div class="stack">{others.collect_view()}</div></details>
    });
    view! { <div class="soften"><h3>"What softens it"</h3>{mine.collect_view()}{others}</div> }
        .into_any()
}

/// What people call a provider.
fn label(who: &str) -> String {
    match who {
        "any" => "Anywhere".to_owned(),
        who => providers(engine::knowledge())
            .iter()
            .find(|option| option.id == who)
            .map_or_else(|| who.to_owned(), |option| option.label.clone()),
    }
}
