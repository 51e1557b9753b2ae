//! The contract over HTTP, and the description of the API against what is really sent.

use std::cell::RefCell;
use std::collections::BTreeSet;

use plumbline_api::{Api, Fetch, HttpApi, HttpReply, HttpRequest, ProblemKind};
use plumbline_tests::contract::contract;
use serde_json::{Value, json};

use crate::running::{Running, start};

/// A client that isn't ours, and what went through it.
struct Client {
    agent: ureq::Agent,
    origin: String,
    cookie: String,
    seen: RefCell<Vec<(HttpRequest, HttpReply)>>,
}

impl Client {
    fn of(running: &Running, cookie: String) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        Self {
            agent: config.build().into(),
            origin: format!("http://127.0.0.1:{}", running.port),
            cookie,
            seen: RefCell::default(),
        }
    }
}

impl Fetch for &Client {
    async fn fetch(&self, request: HttpRequest) -> Result<HttpReply, String> {
        let sent = ureq::http::Request::builder()
            .method(request.method.name())
            .uri(format!("{}{}", self.origin, request.path))
            .header("x-plumbline", "1")
            .header("origin", &self.origin)
            .header("cookie", &self.cookie)
            .body(request.body.clone().unwrap_or_default())
            .map_err(|error| error.to_string())?;
        let mut reply = self.agent.run(sent).map_err(|error| error.to_string())?;
        let body = reply
            .body_mut()
            .with_config()
            .limit(50_000_000)
            .read_to_string();
        let reply = HttpReply {
            status: reply.status().as_u16(),
            body: body.map_err(|error| error.to_string())?,
        };
        self.seen.borrow_mut().push((request, reply.clone()));
        Ok(reply)
    }
}

/// The description's path that a request goes to.
fn template(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["", "api", "workloads", _, "versions", _] => {
            "/api/workloads/{id}/versions/{number}".into()
        }
        ["", "api", "workloads", _, rest] => format!("/api/workloads/{{id}}/{rest}"),
        ["", "api", "workloads", _] => "/api/workloads/{id}".into(),
        _ => path.into(),
    }
}

/// A validator for the content of a request or of an answer, as the description has it.
fn validator(description: &Value, content: &Value) -> jsonschema::Validator {
    let mut schema = content["content"]["application/json"]["schema"].clone();
    assert!(schema.is_object(), "no schema in {content}");
    schema["components"] = description["components"].clone();
    jsonschema::validator_for(&schema).unwrap()
}

#[tokio::test]
async fn the_contract_holds_over_http_and_is_what_the_description_says() {
    let (running, _folder) = start();
    let client = Client::of(&running, running.cookie());
    contract(&HttpApi(&client)).await;
    let served = running.get("/api/openapi.json", &running.window());
    let description: Value = serde_json::from_str(&served.body).unwrap();
    assert_eq!(description["openapi"], "3.1.0");

    let mut called = BTreeSet::from([("get".to_owned(), "/api/health".to_owned())]);
    for (request, reply) in client.seen.take() {
        let (method, path) = (
            request.method.name().to_lowercase(),
            template(&request.path),
        );
        let call = &description["paths"][&path][&method];
        // An id of which nothing is left leads nowhere.
        if path.contains("//") || path.ends_with('/') {
            assert_eq!(reply.status, 404, "{path}");
            continue;
        }
        assert!(call.is_object(), "{method} {path} isn't described");
        let responses = &call["responses"];
        let answer = match &responses[reply.status.to_string()] {
            Value::Null => &responses["default"],
            own => own,
        };
        let body: Value = serde_json::from_str(&reply.body).unwrap();
        if let Err(error) = validator(&description, answer).validate(&body) {
            panic!("{method} {path} {}: {error}", reply.status);
        }
        if let Some(body) = &request.body {
            let body: Value = serde_json::from_str(body).unwrap();
            let valid = validator(&description, &call["requestBody"]).is_valid(&body);
            assert!(valid, "{method} {path}");
        }
        called.insert((method, path));
    }
    let described: BTreeSet<(String, String)> = description["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, calls)| {
            let methods = calls.as_object().unwrap().keys();
            methods.map(|method| (method.clone(), path.clone()))
        })
        .collect();
    assert_eq!(
        described, called,
        "every call of the API is described, and nothing else"
    );
    let own = serde_json::to_value(plumbline_server::openapi()).unwrap();
    assert_eq!(own, description);
}

#[test]
fn the_description_tells_wrong_from_right() {
    let description = serde_json::to_value(plumbline_server::openapi()).unwrap();
    let responses = &description["paths"]["/api/workloads/{id}"]["put"]["responses"];
    let stale = validator(&description, &responses["409"]);
    let record = json!({
        "id": "a", "revision": 1, "text": "", "history": {"done": [], "undone": []},
        "archived": false, "changed": "2026-11-21T09:30:00Z",
    });
    let problem = json!({"kind": {"stale": {"current": record}}, "message": "m", "help": "h"});
    assert!(stale.is_valid(&problem));
    for wrong in [
        json!({}),
        json!({"kind": "lost", "message": "m"}),
        json!({"kind": "stale", "message": "m"}),
    ] {
        assert!(!stale.is_valid(&wrong), "{wrong}");
    }
}

#[tokio::test]
async fn windows_that_arent_let_in_and_servers_that_are_gone_are_told_apart() {
    let (running, _folder) = start();
    let client = Client::of(&running, "plumbline_1=nothing".to_owned());
    let problem = HttpApi(&client).workloads().await.unwrap_err();
    assert_eq!(problem.kind, ProblemKind::NotAllowed);
    assert!(problem.help.contains("plumbline serve"), "{problem}");
    let problem = {
        running.stop();
        HttpApi(&client).workloads().await.unwrap_err()
    };
    assert_eq!(problem.kind, ProblemKind::Unreachable);
}
