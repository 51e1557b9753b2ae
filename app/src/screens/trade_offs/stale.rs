//! Decisions about trade-offs that don't arise any more.

use leptos::prelude::*;
use plumbline_workload::Day;

use super::found::Found;
use crate::components::today;
use crate::engine;
use crate::session::Session;

/// The decisions, to be kept or taken away.
#[component]
pub fn Stale(session: Session, all: Memo<Vec<Found>>) -> impl IntoView {
    move || {
        let workload = session.workload();
        let day = Day::parse(&today());
        let rows: Vec<_> = workload
            .decisions
            .iter()
            .filter(|(id, _)| all.with(|all| all.iter().all(|one| one.id != **id)))
            .map(|(id, decision)| {
                let knowledge = engine::knowledge();
                let title = knowledge.trade_off(id).map_or_else(|| id.clone(), |number| knowledge.trade_offs[number].title.clone());
                let words = day.as_ref().map_or_else(String::new, |day| decision.words(day));
                let (id, step) = (id.clone(), format!("Trade-off: {title}: take the decision away"));
                let take = move |_| session.edit(step.clone(), |workload| drop(workload.decisions.remove(&id)));
                let about = format!("Take the decision about {title} away");
                view! { <li class="row"><span>{title}" "<span class="quiet">{words}</span></span><button type="button" class="plain" aria-label=about on:click=take>"Take it away"</button></li> }
            })
            .collect();
        (!rows.is_empty()).then(|| view! {
            <section aria-label="Decisions that stand by themselves">
                <header><h2>"Decided, and not found now"</h2><span class="quiet small">"With these answers the trade-off doesn't arise; the decision is kept in case it does again."</span></header>
                <ul class="stack">{rows}</ul>
            </section>
        })
    }
}
