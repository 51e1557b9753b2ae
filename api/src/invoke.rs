//! The adapter for the desktop shell: a command for every call, under the call's name.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::api::Api;
use crate::document::{Document, DocumentKind, DocumentRequest};
use crate::problem::{Problem, ProblemKind};
use crate::workload::{
    Backup, Listed, NewVersion, NewWorkload, Record, Save, Saved, Version, VersionText, Vitals,
};

/// Runs a command of the shell.
#[allow(
    async_fn_in_trait,
    reason = "a page has one thread, and nothing is sent to another"
)]
pub trait Invoke {
    /// Runs a command with its arguments by name. The error is what the command failed with: a
    /// [`Problem`] as JSON, or a text from the shell itself.
    async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value>;
}

/// The API of the desktop shell.
#[derive(Clone, Copy, Debug)]
pub struct InvokeApi<I>(pub I);

impl<I: Invoke> InvokeApi<I> {
    async fn call<T: DeserializeOwned>(
        &self,
        command: &str,
        arguments: Value,
    ) -> Result<T, Problem> {
        let reply =
            self.0.invoke(command, arguments).await.map_err(
                |error| match serde_json::from_value(error.clone()) {
                    Ok(problem) => problem,
                    Err(_) => failed(&error.to_string()),
                },
            )?;
        serde_json::from_value(reply).map_err(|error| failed(&error.to_string()))
    }
}

fn failed(reason: &str) -> Problem {
    Problem::new(
        ProblemKind::Unreachable,
        format!("the program behind this window doesn't answer: {reason}"),
        "close Plumbline and open it again",
    )
}

impl<I: Invoke> Api for InvokeApi<I> {
    async fn workloads(&self) -> Result<Vec<Listed>, Problem> {
        self.call("workloads", json!({})).await
    }

    async fn create(&self, new: &NewWorkload) -> Result<Record, Problem> {
        self.call("create", json!({ "new": new })).await
    }

    async fn workload(&self, id: &str) -> Result<Record, Problem> {
        self.call("workload", json!({ "id": id })).await
    }

    async fn vitals(&self, id: &str) -> Result<Vitals, Problem> {
        self.call("vitals", json!({ "id": id })).await
    }

    async fn save(&self, id: &str, save: &Save) -> Result<Saved, Problem> {
        self.call("save", json!({ "id": id, "save": save })).await
    }

    async fn archive(&self, id: &str, archived: bool) -> Result<Vitals, Problem> {
        self.call("archive", json!({ "id": id, "archived": archived }))
            .await
    }

    async fn delete(&self, id: &str) -> Result<(), Problem> {
        self.call("delete", json!({ "id": id })).await
    }

    async fn versions(&self, id: &str) -> Result<Vec<Version>, Problem> {
        self.call("versions", json!({ "id": id })).await
    }

    async fn keep_version(&self, id: &str, new: &NewVersion) -> Result<Version, Problem> {
        self.call("keep_version", json!({ "id": id, "new": new }))
            .await
    }

    async fn version(&self, id: &str, number: u32) -> Result<VersionText, Problem> {
        self.call("version", json!({ "id": id, "number": number }))
            .await
    }

    async fn document_kinds(&self) -> Result<Vec<DocumentKind>, Problem> {
        self.call("document_kinds", json!({})).await
    }

    async fn document(&self, request: &DocumentRequest) -> Result<Document, Problem> {
        self.call("document", json!({ "request": request })).await
    }

    async fn backups(&self) -> Result<Vec<Backup>, Problem> {
        self.call("backups", json!({})).await
    }

    async fn back_up(&self) -> Result<Backup, Problem> {
        self.call("back_up", json!({})).await
    }
}
