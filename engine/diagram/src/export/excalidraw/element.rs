//! Excalidraw's file format, version 2: the fields that its reader wants, in one order.

use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct File {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub version: u8,
    pub source: &'static str,
    pub elements: Vec<Element>,
    pub app_state: AppState,
    pub files: BTreeMap<String, Picture>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AppState {
    pub view_background_color: &'static str,
    pub grid_size: Option<u8>,
    pub name: String,
}

/// A picture that image elements show.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Picture {
    pub mime_type: &'static str,
    pub id: String,
    #[serde(rename = "dataURL")]
    pub data_url: String,
    /// Milliseconds; one for all, since there is no clock here.
    pub created: u64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Element {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub angle: u8,
    pub stroke_color: &'static str,
    pub background_color: &'static str,
    pub fill_style: &'static str,
    pub stroke_width: f64,
    pub stroke_style: &'static str,
    pub roughness: u8,
    pub opacity: u8,
    /// From the innermost group outwards.
    pub group_ids: Vec<String>,
    pub frame_id: Option<String>,
    pub roundness: Option<Roundness>,
    pub seed: u32,
    pub version: u8,
    pub version_nonce: u32,
    pub is_deleted: bool,
    pub bound_elements: Vec<Bound>,
    pub updated: u64,
    pub link: Option<String>,
    pub locked: bool,
    #[serde(flatten)]
    pub more: More,
}

/// What only some elements have.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum More {
    Shape {},
    #[serde(rename_all = "camelCase")]
    Text {
        text: String,
        original_text: String,
        font_size: f64,
        font_family: u8,
        text_align: &'static str,
        vertical_align: &'static str,
        container_id: Option<String>,
        auto_resize: bool,
        line_height: f64,
    },
    #[serde(rename_all = "camelCase")]
    Arrow {
        points: Vec<[f64; 2]>,
        last_committed_point: Option<u8>,
        start_binding: Option<Binding>,
        end_binding: Option<Binding>,
        start_arrowhead: Option<&'static str>,
        end_arrowhead: Option<&'static str>,
        elbowed: bool,
        fixed_segments: Option<u8>,
        start_is_special: bool,
        end_is_special: bool,
    },
    #[serde(rename_all = "camelCase")]
    Image {
        file_id: String,
        status: &'static str,
        scale: [u8; 2],
        crop: Option<u8>,
    },
}

/// Rounded corners; 3 is a radius in pixels.
#[derive(Serialize)]
pub(super) struct Roundness {
    #[serde(rename = "type")]
    pub kind: u8,
    pub value: f64,
}

/// What sticks to an element: its text, an arrow.
#[derive(Serialize)]
pub(super) struct Bound {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub id: String,
}

/// The end of an arrow on an element.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Binding {
    pub element_id: String,
    pub focus: f64,
    pub gap: f64,
    /// Shares of the element's sides.
    pub fixed_point: [f64; 2],
}
