//! What is taken out of requests. Whatever can't be taken is a [`Problem`] like others.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use plumbline_api::{Problem, ProblemKind};
use serde::de::DeserializeOwned;

use super::refusal::Refusal;

/// A body in JSON.
pub struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let unreadable = |reason: String| {
            Refusal::from(Problem::new(
                ProblemKind::Invalid,
                format!("the request can't be understood: {reason}"),
                "reload the page: it may be of another version than the server",
            ))
        };
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|error| unreadable(error.to_string()))?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| unreadable(error.to_string()))
    }
}

/// The id in an address.
pub struct Id(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Path::<String>::from_request_parts(parts, state).await {
            Ok(Path(id)) => Ok(Self(id)),
            Err(_) => Err(Refusal::not_found("there is no such workload")),
        }
    }
}

/// The id and the number of a version in an address.
pub struct Numbered(pub String, pub u32);

impl<S: Send + Sync> FromRequestParts<S> for Numbered {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Path::<(String, u32)>::from_request_parts(parts, state).await {
            Ok(Path((id, number))) => Ok(Self(id, number)),
            Err(_) => Err(Refusal::not_found("there is no such version")),
        }
    }
}
