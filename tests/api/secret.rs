//! Public API of `secret`.

use invoscope::secret::{SecretKind, find, mask, mask_json};

#[test]
fn a_secret_is_told_with_kind_and_place() {
    let text = "云 export DB_PASSWORD=hunter2 # LTAI4FabcdEFGH12";

    let found = find(text);

    let seen: Vec<_> = found.iter().map(|one| (one.kind, &text[one.span.clone()])).collect();
    assert_eq!(
        seen,
        [(SecretKind::Password, "hunter2"), (SecretKind::AccessKeyId, "LTAI4FabcdEFGH12")]
    );
}

#[test]
fn masked_text_names_the_kind_and_keeps_the_rest() {
    let masked = mask("mysql -uroot -pAbc123 && echo done");

    assert_eq!(masked.text, "mysql -uroot -p[masked-password] && echo done");
    assert_eq!(masked.found, [SecretKind::Password]);
    assert_eq!(SecretKind::AccessKeySecret.name(), "access-key-secret");
    assert_eq!(
        mask_json(r#"{"password":"x1","n":1}"#).text,
        r#"{"password":"[masked-password]","n":1}"#
    );
}

/// The answers that the API's documents show hold no secret.
#[test]
fn documented_answers_are_left_alone() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut files: Vec<_> = vec![std::path::PathBuf::from(samples)];
    let mut read = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(
                std::fs::read_dir(&path).expect("readable").map(|one| one.expect("entry").path()),
            );
            continue;
        }
        if let Ok(text) = std::fs::read_to_string(&path) {
            read += 1;
            let shown: Vec<_> =
                find(&text).into_iter().map(|one| text[one.span].to_owned()).collect();
            assert_eq!(shown, [""; 0], "{}", path.display());
        }
    }
    assert!(read > 5, "{read}");
}
