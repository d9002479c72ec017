// 7 errors

use errcode::{ApiError, catalog};

#[derive(Debug, thiserror::Error, ApiError)]
#[error("expired")]
#[api(code = "JOB_EXPIRED", status = 410)]
pub struct JobExpired;

catalog!(pub static A = [JobExpired], lokc = "errcodes.lock");
catalog!(pub static B = [JobExpired], lock = errcodes);
catalog!(pub static C = [JobExpired], level = "codes");
catalog!(pub static D = [JobExpired], level = "some", colour = red);
catalog!(pub static E = [JobExpired +]);
catalog!(pub static F = [#[cfg(test)] JobExpired]);

fn main() {}
