//! What can be done to a workload of the portfolio: one menu, shown beside the row that asked.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::portfolio::{Portfolio, Row, export};
use crate::components::Dialog;
use crate::navigation::Navigation;
use crate::place::{Place, Screen};

const MENU: &str = "row-menu";
/// As wide as the style has it.
const WIDTH: f64 = 200.0;

/// Which row the menu is for, and where it stands.
#[derive(Clone, Copy)]
pub struct RowMenu {
    row: RwSignal<Option<Row>>,
    place: RwSignal<(f64, f64)>,
    deleting: RwSignal<bool>,
}

impl RowMenu {
    /// Lets the rows open it.
    pub fn provide() {
        provide_context(Self {
            row: RwSignal::new(None),
            place: RwSignal::new((0.0, 0.0)),
            deleting: RwSignal::new(false),
        });
    }

    fn open(self, row: Row, event: &MouseEvent) {
        let button = event
            .current_target()
            .and_then(|button| button.dyn_into::<HtmlElement>().ok());
        if let Some(button) = button {
            let around = button.get_bounding_client_rect();
            let height = window()
                .inner_height()
                .ok()
                .and_then(|height| height.as_f64())
                .unwrap_or(0.0);
            // Above the button where there is no room under it.
            let top = if around.bottom() + 180.0 > height {
                (around.top() - 180.0).max(8.0)
            } else {
                around.bottom() + 4.0
            };
            self.place.set(((around.right() - WIDTH).max(8.0), top));
        }
        self.row.set(Some(row));
    }
}

/// The button of a row that opens its menu.
#[component]
pub fn RowMenuButton(
    /// The row.
    row: Row,
) -> impl IntoView {
    let menu: RowMenu = expect_context();
    let label = format!("What to do with {}", row.name());
    view! {
        <button type="button" class="plain" popovertarget=MENU popovertargetaction="show" aria-label=label title="More"
            on:click=move |event| menu.open(row.clone(), &event)>"⋯"</button>
    }
}

/// The menu itself, and the question before something is deleted.
#[component]
pub fn RowMenuPopover() -> impl IntoView {
    let menu: RowMenu = expect_context();
    let portfolio = Portfolio::get();
    let navigation = Navigation::get();
    let close = move || {
        if let Some(popover) = document()
            .get_element_by_id(MENU)
            .and_then(|menu| menu.dyn_into::<HtmlElement>().ok())
        {
            let _ = popover.hide_popover();
        }
    };
    let entry = move |label: &'static str,
                      row: Row,
                      run: fn(RowMenu, Portfolio, Navigation, &Row)| {
        view! {
            <li><button type="button" class="plain" on:click=move |_| { close(); run(menu, portfolio, navigation, &row) }>{label}</button></li>
        }
    };
    let entries = move || {
        menu.row.get().map(|row| {
            let archived = row.kept.archived;
            let mut entries = vec![entry("Open", row.clone(), |_, _, navigation, row| {
                navigation.go(&Place::workload(&row.kept.id, Screen::Verdict).path());
            })];
            if row.reading.get().facts().is_some() {
                entries.push(entry("Duplicate", row.clone(), |_, portfolio, _, row| {
                    portfolio.duplicate(row)
                }));
            }
            entries.push(entry("Export the file", row.clone(), |_, _, _, row| {
                export(row)
            }));
            if archived {
                entries.push(entry("Put back", row.clone(), |_, portfolio, _, row| {
                    portfolio.archive(row, false)
                }));
                entries.push(entry("Delete…", row, |menu, _, _, _| {
                    menu.deleting.set(true)
                }));
            } else {
                entries.push(entry("Archive", row, |_, portfolio, _, row| {
                    portfolio.archive(row, true)
                }));
            }
            entries
        })
    };
    let style = move || {
        menu.place
            .with(|(left, top)| format!("left:{left:.0}px;top:{top:.0}px"))
    };
    let question = move || {
        menu.row.get().map(|row| {
            let name = row.name();
            let delete = move |_| {
                menu.deleting.set(false);
                portfolio.delete(&row);
            };
            view! {
                <p>"“"<b>{name.clone()}</b>"” goes for good, with its history and all its versions. Export the file first if you may want it again."</p>
                <p class="row">
                    <button type="button" class="btn-main danger" on:click=delete>{format!("Delete {name}")}</button>
                    <button type="button" on:click=move |_| menu.deleting.set(false)>"Keep it"</button>
                </p>
            }
        })
    };
    view! {
        <div id=MENU popover="auto" class="row-menu" style=style role="region" aria-label="What to do with the workload"><ul>{entries}</ul></div>
        <Dialog open=menu.deleting title="Delete this workload?">{question}</Dialog>
    }
}
