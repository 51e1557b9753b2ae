//! The adapter for a server.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::Api;
use crate::document::{Document, DocumentKind, DocumentRequest};
use crate::problem::{Problem, ProblemKind};
use crate::workload::{
    Backup, Listed, NewVersion, NewWorkload, Record, Save, Saved, Version, VersionText, Vitals,
};

/// The methods that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Makes something new.
    Post,
    /// Changes something.
    Put,
    /// Deletes.
    Delete,
}

impl Method {
    /// As it is sent.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A request to the server that the page came from.
#[derive(Clone, Debug)]
pub struct HttpRequest {
    /// The method.
    pub method: Method,
    /// The path, from `/api` on.
    pub path: String,
    /// The body, as JSON.
    pub body: Option<String>,
}

/// What the server said.
#[derive(Clone, Debug)]
pub struct HttpReply {
    /// The status: 200 and so on.
    pub status: u16,
    /// The body, as JSON.
    pub body: String,
}

/// Sends requests: the browser's `fetch`, or another client in tests. Every request carries the
/// header `x-plumbline: 1`, which a form on another site can't send.
#[allow(
    async_fn_in_trait,
    reason = "a page has one thread, and nothing is sent to another"
)]
pub trait Fetch {
    /// Sends a request. The error is why nobody answered, in words.
    async fn fetch(&self, request: HttpRequest) -> Result<HttpReply, String>;
}

/// The API of a server.
#[derive(Clone, Copy, Debug)]
pub struct HttpApi<F>(pub F);

impl<F: Fetch> HttpApi<F> {
    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: String,
        body: Option<String>,
    ) -> Result<T, Problem> {
        let request = HttpRequest { method, path, body };
        let reply = self.0.fetch(request).await.map_err(|reason| {
            Problem::new(
                ProblemKind::Unreachable,
                format!("Plumbline's server doesn't answer: {reason}"),
                "start it again with `plumbline serve`; what you have typed is kept in this window",
            )
        })?;
        if (200..300).contains(&reply.status) {
            return serde_json::from_str(&reply.body).map_err(|error| garbled(&error.to_string()));
        }
        Err(serde_json::from_str(&reply.body)
            .unwrap_or_else(|_| garbled(&format!("status {}", reply.status))))
    }

    async fn get<T: DeserializeOwned>(&self, path: String) -> Result<T, Problem> {
        self.call(Method::Get, path, None).await
    }

    async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: String,
        body: &impl Serialize,
    ) -> Result<T, Problem> {
        let body = serde_json::to_string(body).map_err(|error| garbled(&error.to_string()))?;
        self.call(method, path, Some(body)).await
    }
}

/// Something answered that isn't this version of Plumbline.
fn garbled(reason: &str) -> Problem {
    Problem::new(
        ProblemKind::Unreachable,
        format!("the answer of the server could not be understood ({reason})"),
        "reload the page: the server may be another version of Plumbline than this page",
    )
}

/// An id as a part of a path. The store's ids are letters and digits; of anything else only these
/// are kept, so that no id leads to another path.
fn plain(id: &str) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).collect()
}

impl<F: Fetch> Api for HttpApi<F> {
    async fn workloads(&self) -> Result<Vec<Listed>, Problem> {
        self.get("/api/workloads".to_owned()).await
    }

    async fn create(&self, new: &NewWorkload) -> Result<Record, Problem> {
        self.send(Method::Post, "/api/workloads".to_owned(), new)
            .await
    }

    async fn workload(&self, id: &str) -> Result<Record, Problem> {
        self.get(format!("/api/workloads/{}", plain(id))).await
    }

    async fn vitals(&self, id: &str) -> Result<Vitals, Problem> {
        self.get(format!("/api/workloads/{}/vitals", plain(id)))
            .await
    }

    async fn save(&self, id: &str, save: &Save) -> Result<Saved, Problem> {
        let path = format!("/api/workloads/{}", plain(id));
        self.send(Method::Put, path, save).await
    }

    async fn archive(&self, id: &str, archived: bool) -> Result<Vitals, Problem> {
        let path = format!("/api/workloads/{}/archived", plain(id));
        self.send(Method::Put, path, &archived).await
    }

    async fn delete(&self, id: &str) -> Result<(), Problem> {
        let path = format!("/api/workloads/{}", plain(id));
        self.call(Method::Delete, path, None).await
    }

    async fn versions(&self, id: &str) -> Result<Vec<Version>, Problem> {
        self.get(format!("/api/workloads/{}/versions", plain(id)))
            .await
    }

    async fn keep_version(&self, id: &str, new: &NewVersion) -> Result<Version, Problem> {
        let path = format!("/api/workloads/{}/versions", plain(id));
        self.send(Method::Post, path, new).await
    }

    async fn version(&self, id: &str, number: u32) -> Result<VersionText, Problem> {
        self.get(format!("/api/workloads/{}/versions/{number}", plain(id)))
            .await
    }

    async fn document_kinds(&self) -> Result<Vec<DocumentKind>, Problem> {
        self.get("/api/documents".to_owned()).await
    }

    async fn document(&self, request: &DocumentRequest) -> Result<Document, Problem> {
        self.send(Method::Post, "/api/documents".to_owned(), request)
            .await
    }

    async fn backups(&self) -> Result<Vec<Backup>, Problem> {
        self.get("/api/backups".to_owned()).await
    }

    async fn back_up(&self) -> Result<Backup, Problem> {
        self.call(Method::Post, "/api/backups".to_owned(), None)
            .await
    }
}
