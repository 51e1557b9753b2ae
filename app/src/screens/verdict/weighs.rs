//! What weighs: the points of each dimension, for an option against the best of the others.

use leptos::prelude::*;
use plumbline_knowledge::Compute;

use super::{Look, weight};
use crate::commands::{Command, offer};
use crate::components::{option_label, option_token, signed};
use crate::navigation::reveal;

/// A bar for each dimension, right for the option and left against it, that sums to its lead.
#[component]
pub fn Weighs(look: Look) -> impl IntoView {
    let chosen = Memo::new(move |_| look.part().map(|part| look.weighed(&part)));
    let buttons = Compute::ALL.map(|option| {
        let pressed = move || chosen.get().is_some_and(|(chosen, _)| chosen == option).to_string();
        view! {
            <button type="button" class="plain" aria-pressed=pressed
                on:click=move |_| look.navigation.choose("option", Some(option.id()))>{option_label(option)}</button>
        }
    });
    let against = move || {
        chosen.get().map(|(option, other)| {
            format!(
                "points for {} against {}; ten points make the odds ten times as good",
                option.label(),
                other.label()
            )
        })
    };
    let table = move || {
        let part = look.part()?;
        let weighed = look.weighed(&part);
        let rows: Vec<(String, String, i32)> = part
            .dimensions
            .iter()
            .map(|one| {
                (
                    one.id.clone(),
                    one.label.clone(),
                    weight::net(&one.points, weighed),
                )
            })
            .collect();
        Some(chart(look, rows, weighed))
    };
    view! {
        <section aria-label="What weighs">
            <header><h2>"What weighs"</h2><span class="quiet small">{against}</span></header>
            <div class="choice-row" role="group" aria-label="Option that is weighed">{buttons}</div>
            {table}
        </section>
    }
}

fn chart(
    look: Look,
    mut rows: Vec<(String, String, i32)>,
    (option, other): (Compute, Compute),
) -> AnyView {
    let total: i32 = rows.iter().map(|(_, _, points)| points).sum();
    let silent: Vec<String> = rows
        .iter()
        .filter(|(_, _, points)| *points == 0)
        .map(|(_, label, _)| label.to_lowercase())
        .collect();
    rows.retain(|(_, _, points)| *points != 0);
    rows.sort_by_key(|(_, _, points)| std::cmp::Reverse(*points));
    let widest = rows
        .iter()
        .map(|(_, _, points)| points.unsigned_abs())
        .chain([1, total.unsigned_abs()])
        .max()
        .unwrap_or(1);
    let bars = rows.into_iter().map(|(id, label, points)| {
        let show = move |_| {
            look.navigation.choose("dimension", Some(&id));
            request_animation_frame(|| reveal("evidence"));
        };
        view! {
            <tr>
                <th scope="row"><button type="button" class="plain weigh-name" title="Show its evidence" on:click=show>{label}</button></th>
                <td>{bar(points, widest, (option, other))}</td>
                <td class="r num">{signed(points)}</td>
            </tr>
        }
    });
    let silent = (!silent.is_empty()).then(|| view! { <p class="small quiet">{format!("Nothing either way: {}.", silent.join(", "))}</p> });
    let caption = format!(
        "Points of each dimension for {} against {}",
        option.label(),
        other.label()
    );
    view! {
        <table class="weighs">
            <caption class="unseen">{caption}</caption>
            <thead class="weighs-head"><tr>
                <th scope="col"><span class="unseen">"Dimension"</span></th>
                <th scope="col"><span class="weighs-ends small"><span>"← "{other.label()}</span><span>{option.label()}" →"</span></span></th>
                <th scope="col" class="r"><span class="unseen">"Points"</span></th>
            </tr></thead>
            <tbody>{bars.collect_view()}</tbody>
            <tfoot><tr>
                <th scope="row">{if total < 0 { "Behind by" } else { "Ahead by" }}</th>
                <td>{bar(total, widest, (option, other))}</td>
                <td class="r num"><b>{signed(total)}</b></td>
            </tr></tfoot>
        </table>
        {silent}
    }
    .into_any()
}

/// To the side and in the colour of the option that it speaks for.
fn bar(points: i32, widest: u32, (option, other): (Compute, Compute)) -> impl IntoView + use<> {
    let width = f64::from(points.unsigned_abs()) / f64::from(widest) * 50.0;
    let (class, speaks_for) = if points < 0 {
        ("against", other)
    } else {
        ("for", option)
    };
    let style = format!(
        "width:{width:.1}%;background:var(--{})",
        option_token(speaks_for)
    );
    view! { <div class="diverging" aria-hidden="true"><i class=class style=style></i></div> }
}

/// The choices of the screen, for the palette.
pub fn commands(look: Look) {
    offer(move || {
        let mut commands: Vec<Command> = Compute::ALL
            .into_iter()
            .map(|option| {
                Command::new("Verdict", format!("Weigh {}", option.label()), move || {
                    look.navigation.choose("option", Some(option.id()));
                })
            })
            .collect();
        for (label, key, value) in [
            ("Show the evidence for it", "side", Some("for")),
            ("Show the evidence against it", "side", Some("against")),
            ("Show all evidence", "side", None),
            ("Sort the evidence by weight", "sort", None),
            ("Group the evidence by dimension", "sort", Some("dimension")),
        ] {
            commands.push(Command::new("Verdict", label, move || {
                look.navigation.choose(key, value);
                request_animation_frame(|| reveal("evidence"));
            }));
        }
        for (label, id) in [
            ("Answer the next question", "answer-next"),
            ("What would change it", "flips"),
        ] {
            commands.push(Command::new("Verdict", label, move || reveal(id)));
        }
        commands
    });
}
