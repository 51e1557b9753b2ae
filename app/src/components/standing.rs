//! Where a workload stands, in sight on every screen of it.

use leptos::prelude::*;

use super::option_mark::{OptionMark, outcome_token};
use super::points::whole;
use crate::session::Session;

/// Verdict, readiness and open questions in a line.
#[component]
pub fn Standing(session: Session) -> impl IntoView {
    move || {
        let assessment = session.assessment();
        let token = outcome_token(assessment.verdict.option);
        let open = assessment.questions.open;
        if assessment.questions.answered == 0 {
            return view! {
                <p class="standing small" aria-label="Where it stands">
                    <span class="faint">"No verdict yet: nothing is answered"</span>
                </p>
            }
            .into_any();
        }
        let questions = match open {
            0 => "nothing open".to_owned(),
            1 => "1 question open".to_owned(),
            more => format!("{more} open"),
        };
        view! {
            <p class="standing small" aria-label="Where it stands">
                <OptionMark token/>
                <span>{assessment.verdict.option.label()}</span>
                <b class="num" title="Readiness">{whole(assessment.readiness.score)}</b>
                <span class="faint num">{questions}</span>
            </p>
        }
        .into_any()
    }
}
