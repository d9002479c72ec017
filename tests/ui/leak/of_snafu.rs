// 2 errors

use errcode::ApiError;

#[derive(Debug, snafu::Snafu, ApiError)]
enum JobError {
    #[snafu(display("not found: {source}"))]
    #[api(code = "USER_LOST", status = 404)]
    Lost { source: std::io::Error },
    /// Not found
    /// as {source}
    ///
    /// The source is not shown here: {source}
    #[api(code = "JOB_LOST", status = 404)]
    InTheComment { source: std::io::Error },
    #[snafu(display("not found: {source} {backtrace}"))]
    #[api(code = "KEY_LOST", status = 404)]
    NoSource {
        #[snafu(source(false))]
        source: String,
        #[snafu(backtrace(false))]
        backtrace: String,
    },
}

fn main() {}
