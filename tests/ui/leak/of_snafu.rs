// 1 error

use errcode::ApiError;

#[derive(Debug, snafu::Snafu, ApiError)]
enum JobError {
    #[snafu(display("not found: {source}"))]
    #[api(code = "USER_LOST", status = 404)]
    Lost { source: std::io::Error },
}

fn main() {}
