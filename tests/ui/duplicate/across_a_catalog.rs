// 2 errors

use errcode::catalog;

mod jobs {
    #[derive(Debug, thiserror::Error, errcode::ApiError)]
    pub enum JobError {
        #[error("expired")]
        #[api(code = "EXPIRED", status = 410)]
        Expired,
        #[error("limited")]
        #[api(code = "LIMITED", status = 429)]
        Limited,
    }
}

mod keys {
    #[derive(Debug, thiserror::Error, errcode::ApiError)]
    pub enum KeyError {
        #[error("expired")]
        #[api(code = "EXPIRED", status = 401)]
        Expired,
        #[error("limited")]
        #[api(code = "LIMITED", status = 429)]
        Limited,
    }
}

mod mail {
    #[derive(Debug, thiserror::Error, errcode::ApiError)]
    #[error("expired")]
    #[api(code = "EXPIRED", status = 410)]
    pub struct LinkExpired;
}

catalog!(pub static CODES = [jobs::JobError, keys::KeyError, mail::LinkExpired]);

fn main() {}
