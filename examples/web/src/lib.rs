//! The examples are the files next to `Cargo.toml`. Each starts a service, and asks it by what is here.

#![forbid(unsafe_code)]

use std::{io, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// Sends a request such as `GET /jobs/7` with headers such as `Accept: text/html`, prints it and the answer, and expects a
/// text in that.
///
/// # Errors
///
/// If the service does not answer, or not as expected.
pub async fn show(
    address: SocketAddr,
    request: &str,
    headers: &[&str],
    body: &str,
    expected: &str,
) -> io::Result<()> {
    let length = body.len();
    let mut head = format!("{request} HTTP/1.0\r\nHost: {address}\r\nContent-Length: {length}\r\n");
    println!("> {request}");
    for header in headers {
        println!("> {header}");
        head.push_str(header);
        head.push_str("\r\n");
    }
    if !body.is_empty() {
        println!("> {body}");
    }
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(format!("{head}\r\n{body}").as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    println!("{}\n", answer.trim_end());
    if answer.contains(expected) {
        Ok(())
    } else {
        Err(io::Error::other(format!("expected `{expected}` in the answer to {request}")))
    }
}
