//! The description of the API (`OpenAPI` 3.1): what stands beside each handler, and what holds for all of them.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Value as Json, json};
use utoipa::OpenApi;

use super::ask::LARGEST;
use super::{
    access_review, account, action, allocation, case, dialogue, event, import, load, measurement, person, qualification,
    rebalance, token, unit, weight_model,
};
use crate::routes::{Audience, ROUTES, Verb};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tyngdpunkt",
        version = "1",
        description = "Keeps every caseworker's load reasonable. Everything that the pages do, for programs. How to begin: docs/api.md.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    tags(
        (name = "loads", description = "What people carry and can carry"),
        (name = "cases", description = "Who holds a case, and those that wait"),
        (name = "people", description = "Who works where"),
        (name = "units", description = "The organisation, and sums without names"),
        (name = "measurements", description = "The month as it stood, and the own rating of it"),
        (name = "dialogues", description = "The talk about a month"),
        (name = "actions", description = "What was agreed, and what came of it"),
        (name = "rebalance", description = "Plans with as few handovers as bring everybody within a limit"),
        (name = "weight models", description = "What turns a case into points"),
        (name = "import", description = "Lists from other systems"),
        (name = "accounts", description = "Who can sign in"),
        (name = "tokens", description = "What programs ask with"),
        (name = "logs", description = "Who changed what, who looked, and the review of it"),
    ),
    components(schemas(super::problem::Problem)),
    paths(
        document,
        person::me, person::list, person::find,
        load::list, load::overloaded, load::own, load::one, load::over_time, load::looks,
        case::unallocated, case::one,
        qualification::lacking, qualification::one, qualification::record, qualification::end,
        allocation::needs, allocation::add_need, allocation::end_need, allocation::allocate,
        unit::list, unit::sums, unit::overdue,
        measurement::list, measurement::one, measurement::measure, measurement::rate, measurement::remark, measurement::settle,
        dialogue::list, dialogue::one, dialogue::due, dialogue::open, dialogue::write, dialogue::conclude,
        action::open, action::settle, action::kinds, action::set,
        rebalance::list, rebalance::one, rebalance::make, rebalance::choose_way, rebalance::spread, rebalance::close,
        rebalance::receivers, rebalance::decide, rebalance::change, rebalance::carry_out,
        weight_model::list, weight_model::one, weight_model::adopt,
        import::rows, import::csv_file,
        account::list, account::one, account::add, account::disable, account::enable, account::sign_out, account::give_role,
        account::end_role,
        token::list, token::issue, token::revoke,
        event::list,
        access_review::list, access_review::draw, access_review::sign,
    )
)]
struct Described;

/// The whole description, as it is sent.
static DOCUMENT: LazyLock<Json> = LazyLock::new(whole);
static TEXT: LazyLock<String> = LazyLock::new(|| DOCUMENT.to_string());

/// The description of the API.
#[must_use]
pub fn described() -> &'static Json {
    &DOCUMENT
}

/// This description.
#[utoipa::path(get, path = "/api/openapi.json", operation_id = "getDescription", tag = "tokens",
    responses((status = 200, description = "The description in OpenAPI 3.1", body = Object)))]
pub(crate) async fn document() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}

/// Where an answer leads: the operation and status it is of, where the id stands in it, the parameter that takes it, and the operations.
type Way = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const OF_PERSON: &[&str] = &[
    "getLoad",
    "getLoadHistory",
    "listLooks",
    "listMeasurements",
    "measure",
    "listDialogues",
    "listOpenActions",
];
const OF_MEASUREMENT: &[&str] = &["getMeasurement", "rateMeasurement", "remark", "openDialogue"];
const OF_DIALOGUE: &[&str] = &["getDialogue", "writeDialogue", "concludeDialogue"];
const OF_PLAN: &[&str] = &["getPlan", "chooseWay", "spreadPlan", "closePlan"];
const OF_MOVE: &[&str] = &["listReceivers", "decideMove", "changeReceiver", "carryOutMove"];
const OF_ACCOUNT: &[&str] = &["getAccount", "disableAccount", "enableAccount", "signOutAccount", "giveRole"];

/// Where answers lead.
const WAYS: &[Way] = &[
    ("listPeople", "200", "/items/0/id", "person", OF_PERSON),
    ("listLoads", "200", "/items/0/person", "person", OF_PERSON),
    ("listOverloads", "200", "/items/0/person", "person", OF_PERSON),
    ("getOwnLoad", "200", "/person", "person", OF_PERSON),
    ("listMeasurements", "200", "/items/0/id", "id", OF_MEASUREMENT),
    ("measure", "201", "/id", "id", OF_MEASUREMENT),
    ("listDialoguesDue", "200", "/items/0/measurement", "id", OF_MEASUREMENT),
    ("getMeasurement", "200", "/remarks/0/id", "id", &["settleRemark"]),
    ("listDialogues", "200", "/items/0/id", "id", OF_DIALOGUE),
    ("openDialogue", "201", "/id", "id", OF_DIALOGUE),
    ("listOpenActions", "200", "/items/0/id", "id", &["settleAction"]),
    ("getDialogue", "200", "/actions/0/id", "id", &["settleAction"]),
    ("listUnallocated", "200", "/items/0/reference", "reference", &["getCase"]),
    ("getLoad", "200", "/lines/0/reference", "reference", &["getCase"]),
    ("listPlans", "200", "/items/0/id", "id", OF_PLAN),
    ("makePlan", "201", "/id", "id", OF_PLAN),
    ("getPlan", "200", "/moves/0/id", "id", OF_MOVE),
    (
        "listWeightModels",
        "200",
        "/items/0/valid_from",
        "valid_from",
        &["getWeightModel"],
    ),
    ("listAccounts", "200", "/items/0/id", "id", OF_ACCOUNT),
    ("addAccount", "201", "/id", "id", OF_ACCOUNT),
    ("giveRole", "201", "/id", "id", &["endRole"]),
    ("getAccount", "200", "/roles/0/id", "id", &["endRole"]),
    ("issueToken", "201", "/id", "id", &["revokeToken"]),
];

/// Says of each answer where it leads.
fn lead(operation: &mut Json) {
    let Some(name) = operation["operationId"].as_str().map(str::to_owned) else {
        return;
    };
    for (_, status, place, parameter, operations) in WAYS.iter().filter(|way| way.0 == name) {
        for to in *operations {
            operation["responses"][*status]["links"][*to] =
                json!({ "operationId": to, "parameters": { *parameter: format!("$response.body#{place}") } });
        }
    }
}

fn whole() -> Json {
    let mut document = serde_json::to_value(Described::openapi()).unwrap_or_default();
    document["openapi"] = json!("3.1.0");
    document["components"]["securitySchemes"] = json!({
        "token": { "type": "http", "scheme": "bearer", "bearerFormat": "tyngd_ and 72 hexadecimal figures",
                   "description": "A token that an administrator issued. Cookies are never accepted." }
    });
    document["components"]["responses"] = responses();
    for route in ROUTES.iter().filter(|route| super::is_of_api(route.path)) {
        let verb = route.verb.method().as_str().to_lowercase();
        if let Some(operation) = document["paths"][route.path].get_mut(&verb) {
            complete(operation, route.verb, route.audience);
            lead(operation);
        }
    }
    bound(&mut document);
    document
}

/// What every operation has and no handler says: who may ask, the key of a POST, and how each kind of refusal is answered.
fn complete(operation: &mut Json, verb: Verb, audience: Audience) {
    let mut refusals = vec!["413", "500", "503"];
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    if audience != Audience::Everyone {
        refusals.extend(["400", "401", "404", "422"]);
    }
    if verb == Verb::Post {
        refusals.extend(["403", "409", "415"]);
    }
    for status in refusals {
        responses.insert(
            status.to_owned(),
            json!({ "$ref": format!("#/components/responses/{status}") }),
        );
    }
    for answer in responses.values_mut().filter(|answer| answer.get("$ref").is_none()) {
        answer["headers"] = json!({ "X-Request-Id": {
            "description": "Number of the request, which also stands in the server's log", "schema": { "type": "string" }, "required": true
        } });
    }
    for (status, answer) in responses.iter_mut() {
        if status == "201" {
            answer["headers"]["Location"] =
                json!({ "description": "Where it can be read", "schema": { "type": "string" }, "required": true });
        }
    }
    if audience == Audience::Everyone {
        operation["security"] = json!([]);
        return;
    }
    operation["security"] = json!([{ "token": [] }]);
    if let Audience::TokenWith(permission) = audience {
        operation["x-permission"] = json!(format!("{permission:?}"));
    }
    if verb == Verb::Post {
        let key = json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "The program's own name for this request, kept for 72 hours. Sent again with the same key, it is not done again.",
            "schema": { "type": "string", "pattern": "^[!-~]{1,255}$" }, "example": "7c0e9f2a-import-2026-10-31"
        });
        match operation["parameters"].as_array_mut() {
            Some(parameters) => parameters.push(key),
            None => operation["parameters"] = json!([key]),
        }
    }
    let has_next = operation["parameters"]
        .as_array()
        .is_some_and(|parameters| parameters.iter().any(|parameter| parameter["name"] == "after"));
    if has_next {
        operation["responses"]["200"]["headers"]["Link"] = json!({ "description": "The address of the next page, with `rel=\"next\"`; not on the last", "schema": { "type": "string" } });
    }
}

/// How each kind of refusal is answered.
fn responses() -> Json {
    let problem = |description: &str| {
        json!({
            "description": description,
            "headers": { "X-Request-Id": {
                "description": "Number of the request, which also stands in the server's log", "schema": { "type": "string" }, "required": true
            } },
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
        })
    };
    let mut responses = json!({
        "400": problem("What was sent is not as this description says"),
        "401": problem("There is no token, or it does not count"),
        "403": problem("The token may only read, or a browser sent this from another site"),
        "404": problem("There is no such thing, or it is not for this token: which of them is not said"),
        "409": problem("It cannot be done as things stand"),
        "413": problem("More was sent than is read"),
        "415": problem("The body is of another media type"),
        "422": problem("What was sent is as this description says, and a rule refuses it"),
        "500": problem("A fault in the program"),
        "503": problem("The database does not answer, or it took too long: try again"),
    });
    responses["401"]["headers"]["WWW-Authenticate"] =
        json!({ "description": "How to ask", "schema": { "type": "string" }, "required": true });
    responses
}

/// Says of every whole number how large it can be.
fn bound(json: &mut Json) {
    match json {
        Json::Object(fields) => {
            let is = |wanted: &str| fields.get("format").is_some_and(|format| format == wanted);
            let range = match () {
                () if is("int64") => Some((-LARGEST, LARGEST)),
                () if is("int32") => Some((i64::from(i32::MIN), i64::from(i32::MAX))),
                () => None,
            };
            if let Some((least, most)) = range {
                fields.entry("minimum").or_insert(json!(least));
                fields.entry("maximum").or_insert(json!(most));
            }
            fields.values_mut().for_each(bound);
        }
        Json::Array(all) => all.iter_mut().for_each(bound),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_address_of_the_api_is_described_and_nothing_else_is() {
        let rows: BTreeSet<(String, String)> = ROUTES
            .iter()
            .filter(|route| crate::api::is_of_api(route.path))
            .map(|route| (route.path.to_owned(), route.verb.method().as_str().to_lowercase()))
            .collect();
        let paths = described()["paths"].as_object().expect("paths");
        let told: BTreeSet<(String, String)> = paths
            .iter()
            .flat_map(|(path, item)| {
                item.as_object()
                    .expect("operations")
                    .keys()
                    .map(|verb| (path.clone(), verb.clone()))
            })
            .collect();
        assert_eq!(rows, told);
    }

    #[test]
    fn every_operation_says_what_it_is_for_who_may_and_how_it_can_be_refused() {
        let mut names = BTreeSet::new();
        for (path, item) in described()["paths"].as_object().expect("paths") {
            for (verb, operation) in item.as_object().expect("operations") {
                let said = |field: &str| operation[field].as_str().is_some_and(|text| text.len() > 3);
                assert!(said("summary") && said("operationId"), "{verb} {path}: {operation}");
                assert!(names.insert(operation["operationId"].to_string()), "{verb} {path}");
                let is_open = path == "/api/openapi.json";
                assert_eq!(
                    operation["security"].as_array().expect("security").is_empty(),
                    is_open,
                    "{verb} {path}"
                );
                assert!(operation["responses"]["503"].is_object(), "{verb} {path}");
                assert_eq!(operation["responses"]["401"].is_object(), !is_open, "{verb} {path}");
                for parameter in operation["parameters"].as_array().into_iter().flatten() {
                    assert!(
                        parameter["description"].as_str().is_some_and(|text| text.len() > 3),
                        "{parameter}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_reference_leads_somewhere_and_every_field_is_described() {
        fn references(json: &Json, found: &mut Vec<String>) {
            match json {
                Json::Object(fields) => {
                    found.extend(fields.get("$ref").and_then(Json::as_str).map(str::to_owned));
                    fields.values().for_each(|one| references(one, found));
                }
                Json::Array(all) => all.iter().for_each(|one| references(one, found)),
                _ => {}
            }
        }
        let document = described();
        let whole = document.to_string();
        for (from, status, _, _, to) in WAYS {
            for name in to.iter().chain([from]) {
                assert!(whole.contains(&format!("\"operationId\":\"{name}\"")), "{name}");
            }
            assert!(["200", "201"].contains(status));
        }
        let mut found = Vec::new();
        references(document, &mut found);
        assert!(found.len() > 100);
        for reference in found {
            let pointer = reference.strip_prefix('#').expect("a place in the document");
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }
}
