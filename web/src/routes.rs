//! Every address of the program, who may ask for it, and what answers: one table, from which the router is built.
//!
//! A page that is not in the table cannot be reached, and a test that reads the table has seen every page.

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter, on};
use rules::access::Permission;

use crate::failure::Failure;
use crate::site::Site;
use crate::{api, assets, monitoring, pages};

/// Who may ask for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Anyone, signed in or not: holds nothing about anybody.
    Everyone,
    /// The municipality's monitoring, with the password of the settings.
    Monitoring,
    /// Anyone who is signed in.
    SignedIn,
    /// Whoever is signed in and may ask for this somewhere; how far it reaches is decided where it is read. To all others who are signed
    /// in the page is not there.
    Only(Permission),
    /// A program with a token.
    Token,
    /// A program whose token may ask for this somewhere. To all other programs it is not there.
    TokenWith(Permission),
}

/// How an address is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Reads; also answers HEAD.
    Get,
    /// Changes something.
    Post,
}

impl Verb {
    /// The method of HTTP.
    #[must_use]
    pub const fn method(self) -> Method {
        match self {
            Self::Get => Method::GET,
            Self::Post => Method::POST,
        }
    }

    const fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
        }
    }
}

/// One address.
pub struct Route {
    /// How it is asked for.
    pub verb: Verb,
    /// The template of its path, as axum writes it: `/static/{version}/{name}`.
    pub path: &'static str,
    /// Who may.
    pub audience: Audience,
    answer: fn(MethodFilter) -> MethodRouter<Site>,
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} for {:?}", self.verb.method(), self.path, self.audience)
    }
}

/// A row: `Get "/help" Everyone pages::help::show`.
macro_rules! rows {
    ($($verb:ident $path:literal $audience:ident $(($permission:ident))? $handler:path;)*) => {
        &[$(Route {
            verb: Verb::$verb,
            path: $path,
            audience: Audience::$audience $((Permission::$permission))?,
            answer: |filter| answered_by(filter, $handler),
        }),*]
    };
}

/// Every address there is.
pub const ROUTES: &[Route] = rows! {
    Get  "/"                         Everyone    pages::start::show;
    Get  "/help"                     Everyone    pages::help::show;
    Get  "/about-the-number"         Everyone    pages::about_number::show;
    Get  "/accessibility"            Everyone    pages::accessibility::show;
    Post "/language"                 Everyone    pages::choose_language::choose;
    Get  "/sign-in"                  Everyone    pages::sign_in::show;
    Post "/sign-in"                  Everyone    pages::sign_in::sign_in;
    Post "/sign-out"                 SignedIn    pages::sign_in::sign_out;
    Get  "/sign-in/openid"           Everyone    pages::openid::begin;
    Get  "/sign-in/openid/back"      Everyone    pages::openid::finish;
    Post "/sign-out/openid"          Everyone    pages::openid::log_out;
    Get  "/my-load"                  Only(OwnLoad)    pages::my_load::show;
    Get  "/measurement"              Only(OwnLoad)    pages::measurement::show;
    Post "/measurement"              Only(OwnLoad)    pages::measurement::save;
    Get  "/measurement/cases"        Only(OwnLoad)    pages::measurement::cases::show;
    Post "/measurement/cases"        Only(OwnLoad)    pages::measurement::cases::save;
    Get  "/measurement/saved"        Only(OwnLoad)    pages::measurement::saved::show;
    Post "/dialogue"                 Only(OwnLoad)    pages::dialogue::open;
    Get  "/dialogue/{dialogue}"      Only(OwnLoad)    pages::dialogue::show;
    Post "/dialogue/{dialogue}"      Only(OwnLoad)    pages::dialogue::save;
    Post "/dialogue/{dialogue}/actions" Only(OwnLoad) pages::dialogue::follow_up;
    Post "/remark/{remark}"          Only(LoadByName) pages::dialogue::settle_remark;
    Get  "/team"                     Only(LoadByName) pages::team::show;
    Get  "/team/{person}"            Only(LoadByName) pages::team::show_one;
    Get  "/next-case"                Only(Allocate)   pages::next_case::find;
    Get  "/next-case/{phase}"        Only(Allocate)   pages::next_case::show;
    Post "/next-case/{phase}"        Only(Allocate)   pages::next_case::give;
    Get  "/given/{given}"            Only(OwnLoad)    pages::next_case::given::show;
    Post "/given/{given}"            Only(OwnLoad)    pages::next_case::given::answer;
    Get  "/deadlines"                Only(Deadlines)  pages::deadline::show;
    Get  "/deadlines/case/{reference}" Only(Deadlines) pages::deadline::case::show;
    Post "/deadlines/case/{reference}" Only(Deadlines) pages::deadline::case::save;
    Post "/deadlines/calendar"       Only(Deadlines)  pages::deadline::calendar::change;
    Get  "/calendar/{secret}"        Everyone    pages::deadline::calendar::feed;
    Get  "/team/deadlines"           Only(LoadByName) pages::deadline::team;
    Get  "/units/deadlines"          Only(UnitSums)   pages::deadline::figures::show;
    Get  "/units"                    Only(UnitSums)   pages::units::show;
    Get  "/rebalance"                Only(Rebalance)  pages::rebalance::show;
    Get  "/rebalance/new"            Only(Rebalance)  pages::rebalance::new::show;
    Post "/rebalance/new"            Only(Rebalance)  pages::rebalance::new::make;
    Get  "/rebalance/{plan}"         Only(Rebalance)  pages::rebalance::plan::show;
    Post "/rebalance/{plan}"         Only(Rebalance)  pages::rebalance::plan::change;
    Get  "/rebalance/{plan}/moves/{step}" Only(Rebalance) pages::rebalance::step::show;
    Post "/rebalance/{plan}/moves/{step}" Only(Rebalance) pages::rebalance::step::decide;
    Get  "/administration"           SignedIn    pages::administration::show;
    Get  "/accounts"                 Only(Accounts)   pages::accounts::show;
    Get  "/accounts/new"             Only(Accounts)   pages::accounts::new::show;
    Post "/accounts/new"             Only(Accounts)   pages::accounts::new::add;
    Get  "/accounts/{account}"       Only(Accounts)   pages::accounts::one::show;
    Post "/accounts/{account}"       Only(Accounts)   pages::accounts::one::change;
    Get  "/tokens"                   Only(Accounts)   pages::tokens::show;
    Post "/tokens"                   Only(Accounts)   pages::tokens::change;
    Get  "/people"                   Only(People)     pages::people::show;
    Get  "/people/{person}"          Only(People)     pages::people::one::show;
    Post "/people/{person}"          Only(People)     pages::people::one::change;
    Get  "/qualification"                 Only(People)   pages::qualification::show;
    Get  "/people/{person}/qualification" Only(People)   pages::qualification::one::show;
    Post "/people/{person}/qualification" Only(People)   pages::qualification::one::change;
    Get  "/cases/{reference}/needs"       Only(Allocate) pages::allocation::show;
    Post "/cases/{reference}/needs"       Only(Allocate) pages::allocation::change;
    Get  "/organisation"             Only(People)     pages::organisation::show;
    Post "/organisation"             Only(People)     pages::organisation::add;
    Get  "/organisation/{unit}"      Only(People)     pages::organisation::one::show;
    Post "/organisation/{unit}"      Only(People)     pages::organisation::one::change;
    Get  "/event-log"                Only(EventLog)   pages::event_log::show;
    Post "/event-log"                Only(EventLog)   pages::event_log::check;
    Get  "/access-review"            Only(ReviewAccess) pages::access_review::show;
    Post "/access-review"            Only(ReviewAccess) pages::access_review::review;
    Get  "/access-review/{review}"   Only(ReviewAccess) pages::access_review::show_one;
    Get  "/action-kinds"             Only(Settings)   pages::action_kinds::show;
    Post "/action-kinds"             Only(Settings)   pages::action_kinds::save;
    Get  "/settings"                 Only(Settings)   pages::setting::show;
    Post "/settings"                 Only(Settings)   pages::setting::save;
    Get  "/account"                  SignedIn    pages::account::show;
    Post "/account/sessions"         SignedIn    pages::account::end_sessions;
    Get  "/account/password"         SignedIn    pages::account::password::show;
    Post "/account/password"         SignedIn    pages::account::password::change;
    Get  "/account/second-factor"    SignedIn    pages::account::second_factor::show;
    Post "/account/second-factor"    SignedIn    pages::account::second_factor::set_up;
    Post "/account/second-factor/remove" SignedIn pages::account::second_factor::remove;
    Get  "/weight-models"                               Only(WeightModels) pages::weight_model::show;
    Get  "/weight-models/{version}"                     Only(WeightModels) pages::weight_model::show_one;
    Get  "/weight-models/{version}/file"                Only(WeightModels) pages::weight_model::send_file;
    Post "/weight-models/drafts"                        Only(AdoptModel) pages::weight_model::begin;
    Post "/weight-models/drafts/upload"                 Only(AdoptModel) pages::weight_model::upload;
    Get  "/weight-models/drafts/{draft}"                Only(AdoptModel) pages::weight_model::edit::show;
    Post "/weight-models/drafts/{draft}"                Only(AdoptModel) pages::weight_model::edit::save;
    Get  "/weight-models/drafts/{draft}/file"           Only(AdoptModel) pages::weight_model::send_draft;
    Get  "/weight-models/drafts/{draft}/effect"         Only(WeightModels) pages::weight_model::effect::show;
    Get  "/weight-models/drafts/{draft}/adopt"          Only(AdoptModel) pages::weight_model::adopt::show;
    Post "/weight-models/drafts/{draft}/adopt"          Only(AdoptModel) pages::weight_model::adopt::save;
    Post "/weight-models/drafts/{draft}/throw-away"     Only(AdoptModel) pages::weight_model::throw_away;
    Get  "/import"                                Only(Import) pages::import::show;
    Post "/import"                                Only(Import) pages::import::send;
    Get  "/import/columns"                        Only(Import) pages::import::columns::show;
    Post "/import/columns"                        Only(Import) pages::import::columns::save;
    Get  "/import/current"                        Only(Import) pages::import::current::show;
    Post "/import/take-in"                        Only(Import) pages::import::current::take_in;
    Post "/import/give-up"                        Only(Import) pages::import::current::give_up;
    Get  "/import/rejected/{file}"                Only(Import) pages::import::current::send_rejected;
    Post "/import/mappings"                       Only(Import) pages::import::current::save_mapping;
    Get  "/import/mappings/{mapping}"             Only(Import) pages::import::send_mapping;
    Post "/import/mappings/{mapping}/throw-away"  Only(Import) pages::import::throw_away;
    Get  "/api/openapi.json"                        Everyone                  api::document::document;
    Get  "/api/v1/me"                               Token                     api::person::me;
    Get  "/api/v1/people"                           TokenWith(People)         api::person::list;
    Get  "/api/v1/people/find"                      Token                     api::person::find;
    Get  "/api/v1/people/{person}/measurements"     Token                     api::measurement::list;
    Post "/api/v1/people/{person}/measurements"     Token                     api::measurement::measure;
    Get  "/api/v1/people/{person}/dialogues"        Token                     api::dialogue::list;
    Get  "/api/v1/people/{person}/actions"          Token                     api::action::open;
    Get  "/api/v1/loads"                            TokenWith(LoadByName)     api::load::list;
    Get  "/api/v1/loads/overloaded"                 TokenWith(LoadByName)     api::load::overloaded;
    Get  "/api/v1/loads/own"                        TokenWith(OwnLoad)        api::load::own;
    Get  "/api/v1/loads/{person}"                   Token                     api::load::one;
    Get  "/api/v1/loads/{person}/history"           Token                     api::load::over_time;
    Get  "/api/v1/loads/{person}/looks"             Token                     api::load::looks;
    Get  "/api/v1/cases/unallocated"                TokenWith(Unallocated)    api::case::unallocated;
    Get  "/api/v1/cases/{reference}"                Token                     api::case::one;
    Get  "/api/v1/cases/{reference}/suggestions"    TokenWith(Allocate)       api::next_case::suggest;
    Get  "/api/v1/given"                            TokenWith(OwnLoad)        api::next_case::given;
    Post "/api/v1/given/{id}/answer"                TokenWith(OwnLoad)        api::next_case::answer;
    Get  "/api/v1/qualification"                    TokenWith(People)         api::qualification::lacking;
    Get  "/api/v1/people/{person}/qualification"    Token                     api::qualification::one;
    Post "/api/v1/people/{person}/qualification"    TokenWith(People)         api::qualification::record;
    Post "/api/v1/people/{person}/qualification/end" TokenWith(People)        api::qualification::end;
    Get  "/api/v1/cases/{reference}/needs"          Token                     api::allocation::needs;
    Post "/api/v1/cases/{reference}/needs"          TokenWith(Allocate)       api::allocation::add_need;
    Post "/api/v1/cases/{reference}/needs/end"      TokenWith(Allocate)       api::allocation::end_need;
    Post "/api/v1/allocations"                      TokenWith(Allocate)       api::allocation::allocate;
    Get  "/api/v1/units"                            Token                     api::unit::list;
    Get  "/api/v1/units/sums"                       TokenWith(UnitSums)       api::unit::sums;
    Get  "/api/v1/units/overdue-dialogues"          TokenWith(LastingOverloads) api::unit::overdue;
    Get  "/api/v1/measurements/{id}"                Token                     api::measurement::one;
    Post "/api/v1/measurements/{id}/rating"         TokenWith(OwnLoad)        api::measurement::rate;
    Post "/api/v1/measurements/{id}/remarks"        TokenWith(OwnLoad)        api::measurement::remark;
    Post "/api/v1/measurements/{id}/dialogue"       Token                     api::dialogue::open;
    Post "/api/v1/remarks/{id}/settle"              TokenWith(LoadByName)     api::measurement::settle;
    Get  "/api/v1/dialogues/due"                    TokenWith(LoadByName)     api::dialogue::due;
    Get  "/api/v1/dialogues/{id}"                   Token                     api::dialogue::one;
    Post "/api/v1/dialogues/{id}/draft"             Token                     api::dialogue::write;
    Post "/api/v1/dialogues/{id}/conclude"          Token                     api::dialogue::conclude;
    Post "/api/v1/actions/{id}/outcome"             Token                     api::action::settle;
    Get  "/api/v1/action-kinds"                     Token                     api::action::kinds;
    Post "/api/v1/action-kinds"                     TokenWith(Settings)       api::action::set;
    Get  "/api/v1/rebalance-plans"                  TokenWith(Rebalance)      api::rebalance::list;
    Post "/api/v1/rebalance-plans"                  TokenWith(Rebalance)      api::rebalance::make;
    Get  "/api/v1/rebalance-plans/{id}"             TokenWith(Rebalance)      api::rebalance::one;
    Post "/api/v1/rebalance-plans/{id}/way"         TokenWith(Rebalance)      api::rebalance::choose_way;
    Post "/api/v1/rebalance-plans/{id}/spread"      TokenWith(Rebalance)      api::rebalance::spread;
    Post "/api/v1/rebalance-plans/{id}/close"       TokenWith(Rebalance)      api::rebalance::close;
    Get  "/api/v1/rebalance-moves/{id}/receivers"   TokenWith(Rebalance)      api::rebalance::receivers;
    Post "/api/v1/rebalance-moves/{id}/decide"      TokenWith(Rebalance)      api::rebalance::decide;
    Post "/api/v1/rebalance-moves/{id}/receiver"    TokenWith(Rebalance)      api::rebalance::change;
    Post "/api/v1/rebalance-moves/{id}/carry-out"   TokenWith(Rebalance)      api::rebalance::carry_out;
    Get  "/api/v1/weight-models"                    TokenWith(WeightModels)   api::weight_model::list;
    Post "/api/v1/weight-models"                    TokenWith(AdoptModel)     api::weight_model::adopt;
    Get  "/api/v1/weight-models/{valid_from}"       TokenWith(WeightModels)   api::weight_model::one;
    Post "/api/v1/imports"                          TokenWith(Import)         api::import::rows;
    Post "/api/v1/imports/csv"                      TokenWith(Import)         api::import::csv_file;
    Get  "/api/v1/accounts"                         TokenWith(Accounts)       api::account::list;
    Post "/api/v1/accounts"                         TokenWith(Accounts)       api::account::add;
    Get  "/api/v1/accounts/{id}"                    TokenWith(Accounts)       api::account::one;
    Post "/api/v1/accounts/{id}/disable"            TokenWith(Accounts)       api::account::disable;
    Post "/api/v1/accounts/{id}/enable"             TokenWith(Accounts)       api::account::enable;
    Post "/api/v1/accounts/{id}/sign-out"           TokenWith(Accounts)       api::account::sign_out;
    Post "/api/v1/accounts/{id}/roles"              TokenWith(Accounts)       api::account::give_role;
    Post "/api/v1/roles/{id}/end"                   TokenWith(Accounts)       api::account::end_role;
    Get  "/api/v1/tokens"                           TokenWith(Accounts)       api::token::list;
    Post "/api/v1/tokens"                           TokenWith(Accounts)       api::token::issue;
    Post "/api/v1/tokens/{id}/revoke"               TokenWith(Accounts)       api::token::revoke;
    Get  "/api/v1/events"                           TokenWith(EventLog)       api::event::list;
    Get  "/api/v1/access-reviews"                   TokenWith(ReviewAccess)   api::access_review::list;
    Post "/api/v1/access-reviews"                   TokenWith(ReviewAccess)   api::access_review::sign;
    Get  "/api/v1/access-reviews/draw"              TokenWith(ReviewAccess)   api::access_review::draw;
    Get  "/static/{version}/{name}"  Everyone    assets::send;
    Get  "/health"                   Everyone    monitoring::health;
    Get  "/metrics"                  Monitoring  monitoring::metrics;
};

/// The row of the table for a request that was routed to the template `path`.
#[must_use]
pub fn row(method: &Method, path: &str) -> Option<&'static Route> {
    let method = if method == Method::HEAD { &Method::GET } else { method };
    ROUTES
        .iter()
        .find(|route| route.path == path && route.verb.method() == *method)
}

fn answered_by<H, T>(filter: MethodFilter, handler: H) -> MethodRouter<Site>
where
    H: Handler<T, Site>,
    T: 'static,
{
    on(filter, handler)
}

/// The routes of the table, without the layers around them: for a test that adds a page of its own before `layers::dress`.
pub fn undressed() -> Router<Site> {
    ROUTES
        .iter()
        .fold(Router::new(), |router, route| {
            router.route(route.path, (route.answer)(route.verb.filter()))
        })
        .fallback(|| async { Failure::NotFound })
        .method_not_allowed_fallback(|| async { Failure::MethodNotAllowed })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_address_stands_twice() {
        let mut seen = HashSet::new();
        for route in ROUTES {
            assert!(seen.insert((route.verb, route.path)), "{route:?}");
        }
        assert!(seen.len() > 5);
    }
}
