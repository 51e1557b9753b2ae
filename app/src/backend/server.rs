//! The browser's `fetch`.

use leptos::prelude::window;
use plumbline_api::{Fetch, HttpReply, HttpRequest};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

/// Sends requests to the server that the page came from.
#[derive(Clone, Copy)]
pub struct BrowserFetch;

impl Fetch for BrowserFetch {
    async fn fetch(&self, request: HttpRequest) -> Result<HttpReply, String> {
        send(request).await.map_err(|error| {
            error.dyn_ref::<js_sys::Error>().map_or_else(
                || "no answer".to_owned(),
                |error| String::from(error.message()),
            )
        })
    }
}

async fn send(request: HttpRequest) -> Result<HttpReply, JsValue> {
    let headers = Headers::new()?;
    headers.set("x-plumbline", "1")?;
    let options = RequestInit::new();
    options.set_method(request.method.name());
    if let Some(body) = &request.body {
        headers.set("content-type", "application/json")?;
        options.set_body(&JsValue::from_str(body));
    }
    options.set_headers(&headers);
    let reply = JsFuture::from(window().fetch_with_str_and_init(&request.path, &options)).await?;
    let reply: Response = reply.dyn_into()?;
    let body = JsFuture::from(reply.text()?).await?;
    Ok(HttpReply {
        status: reply.status(),
        body: body.as_string().unwrap_or_default(),
    })
}
