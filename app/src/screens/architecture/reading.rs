//! The picture in words.

use leptos::prelude::*;

use super::drawing::Drawing;

/// How to read the diagram, for those who can't see it or would rather read.
#[component]
pub fn Reading(drawn: RwSignal<Drawing>) -> impl IntoView {
    let described = move || drawn.with(|drawn| paragraphs(&drawn.description));
    view! {
        <details class="reading" id="reading">
            <summary><h2><span class="chevron" aria-hidden="true">"▸"</span>" The diagram in words"</h2></summary>
            <div class="reading-text">
                {move || described().into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
            </div>
        </details>
    }
}

/// A description in paragraphs: the opening, what stands where, each step, the other arrows, who doesn't wait,
/// what cuts across everything, each trade-off.
fn paragraphs(description: &str) -> Vec<String> {
    const OPENINGS: [&str; 8] = [
        "Step ",
        "Also step ",
        "Beside the steps: ",
        "Connections: ",
        "Asynchronous",
        "Across everything: ",
        "Trade-off ",
        "Outside st",
    ];
    let mut paragraphs = vec![String::new()];
    for sentence in description.split_inclusive(". ") {
        let begins = OPENINGS.iter().any(|opening| sentence.starts_with(opening));
        match paragraphs.last_mut() {
            Some(last) if !begins => last.push_str(sentence),
            _ => paragraphs.push(sentence.to_owned()),
        }
    }
    let trimmed = paragraphs.iter().map(|text| text.trim().to_owned());
    trimmed.filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn each_step_and_trade_off_is_a_paragraph() {
        let text = "Run it on functions. A thing: 2 elements. Step 1: A calls B. It waits. Step 2: B answers. Beside the steps: C calls B (asks); D sends to B. Across everything: Logs. Trade-off 1, high: Slow.";
        assert_eq!(
            paragraphs(text),
            [
                "Run it on functions. A thing: 2 elements.",
                "Step 1: A calls B. It waits.",
                "Step 2: B answers.",
                "Beside the steps: C calls B (asks); D sends to B.",
                "Across everything: Logs.",
                "Trade-off 1, high: Slow.",
            ]
        );
        assert!(paragraphs("").is_empty());
    }
}
