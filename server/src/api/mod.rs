//! The JSON API: an address for every call of [`plumbline_api::Api`], and its description.

mod backups;
mod documents;
mod health;
mod received;
mod refusal;
mod versions;
mod workloads;

use axum::routing::get;
use axum::{Json, Router};
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Description;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use refusal::Refusal;

use crate::shared::Shared;

/// The address that needs no key.
pub const HEALTH: &str = "/api/health";

const OPENAPI: &str = "/api/openapi.json";

/// What every call answers with.
type Answer<T> = Result<Json<T>, Refusal>;

#[derive(OpenApi)]
#[openapi(info(
    title = "Plumbline",
    description = "Workloads, their versions and their documents, as they are kept on this machine. \
                   Every answer that isn't 200 is a `Problem`. Changes carry the header \
                   `x-plumbline: 1`.",
    license(name = "MIT OR Apache-2.0")
))]
struct Introduction;

fn routed() -> OpenApiRouter<Shared> {
    OpenApiRouter::with_openapi(Introduction::openapi())
        .routes(routes!(health::health))
        .routes(routes!(workloads::workloads, workloads::create))
        .routes(routes!(
            workloads::workload,
            workloads::save,
            workloads::delete
        ))
        .routes(routes!(workloads::vitals))
        .routes(routes!(workloads::archive))
        .routes(routes!(versions::versions, versions::keep_version))
        .routes(routes!(versions::version))
        .routes(routes!(documents::document_kinds, documents::document))
        .routes(routes!(backups::backups, backups::back_up))
}

/// The routes of the API, with the one that describes them.
pub fn router() -> Router<Shared> {
    let (router, description) = routed().split_for_parts();
    let description = finished(description);
    router
        .route(OPENAPI, get(async move || Json(description)))
        .method_not_allowed_fallback(async || {
            let problem = plumbline_api::Problem::new(
                plumbline_api::ProblemKind::Invalid,
                "this address doesn't take this method",
                "the addresses are in `/api/openapi.json`",
            );
            Refusal::new(axum::http::StatusCode::METHOD_NOT_ALLOWED, problem)
        })
}

/// The description of the API, as OpenAPI 3.1.
#[must_use]
pub fn openapi() -> Description {
    finished(routed().into_openapi())
}

fn finished(mut description: Description) -> Description {
    let cookie = ApiKeyValue::with_description(
        "plumbline_4747",
        "Set by the launch link; the name ends in the port.",
    );
    let scheme = SecurityScheme::ApiKey(ApiKey::Cookie(cookie));
    let components = description.components.get_or_insert_default();
    components.add_security_scheme("window", scheme);
    description.security = Some(vec![SecurityRequirement::new::<_, [&str; 0], &str>(
        "window",
        [],
    )]);
    description
}
