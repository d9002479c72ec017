// 3 errors


errcode::domain! {
    Coordinator { nam = "x", docs_url = "https://docs.example.com/{id}", name = 5 }
}

fn main() {}
